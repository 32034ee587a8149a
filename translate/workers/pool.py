"""Work units in processes of this machine, each of which loads what it needs once."""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from multiprocessing.connection import Connection
from queue import SimpleQueue

from translate.values import dataclass
from translate.workers.interface import GoneError, UnitError, Workers

Work = Callable[[bytes], bytes]

_TRIES = 3
"""So often whoever works on a unit may die."""
_ENDED = "the run ended before it was done"
_CONTEXT = multiprocessing.get_context("spawn")
"""What a run has loaded and begun by now, threads of a network among it, is none of theirs."""


@dataclass(slots=True, eq=False)
class _Job:
    """A unit that is to be done."""

    key: str
    unit: bytes
    outcome: Future[bytes]
    tries: int = 0


class Pool(Workers):
    """Processes of this machine. One that dies takes nothing with it: its unit is done again, some times, by others."""

    def __init__(self, work: Work, processes: int) -> None:
        """Take what is to be done with a unit.

        Args:
            work: A function of a module, or such a one with some of its arguments.
            processes: How many there are; each is started when there is something to do for it.
        """
        self._work = work
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()
        self._is_closed = threading.Event()
        self._children: set[multiprocessing.process.BaseProcess] = set()
        # No exit waits for them: a process that never comes back must not keep a run from ending.
        self._keepers = [threading.Thread(target=self._keep_at_work, daemon=True) for _ in range(processes)]
        for keeper in self._keepers:
            keeper.start()

    @property
    def places(self) -> int:
        """How many processes there are."""
        return len(self._keepers)

    def submit(self, key: str, unit: bytes) -> Future[bytes]:
        """Have a unit done; see `Workers.submit`."""
        job = _Job(key, unit, Future())
        job.outcome.set_running_or_notify_cancel()
        if self._is_closed.is_set():
            job.outcome.set_exception(GoneError(_ENDED))
        else:
            self._waiting.put(job)
        return job.outcome

    def close(self) -> None:
        """End the processes, whatever they are at."""
        self._is_closed.set()
        for child in tuple(self._children):
            child.kill()
        for _ in self._keepers:
            self._waiting.put(None)
        for keeper in self._keepers:
            keeper.join()
        while not self._waiting.empty():
            if job := self._waiting.get():
                job.outcome.set_exception(GoneError(_ENDED))

    def _keep_at_work(self) -> None:
        """Give one process after the other what waits, one unit at a time."""
        while (job := self._waiting.get()) is not None:
            ours, theirs = _CONTEXT.Pipe()
            child = _CONTEXT.Process(target=_do_all, args=(self._work, theirs), daemon=True)
            is_ready = False
            try:
                child.start()
                self._children.add(child)
                theirs.close()
                if self._is_closed.is_set():
                    child.kill()
                ours.recv_bytes()
                is_ready = True
                while job is not None:
                    self._have_done(job, ours)
                    job = self._waiting.get()
            except Exception as error:  # noqa: BLE001  A process that cannot be started, or that died.
                if job is not None:
                    self._again(job, error, is_ready=is_ready)
            finally:
                ours.close()
                if child.pid is not None:
                    child.kill()
                    child.join()
                self._children.discard(child)
            if job is None:
                return

    def _have_done(self, job: _Job, child: Connection) -> None:
        """Have a process do a unit.

        Raises:
            EOFError, OSError: It died.
        """
        child.send_bytes(job.unit)
        is_done, outcome = child.recv()
        if is_done:
            job.outcome.set_result(outcome)
        else:
            job.outcome.set_exception(outcome)

    def _again(self, job: _Job, error: Exception, *, is_ready: bool) -> None:
        """Have a unit done by others, unless too many have died of it."""
        job.tries += 1
        if self._is_closed.is_set():
            job.outcome.set_exception(GoneError(_ENDED))
        elif not is_ready:
            job.outcome.set_exception(GoneError(f"no process can be started ({str(error) or 'it ends at once'})"))
        elif job.tries < _TRIES:
            self._waiting.put(job)
        else:
            job.outcome.set_exception(UnitError(f"whoever works on unit {job.key} dies of it; it was left undone"))


def _do_all(work: Work, parent: Connection) -> None:
    """Do one unit after the other until nobody wants any more."""
    parent.send_bytes(b"ready")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Whoever reads along on a terminal ends the run, and that ends this.
    while True:
        try:
            unit = parent.recv_bytes()
        except (EOFError, OSError):
            return
        try:
            parent.send((True, work(unit)))
        except Exception as error:  # noqa: BLE001  It is the run's to tell.
            _tell(parent, error)


def _tell(parent: Connection, error: Exception) -> None:
    try:
        parent.send((False, error))
    except Exception:  # noqa: BLE001  There are errors that cannot be told to another process.
        parent.send((False, RuntimeError(f"{type(error).__name__}: {error}")))

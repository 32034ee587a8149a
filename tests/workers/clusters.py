"""A cluster on this machine: a scheduler and workers of dask.distributed, each a process, for a test and no longer."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DASK = Path(sys.executable).parent / "dask"
STARTING = 120
"""Seconds that a program may take to start; far more than it does on a busy machine."""
PLACES = ("--host", "127.0.0.1", "--no-dashboard")
LONE = ("--nthreads", "1", "--no-nanny", "--memory-limit", "0")
LOOKED_AFTER = ("--nthreads", "1", "--nanny", "--memory-limit", "0")

Started = subprocess.Popen[bytes]


class Machines:
    """What runs; all of it is killed in the end.

    Args:
        folder: Where it keeps what it has.
        environment: What all of it is told beside this process's own environment.
    """

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.address = ""
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DASK_TEMPORARY_DIRECTORY": str(folder),
            "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
            **environment,
        }
        self._processes: list[Started] = []

    def _start(self, *arguments: str, environment: Mapping[str, str]) -> tuple[Started, Path]:
        log = self.folder / f"{len(self._processes)}.log"
        with log.open("wb") as opened:
            process = subprocess.Popen(
                [DASK, *arguments],
                env={**self._environment, **environment},
                cwd=self.folder,
                stdout=opened,
                stderr=opened,
                start_new_session=True,  # Nannies and what they started die with it.
            )
        self._processes.append(process)
        return process, log

    def scheduler(self, scheme: str = "tcp", **environment: str) -> Started:
        """Start one, where the last one was if there was any, and wait until it listens."""
        port = self.address.rpartition(":")[2] or "0"
        arguments = ("scheduler", *PLACES, "--protocol", scheme, "--port", port)
        started, log = self._start(*arguments, environment=environment)
        for _ in range(STARTING * 20):
            if "Scheduler at:" in (said := log.read_text()):
                self.address = said.partition("Scheduler at:")[2].split()[0]
                return started
            assert started.poll() is None, said
            time.sleep(0.05)
        raise AssertionError(said)

    def workers(self, count: int, kind: tuple[str, ...] = LONE, **environment: str) -> list[Started]:
        """Start some; the scheduler hears of them in a few seconds."""
        arguments = ("worker", self.address, *PLACES, *kind)
        return [self._start(*arguments, environment=environment)[0] for _ in range(count)]

    def log(self, number: int) -> str:
        """What the one that was started so many others later has logged."""
        return (self.folder / f"{number}.log").read_text("utf-8")

    def end(self) -> None:
        """Kill what still runs."""
        for process in self._processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextlib.contextmanager
def machines(**environment: str) -> Iterator[Machines]:
    """A place for a scheduler and workers."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = Machines(Path(folder), environment)
        try:
            yield made
        finally:
            made.end()

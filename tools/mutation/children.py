"""Children of this process, some at a time: each starts with what is imported here, and none outlives its time."""

import gc
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

OUT_OF_TIME = 124
"""The exit code of a child that had to be ended."""

BROKEN = 70
"""The exit code of a child whose job raised what it should not have."""

MEMORY = 8 << 30
"""Bytes that a child may ask for: a loop that never ends may fill a list meanwhile."""


@dataclass(frozen=True, slots=True)
class Job:
    """What one child does."""

    work: Callable[[], int]
    """Gives the exit code."""
    seconds: float
    """Of processor time; on the clock it has twenty times as many, for it may wait for others."""
    output: Path
    """Where it prints to."""


def run_all(jobs: Sequence[Job], at_once: int) -> Iterator[tuple[int, int]]:
    """Do every job in a child of its own; each one's number and exit code, in the order in which they end.

    Raises:
        RuntimeError: A job raised what it should not have; its output has the traceback.
    """
    gc.collect()
    gc.freeze()
    waiting = list(enumerate(jobs))[::-1]
    running: dict[int, tuple[int, float]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                number, job = waiting.pop()
                running[fork(job)] = number, time.monotonic() + 60 + 20 * job.seconds
            for child, (number, until) in list(running.items()):
                ended, status = os.waitpid(child, os.WNOHANG)
                late = time.monotonic() > until
                if late and not ended:
                    os.killpg(child, signal.SIGKILL)
                    os.waitpid(child, 0)
                if ended or late:
                    del running[child]
                    end_group(child)
                    yield number, OUT_OF_TIME if late else exit_code(status, jobs[number].output)
            time.sleep(0.01)
    finally:
        for child in running:
            end_group(child)


def exit_code(status: int, output: Path) -> int:
    """The exit code of a child by the status that it ended with; one that a limit ended was out of time."""
    code = os.waitstatus_to_exitcode(status)
    if code == BROKEN:
        raise RuntimeError(f"a child broke down:\n{output.read_text('utf-8', 'replace')[-2000:]}")
    return OUT_OF_TIME if code < 0 else code


def fork(job: Job) -> int:
    """Start a job in a child that leads a group of its own; its process number."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        return child
    code = BROKEN
    try:
        os.setsid()
        out = os.open(job.output, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        os.dup2(out, 1)
        os.dup2(out, 2)
        limit = int(job.seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        code = job.work()
    except BaseException:  # noqa: BLE001 -- It must not go on as its parent would.
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def end_group(child: int) -> None:
    """End whatever a child has left behind."""
    try:
        os.killpg(child, signal.SIGKILL)
    except ProcessLookupError:
        return

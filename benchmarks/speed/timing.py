"""Run a command by itself, and tell what it took of the machine."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

MEGABYTE = 1e6


@dataclass(frozen=True, slots=True)
class Took:
    """What a process and those that it started took."""

    wall: float
    """Seconds."""
    processor: float
    """Seconds, those of the system included."""
    peak: float
    """Megabytes that the largest of them had at its largest."""
    words: int = 0
    """Of the source, once for each language that they were drafted in."""
    told: Mapping[str, float] = field(default_factory=dict)
    """Figures that it told of itself."""

    @property
    def pace(self) -> float:
        """Words a second of the processor."""
        return self.words / self.processor


@dataclass(frozen=True, slots=True)
class Contestant:
    """A command to be timed."""

    name: str
    command: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str]
    given: Path | None = None
    """What it reads from its standard input."""
    words: int = 0
    reads: Callable[[str], Mapping[str, float]] = field(default=lambda _output: {})
    """Finds figures in what it prints."""
    fine: tuple[int, ...] = (0,)
    """Exit codes."""


class FailedError(Exception):
    """A contestant failed, so there is nothing to tell; the message is what it said."""


def last_line(output: str) -> Mapping[str, float]:
    """The figures of a worker, whose last line is an object of them."""
    found: Mapping[str, float] = json.loads(output.strip().rpartition("\n")[2])
    return found


def run(contestant: Contestant) -> Took:
    """Run a command to its end.

    Raises:
        FailedError: It ended with another exit code than those that are fine.
    """
    with (
        tempfile.TemporaryFile() as out,
        (contestant.given or Path(os.devnull)).open("rb") as given,
    ):
        begin = time.perf_counter()
        child = subprocess.Popen(
            contestant.command,
            cwd=contestant.folder,
            env=contestant.environment,
            stdin=given,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        # Not Popen's own wait, which tells nothing of what was taken.
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        output = out.read().decode("utf-8", "replace")
        if child.returncode not in contestant.fine:
            raise FailedError(f"{contestant.name} ended with {child.returncode}:\n{output[-2000:]}")
    processor = usage.ru_utime + usage.ru_stime
    return Took(wall, processor, usage.ru_maxrss * 1024 / MEGABYTE, contestant.words, dict(contestant.reads(output)))

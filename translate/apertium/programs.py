"""Start programs, and end them together with all that they have started."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

GRACE = 0.5
"""Seconds for programs to end by themselves; less than a run that is asked to end has for all."""
CHUNK = 1 << 16
"""Bytes that are read at a time."""

_MARK = "NEWSDESK_PROGRAMS"
"""The variable that tells programs, and whatever they start, from all others."""


class Programs:
    """Programs in one process group, known by a mark that their children inherit, wherever these go."""

    def __init__(self, path: str) -> None:
        """Take the search path that they get."""
        self._mark = uuid.uuid4().hex
        self._environment = {**os.environ, "PATH": path, _MARK: self._mark}
        self._started: list[subprocess.Popen[bytes]] = []

    def start(
        self,
        command: tuple[str, ...],
        *,
        stdin: IO[bytes] | int = subprocess.PIPE,
        stderr: int = subprocess.PIPE,
        bufsize: int = -1,
    ) -> subprocess.Popen[bytes]:
        """Start one, with a pipe for what it writes; the rest as with `subprocess.Popen`.

        Raises:
            OSError: It cannot be started.
        """
        process = subprocess.Popen(
            command,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
            bufsize=bufsize,
            env=self._environment,
            # One group for all, so that a kill reaches what a shell script has started, too.
            process_group=self._started[0].pid if self._started else 0,
        )
        self._started.append(process)
        return process

    @property
    def ended(self) -> bool:
        """Whether all of them have."""
        return all(process.poll() is not None for process in self._started)

    def end(self) -> None:
        """Kill what is left of them and of their children, those that have left the group included."""
        # A script such as Apertium's removes its files when it is asked to end, and cannot when it is killed.
        for number in (signal.SIGTERM, signal.SIGKILL):
            # As long as one of them has not been waited for, the group is theirs and nobody else's.
            running = [process for process in self._started if process.returncode is None]
            if not running:
                break
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._started[0].pid, number)
            for process in running:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(GRACE if number == signal.SIGTERM else None)
        for stray in self._strays():
            with contextlib.suppress(OSError):
                signal.pidfd_send_signal(stray, signal.SIGKILL)

    def _strays(self) -> Iterator[int]:
        """What bears the mark and still runs, as files that stand for processes: no number is taken for another's."""
        mark = f"{_MARK}={self._mark}".encode()
        for environment in Path("/proc").glob("[0-9]*/environ"):
            with contextlib.suppress(OSError):  # It has ended, or is somebody else's.
                process = os.pidfd_open(int(environment.parent.name))
                try:
                    if mark in environment.read_bytes().split(b"\0"):
                        yield process
                finally:
                    os.close(process)


def arriving(pipe: int, ended: Callable[[], bool]) -> bytes:
    """Wait for what comes through a pipe next.

    Args:
        pipe: Its file descriptor.
        ended: Whether whoever was started to write to it has ended.

    Returns:
        What has come; nothing at the end. Where the writer has ended and a child of it holds the pipe open, which is as
        good as an end, that is seen a moment later.
    """
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    while True:
        over = ended()  # Asked first: whatever was written by then is there to be read.
        if poll.poll(GRACE * 1000):
            return os.read(pipe, CHUNK)
        if over:
            return b""

"""What commands print to: whatever is wrong with stdout or stderr, the work goes on, and it is told at the end."""

from __future__ import annotations

import codecs
import errno
import io
import locale
import os
import select
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self, TextIO, cast

from translate.core.text.showing import in_charset

READER_LEFT = 141
"""What a shell says of a program that SIGPIPE has ended."""

_DONE = frozenset({0, 1, 4})
"""The exit codes of commands that have done their work, or some of it."""
_UTF_8 = "utf-8"
_CHARSET = "newsdesk_charset"
"""The option of Python's with which `begin_in_utf_8` hands on the terminal's charset."""
_LAST = 2
"""The number of stderr; lower ones are stdin and stdout."""


class Outlet(io.TextIOBase):
    """Takes every text, in whatever charset the terminal is, and never fails.

    Args:
        stream: What is printed to.
        charset: What the terminal understands; what that lacks is shown otherwise. None where programs read along.
    """

    encoding = _UTF_8  # That is: any text.
    errors = "strict"

    def __init__(self, stream: io.TextIOWrapper, charset: str) -> None:
        self.charset: str | None = charset
        self._file = _File(stream.fileno(), "w", closefd=False)
        self.said: list[str] | None = None
        """What was written since somebody has put a list here, for them."""
        self._at_once = stream.line_buffering or stream.write_through
        self.buffer = io.BufferedWriter(self._file)

    @property
    def failure(self) -> OSError | None:
        """Why something was not written, if it was not."""
        return self._file.failure

    def write(self, text: str, /) -> int:
        """Take text: for a person in the terminal's charset, for a program in UTF-8, with the bytes of files' names."""
        self.buffer.write(in_charset(text, self.charset) if self.charset else text.encode(_UTF_8, "surrogateescape"))
        if self.said is not None:
            self.said.append(text)
        if self._at_once:
            self.flush()
        return len(text)

    def flush(self) -> None:
        """Hold nothing back."""
        self.buffer.flush()

    def fileno(self) -> int:
        """Its number."""
        return self._file.fileno()

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return self._file.isatty()

    def writable(self) -> bool:
        """It is."""
        return True


class _File(io.FileIO):
    """Lets go of what cannot be written, from the first time on."""

    failure: OSError | None = None

    def write(self, data: Any, /) -> int:
        while self.failure is None:
            try:
                written = super().write(data)
            except OSError as error:
                self.failure = error
                break
            if written is not None:
                return written
            select.select([], [self], [])  # Whoever shares it has set it not to wait.
        return memoryview(data).nbytes


class Printing:
    """Stands in for stdout and stderr while a command is at work; whoever has put other streams there keeps them."""

    def __enter__(self) -> Self:
        _leave_no_number_free()
        self._before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = map(_outlet, self._before)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, Outlet):
                stream.flush()
        sys.stdout, sys.stderr = self._before

    def code(self, code: int, tell: Callable[[str], None]) -> int:
        """The exit code of a command that has done its work, and has told of it as far as it could.

        Args:
            code: What it would be.
            tell: Tells a sentence to whoever reads stderr.
        """
        if not isinstance(sys.stdout, Outlet):
            return code
        sys.stdout.flush()
        failure = sys.stdout.failure
        if failure is None or code not in _DONE:
            return code
        if failure.errno == errno.EPIPE:
            return READER_LEFT  # Nobody wants to hear of it.
        reason = failure.strerror or failure
        tell(f"the output cannot be written: {reason}; all else is done, so see to the place that it goes to")
        return 2


def print_for_programs() -> None:
    """Have what is printed to stdout from now on be what a program reads, whatever the terminal is."""
    if isinstance(sys.stdout, Outlet):
        sys.stdout.charset = None


def begin_in_utf_8() -> None:
    """Where Python takes names of files to be in another charset, begin anew in the one that all our files are in.

    A locale is about what a person reads at a terminal. The same night must leave the same files under any.
    """
    if sys.getfilesystemencoding() != _UTF_8 and not sys.flags.utf8_mode:
        again = [sys.executable, "-X", "utf8", "-X", f"{_CHARSET}={locale.getencoding()}", *sys.orig_argv[1:]]
        os.execv(sys.executable, again)  # noqa: S606  It is ourselves.


def _outlet(stream: TextIO) -> TextIO:
    # Only what Python itself opened for us: a test or a debugger has reasons of its own.
    if type(stream) is not io.TextIOWrapper:
        return stream
    try:
        stream.fileno()
    except OSError:  # It is in memory.
        return stream
    charset = sys._xoptions.get(_CHARSET)  # noqa: SLF001  Documented, and meant for this.
    if not isinstance(charset, str) or os.environ.get("PYTHONIOENCODING"):
        charset = stream.encoding
    return cast("TextIO", Outlet(stream, codecs.lookup(charset).name))


def _leave_no_number_free() -> None:
    """See that no file gets the number of a stream that was closed: what a library has to say would land in it."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST:
        os.set_inheritable(number, True)
    os.close(number)

"""Change what two file names stand for in one step of the kernel, and see what came out."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import functools
import hashlib
import os
import signal
import stat
from collections.abc import Callable
from pathlib import Path

from translate.values import dataclass

_AT_FDCWD = -100
_NOREPLACE = 1
_EXCHANGE = 2
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_LINKLESS = {*_UNKNOWN, errno.EPERM}
_SIGNS = 16
_LARGEST = 1_000_000_000
"""Bytes; nothing larger is read, whoever laid it there."""


class UnsupportedError(OSError):
    """The kernel, the C library or the file system cannot do this to names in one step."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a name stands for now."""

    mark: str | None
    """Of its bytes; None for what is no file that we can read, or one that is far too large to be ours."""
    inode: int
    written: bool | None
    """Whether somebody has it open for writing; None where the kernel does not tell us."""


def mark(data: bytes) -> str:
    """What bytes are known by: 16 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()[:_SIGNS]


def exchange(one: Path, other: Path) -> None:
    """Let each of two names stand for what the other stood for (renameat2(2) with ``RENAME_EXCHANGE``).

    Raises:
        UnsupportedError: That cannot be done here, as on NFS.
        OSError: It failed, and nothing was changed.
    """
    _rename(one, other, _EXCHANGE)


def place(source: Path, target: Path) -> None:
    """Rename a file to a name that is free.

    Raises:
        FileExistsError: The name is not free; nothing was changed.
        OSError: It failed.
    """
    with contextlib.suppress(UnsupportedError):
        _rename(source, target, _NOREPLACE)
        return
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _LINKLESS:
            raise
    else:
        source.unlink()
        return
    # Neither is known here: the best that is left has a gap of some microseconds.
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    source.rename(target)


def look(path: Path) -> Found:
    """See what a name stands for, and whether somebody is about to write to it.

    Raises:
        FileNotFoundError: There is nothing of that name.
    """
    try:
        with open(path, "rb", buffering=0, opener=_opened) as file:
            info = os.fstat(file.fileno())
            if not stat.S_ISREG(info.st_mode):
                return Found(None, info.st_ino, None)
            written = _leased(file.fileno())
            found = hashlib.file_digest(file, "sha256").hexdigest()[:_SIGNS] if info.st_size <= _LARGEST else None
            if written is False:
                # Somebody who was on the way to open the file waits until we close it, and then writes.
                written = fcntl.fcntl(file.fileno(), fcntl.F_GETLEASE) != fcntl.F_RDLCK
            return Found(found, info.st_ino, written)
    except FileNotFoundError:
        raise
    except OSError:
        return Found(None, path.lstat().st_ino, None)


def _opened(path: str, flags: int) -> int:
    """A symbolic link is not followed, and nobody waited for."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _leased(descriptor: int) -> bool | None:
    """Take a read lease until the file is closed, which is refused where somebody has the file open for writing.

    Returns:
        Whether somebody has; None where no lease is given: not the owner's, or not on this file system.
    """
    try:
        # Of the signals that may tell of a broken lease: the one that is ignored unless somebody asks for it.
        fcntl.fcntl(descriptor, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(descriptor, fcntl.F_SETLEASE, fcntl.F_RDLCK)
    except BlockingIOError:
        return True
    except OSError:
        return None
    return False


def _rename(source: Path, target: Path, flags: int) -> None:
    code = _renameat2()(os.fsencode(source), os.fsencode(target), flags)
    if code in _UNKNOWN:
        raise UnsupportedError(code, os.strerror(code), str(target))
    if code:
        raise OSError(code, os.strerror(code), str(source), None, str(target))


@functools.cache
def _renameat2() -> Callable[[bytes, bytes, int], int]:
    """The C library's function, returning the error's number."""
    import ctypes

    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return lambda _source, _target, _flags: errno.ENOSYS
    function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    function.restype = ctypes.c_int

    def call(source: bytes, target: bytes, flags: int) -> int:
        return ctypes.get_errno() if function(_AT_FDCWD, source, _AT_FDCWD, target, flags) else 0

    return call

"""Let a library that makes folders when it is imported do without those that it may not make."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from typing import TypeAlias

_Name: TypeAlias = str | bytes | os.PathLike[str] | os.PathLike[bytes]

_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT}
"""The last one where it is the folder above that may not be made."""


@contextlib.contextmanager
def sparing() -> Iterator[None]:
    """Meanwhile, a folder that may not be made is none, and no error.

    A home that is read-only, or that is not there, stops nobody who only reads; whoever writes there is told then.
    """
    make = os.makedirs

    def made(name: _Name, mode: int = 0o777, exist_ok: bool = False) -> None:
        try:
            make(name, mode, exist_ok)
        except OSError as error:
            if error.errno not in _FORBIDDEN:
                raise

    os.makedirs = made
    try:
        yield
    finally:
        os.makedirs = make

"""One at a time, between processes and threads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from translate.errors import LockedError


@contextmanager
def held(path: Path, wait: float) -> Iterator[None]:
    """Hold a lock, which a killed process gives back by itself.

    Args:
        path: The lock file; it stays, empty, since removing it would let two in.
        wait: How many seconds to wait for whoever holds it.

    Raises:
        LockedError: It was held all that time.
    """
    from filelock import FileLock, Timeout

    try:
        with FileLock(path, timeout=wait):
            yield
    except Timeout as error:
        raise LockedError("another newsdesk is installing packages; try again later", path=str(path)) from error

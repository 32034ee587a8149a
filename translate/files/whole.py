"""Write a file that nobody else writes: in pieces, but whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO


def write(path: Path, fill: Callable[[IO[bytes]], object], *, permissions: int | None = None) -> None:
    """Replace a file durably; what it held stays where anything fails.

    Unlike `saving.save` it keeps no large file in memory, and what somebody else saves at that moment is replaced. Its
    name ends otherwise until it is whole.

    Args:
        path: Where it is, in a folder that exists; a symbolic link to it stays.
        fill: Writes what it shall hold.
        permissions: Its permissions; None for those that it has, or any new file gets.

    Raises:
        OSError: It cannot be written.
    """
    from durablewrite import atomic_write

    with atomic_write(path, "wb", permissions=permissions) as file:
        fill(file)

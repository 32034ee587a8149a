"""Write a file that nobody else writes: in pieces, but whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import IO

from translate.files import bounds, staging


def write(
    path: Path,
    fill: Callable[[IO[bytes]], object],
    *,
    home: Path | None,
    make: bool = False,
    permissions: int | None = None,
) -> None:
    """Replace a file durably; what it held stays where anything fails.

    Unlike `saving.save` it keeps no large file in memory, and what somebody else saves at that moment is replaced. Its
    name ends otherwise until it is whole.

    Args:
        path: Where it is, a symbolic link to it that stays at home stays.
        fill: Writes what it shall hold.
        home: The folder that links must not lead out of, resolved; None where the user named the file.
        make: Whether its folder is made as needed.
        permissions: Its permissions; None for those that it has (`staging.permissions`), or any new file gets.

    Raises:
        OutsideError: It lies elsewhere.
        OSError: It cannot be written.
    """
    from durablewrite import atomic_write

    with bounds.place(home, path, make=make) as place:
        if permissions is None:
            with contextlib.suppress(FileNotFoundError):
                permissions = staging.permissions(place.lstat())
        with atomic_write(place, "wb", permissions=permissions, follow_symlinks=False) as file:
            fill(file)

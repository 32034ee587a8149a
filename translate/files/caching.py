"""Files that may be deleted: whatever is wrong with one costs the time that it would have saved, and no run fails."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from translate.files import bounds, whole


def kept(path: Path, *, home: Path | None, largest: int) -> bytes | None:
    """What is kept in a file; None where there is none of ours that can be read.

    Args:
        path: The file.
        home: The folder that links must not lead out of, resolved; None for anywhere.
        largest: Bytes; what has more is none of ours.
    """
    with contextlib.suppress(OSError):
        if _is_ours(path):
            with os.fdopen(bounds.opened(home, path), "rb") as file:
                if os.fstat(file.fileno()).st_size <= largest:
                    return file.read()
    return None


def keep(path: Path, data: bytes, *, home: Path | None, permissions: int | None = None) -> None:
    """Keep something in a file, in place of what is kept there, if that is nothing or ours and can be written.

    Args:
        path: The file.
        data: What it shall hold.
        home: As `kept` has it.
        permissions: The file's permissions; None for those that it has, or any new file gets.
    """
    with contextlib.suppress(OSError):
        if _is_ours(path) or not (path.is_symlink() or path.exists()):
            whole.write(path, lambda file: file.write(data), home=home, make=True, permissions=permissions)


def _is_ours(path: Path) -> bool:
    """Whether a plain file is there: a link leads to what is somebody else's."""
    return path.is_file() and not path.is_symlink() and not path.parent.is_symlink()

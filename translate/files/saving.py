"""Save a file, never over a change that somebody else made meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

from translate.files import bounds, staging
from translate.files.kinds import Kind
from translate.files.reading import read

_CHANGED = "somebody changed the file meanwhile; nothing was written, run again"
_OPEN = "somebody is saving the file, or has it open for writing; nothing was written, run again"


def save(
    path: Path, data: bytes, *, kind: Kind, expected: bytes | None, home: Path | None, shown: str | None = None
) -> bool:
    """Replace a file as a whole, durably, and never over what somebody else saves at the same moment.

    Its permissions stay, its owner and group where we may give files away, and a symbolic link to it that stays at
    home. Folders are made as needed for a file that is new. See `staging` for how; whoever saves holds the project's
    lock.

    Args:
        path: Where it is.
        data: What it shall hold.
        kind: What it is.
        expected: What it held when it was read; None where it must not exist yet.
        home: The folder that links must not lead out of, resolved; None where the user named the file.
        shown: The path as the user knows it, for messages.

    Returns:
        Whether anything was written: a file that holds `data` already is not touched.

    Raises:
        ChangedError: The kind's own: the file holds something else than was expected, and stays as it is.
        NewsdeskError: The kind's own: it cannot be written, or lies elsewhere.
    """
    shown = shown or str(path)
    present = read(path, kind, shown, home=home)
    if present == data:
        return False
    try:
        # A drive that is gone is no change of somebody's.
        with bounds.place(home, path, make=expected is None) as target:
            if expected is not None:
                target.parent.stat()
            if present != expected:
                raise kind.changed(_CHANGED, path=shown)
            met = _replace(target, data, expected, path.parent)
    except OSError as error:
        raise kind.fault("cannot be written", error, shown) from error
    if met:
        raise kind.changed(met, path=shown)
    return True


def overwrite(path: Path, data: bytes, *, kind: Kind, shown: str, home: Path | None) -> bool:
    """Replace a file that is ours alone, whatever it holds now, as `save` does.

    Returns:
        Whether anything was written: a file that holds `data` already is not touched.

    Raises:
        NewsdeskError: The kind's own: it cannot be written, lies elsewhere, or no plain file is in its place.
    """
    try:
        with os.fdopen(bounds.opened(home, path), "rb") as file:
            # One that is too large is not read: saving tells of it.
            old = file.read() if os.fstat(file.fileno()).st_size <= kind.largest else None
    except bounds.SpecialError as error:
        raise kind.error("is in the way, and no plain file; remove it", path=shown) from error
    except OSError:
        old = None  # If it is not that there is no file, saving tells what it is.
    return save(path, data, kind=kind, expected=old, shown=shown, home=home)


def _replace(target: Path, data: bytes, expected: bytes | None, folder: Path) -> str | None:
    """Write; say what somebody else did, if nothing was written for that."""
    try:
        met = staging.replace(target, data, expected)
    except FileExistsError:
        return _CHANGED
    except FileNotFoundError:
        folder.stat()
        return _CHANGED  # The file was taken away, its folder was not.
    return None if met is None else _OPEN if met.written else _CHANGED

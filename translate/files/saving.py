"""Save a file, never over a change that somebody else made meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

from translate.files import staging
from translate.files.kinds import Kind
from translate.files.reading import read

_CHANGED = "somebody changed the file meanwhile; nothing was written, run again"
_OPEN = "somebody is saving the file, or has it open for writing; nothing was written, run again"


def save(path: Path, data: bytes, *, kind: Kind, expected: bytes | None, shown: str | None = None) -> bool:
    """Replace a file as a whole, durably, and never over what somebody else saves at the same moment.

    Its permissions stay, its owner and group where we may give files away, and a symbolic link to it. Folders are made
    as needed for a file that is new. See `staging` for how; whoever saves holds the project's lock.

    Args:
        path: Where it is.
        data: What it shall hold.
        kind: What it is.
        expected: What it held when it was read; None where it must not exist yet.
        shown: The path as the user knows it, for messages.

    Returns:
        Whether anything was written: a file that holds `data` already is not touched.

    Raises:
        ChangedError: The kind's own: the file holds something else than was expected, and stays as it is.
        NewsdeskError: The kind's own: it cannot be written.
    """
    shown = shown or str(path)
    present = read(path, kind, shown)
    if present == data:
        return False
    target = Path(os.path.realpath(path))
    try:
        if expected is None:
            target.parent.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.stat()  # A drive that is gone is no change of somebody's.
        if present != expected:
            raise kind.changed(_CHANGED, path=shown)
        met = _replace(target, data, expected)
    except OSError as error:
        raise kind.error(f"cannot be written: {error.strerror or error}", path=shown) from error
    if met:
        raise kind.changed(met, path=shown)
    return True


def overwrite(path: Path, data: bytes, *, kind: Kind, shown: str) -> bool:
    """Replace a file that is ours alone, whatever it holds now, as `save` does.

    Returns:
        Whether anything was written: a file that holds `data` already is not touched.

    Raises:
        NewsdeskError: The kind's own: it cannot be written, or no plain file is in its place.
    """
    try:
        if path.exists() and not path.is_file():  # A pipe would let us wait for ever.
            raise kind.error("is in the way, and no plain file; remove it", path=shown)
        old = path.read_bytes()
    except OSError:
        old = None  # If it is not that there is no file, saving tells what it is.
    return save(path, data, kind=kind, expected=old, shown=shown)


def _replace(target: Path, data: bytes, expected: bytes | None) -> str | None:
    """Write; say what somebody else did, if nothing was written for that."""
    try:
        met = staging.replace(target, data, expected)
    except FileExistsError:
        return _CHANGED
    except FileNotFoundError:
        target.parent.stat()
        return _CHANGED  # The file was taken away, its folder was not.
    return None if met is None else _OPEN if met.written else _CHANGED

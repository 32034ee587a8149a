"""Load and save PO files on the disk, never over a change that somebody else made meanwhile."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from translate.catalogs.reading import PoFile, read
from translate.errors import CatalogError, ChangedError
from translate.files import staging

_CHANGED = "somebody changed the file meanwhile; nothing was written, run again"
_LARGEST = 100_000_000
"""Bytes of a PO file at most: nothing larger is read into memory."""
_OPEN = "somebody is saving the file, or has it open for writing; nothing was written, run again"


def load(path: Path, shown: str) -> PoFile | None:
    """Read the PO file at a path.

    Args:
        path: Where it is.
        shown: The path as the user knows it, for messages.

    Returns:
        The file, or None where there is none.

    Raises:
        CatalogError: It cannot be read, or is no PO file.
    """
    data = _present(path, shown)
    return None if data is None else read(data, shown)


def save(path: Path, data: bytes, *, expected: bytes | None, shown: str | None = None) -> bool:
    """Replace a file as a whole, durably, and never over what somebody else saves at the same moment.

    Its permissions stay, its owner and group where we may give files away, and a symbolic link to it. Folders are made
    as needed for a file that is new. See `staging` for how; whoever saves holds the project's lock.

    Args:
        path: Where it is.
        data: What it shall hold.
        expected: What it held when it was read; None where it must not exist yet.
        shown: The path as the user knows it, for messages.

    Returns:
        Whether anything was written: a file that holds `data` already is not touched.

    Raises:
        ChangedError: The file holds something else than was expected, and stays as it is.
        CatalogError: It cannot be written.
    """
    shown = shown or str(path)
    present = _present(path, shown)
    if present == data:
        return False
    target = Path(os.path.realpath(path))
    try:
        if expected is None:
            target.parent.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.stat()  # A drive that is gone is no change of somebody's.
        if present != expected:
            raise ChangedError(_CHANGED, path=shown)
        met = _replace(target, data, expected)
    except OSError as error:
        raise CatalogError(f"cannot be written: {error.strerror or error}", path=shown) from error
    if met:
        raise ChangedError(met, path=shown)
    return True


def overwrite(path: Path, data: bytes, shown: str) -> bool:
    """Replace a file that is ours alone, whatever it holds now, as `save` does.

    Returns:
        Whether anything was written: a file that holds `data` already is not touched.

    Raises:
        CatalogError: It cannot be written, or no plain file is in its place.
    """
    if path.exists() and not path.is_file():  # A pipe would let us wait for ever.
        raise CatalogError("is in the way, and no plain file; remove it", path=shown)
    try:
        old = path.read_bytes()
    except OSError:
        old = None  # If it is not that there is no file, saving tells what it is.
    return save(path, data, expected=old, shown=shown)


def tidy(folder: Path, shown: str) -> list[str]:
    """Clear away what a killed run left among the PO files of a folder; once at the start of a run, under its lock.

    Returns:
        What a person should know: a sentence for each text of theirs that was put back, or is kept beside its file.

    Raises:
        CatalogError: The folder cannot be read; one that does not exist is tidy.
    """
    return staging.tidy(folder, shown)


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


def _present(path: Path, shown: str) -> bytes | None:
    """What the file holds now."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) and not path.is_dir():
            raise CatalogError("cannot be read: it is no file", path=shown)  # A pipe would let us wait for ever.
        if found.st_size > _LARGEST:
            size = f"has {found.st_size:,} bytes, and a PO file at most {_LARGEST:,}"
            raise CatalogError(f"{size}; is it a PO file?", path=shown)
        return path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            message = f"is a link that leads nowhere (to {path.readlink()}); is a disk missing?"
            raise CatalogError(message, path=shown) from None
        return None
    except OSError as error:
        raise CatalogError(f"cannot be read: {error.strerror or error}", path=shown) from error

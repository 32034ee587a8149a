"""Load and save PO files on the disk, never over a change that somebody else made meanwhile."""

from __future__ import annotations

from pathlib import Path

from translate.catalogs.reading import PoFile, read
from translate.errors import CatalogError


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
    """Replace a file as a whole, durably, keeping its permissions and a symbolic link to it; make folders as needed.

    Args:
        path: Where it is.
        data: What it shall hold.
        expected: What it held when it was read; None where it must not exist yet.
        shown: The path as the user knows it, for messages.

    Returns:
        Whether anything was written: a file that holds `data` already is not touched.

    Raises:
        CatalogError: The file holds something else than was expected, and stays as it is; or it cannot be written.
    """
    from durablewrite import atomic_write  # noqa: PLC0415 - only who writes needs it

    shown = shown or str(path)
    if _present(path, shown) == data:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path, "wb") as file:
            file.write(data)
            # As late as can be: what is raised in here leaves the old file in its place.
            if _present(path, shown) != expected:
                raise CatalogError("somebody changed the file meanwhile; nothing was written, run again", path=shown)
    except OSError as error:
        raise CatalogError(f"cannot be written: {error.strerror or error}", path=shown) from error
    return True


def _present(path: Path, shown: str) -> bytes | None:
    """What the file holds now."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CatalogError(f"cannot be read: {error.strerror or error}", path=shown) from error

"""Load PO files from the disk, and say what one is."""

from __future__ import annotations

from pathlib import Path

from translate.catalogs.reading import PoFile, read
from translate.errors import CatalogError, ChangedCatalogError
from translate.files import reading
from translate.files.kinds import Kind


def load(path: Path, shown: str, *, home: Path | None) -> PoFile | None:
    """Read the PO file at a path.

    Args:
        path: Where it is.
        shown: The path as the user knows it, for messages.
        home: The folder that links must not lead out of, resolved; None where the user named the file.

    Returns:
        The file, or None where there is none.

    Raises:
        CatalogError: It cannot be read, or is no PO file.
    """
    data = reading.read(path, PO_FILE, shown, home=home)
    return None if data is None else read(data, shown)


def _is_whole(data: bytes) -> bool:
    try:
        read(data, "")
    except CatalogError:
        return False
    return True


PO_FILE = Kind("a PO file", ".po", 100_000_000, CatalogError, ChangedCatalogError, _is_whole)

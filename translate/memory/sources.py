"""What a file gives to the memory: the approved texts of a PO file, or the units of a TMX file."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Catalog
from translate.core.entries.remembered import MemoryUnit, approved
from translate.errors import MemoryFileError
from translate.files import bounds
from translate.memory import tmx


def units_of_catalog(
    catalog: Catalog, shown: str, *, locales: Sequence[str], locale: str | None = None
) -> tuple[MemoryUnit, ...]:
    """What people approved in a PO file.

    Args:
        catalog: What it holds.
        shown: The file as the newsroom knows it.
        locales: The project's locales.
        locale: Which of them it is in; None for the one that its header names.

    Raises:
        MemoryFileError: Its header names none of the project's locales.
    """
    header = catalog.header
    if locale is None:
        locale = (header.get("Language") or "").strip()
        if locale not in locales:
            told = f"is in “{locale}”, which is none of the project's locales" if locale else "names no Language"
            raise MemoryFileError(f"{told}; its header must name one of {', '.join(locales)}", path=shown)
    seen = revised(header.get("PO-Revision-Date") or "")
    return approved(((entry, seen) for entry in cleared(catalog).entries), locale, shown)


def units_of_tmx(
    path: Path, shown: str, *, source: str, locales: Sequence[str], home: Path | None
) -> Iterator[MemoryUnit | tmx.Skipped]:
    """The units of a TMX file, and what it has besides; see `tmx.read`.

    Raises:
        MemoryFileError: It cannot be read.
    """
    try:
        with os.fdopen(bounds.opened(home, path), "rb") as file:
            yield from tmx.read(file, shown, source=source, locales=locales)
    except OSError as error:
        message, about = bounds.explained(error, "cannot be read", shown, "a TMX file")
        raise MemoryFileError(message, path=about) from error


def units_of_sound_tmx(
    path: Path, shown: str, *, source: str, locales: Sequence[str], home: Path | None
) -> Iterator[MemoryUnit]:
    """The units of a TMX file that has been gone through once before the first of them comes.

    Raises:
        MemoryFileError: At once, and not among the units: it cannot be read, or breaks off.
    """
    for _ in units_of_tmx(path, shown, source=source, locales=locales, home=home):
        pass
    again = units_of_tmx(path, shown, source=source, locales=locales, home=home)
    return (unit for unit in again if isinstance(unit, MemoryUnit))


def revised(value: str) -> str:
    """When a PO file was revised, as units have it; empty where its header does not say."""
    if not value:
        return ""
    with contextlib.suppress(ValueError, OverflowError):
        return datetime.strptime(value.strip(), "%Y-%m-%d %H:%M%z").astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return ""

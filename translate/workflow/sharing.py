"""``newsdesk memory export``: write what is remembered to a TMX or a PO file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO

from translate import __version__
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.remembered import MemoryUnit, newest_of_each
from translate.memory import tmx
from translate.memory.database import Memory
from translate.memory.saving import save
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.heading import new_header
from translate.workflow.places import home_of


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written to a file."""

    units: int
    left_out: int
    """Units that the format has no place for: a TMX file holds no control characters."""


def export_tmx(settings: Settings, memory: Memory, path: Path, locales: Sequence[str]) -> Exported:
    """Write the units of some locales as a TMX file, one at a time.

    Raises:
        MemoryFileError: The file cannot be written.
    """
    units = left_out = 0

    def counted() -> Iterator[MemoryUnit]:
        nonlocal units
        for unit in memory.units(locales):
            units += 1
            yield unit

    def write(file: IO[bytes]) -> None:
        nonlocal left_out
        left_out = tmx.write(file, counted(), source=settings.source, version=__version__)

    save(path, str(path), write, home=home_of(settings, path))
    return Exported(units - left_out, left_out)


def export_po(settings: Settings, memory: Memory, path: Path, locale: str, *, now: datetime) -> Exported:
    """Write the units of one locale as a PO compendium, as ``msgmerge --compendium`` takes it.

    A PO file has one translation for a text of a kind: the one that was approved last. The others are left out.

    Raises:
        MemoryFileError, CatalogError: The file cannot be written.
    """
    newest, left_out = newest_of_each(memory.units([locale]))
    header = new_header(settings, locale, now)
    entries = tuple(Entry(msgid=u.source, msgstr=u.target, msgctxt=u.kind) for u in newest)
    data = render(Catalog(header, entries), wrap=settings.wrap)
    save(path, str(path), lambda file: file.write(data), home=home_of(settings, path))
    return Exported(len(entries), left_out)

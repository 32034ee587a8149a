"""Read a PO file and check every translated text in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from translate.catalogs.loading import load
from translate.catalogs.reading import PoFile
from translate.core.entries.blanks import cleared
from translate.core.entries.remembered import says_its_source
from translate.core.results.checked import CheckedEntries, check_entries
from translate.core.terms.matching import Matcher
from translate.documents.paths import printable
from translate.errors import CatalogError
from translate.languages.loading import load_pair
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.places import catalogs_folder, home_of, shown_path
from translate.workflow.shelves import names_in
from translate.workflow.strays import work_among


@dataclass(frozen=True, slots=True)
class Inspected:
    """A PO file that was read and checked."""

    file: PoFile
    checked: CheckedEntries


def read_catalog(settings: Settings, path: Path) -> PoFile:
    """Read a PO file that should be there.

    Raises:
        CatalogError: It is not there, or cannot be read.
    """
    shown = shown_path(settings, path)
    read = load(path, shown, home=home_of(settings, path))
    if read is None:
        raise CatalogError("there is no such file", path=shown)
    return read


def inspect(settings: Settings, path: Path, locale: str, matcher: Matcher) -> Inspected:
    """Read and check one PO file.

    Raises:
        CatalogError: It is not there, or cannot be read.
    """
    read = read_catalog(settings, path)
    entries = cleared(read.catalog).entries
    filled = (
        was
        for was, now in zip(read.catalog.entries, entries, strict=True)
        if says_its_source(was) and not now.translated
    )
    return Inspected(read, check_entries(entries, load_pair(settings.source, locale), matcher, filled=filled))


def files_in(settings: Settings, locale: str, named: Mapping[str, Path]) -> list[tuple[str, str]]:
    """The PO files of a locale that are work (`strays.work_in`), as the newsroom knows them, each with its name.

    The name is that in the locale's folder, as ``2025-02/ferry.po`` in a sub-folder.
    """
    folder = catalogs_folder(settings, locale)
    there, names = shown_path(settings, folder), work_among(settings, names_in(folder), named)
    return [(f"{there}/{printable(name)}", name) for name in names]

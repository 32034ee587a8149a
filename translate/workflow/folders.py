"""The folders that newsdesk saves into: all of them are tidied before a run writes, and looked at by the doctor."""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from translate.catalogs.loading import PO_FILE
from translate.core.results.summary import Trouble
from translate.documents.paths import printable
from translate.engines import wordings
from translate.errors import CatalogError, DocumentError, MemoryFileError, ReportError
from translate.files import bounds, tidying
from translate.files.kinds import Kind
from translate.files.tidying import Folder
from translate.ledger import seals
from translate.settings import Settings
from translate.termbases import keeping
from translate.termbases.folder import GLOSSARY
from translate.workers import frozen
from translate.workflow import applied
from translate.workflow.places import IMPORTS, catalog_folders, home_of, runs_folder, shown_path
from translate.workflow.shelves import shelves

EXPORTS = "exports"
"""Where translated articles come to lie, unless the user names another place."""

# What a person makes of these is kept beside them and never put back: the next run would write over it.
EXPORT = Kind("a translated article", "", 100_000_000, DocumentError)
COMPILED = Kind("a compiled PO file", ".mo", 100_000_000, CatalogError)
REPORT = Kind("a report", "", 100_000_000, ReportError)
IMPORT = Kind("a TMX or a PO file", "", 100_000_000, MemoryFileError)


def saved_into(settings: Settings, *exports: Path) -> tuple[Folder, ...]:
    """The register: whoever saves into another folder adds it here.

    Args:
        settings: The project.
        exports: The folders of exports that are written to; the project's own may be one that cannot be read.
    """
    root, nightly = settings.root, settings.nightly
    places: list[tuple[Path, Kind]] = [
        *((path, PO_FILE) for folder in catalog_folders(settings) for path in (folder, *shelves(folder))),
        *((path, REPORT) for path in (root / nightly.reports, runs_folder(settings))),
        *((root / each.FOLDER, each.KEPT) for each in (keeping, wordings, seals, applied, frozen)),
        (root / settings.glossaries, GLOSSARY),
        (root / IMPORTS, IMPORT),
    ]
    own: dict[Path, tuple[Path, Kind]] = {}
    for path, kind in places:
        own.setdefault(_end(path), (path, kind))
    ends = dict(link for folder, kind in own.values() for link in _links(folder, kind))
    ends = {end: kind for end, kind in ends.items() if not bounds.leads_out(root, end)}
    metrics = root / (nightly.metrics or "")
    if nightly.metrics and not (home_of(settings, metrics) and bounds.leads_out(root, metrics)):
        ends[_end(metrics)] = REPORT
    shared: defaultdict[tuple[Path, Kind], set[str]] = defaultdict(set)
    for end, kind in ends.items():
        if end.parent not in own:
            shared[end.parent, kind].add(end.name)
    unwritten = [] if _end(root / EXPORTS) in map(_end, exports) else [root / EXPORTS]
    return (
        *(_folder(settings, path, kind) for path, kind in own.values()),
        *(_beside(settings, path, kind, names) for (path, kind), names in shared.items()),
        *_exported_into(settings, *exports),
        *(replace(folder, needed=False) for folder in _exported_into(settings, *unwritten)),
    )


def _exported_into(settings: Settings, *exports: Path) -> Iterator[Folder]:
    for tree in exports:
        home = exports_home(settings, tree)
        for locale in settings.locales:
            yield replace(_folder(settings, tree / locale, EXPORT), deep=True, home=home)


def _folder(settings: Settings, path: Path, kind: Kind) -> Folder:
    shown, elsewhere = shown_path(settings, path), is_elsewhere(settings, path)
    return Folder(path, shown, kind, deep=kind in {IMPORT, frozen.KEPT}, shared=elsewhere, home=settings.root)


def _beside(settings: Settings, path: Path, kind: Kind, names: set[str]) -> Folder:
    """That of the ends of links; outside only of metrics that the machine names. The run tells if it cannot write."""
    home = settings.root if path.is_relative_to(settings.root) else None
    return Folder(path, shown_path(settings, path), kind, shared=True, needed=False, only=frozenset(names), home=home)


def _links(folder: Path, kind: Kind) -> Iterator[tuple[Path, Kind]]:
    """The ends of the files of a folder that are links: what is saved through a link is staged beside its end."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        yield from ((_end(entry.path), kind) for entry in entries if entry.is_symlink())


def _end(path: str | Path) -> Path:
    return Path(bounds.resolved(path))


def is_elsewhere(settings: Settings, path: Path) -> bool:
    """Whether a path leads out of the project, to where runs may save that do not hold its lock."""
    return bounds.leads_out(settings.root, path)


def exports_home(settings: Settings, folder: Path) -> Path:
    """The folder that links among exports must not lead out of.

    Args:
        settings: The project.
        folder: That of exports: the project's own, or one that the user named.
    """
    return home_of(settings, folder) or folder.resolve()


def refuse_elsewhere(settings: Settings, exports: Path, place: Path) -> None:
    """See that a place among exports is in their folder, wherever links lead.

    Args:
        settings: The project.
        exports: The folder of exports.
        place: A file or a folder in it.

    Raises:
        DocumentError: It is not.
    """
    shown = f"{shown_path(settings, exports)}/{printable(place.relative_to(exports).as_posix())}"
    if exports_home(settings, exports) == settings.root:
        EXPORT.see(settings.root, place, shown)
    EXPORT.see(exports.resolve(), place, shown, whose="the folder of exports")


def tidied(settings: Settings, *exports: Path, now: int, elsewhere: bool = False) -> Iterator[Trouble]:
    """Tidy them all, under the project's lock; tell of what a person saved just when a run was killed.

    Args:
        settings: The project.
        exports: The folders of exports that are written to.
        now: The time, in nanoseconds since 1970.
        elsewhere: Tidy those alone, outside the project, for which no lock is needed.
    """
    for folder in _exported_into(settings, *exports) if elsewhere else saved_into(settings, *exports):
        yield from (Trouble(sentence, folder.shown) for sentence in tidying.tidy(folder, now=now))


def untidied(settings: Settings) -> Iterator[str]:
    """What `tidied` would have to tell, for somebody who only looks."""
    return (left for folder in saved_into(settings, settings.root / EXPORTS) for left in tidying.left_in(folder))

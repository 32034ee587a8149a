"""Tell how far PO files are: as a run left them, where nothing has changed since, or by reading them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from translate import __version__
from translate.catalogs.loading import load
from translate.core.results.figures import Figures, figures_of
from translate.core.results.summary import Trouble
from translate.documents.paths import printable
from translate.documents.slugs import is_shelf
from translate.errors import NewsdeskError
from translate.files import bounds
from translate.ledger import results
from translate.ledger.pages import About, Ledger, Page
from translate.ledger.states import states_below
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.places import catalogs_folder, shown_path
from translate.workflow.shelves import shelves
from translate.workflow.strays import work_among
from translate.workflow.troubles import trouble_of

_AT_ONCE = 500
"""So many PO files are asked for at a time."""


@dataclass(frozen=True, slots=True)
class Figured:
    """How far a PO file is, or why nobody can tell."""

    path: str
    """The file, as the newsroom knows it."""
    found: Figures | Trouble


def page_of(path: str, locale: str, figures: Figures) -> Page:
    """What the ledger shall have of it; the file's state is not known yet.

    Args:
        path: The file, as the newsroom knows it.
        locale: Its locale.
        figures: How far it is.
    """
    return Page(path, locale, "", __version__, results.from_figures(figures))


def figures_in(
    settings: Settings, ledger: Ledger, locale: str, named: Mapping[str, Path], now_ns: int
) -> Iterator[Figured]:
    """How far the PO files of a locale are that are work, by name; one that is not there any more is passed over.

    Args:
        settings: The project.
        ledger: What past runs found out.
        locale: The locale.
        named: The articles by the name of their catalogs.
        now_ns: The time, in nanoseconds.
    """
    # Its files have the states that they had where somebody has put a link to elsewhere in the place of the folder.
    folder = catalogs_folder(settings, locale)
    there, states = shown_path(settings, folder), states_below(folder, is_shelf, now_ns)
    is_known = not bounds.leads_out(settings.root, folder)
    outside = {place.name for place in shelves(folder) if bounds.leads_out(settings.root, place)}
    waiting = iter(work_among(settings, states.keys(), named))
    while batch := {name: f"{there}/{printable(name)}" for name in islice(waiting, _AT_ONCE)}:
        pages = ledger.some(About.FIGURES, locale, batch.values()) if is_known else {}
        for name, shown in batch.items():
            page = pages.get(shown)
            # Whether a link may still be followed tells who follows it.
            holds = page and page.state == states[name] != "" and name.partition("/")[0] not in outside
            holds = holds and not os.path.islink(f"{folder}/{name}")  # noqa: PTH114
            found = (_known(page) if page and holds else None) or _read(settings, folder / name, shown)
            if found is not None:
                yield Figured(shown, found)


def _known(page: Page) -> Figures | None:
    return results.to_figures(page.result) if page.context == __version__ else None


def _read(settings: Settings, path: Path, shown: str) -> Figures | Trouble | None:
    try:
        read = load(path, shown, home=settings.root)
    except NewsdeskError as error:
        return trouble_of(error, shown)
    return figures_of(read.catalog, read.lines) if read else None

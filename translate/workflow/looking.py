"""Look at a PO file: as the last look found it, where nothing has changed since, or by reading it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from translate import __version__
from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Catalog
from translate.core.entries.template import Key
from translate.core.results.checked import check_entries
from translate.core.results.judging import Placed, judge, waiting_in
from translate.core.results.looks import Look, look_of
from translate.core.terms.glossary import Glossary
from translate.core.terms.language import Language, told
from translate.core.terms.matching import Matcher
from translate.core.text.fingerprints import fingerprint
from translate.languages.loading import load_pair
from translate.ledger import results
from translate.ledger.pages import About, Ledger, Page
from translate.ledger.states import state_of
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.clock import Clock
from translate.workflow.inspecting import read_catalog
from translate.workflow.places import shown_path

_AT_ONCE = 100
"""So many PO files are looked at before the ledger is written."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What a locale's PO files are held against."""

    settings: Settings
    locale: str
    glossary: Glossary
    matcher: Matcher
    pair: tuple[Language, Language]
    """The languages of the source texts and of the translations."""
    context: str
    """The fingerprint of all of it."""


def yardstick(settings: Settings, glossary: Glossary, matcher: Matcher) -> Yardstick:
    """Get ready to look at the PO files of a glossary's locale."""
    pair = load_pair(settings.source, glossary.locale)
    context = fingerprint((__version__, settings.source, glossary.locale, *map(told, pair), matcher.rows.digest))
    return Yardstick(settings, glossary.locale, glossary, matcher, pair, context)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a PO file found."""

    path: str
    """The file, as the newsroom knows it."""
    look: Look
    waiting: tuple[Placed, ...]

    def pages(self, by: Yardstick, state: str) -> dict[About, Page]:
        """What the ledger shall have of it, by its tables; the file had that state when it said so."""
        told = {About.CATALOG: results.from_look(self.look), About.WAITING: results.from_waiting(self.waiting)}
        return {about: Page(self.path, by.locale, state, by.context, data) for about, data in told.items()}


def look(by: Yardstick, path: str, catalog: Catalog, lines: Mapping[Key, int]) -> Looked:
    """Look at what a PO file says.

    Args:
        by: What to hold it against.
        path: The file, as the newsroom knows it.
        catalog: What it says.
        lines: The line of each entry's msgid.
    """
    catalog = cleared(catalog)
    checked = check_entries(catalog.entries, by.pair, by.matcher)
    judged = judge(checked)
    found = look_of(catalog, lines, checked, judged, by.matcher.rows)
    return Looked(path, found, tuple(waiting_in(judged, lines, path, by.locale)))


def look_into(by: Yardstick, path: Path) -> Looked:
    """Read a PO file and look at it.

    Raises:
        CatalogError: It is not there, or cannot be read.
    """
    read = read_catalog(by.settings, path)
    return look(by, read.path, read.catalog, read.lines)


def waiting(by: Yardstick, ledger: Ledger, path: Path, now_ns: int) -> tuple[Placed, ...]:
    """What waits in a PO file: as the last look found it, where nothing has changed since, or by reading it."""
    page = ledger.get(About.WAITING, shown_path(by.settings, path), by.locale)
    holds = page and (page.state, page.context) == (state_of(path, now_ns), by.context)
    found = results.to_waiting(page.result) if page and holds else None
    return look_into(by, path).waiting if found is None else found


class Looks:
    """Looks at a locale's PO files, none of which is read where an earlier look still holds."""

    def __init__(self, by: Yardstick, ledger: Ledger, clock: Clock) -> None:
        """Take what to look with, what earlier looks have found, and the time."""
        self.by = by
        self._ledger = ledger
        self._clock = clock
        self._pages: list[dict[About, Page]] = []
        self._at_hand: dict[Path, Page | None] = {}

    def expect(self, paths: Sequence[Path]) -> None:
        """Have at hand what earlier looks have found in the files that are taken next."""
        shown = {path: shown_path(self.by.settings, path) for path in paths}
        pages = self._ledger.some(About.CATALOG, self.by.locale, shown.values())
        self._at_hand = {path: pages.get(name) for path, name in shown.items()}

    def take(self, path: Path) -> Look:
        """What a look at a PO file comes to that is expected.

        Raises:
            CatalogError: It is not there, or cannot be read.
        """
        state = state_of(path, self._clock.nanoseconds())  # Before it is read: every change since will show.
        page = self._at_hand[path]
        holds = page and (page.state, page.context) == (state, self.by.context)
        found = results.to_look(page.result) if page and holds else None
        if found is not None:
            return found
        looked = look_into(self.by, path)
        if state:
            self._pages.append(looked.pages(self.by, state))
            if len(self._pages) >= _AT_ONCE:
                self.keep()
        return looked.look

    def keep(self) -> None:
        """Have the ledger remember what was found."""
        for about in (About.CATALOG, About.WAITING):
            self._ledger.put(about, [pages[about] for pages in self._pages])
        self._pages.clear()

    def forget_all_but(self, shown: Iterable[str]) -> None:
        """Have the ledger forget the locale's other PO files."""
        there = {*shown}
        for about in (About.CATALOG, About.WAITING):
            self._ledger.forget(about, lambda path, locale: locale == self.by.locale and path not in there)

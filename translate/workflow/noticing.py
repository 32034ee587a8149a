"""Notice what happened to PO files since newsdesk looked at them last, before anything is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path

from translate.catalogs.reading import PoFile
from translate.core.entries import bulk
from translate.core.entries.bulk import Bulk
from translate.core.entries.catalog import Catalog, says_the_same
from translate.core.entries.noticing import Noticed, notice
from translate.core.entries.past import Seen
from translate.core.entries.remembered import MemoryUnit, approved
from translate.errors import HistoryError
from translate.history.texts import History, Look
from translate.memory.sources import revised
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles, telling
from translate.workflow.places import history_file, locale_in, shown_path
from translate.workflow.watch import stamp

See = Callable[[Path, Noticed | None], None]
"""Shown what was noticed in a PO file that was read; None where it cannot be."""


def unseen(_path: Path, _noticed: Noticed | None) -> None:
    """Show it to nobody."""


@dataclass(slots=True)
class Noticing:
    """Looks at the PO files of a project with the last look in mind."""

    settings: Settings
    history: History
    now: datetime
    articles: Mapping[str, Path]
    """The articles by the name of their catalogs: a PO file without one is no work of ours."""
    notes: list[str] = field(default_factory=list)
    """What happened, where nothing was lost."""
    parted: set[str] = field(default_factory=set)
    """The PO files that were deleted with their articles: what people wrote in them is told in the notes."""
    moving: dict[Path, Path] = field(default_factory=dict)
    """The PO files that follow their articles in this run, each with its name from then on."""
    _found: dict[str, tuple[str, str, Noticed]] = field(default_factory=dict)
    """Article, locale and what was noticed, of the PO files in which drafts were approved unchanged."""

    @property
    def at(self) -> str:
        """The time of the look."""
        return stamp(self.now)

    def notice(self, shown: str, catalog: Catalog | None) -> Noticed:
        """Compare a PO file with what it was, and keep nothing.

        Args:
            shown: The file, as the newsroom knows it.
            catalog: What it says; None where it is not there.
        """
        said = catalog.header.get("PO-Revision-Date") if catalog else None
        return notice(self.history.past(shown), catalog, at=self.at, revised=revised(said or ""))

    def look(self, path: Path, shown: str, locale: str, read: PoFile | None, state: str) -> Noticed:
        """Look at a PO file, for the history to know.

        Args:
            path: The file.
            shown: The same, as the newsroom knows it.
            locale: Its locale.
            read: What it says; None where it is not there.
            state: Its state before it was read.
        """
        noticed = self.notice(shown, read.catalog if read else None)
        self.history.put(Look(shown, locale, noticed.past, state, noticed.superseded, self.at))
        self.notes += telling.noticed(shown, noticed)
        if noticed.approved_as_drafted:
            self._found[shown] = (path.stem, locale, noticed)
        return noticed

    def gone(self, absent: Iterable[str]) -> Iterator[tuple[Path, str, str]]:
        """The PO files that are not there any more though their articles are: path, shown path and locale.

        Args:
            absent: Those that the history knows and that are no work, as the newsroom knows them.
        """
        for shown in sorted(absent):
            path = self.settings.root / shown
            locale = locale_in(path)
            if locale in self.settings.locales and path.stem in self.articles:
                yield path, shown, locale

    @property
    def suspected(self) -> frozenset[str]:
        """The PO files in which drafts were approved unchanged, so far."""
        return frozenset(self._found)

    def settle(self) -> None:
        """After all have been looked at: drafts that were approved in bulk say so in a line from now on."""
        limit = Bulk(self.settings.review.bulk_entries, self.settings.review.bulk_percent)
        noticed = {shown: (article, one) for shown, (article, _, one) in self._found.items()}
        found = bulk.in_bulk(noticed, limit)
        together = sum(len(noticed[shown][1].approved_as_drafted) for shown in found)
        for shown in found:
            _, locale, one = self._found[shown]
            self.history.put(Look(shown, locale, bulk.unconfirmed(one, together).past, at=self.at))
        self._found.clear()

    def units(self, shown: str, locale: str) -> tuple[MemoryUnit, ...]:
        """What people approved in a PO file that was looked at, and what a tool has dropped from it."""
        known = self.history.past(shown)
        there = known.by_key if known else {}
        # Where only an approval was lost, the text is there, and nobody's word until it is approved again.
        lost = (one for one in self.history.lost(shown) if not _stands(one, there.get(one.entry.key)))
        seen = (*there.values(), *lost)
        return approved(((one.entry, one.since) for one in seen), locale, shown)


def _stands(lost: Seen, there: Seen | None) -> bool:
    return there is not None and there.entry.translated and says_the_same(lost.entry, there.entry)


def noticing(
    settings: Settings, *, now: datetime, named: Mapping[str, Path] | None = None, keep: bool = True
) -> tuple[Noticing, HistoryError | None]:
    """Get ready to notice; where the history cannot be used, without any.

    Args:
        settings: The project.
        now: The time.
        named: All articles that the project has, by the names of their catalogs; None where they have to be found.
        keep: Whether what is noticed may be kept.
    """
    file = history_file(settings)
    try:
        history, trouble = History(file, shown_path(settings, file), home=settings.root, keep=keep), None
    except HistoryError as error:
        history, trouble = History(None, home=None), error
    return Noticing(settings, history, now, articles.named(settings) if named is None else named), trouble


def storable(settings: Settings, path: Path) -> str:
    """The file as the newsroom knows it; a name that is no UTF-8 with its odd bytes escaped."""
    return shown_path(settings, path).encode("utf-8", "backslashreplace").decode()

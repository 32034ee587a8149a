"""``newsdesk status``: how far each article is in each locale, as the PO files say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime

from translate.core.entries.losses import Loss
from translate.core.results.news import Correction, News
from translate.core.results.summary import Counts, Totals, Trouble, article_of, by_locale, total
from translate.core.results.worst import ByLocale
from translate.errors import NewsdeskError
from translate.history.texts import History
from translate.ledger.pages import FILE, Ledger
from translate.ledger.states import nanoseconds
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles
from translate.workflow.figuring import figures_in
from translate.workflow.locales import chosen
from translate.workflow.missing import Voice
from translate.workflow.news import news
from translate.workflow.places import history_file, shown_path
from translate.workflow.troubles import trouble_of


@dataclass(frozen=True, slots=True)
class CatalogStatus:
    """How far one PO file is."""

    locale: str
    slug: str
    path: str
    counts: Counts

    @property
    def totals(self) -> Totals:
        """What it comes to alone."""
        return Totals(1, self.counts)

    @property
    def place(self) -> str:
        """Sorts where all are named: by the file's name, whatever folder it is in."""
        return self.path.rpartition("/")[2]

    @property
    def rank(self) -> tuple[float | str, ...]:
        """Sorts where only some are named: flagged terms before all, then by what is left."""
        return (-self.counts.flagged, -self.counts.words_left, self.path)


@dataclass(frozen=True, slots=True)
class Status:
    """How far the project is."""

    catalogs: tuple[CatalogStatus, ...]
    """Of many in a locale the first by `CatalogStatus.rank`."""
    troubles: tuple[Trouble, ...] = ()
    lost: tuple[Loss, ...] = ()
    """What tools have dropped of people's texts, as the last run knew it, and nobody has seen to."""
    news: News = field(default_factory=News)
    """What is no longer true."""
    left_out: Mapping[str, Totals] = field(default_factory=dict)
    """What those of a locale's PO files come to that are too many to be named."""

    @property
    def counts(self) -> Counts:
        """How far all PO files are."""
        return total(by_locale(self.catalogs, self.left_out).values()).counts


def status(settings: Settings, locales: Sequence[str] = (), *, now: datetime) -> Status:
    """Count every PO file of the project that is work; those that are as a run has left them are not read again.

    Args:
        settings: The project.
        locales: Only these; none for all of the project's.
        now: The time.

    Returns:
        The PO files by locale and name. One that cannot be read is told and stops nothing.

    Raises:
        SettingsError: A locale is none.
    """
    found = ByLocale[CatalogStatus]()
    corrections: list[Correction] = []
    troubles: list[Trouble] = []
    every = articles.listing(settings)
    with Ledger(settings.root / FILE, home=settings.root, keep=False) as ledger:
        for locale in chosen(settings, locales):
            for one in figures_in(settings, ledger, locale, every.named, nanoseconds(now)):
                if isinstance(one.found, Trouble):
                    troubles.append(one.found)
                    continue
                slug = article_of(one.path)
                found.add(CatalogStatus(locale, slug, one.path, one.found.counts))
                corrections += (text.of(locale, slug, one.path) for text in one.found.corrected)
    lost: tuple[Loss, ...] = ()
    try:
        file = history_file(settings)
        with History(file, shown_path(settings, file), home=settings.root) as history:
            lost = history.losses()
    except NewsdeskError as error:
        troubles.append(trouble_of(error, ""))
    known, errors = news(settings, corrections, every, now=now, voice=Voice.NOBODY)
    troubles += (trouble_of(error, "") for error in errors)
    return Status(found.named(), tuple(dict.fromkeys(troubles)), lost, known, found.left_out())

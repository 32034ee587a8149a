"""Days of a small newsroom: articles are drafted, approved and exported; some are corrected, some are gone."""

import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.workflow.people import entries, translate
from tests.workflow.project import NOW, Project
from translate.cli.project import CLOCK
from translate.core.results.exporting import Export
from translate.core.results.news import News
from translate.core.results.summary import ExitCode
from translate.workflow import articles
from translate.workflow.draft import draft
from translate.workflow.export import export
from translate.workflow.night import nightly
from translate.workflow.noticing import noticing
from translate.workflow.orders import Orders

FERRY, TRAIN = "articles/ferry.txt", "articles/train.txt"
OUT, TRAIN_OUT = "exports/et/articles/ferry.txt", "exports/et/articles/train.txt"
ASIDE = "exports/withdrawn/et/articles/ferry.txt"
PO = "locales/et/LC_MESSAGES/ferry.po"
FARE, DEARER = "A ticket for the ferry costs 3 euros.", "A ticket for the ferry costs 4 euros."
HEADLINE, LATE = "Ferry opens", "The captain was late."


@dataclass
class Days:
    """A newsroom with two articles."""

    project: Project
    day: int = 0

    def __post_init__(self) -> None:
        self.project.write("glossaries/et.csv", "source,target\n")
        self.write("ferry", HEADLINE, FARE, LATE)
        self.write("train", "Train opens", "It was long.")

    @property
    def now(self) -> datetime:
        """What time it is."""
        return NOW + timedelta(days=self.day)

    def write(self, name: str, headline: str, *texts: str) -> None:
        self.project.write(f"articles/{name}.txt", "\n".join((headline, "", *texts, "")))

    def correct(self) -> None:
        """The ferry's fare is another."""
        self.write("ferry", HEADLINE, DEARER, LATE)

    def withdraw(self, name: str = "ferry") -> None:
        (self.project.root / f"articles/{name}.txt").unlink()

    def draft(self) -> None:
        draft(self.project.settings, now=self.now, clock=CLOCK)

    def approve(self, *names: str, locale: str = "et") -> None:
        """A translator approves whatever the articles say today."""
        for name in names or ("ferry", "train"):
            live = (source for source, entry in entries(self.project, name, locale).items() if not entry.obsolete)
            translate(self.project, name, {source: f"Õ: {source}" for source in live}, locale=locale)

    def export(self, *names: str, **options) -> Export:
        paths = [self.project.root / f"articles/{name}.txt" for name in names]
        return export(self.project.settings, paths, now=self.now, **options)

    def publish(self) -> None:
        """Everything is drafted, approved and exported."""
        self.draft()
        for locale in self.project.settings.locales:
            self.approve(locale=locale)
        assert self.export().exit_code is ExitCode.CLEAN

    def night(self, **orders) -> News:
        """The next night, and what it says is not true any more."""
        self.day += 1
        return self.told(**orders).news

    def told(self, **orders):
        return nightly(self.project.settings, Orders(**orders), now=self.now, clock=CLOCK, run_id="0" * 32)

    @contextlib.contextmanager
    def seen(self, *, keep=True):
        """What a page is given that looks at the project: what is known, and the articles."""
        every = articles.listing(self.project.settings)
        seen, unusable = noticing(self.project.settings, now=self.now, named=every.named, keep=keep)
        assert unusable is None
        with seen.history:
            yield seen, every

    def lies(self, name: str) -> bool:
        return (self.project.root / name).is_file()


def published(root, **settings) -> Days:
    """A newsroom whose two articles are published."""
    days = Days(Project(root, **settings))
    days.publish()
    return days

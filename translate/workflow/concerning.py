"""What differs between a candidate and the glossary that drafts were made with, and where that concerns any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path

from translate.core.results.summary import Trouble
from translate.core.results.trial import Concerned
from translate.errors import GlossaryError, NewsdeskError
from translate.settings import Settings
from translate.termbases.folder import Files
from translate.values import dataclass
from translate.workflow import applied, articles
from translate.workflow.scanning import Change, scan
from translate.workflow.steps import Announce
from translate.workflow.strays import work_in
from translate.workflow.terms import Glossaries, Source
from translate.workflow.troubles import trouble_of

UNKNOWN = "nobody knows the glossary that the drafts in {} were made with; “newsdesk draft” keeps it from now on"


@dataclass(slots=True)
class Found:
    """What is concerned, before anything is drafted."""

    changes: dict[str, Change] = field(default_factory=dict)
    """The two glossaries of each locale."""
    concerned: list[Concerned] = field(default_factory=list)
    catalogs: dict[str, Path] = field(default_factory=dict)
    """The PO files that are concerned, as the newsroom knows them."""
    articles: dict[str, Path] = field(default_factory=dict)
    """Their articles, by name; some have none."""
    troubles: list[Trouble] = field(default_factory=list)

    def tell(self, error: NewsdeskError) -> None:
        """Note what could not be done."""
        self.troubles.append(trouble_of(error, ""))


def concerning(settings: Settings, source: Source, locales: Sequence[str], announce: Announce) -> Found:
    """Find the PO files that a candidate concerns.

    Args:
        settings: The project.
        source: Gives the files of the candidate.
        locales: The locales.
        announce: Told of the steps as they come.
    """
    found = Found()
    _compare(settings, source, locales, found)
    _scan(settings, found, announce)
    return found


def _compare(settings: Settings, source: Source, wanted: Sequence[str], found: Found) -> None:
    """Find out what differs in each locale."""
    known: dict[str, Files] = {}
    for locale in wanted:
        kept = applied.kept(settings, locale)
        if kept is None:
            found.tell(GlossaryError(UNKNOWN.format(locale)))
        else:
            known[locale] = kept
    olds = Glossaries(settings, writes=False, source=known.__getitem__)
    news = Glossaries(settings, writes=False, source=source)
    old = dict(olds.ready(known, lambda _: None))
    for locale, glossary in news.ready(known, found.tell):
        if locale in old:
            found.changes[locale] = Change.of(old[locale], glossary)
        else:  # What was kept is of no use.
            found.tell(GlossaryError(UNKNOWN.format(locale)))


def _scan(settings: Settings, found: Found, announce: Announce) -> None:
    """Find the PO files in which anything is concerned."""
    named = articles.named(settings)
    changed = [change for change in found.changes.values() if change.impact]
    paths = {change.locale: work_in(settings, change.locale, named) for change in changed}
    if not any(paths.values()):
        return
    advance = announce("Looking for entries", sum(map(len, paths.values())))
    for change in changed:
        for path, one in scan(settings, change, paths[change.locale], advance):
            if isinstance(one, NewsdeskError):
                found.tell(one)
                continue
            found.concerned.append(one)
            found.catalogs[one.path] = path
            if path.stem in named:
                found.articles[path.stem] = named[path.stem]

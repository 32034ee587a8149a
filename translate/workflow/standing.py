"""Which articles stand as the last run left them, as far as their files tell."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from translate.core.results.summary import CatalogResult
from translate.core.results.worst import Worst
from translate.ledger.pages import About, Ledger
from translate.ledger.states import state_of
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import settled
from translate.workflow.places import catalogs_folder, shown_path, templates_folder
from translate.workflow.shelves import state_in

_AT_ONCE = 500
"""So many articles are asked for at a time: the pages of all of them are more than anything else that a run holds."""
_CHANGED = 0


@dataclass(slots=True)
class _Known:
    """What is known of the articles in one locale."""

    marks: array[int] = field(default_factory=lambda: array("I"))
    """For each article the number of its context, in four bytes: there may be millions."""
    contexts: dict[str, int] = field(default_factory=dict)
    """Those that the last runs had, each with its number."""
    results: defaultdict[int, Worst[CatalogResult]] = field(default_factory=lambda: defaultdict(Worst))
    """What the last runs found out, by the number of the context."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the articles of a run before any is opened."""

    named: Mapping[str, Path]
    """The articles by the names of their catalogs."""
    known: Mapping[str, _Known]
    """By locale, of the articles in that order."""

    def changed(self, locale: str) -> Iterator[str]:
        """The articles, by the names of their catalogs, whose files in a locale are not as the last run left them."""
        return (slug for slug, mark in zip(self.named, self.known[locale].marks, strict=True) if mark == _CHANGED)

    def settled(self, contexts: Mapping[str, str]) -> dict[str, Worst[CatalogResult]]:
        """By locale, the results that still hold.

        Args:
            contexts: Of each locale, the fingerprint of whatever else a result depends on today.
        """
        known = self.known
        return {each: known[each].results[known[each].contexts.get(of, _CHANGED)] for each, of in contexts.items()}

    def unsettled(self, contexts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The articles, by the names of their catalogs, with the locales in which no result holds.

        Args:
            contexts: As above.
        """
        holds = [self.known[each].contexts.get(of, -1) for each, of in contexts.items()]
        alike: dict[tuple[str, ...], tuple[str, ...]] = {}
        for slug, *marks in zip(self.named, *(self.known[each].marks for each in contexts), strict=True):
            if marks != holds:
                left = tuple(each for each, mark, held in zip(contexts, marks, holds, strict=True) if mark != held)
                yield slug, alike.setdefault(left, left)


def standing(
    settings: Settings,
    ledger: Ledger,
    named: Mapping[str, Path],
    locales: Sequence[str],
    now_ns: int,
    *,
    besides: Mapping[str, str] = MappingProxyType({}),
) -> Standing:
    """See which files of articles have changed since the last run.

    Args:
        settings: The project.
        ledger: What the last run found out.
        named: The articles by the names of their catalogs.
        locales: The locales.
        now_ns: The time, in nanoseconds.
        besides: What else an article's files depend on (`settled.Files.besides`), by the article.
    """
    known = {locale: _Known() for locale in locales}
    folders = {locale: catalogs_folder(settings, locale) for locale in locales}
    waiting = iter(named.items())
    while batch := [(slug, path, shown_path(settings, path)) for slug, path in islice(waiting, _AT_ONCE)]:
        pages = {locale: ledger.some(About.ARTICLE, locale, (shown for *_, shown in batch)) for locale in locales}
        for slug, path, shown in batch:
            article = state_of(path, now_ns)
            template = state_in(templates_folder(settings), f"{slug}.pot", now_ns)
            for locale in locales:
                page, found = pages[locale].get(shown), None
                if page:
                    own = state_in(folders[locale], f"{slug}.po", now_ns)
                    found = settled.recall(page, settled.seal(article, own, template, besides.get(shown, "")))
                _note(known[locale], found)
    return Standing(named, known)


def _note(known: _Known, found: settled.Settled | None) -> None:
    """Count what is known of the next article."""
    mark = _CHANGED
    if found:
        mark = known.contexts.setdefault(found.context, len(known.contexts) + 1)
        known.results[mark].add(found.result)
    known.marks.append(mark)

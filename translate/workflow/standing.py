"""Which articles stand as the last run left them, as far as their files tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from translate.core.results.summary import CatalogResult
from translate.ledger.pages import About, Ledger
from translate.settings import Settings
from translate.workflow import settled
from translate.workflow.places import shown_path
from translate.workflow.settled import Settled
from translate.workflow.work import files_of


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the articles of a run before any is opened."""

    known: Mapping[tuple[str, str], Settled]
    """What the last run found out, by article and locale, where no file has changed since."""

    def settled(self, contexts: Mapping[str, str]) -> dict[tuple[str, str], CatalogResult]:
        """The results that still hold.

        Args:
            contexts: Of each locale, the fingerprint of whatever else a result depends on today.
        """
        return {key: one.result for key, one in self.known.items() if one.context == contexts[key[1]]}


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
    known: dict[tuple[str, str], Settled] = {}
    pages = {locale: ledger.pages(About.ARTICLE, locale) for locale in locales}
    for slug, path in named.items():
        shown = shown_path(settings, path)
        for locale in locales:
            if page := pages[locale].get(shown):
                files = files_of(settings, path, locale, slug, besides.get(shown, ""))
                if found := settled.recall(page, files, now_ns):
                    known[shown, locale] = found
    return Standing(known)

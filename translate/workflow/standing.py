"""Which articles stand as the last run left them, as far as their files tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from translate.core.results.summary import CatalogResult
from translate.documents.slugs import is_shelf
from translate.ledger.pages import About, Ledger
from translate.ledger.states import Glance
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import settled
from translate.workflow.places import catalogs_folder, shown_path, templates_folder
from translate.workflow.settled import Settled
from translate.workflow.shelves import state_in

_AT_ONCE = 500
"""So many articles are asked for at a time: the pages of all of them are more than anything else that a run holds."""


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
    glance: Glance,
    *,
    besides: Mapping[str, str] = MappingProxyType({}),
) -> Standing:
    """See which files of articles have changed since the last run.

    Args:
        settings: The project.
        ledger: What the last run found out.
        named: The articles by the names of their catalogs.
        locales: The locales.
        glance: The states of the PO files.
        besides: What else an article's files depend on (`settled.Files.besides`), by the article.
    """
    known: dict[tuple[str, str], Settled] = {}
    catalogs = {locale: glance.below(catalogs_folder(settings, locale), is_shelf) for locale in locales}
    # Nobody asks for the states of these again.
    others = glance.another()
    templates = others.below(templates_folder(settings), is_shelf)
    waiting = iter(named.items())
    while batch := [(slug, path, shown_path(settings, path)) for slug, path in islice(waiting, _AT_ONCE)]:
        pages = {locale: ledger.some(About.ARTICLE, locale, (shown for *_, shown in batch)) for locale in locales}
        for slug, path, shown in batch:
            article, template = others.of(path), state_in(templates, f"{slug}.pot")
            for locale in locales:
                if page := pages[locale].get(shown):
                    own = state_in(catalogs[locale], f"{slug}.po")
                    state = settled.seal(article, own, template, besides.get(shown, ""))
                    if found := settled.recall(page, state):
                        known[shown, locale] = found
    return Standing(known)

"""Look at what a run would change, before it writes anything."""

from __future__ import annotations

from translate.catalogs.loading import load
from translate.core.entries import merging
from translate.core.results.change_guard import Change, ChangeGuard, change_of
from translate.errors import NewsdeskError
from translate.ledger import results
from translate.ledger.pages import About
from translate.workflow.article import files_of
from translate.workflow.opening import Opened
from translate.workflow.places import shown_path
from translate.workflow.steps import Announce, silently


def survey(ready: Opened, announce: Announce = silently) -> ChangeGuard:
    """Compare the articles of a run with the PO files that there are.

    An article that the last run had and that is gone counts with all its entries, once; so does a PO file that is gone,
    as when a disk is not there. What cannot be read is left to the run itself.

    Args:
        ready: The run.
        announce: Told of the articles as they come.
    """
    changes = [Change(article, locale, result.counts.entries) for (article, locale), result in ready.settled.items()]
    advance = announce("Comparing articles", len(ready.to_open)) if ready.to_open else silently("", 0)
    for path in ready.to_open:
        try:
            article = ready.read(path)
        except NewsdeskError:
            continue
        finally:
            advance(1)
        shown = article.document.path
        for desk in ready.desks_for(shown):
            own = files_of(ready.run.settings, path, desk.locale, article.document.slug)
            try:
                read = load(own.catalog, shown_path(ready.run.settings, own.catalog))
            except NewsdeskError:
                continue
            if read is None:
                had = _entries(ready, shown, desk.locale)
                changes.append(Change(shown, desk.locale, had, vanished=had))
                continue
            heir = merging.inherit(read.catalog, article.messages)
            changes.append(change_of(shown, desk.locale, read.catalog, article.messages, heir))
    return ChangeGuard((*changes, *_gone(ready)))


def _gone(ready: Opened) -> list[Change]:
    """The articles that the last run had, and that are not there any more."""
    if ready.listed is None:
        return []
    locales = {desk.locale for desk in ready.desks}
    gone = [
        (each, locale)
        for each, locale in ready.ledger.contents(About.ARTICLE)
        if each not in ready.listed and locale in locales
    ]
    had = [(article, locale, _entries(ready, article, locale)) for article, locale in gone]
    return [Change(article, locale, entries, vanished=entries) for article, locale, entries in had]


def _entries(ready: Opened, article: str, locale: str) -> int:
    """How many live entries the last run left."""
    page = ready.ledger.get(About.ARTICLE, article, locale)
    result = results.to_result(page.result) if page else None
    return result.counts.entries if result else 0

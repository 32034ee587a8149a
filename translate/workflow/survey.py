"""Look at what a run would change, before it writes anything."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath

from translate.catalogs.loading import load
from translate.core.results.change_guard import Change, ChangeGuard
from translate.core.results.summary import CatalogResult
from translate.errors import NewsdeskError
from translate.ledger import results
from translate.ledger.pages import About
from translate.workflow.comparing import compare
from translate.workflow.lists import Lists
from translate.workflow.noticing import storable
from translate.workflow.opened import Opened
from translate.workflow.places import catalog_path, shown_path
from translate.workflow.steps import Announce, silently
from translate.workflow.work import Article


def survey(ready: Opened, announce: Announce = silently) -> ChangeGuard:
    """Compare the articles of a run with the PO files that there are.

    An article that the last run had and that is gone counts with all its entries, once; so does a PO file that is gone,
    as when a disk is not there. What cannot be read is left to the run itself.

    Args:
        ready: The run.
        announce: Told of the articles as they come.
    """
    lists = shown_path(ready.run.settings, Lists(ready.run.settings).folder)
    settled = sum(one.totals().counts.entries for one in ready.settled.values())
    if lists in (ready.listed or ()):
        still = {desk.locale for desk in ready.desks}.difference(ready.unsettled.get(lists, ()))
        settled -= sum(_entries(ready, lists, locale) for locale in still)
    changes = chain(_changes(ready, announce), _gone(ready))
    return ChangeGuard.of((_of_titles(one) if one.article == lists else one for one in changes), settled=settled)


def _of_titles(change: Change) -> Change:
    """What counts of the lists: titles come and go every week, and what people approved of them is kept."""
    return replace(change, entries=change.lost, vanished=0, changed=0)


def _changes(ready: Opened, announce: Announce) -> Iterator[Change]:
    """What the run would change in the PO files of the articles that it opens."""
    advance = announce("Comparing articles", len(ready.to_open)) if ready.to_open else silently("", 0)
    for path in ready.to_open:
        with contextlib.suppress(NewsdeskError):
            yield from _changes_of(ready, path)
        advance(1)


def _changes_of(ready: Opened, path: Path) -> Iterator[Change]:
    """What the run would change in the PO files of one article.

    Raises:
        NewsdeskError: The article cannot be read.
    """
    shown = shown_path(ready.run.settings, path)
    found = ready.comparing.found
    article: Article | None = None
    slug = ready.comparing.reader.slug_of(shown)
    for desk in ready.desks_for(shown):
        own = catalog_path(ready.run.settings, desk.locale, slug)
        if own in found:
            change = found.pop(own)
        else:
            article = article or ready.read(path)
            change = _change(ready, article, desk.locale, own)
        if change:
            yield change


def _change(ready: Opened, article: Article, locale: str, path: Path) -> Change | None:
    shown = storable(ready.run.settings, path)
    try:
        read = load(path, shown, home=ready.run.settings.root)
    except NewsdeskError:
        return None
    noticed = ready.run.seen.notice(shown, read.catalog if read else None)
    if read is not None:
        return compare(article.document, locale, noticed)
    # The ledger may be younger than what a tool has dropped.
    had = max(_entries(ready, article.document.path, locale), len(noticed.catalog.entries))
    return Change(article.document.path, locale, had, vanished=had)


def _gone(ready: Opened) -> list[Change]:
    """The articles that the last run had, and that are not there any more."""
    if ready.listed is None:
        return []
    locales = {desk.locale for desk in ready.desks}
    known = ready.ledger.contents(About.ARTICLE)
    gone = [(each, code) for each, code in known if each not in ready.listed and code in locales]
    had = [(article, code, was) for article, code in gone if (was := _result(ready, article, code))]
    # What was only renamed, or moved to another folder, has its work still.
    moved = {(move.old.stem, move.locale) for move in ready.moves}
    moved |= {(slug, code) for slug in ready.run.seen.articles for code in locales}
    lost = [(each, code, was) for each, code, was in had if (PurePosixPath(was.path).stem, code) not in moved]
    return [Change(each, code, was.counts.entries, vanished=was.counts.entries) for each, code, was in lost]


def _entries(ready: Opened, article: str, locale: str) -> int:
    """How many live entries the last run left."""
    result = _result(ready, article, locale)
    return result.counts.entries if result else 0


def _result(ready: Opened, article: str, locale: str) -> CatalogResult | None:
    page = ready.ledger.get(About.ARTICLE, article, locale)
    return results.to_result(page.result) if page else None

"""Find the exports that are older than their articles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.core.article import Document
from translate.core.results.news import Outdated
from translate.errors import NewsdeskError
from translate.history.exports import Export
from translate.ledger.states import nanoseconds, state_of
from translate.workflow import articles
from translate.workflow.aside import take_out
from translate.workflow.folders import EXPORTS
from translate.workflow.noticing import Noticing
from translate.workflow.places import shown_path
from translate.workflow.published import Published, older, outdated_of, published, said


def outdated(seen: Noticing, listed: Sequence[Path], *, acts: bool) -> Iterator[Outdated | NewsdeskError]:
    """The exports that are older than their articles.

    Args:
        seen: Knows the articles, and what was exported.
        listed: All articles that the project has.
        acts: Whether what the newsroom wants may be done with them; it is done in the project's own folder alone.

    Yields:
        Each, and what could not be done. The history is told of those that are as they were, or not there any more.
    """
    known = seen.history.exports.all()
    lying = [(one, one.article) for one in published(seen, known) if one.article and one.export.said]
    now_ns = nanoseconds(seen.now)
    states = {article: state_of(article, now_ns) or "" for _, article in lying}
    changed = [(one, article) for one, article in lying if states[article] != (one.export.state or None)]
    called = {shown_path(seen.settings, path): slug for slug, path in seen.articles.items()}
    reader = articles.reader(seen.settings, called)
    same: list[Export] = []
    for one, article in changed:
        try:
            document = reader.read(article)
        except NewsdeskError:
            continue  # Told by whoever drafts it.
        if said(document) != one.export.said:
            yield from _told(seen, one, document, acts=acts)
        elif states[article]:
            same.append(replace(one.export, state=states[article]))
    yield from _unknown(seen, listed, known)
    if acts:
        there = {one.export for one in published(seen, known)}
        seen.history.exports.put(same)
        # A folder that is not there may be on a disk that is missing, and one may be closed to us.
        homes = {one: (seen.settings.root / one.folder / one.locale / one.article).parent for one in known}
        away = [one for one, home in homes.items() if one not in there and os.access(home, os.X_OK)]
        seen.history.exports.forget(away)


def _told(seen: Noticing, each: Published, document: Document, *, acts: bool) -> Iterator[Outdated | NewsdeskError]:
    told = outdated_of(seen.settings, each, document)
    if not (acts and each.folder == seen.settings.root / EXPORTS):
        yield told
        return
    try:
        yield replace(told, fate=take_out(seen.settings, each.folder, each.path, seen.settings.export.outdated))
    except NewsdeskError as error:
        yield from (told, error)


def _unknown(seen: Noticing, listed: Sequence[Path], known: Sequence[Export]) -> Iterator[Outdated]:
    """What has marks, or an older newsdesk has exported, of which nothing else is known: then its time tells."""
    folder = seen.settings.root / EXPORTS
    own = {(one.locale, one.article) for one in known if one.folder == EXPORTS and one.said}
    for locale in seen.settings.locales if folder.is_dir() else ():
        for article in listed:
            shown = shown_path(seen.settings, article)
            if (locale, shown) not in own and (told := older(seen.settings, folder, locale, article)):
                yield told

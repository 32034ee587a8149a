"""Find the exports that are older than their articles."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
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
from translate.workflow.published import Published, file_of, is_taken_in, older, outdated_of, published, said


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
    there = published(seen, known)
    by_article: defaultdict[Path, list[Published]] = defaultdict(list)
    for one in there:
        if one.article and one.export.said:
            by_article[one.article].append(one)
    called = {shown_path(seen.settings, path): slug for slug, path in seen.articles.items()}
    reader = articles.reader(seen.settings, called)
    same: list[Export] = []
    for article, exports in by_article.items():
        state = state_of(article, nanoseconds(seen.now)) or ""
        changed = [one for one in exports if state != (one.export.state or None)]
        try:
            document = reader.read(article) if changed else None
        except NewsdeskError:  # Told by whoever drafts it; that it is newer is known all the same.
            aged = (older(seen.settings, one.folder, one.export.locale, article) for one in changed)
            yield from (one for one in aged if one)
            continue
        for one in changed if document else ():
            if document and said(document) != one.export.said:
                yield from _told(seen, one, document, acts=acts)
            elif state:
                same.append(replace(one.export, state=state))
    yield from _unknown(seen, listed, known)
    if acts:
        yield from _kept(seen, same, known, {one.export for one in there})


def _kept(
    seen: Noticing, same: Sequence[Export], known: Sequence[Export], there: Collection[Export]
) -> Iterator[NewsdeskError]:
    """Have the history know which exports are as they were, and which are not there; or why it cannot."""
    # A folder that is not there may be on a disk that is missing, and one may be closed to us.
    homes = {one: (seen.settings.root / one.folder / one.locale / file_of(one.article)).parent for one in known}
    try:
        seen.history.exports.put(same)
        seen.history.exports.forget(o for o, home in homes.items() if o not in there and os.access(home, os.X_OK))
    except NewsdeskError as error:
        yield error


def _told(seen: Noticing, each: Published, document: Document, *, acts: bool) -> Iterator[Outdated | NewsdeskError]:
    told, settings = outdated_of(seen.settings, each, document), seen.settings
    is_own = each.folder == settings.root / EXPORTS
    # Of a file of several articles the others are as they were, and the next export leaves out what is not ready.
    is_own &= file_of(each.export.article) == each.export.article
    if not (acts and is_own and is_taken_in(seen, each.export, document)):
        yield told
        return
    try:
        fate = take_out(settings, each.folder, each.path, settings.export.outdated, each.export.mark)
        yield replace(told, fate=fate)
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

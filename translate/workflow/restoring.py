"""``newsdesk restore``: bring back what people wrote and tools have dropped, or say that it shall not come back."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.losses import Kept
from translate.core.entries.past import Past
from translate.core.entries.restoring import Outcome, Return, returned, with_entries, without_holes
from translate.core.entries.template import Key, template
from translate.core.results.summary import Trouble
from translate.errors import CatalogError, NewsdeskError
from translate.values import dataclass
from translate.workflow import articles
from translate.workflow.amending import Amended, amend
from translate.workflow.noticing import Noticing
from translate.workflow.troubles import trouble_of


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of texts that were asked for."""

    texts: tuple[tuple[Kept, Outcome], ...] = ()
    """Each with its outcome; those in a file that is in trouble are missing."""
    troubles: tuple[Trouble, ...] = ()


def restore(seen: Noticing, texts: Sequence[Kept], *, replaces: bool = False, dry_run: bool = False) -> Restored:
    """Bring texts back into their files.

    Args:
        seen: Has looked at the files.
        texts: What shall come back.
        replaces: Whether they may have the places of what people have written since.
        dry_run: Only tell what would become of them.
    """
    done: list[tuple[Kept, Outcome]] = []
    troubles: list[Trouble] = []
    for shown, those in _by_file(texts).items():
        try:
            done += _restore(seen, shown, those, replaces=replaces, dry_run=dry_run)
        except NewsdeskError as error:
            troubles.append(trouble_of(_with_advice(error, shown), shown))
    return Restored(tuple(done), tuple(troubles))


def forget(seen: Noticing, texts: Sequence[Kept], *, dry_run: bool = False) -> Restored:
    """Let what was lost be drafted anew; the history keeps it.

    Args:
        seen: Has looked at the files.
        texts: What shall not come back; what nobody waits for is left out.
        dry_run: Only tell what would become of them.
    """
    done: list[tuple[Kept, Outcome]] = []
    troubles: list[Trouble] = []
    for shown, those in _by_file([text for text in texts if text.is_open]).items():
        keys = {text.seen.entry.key for text in those}
        try:
            _fill_holes(seen, shown, those[0].locale, keys, dry_run=dry_run)
        except NewsdeskError as error:
            troubles.append(trouble_of(_with_advice(error, shown), shown))
            continue
        if not dry_run:
            seen.history.see_to([text.number for text in those])
        done += ((text, Outcome.FORGOTTEN) for text in those)
    return Restored(tuple(done), tuple(troubles))


def _by_file(texts: Sequence[Kept]) -> Mapping[str, list[Kept]]:
    found: defaultdict[str, list[Kept]] = defaultdict(list)
    for text in texts:
        found[text.path].append(text)
    return found


def _with_advice(error: NewsdeskError, shown: str) -> NewsdeskError:
    """What is wrong with a file, with the way around it."""
    if not isinstance(error, CatalogError) or error.line is None:
        return error
    advice = f"mend it, or move it away: “newsdesk restore {shown}” makes it anew"
    return CatalogError(f"{error.message}; {advice}", path=error.path, line=error.line)


def _restore(
    seen: Noticing, shown: str, texts: Sequence[Kept], *, replaces: bool, dry_run: bool
) -> list[tuple[Kept, Outcome]]:
    file = _file(seen, shown, texts[0].locale)
    messages = _messages(seen, file.path)
    found: list[tuple[Kept, Return]] = []

    def change(before: Catalog, understood: Catalog) -> Catalog:
        found.clear()
        for text in texts:
            what = returned(understood, text.seen.entry, messages, replaces=replaces)
            understood = with_entries(understood, what.entries, messages)
            before = with_entries(before, what.entries, messages)
            found.append((text, what))
        return before

    def remember(past: Past) -> Past:
        # What people approved then was approved then: the newest of several counts.
        since = {entry.key: text.seen.since for text, what in found for entry in what.entries}
        return replace(past, entries=tuple(replace(s, since=since.get(s.entry.key, s.since)) for s in past.entries))

    amend(seen, file, change, remember=remember, dry_run=dry_run)
    if not dry_run:
        seen.history.see_to([text.number for text, what in found if what.outcome is not Outcome.TAKEN])
    return [(text, what.outcome) for text, what in found]


def _fill_holes(seen: Noticing, shown: str, locale: str, keys: set[Key], *, dry_run: bool) -> None:
    def change(before: Catalog, _understood: Catalog) -> Catalog:
        return Catalog(before.header, without_holes(before.entries, keys))

    def remember(past: Past) -> Past:
        return past.saying(without_holes((known.entry for known in past.entries), keys))

    amend(seen, _file(seen, shown, locale), change, remember=remember, dry_run=dry_run)


def _file(seen: Noticing, shown: str, locale: str) -> Amended:
    root = seen.settings.root
    path = Path(os.path.normpath(root / shown))
    if not path.is_relative_to(root):
        raise CatalogError("lies outside the project; restore it there", path=shown)
    return Amended(path, shown, locale)


def _messages(seen: Noticing, path: Path) -> tuple[Entry, ...] | None:
    """What the article of a PO file says today; None where that cannot be told."""
    article = seen.articles.get(path.stem)
    if article is None:
        return None
    documents, _ = articles.read(seen.settings, [article])
    return template(documents[0]) if documents else None

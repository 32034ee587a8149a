"""Tell to which article a PO file may belong that has none: one that was saved again after it was moved, say."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from translate.catalogs.loading import load
from translate.core.entries.kinship import homes
from translate.core.entries.past import Past, Seen
from translate.core.entries.template import Key
from translate.errors import NewsdeskError
from translate.ledger.states import nanoseconds, state_of
from translate.reports.counting import count
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import shown_path
from translate.workflow.strays import Stray, work_in

_NAMED = 3
"""So many strays are named one by one; of more only the first."""


def live_messages(entries: Iterable[Seen]) -> frozenset[Key]:
    """The messages that a PO file's article had."""
    return frozenset(seen.entry.key for seen in entries if not seen.entry.obsolete)


def past_of(seen: Noticing, path: Path, locale: str, *, keep: bool) -> Sequence[Seen]:
    """What a PO file says; what it was at the last look where it has not changed since.

    Args:
        seen: Knows what the PO files were.
        path: The file.
        locale: Its locale.
        keep: Whether the history shall know what is found, so that the file need not be read again. What never was an
            article's it does not get to know: that is nobody's work.
    """
    shown, state = storable(seen.settings, path), state_of(path, nanoseconds(seen.now))
    known = seen.history.past(shown)
    if known and state and seen.history.state(shown) == state:
        return known.entries
    with contextlib.suppress(NewsdeskError):
        read = load(path, shown, home=seen.settings.root)
        if keep and known:
            return seen.look(path, shown, locale, read, state or "").past.entries
        return seen.notice(shown, read.catalog if read else None).past.entries
    return ()


def standing(seen: Noticing, locale: str, today: Mapping[str, Collection[Key]]) -> frozenset[Key]:
    """The messages of the articles that have PO files, as far as these were looked at.

    Args:
        seen: Knows the PO files as they were at the last look.
        locale: Their locale.
        today: What those articles have that have changed since, by the names of their catalogs.
    """
    known = _known_work(seen, locale).items()
    return frozenset(key for slug, past in known for key in today.get(slug) or live_messages(past.entries))


def _known_work(seen: Noticing, locale: str) -> Mapping[str, Past]:
    """What the PO files of articles were at the last look, by their names; without those that were never looked at."""
    catalogs = {path.stem: storable(seen.settings, path) for path in work_in(seen.settings, locale, seen.articles)}
    return {slug: past for slug, shown in catalogs.items() if (past := seen.history.past(shown))}


def with_homes(seen: Noticing, strays: Sequence[Stray]) -> list[Stray]:
    """Strays, each with the articles to which it may belong.

    Args:
        seen: Knows the PO files as they were at the last look.
        strays: A few that nobody has been told of: each PO file of their locales is compared with them.
    """
    return [_with_homes(seen, s, s.locale) if s.locale and not (s.original or s.homes) else s for s in strays]


def _with_homes(seen: Noticing, stray: Stray, locale: str) -> Stray:
    # What was never looked at is drafted tonight for the first time, and nobody can have saved it under another name.
    known = _known_work(seen, locale)
    lone = live_messages(past_of(seen, stray.path, locale, keep=True))
    fits = homes({stray.shown: lone}, {slug: live_messages(past.entries) for slug, past in known.items()})
    slugs = [*filter(None, [fits.sure.get(stray.shown)]), *fits.possible.get(stray.shown, ())]
    return replace(stray, homes=tuple(shown_path(seen.settings, seen.articles[slug]) for slug in slugs))


def notes(
    found: Sequence[Stray],
    once: Callable[[Iterable[str]], Sequence[str]],
    with_homes: Callable[[Sequence[Stray]], Sequence[Stray]],
) -> list[str]:
    """What is worth a line of those that nobody has been told of; of many in one line.

    Args:
        found: What lies about.
        once: Gives those of some names that it was never given before.
        with_homes: Finds out to which articles a few of them may belong.
    """
    # Somebody may go on with one that was told of: that is told again.
    named = {f"stray {stray.shown} {_saved(stray)}": stray for stray in found}
    new = [named[name] for name in once(named)]
    if len(new) <= _NAMED:
        return [stray.told for stray in with_homes(new)]
    files, names = count(len(new), "file"), ", ".join(stray.shown for stray in new[:_NAMED])
    what = "copies that programs made, or PO files without an article"
    return [f"{files} are no work and feed nothing ({what}): {names}, …; “newsdesk doctor” names them all"]


def _saved(stray: Stray) -> int:
    try:
        return os.stat(os.path.join(stray.folder, stray.name)).st_mtime_ns  # noqa: PTH116, PTH118
    except OSError:
        return 0

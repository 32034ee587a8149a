"""Bring a person's text back into a catalog that it is gone from, and never over what a person has written since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from translate.core.entries import merging
from translate.core.entries.catalog import FUZZY, Catalog, Entry, says_the_same
from translate.core.entries.comments import Hole, Position, SetBack, Unconfirmed, Unknown, parse
from translate.core.entries.stamp import is_peoples, is_unconfirmed
from translate.core.entries.template import Key
from translate.core.entries.titlelines import Channels, Passing, WidthLimit
from translate.values import dataclass


class Outcome(StrEnum):
    """What becomes of a text that shall come back."""

    RESTORED = "restored"
    REPLACED = "replaced"
    """It has the place of what a person had written since."""
    THERE = "there"
    """It stands there already."""
    TAKEN = "taken"
    """A person has written something else since, and it stays away."""
    FORGOTTEN = "forgotten"
    """It shall not come back; a draft may have its place."""


_PLACES = (Position, Channels, WidthLimit, Passing)
"""The lines of the place that a text stands in."""


@dataclass(frozen=True, slots=True)
class Return:
    """What becomes of one text."""

    outcome: Outcome
    entries: tuple[Entry, ...] = ()
    """The entries that it comes into."""


def returned(catalog: Catalog, kept: Entry, messages: Sequence[Entry] | None, *, replaces: bool = False) -> Return:
    """Tell what becomes of a text that shall come back.

    Args:
        catalog: The PO file as it is to be understood (`noticing.notice`).
        kept: The entry as it was, with a person's text.
        messages: The messages of the article today; None where it cannot be told.
        replaces: Whether the text may have the place of what a person has written since.
    """
    now = catalog.by_key().get(kept.key)
    today = {message.key: message for message in messages or ()}
    place = today.get(kept.key)
    if now is not None and says_the_same(now, kept):
        stands = is_peoples(now) and (kept.fuzzy or not now.fuzzy)
        return Return(Outcome.THERE) if stands else Return(Outcome.RESTORED, (_back(now, kept, place),))
    if now is not None and is_peoples(now):
        return Return(Outcome.REPLACED, (_back(now, kept, place),)) if replaces else Return(Outcome.TAKEN)
    if messages is not None and place is None and not kept.obsolete:
        if heirs := _heirs(catalog, kept, messages):
            return Return(Outcome.RESTORED, heirs)
        kept = replace(kept, obsolete=True, references=())
    return Return(Outcome.RESTORED, (_back(now or place or kept, kept, place),))


def with_entries(catalog: Catalog, changed: Iterable[Entry], messages: Sequence[Entry] | None) -> Catalog:
    """A catalog with entries in the places of those that it has; what is new stands where the article has it."""
    new = {entry.key: entry for entry in changed}
    entries = [new.pop(entry.key, entry) for entry in catalog.entries]
    order = {message.key: place for place, message in enumerate(messages or ())}
    for entry in new.values():
        behind = (n for n, other in enumerate(entries) if order.get(other.key, -1) > order.get(entry.key, len(order)))
        live = sum(not other.obsolete for other in entries)
        entries.insert(len(entries) if entry.obsolete else next(behind, live), entry)
    return Catalog(catalog.header, tuple(entries))


def without_holes(entries: Iterable[Entry], keys: Iterable[Key]) -> tuple[Entry, ...]:
    """Entries in which nothing that a tool has dropped keeps a draft away any more."""
    wanted = set(keys)
    return tuple(_without(entry, Hole, SetBack) if entry.key in wanted else entry for entry in entries)


def confirmed(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in which every draft that was approved with many others is a person's word."""
    return tuple(_without(entry, Unconfirmed) if is_unconfirmed(entry) else entry for entry in entries)


def _without(entry: Entry, *kinds: type[Hole | SetBack | Unconfirmed]) -> Entry:
    lines = tuple(line for line in entry.extracted if all(kind.parse(line) is None for kind in kinds))
    return entry if lines == entry.extracted else replace(entry, extracted=lines)


def _back(now: Entry, kept: Entry, place: Entry | None) -> Entry:
    """An entry as it was, in the place that it has now, with the comments of both."""
    place = place or now
    places = [line for line in place.extracted if isinstance(parse(line), _PLACES)] if not now.obsolete else []
    others = [line for line in now.extracted if isinstance(parse(line), Unknown)]
    facts = [line for line in kept.extracted if not isinstance(parse(line), (*_PLACES, Hole, SetBack, Unknown))]
    return replace(
        kept,
        comments=tuple(dict.fromkeys((*now.comments, *kept.comments))),
        extracted=(*places, *others, *facts),
        references=() if now.obsolete else place.references,
        flags=tuple(dict.fromkeys((*kept.flags, *(flag for flag in now.flags if flag != FUZZY)))),
        unknown=tuple(dict.fromkeys((*now.unknown, *kept.unknown))),
        obsolete=now.obsolete,
    )


def _heirs(catalog: Catalog, kept: Entry, messages: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries of an article whose paragraph has changed since that take the text over, as if it had been there."""
    there = catalog.by_key()
    theirs = [entry for entry in catalog.entries if is_peoples(entry) or entry.obsolete]
    alone: Mapping[Key, Entry] = merging.inherit(Catalog(catalog.header, tuple(theirs)), messages).entries
    together = merging.inherit(Catalog(catalog.header, (kept, *theirs)), messages).entries
    new = (
        entry
        for key, entry in together.items()
        if entry.translated and entry.msgstr == kept.msgstr and alone.get(key) != entry
    )
    today = {message.key: message for message in messages}
    return tuple(_back(there.get(entry.key, entry), entry, today.get(entry.key)) for entry in new)

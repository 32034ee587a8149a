"""Bring what people wrote in one PO file into another of the same article, where nobody has written anything yet."""

from __future__ import annotations

from dataclasses import replace

from translate.core.entries.catalog import Catalog, Entry, says_the_same
from translate.core.entries.merging import retired
from translate.core.entries.stamp import is_peoples
from translate.core.entries.template import Key
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Joined:
    """Two PO files of one article."""

    entries: tuple[Entry, ...]
    """What the one that stays says from now on."""
    brought: frozenset[Key]
    """The entries that have a text, or a comment, from the other one."""
    left: tuple[Entry, ...]
    """What people wrote in the other one, and have written otherwise in the one that stays."""


def joined(old: Catalog, new: Catalog) -> Joined:
    """Bring people's texts and comments into a PO file.

    Args:
        old: Where they are from.
        new: The one that stays. A text of which it has no entry comes to its end, obsolete: the next run finds out
            whether it was made for a paragraph that is another one now.
    """
    there = new.by_key()
    brought: dict[Key, Entry] = {}
    left = []
    for entry in old.entries:
        theirs, other = is_peoples(entry), there.get(entry.key)
        if not theirs and not entry.comments:
            continue
        if other is None:
            brought[entry.key] = entry if entry.obsolete else retired(entry)
            continue
        comments = tuple(dict.fromkeys((*other.comments, *entry.comments)))
        if not theirs or says_the_same(entry, other):
            better = theirs and not is_peoples(other)
            found = replace(other, flags=entry.flags if better else other.flags, comments=comments)
        elif is_peoples(other):
            left.append(entry)
            continue
        else:
            found = replace(entry, references=other.references, obsolete=other.obsolete, comments=comments)
        if found != other:
            brought[entry.key] = found
    entries = [brought.get(entry.key, entry) for entry in new.entries]
    added = [entry for key, entry in brought.items() if key not in there]
    return Joined((*entries, *added), frozenset(brought), tuple(left))

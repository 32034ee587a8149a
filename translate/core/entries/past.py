"""What a PO file was when it was last looked at, entry by entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from translate.core.entries.catalog import Entry, says_the_same
from translate.core.entries.stamp import Owner, is_untouched_fill, owner, text_hash
from translate.core.entries.template import Key
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as it was understood."""

    entry: Entry
    since: str
    """When it was first seen to say what it says, as `MemoryUnit.seen` has it."""
    dropped: str = ""
    """The hash of our draft, or of what was taken over from the memory, that somebody deleted here; mostly empty."""
    marked: bool = False
    """Whether a person has approved this very text, and marked it for work since."""


@dataclass(frozen=True, slots=True)
class Past:
    """A PO file as it was when it was last looked at."""

    entries: tuple[Seen, ...] = ()
    """In the file's order."""
    header: bool = True
    """Whether it had one."""

    @property
    def by_key(self) -> dict[Key, Seen]:
        """The entries by their identity."""
        return {seen.entry.key: seen for seen in self.entries}

    def saying(self, entries: Iterable[Entry]) -> Past:
        """The same file with these entries in the places of those that it has, as old as they are."""
        pairs = zip(self.entries, entries, strict=True)
        return replace(self, entries=tuple(replace(seen, entry=entry) for seen, entry in pairs))


def after(past: Past, entries: Iterable[Entry], at: str) -> Past:
    """A PO file's past when a run has written it.

    Args:
        past: What it was when it was noticed.
        entries: What it says from now on.
        at: The time.
    """
    was = past.by_key
    return Past(tuple(seen_as(entry, was.get(entry.key), at, by_a_person=False) for entry in entries))


def seen_as(entry: Entry, before: Seen | None, at: str, *, by_a_person: bool) -> Seen:
    """An entry as the next look shall know it.

    Args:
        entry: What it says.
        before: The same at the last look; None where it was not there.
        at: The time.
        by_a_person: Whether what is not there any more was deleted by a person.
    """
    if before is None:
        return Seen(entry, at)
    says_it = says_the_same(before.entry, entry)
    since = before.since if says_it and before.entry.fuzzy is entry.fuzzy else at
    marks = says_it and entry.fuzzy and (before.marked or (by_a_person and not before.entry.fuzzy))
    if owner(entry) is Owner.PERSON:
        return Seen(entry, since, marked=marks)
    ours = owner(before.entry) is Owner.MACHINE or is_untouched_fill(before.entry)
    deleted = by_a_person and ours and not entry.translated
    return Seen(entry, since, text_hash(before.entry.msgstr) if deleted else before.dropped, marks)

"""The lines by which newsdesk knows its own texts again, put back where a tool has removed them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from translate.core.entries.blanks import is_copy
from translate.core.entries.catalog import Catalog, Entry, says_the_same
from translate.core.entries.comments import (
    Approval,
    DraftedAgain,
    GuessedTags,
    Hole,
    InParts,
    KeptAsIs,
    MemoryLine,
    SetBack,
    Settled,
    SourceChange,
    Stamp,
    Unconfirmed,
    of_kind,
)
from translate.core.entries.past import Seen
from translate.core.entries.stamp import Owner, is_ours, owner
from translate.core.entries.taglines import DoubtfulTag, MoreDoubtfulTags
from translate.core.entries.template import Key
from translate.core.entries.termlines import TermLine

_OURS = (
    *(
        Stamp,
        TermLine,
        MemoryLine,
        SourceChange,
        Approval,
        KeptAsIs,
        Unconfirmed,
        SetBack,
        DraftedAgain,
        InParts,
        GuessedTags,
        DoubtfulTag,
        MoreDoubtfulTags,
    ),
    Settled,
)
"""The lines that newsdesk knows a text by."""


def with_lines_back(catalog: Catalog, was: Mapping[Key, Seen]) -> list[Entry]:
    """The entries with the lines that they had while they had the very text that they have."""
    ours = [seen.entry for seen in was.values() if is_ours(seen.entry)]
    drafts = {entry.msgstr for entry in ours if entry.fuzzy}
    there = catalog.by_key()
    missing = {(e.msgid, e.msgstr): e for e in ours if e.key not in there}
    # Lokalise gives every entry a context of its own, and takes fuzzy marks and comments away.
    renamed = {
        e.key: missing[e.msgid, e.msgstr]
        for e in catalog.entries
        if (e.msgid, e.msgstr) in missing and e.key not in was
    }
    exported = any(not e.fuzzy and renamed[e.key].fuzzy for e in catalog.entries if e.key in renamed)
    entries = []
    for found in catalog.entries:
        seen = was.get(found.key)
        entry = _of_this_text(found, seen)
        if entry.key in renamed:
            entries.append(renamed[entry.key])
        elif seen is not None and says_the_same(seen.entry, entry):
            unsaid = (line for line in seen.entry.extracted if line not in entry.extracted)
            lines = [line for line in unsaid if _is_missing(line, entry)]
            back = replace(entry, extracted=(*entry.extracted, *lines)) if lines else entry
            entries.append(seen.entry if exported and lines and owner(seen.entry) is Owner.MACHINE else back)
        elif seen is None and _is_moved_draft(entry, drafts):
            entries.append(replace(entry, msgstr=""))
        else:
            entries.append(entry)
    return entries


def _of_this_text(entry: Entry, seen: Seen | None) -> Entry:
    """An entry that tells of a lost approval only beside the text that had it: who writes another has seen to that."""
    if seen is None or not of_kind(entry, SetBack):
        return entry
    if says_the_same(seen.entry, entry) and of_kind(seen.entry, SetBack):
        return entry
    return replace(entry, extracted=tuple(line for line in entry.extracted if SetBack.parse(line) is None))


def _is_missing(line: str, entry: Entry) -> bool:
    """Whether a line is of a kind that newsdesk knows a text by, and the entry has none of it."""
    kinds = (*_OURS, Hole) if not entry.translated else _OURS
    return any(kind.parse(line) is not None and not of_kind(entry, kind) for kind in kinds)  # type: ignore[type-var]


def _is_moved_draft(entry: Entry, drafts: Collection[str]) -> bool:
    """Whether msgmerge has put a draft of ours under another source, without a trace."""
    theirs = entry.fuzzy and not entry.comments and owner(entry) is Owner.PERSON
    return theirs and entry.msgstr in drafts


def still_kept(entry: Entry, seen: Seen | None) -> Entry:
    """An entry with the line that a person has left it as it is, where it had that at the last look."""
    if seen is None or entry.fuzzy or seen.entry.fuzzy or not says_the_same(seen.entry, entry):
        return entry
    lines = [str(line) for line in of_kind(seen.entry, KeptAsIs)[:1] if not of_kind(entry, KeptAsIs)]
    return replace(entry, extracted=(*entry.extracted, *lines)) if lines else entry


def kept_as_is(entry: Entry) -> Entry:
    """An entry with a line that says so, where a person has left the source as its translation."""
    return replace(entry, extracted=(*entry.extracted, str(KeptAsIs()))) if is_copy(entry) else entry

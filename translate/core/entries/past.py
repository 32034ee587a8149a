"""What a PO file said when it was last looked at, and what has become of that since.

Editors, scripts and merges drop what people wrote, and the lines by which newsdesk knows its own drafts again. Neither
can be seen in the file as it is; both can be seen beside the file as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from translate.core.entries.blanks import cleared, is_copy
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.comments import (
    Approval,
    DraftedAgain,
    Hole,
    KeptAsIs,
    MemoryLine,
    SetBack,
    SourceChange,
    Stamp,
    Unconfirmed,
    of_kind,
)
from translate.core.entries.losses import Harm
from translate.core.entries.stamp import (
    Owner,
    is_as_drafted,
    is_unconfirmed,
    is_untouched_fill,
    owner,
    text_hash,
)
from translate.core.entries.template import Key
from translate.core.entries.termlines import TermLine
from translate.core.text.showing import is_visible

FEW, PART = 3, 5
"""So many texts of a file, or one in so many, a person may empty between two looks; what is more was a tool."""

_TELLING = 10
"""Characters of a text from which on it does not stand in a longer one by chance."""

_OURS = (Stamp, TermLine, MemoryLine, SourceChange, Approval, KeptAsIs, Unconfirmed, SetBack, DraftedAgain)
"""The lines that newsdesk knows a text by."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as it was understood."""

    entry: Entry
    since: str
    """When it was first seen to say what it says, as `MemoryUnit.seen` has it."""
    dropped: str = ""
    """The hash of our draft, or of what was taken over from the memory, that somebody deleted here; mostly empty."""


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


class Reason(StrEnum):
    """Why a person's text is not in its file any more."""

    LOST = "lost"
    """A tool dropped it."""
    EMPTIED = "emptied"
    """A person deleted it."""
    REPLACED = "replaced"
    """Another text has its place."""
    REMOVED = "removed"
    """Its obsolete entry was taken out."""


@dataclass(frozen=True, slots=True)
class Superseded:
    """A person's text that is not in its file any more."""

    seen: Seen
    reason: Reason
    harm: Harm | None = None
    """What a tool did to the file, where it was `Reason.LOST`."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A person's text that was in a PO file once."""

    number: int
    path: str
    locale: str
    seen: Seen
    until: str
    """When it was first seen not to be there any more."""
    reason: Reason
    is_open: bool
    """Whether it was lost, and nobody has seen to it."""
    harm: Harm | None = None
    """What had become of the file, where a tool dropped it."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """A PO file as it is to be understood, and what happened to it since the last look."""

    catalog: Catalog
    """What is no translation is none, newsdesk's lines are back, and where a tool dropped a person's text is a hole."""
    past: Past
    """What the next look is to be held against."""
    superseded: tuple[Superseded, ...] = ()
    drafts_known_again: int = 0
    """Drafts whose lines a tool had removed."""
    approved_as_drafted: frozenset[Key] = frozenset()
    """Our drafts that were approved unchanged since."""
    drafted: int = 0
    """Our untouched drafts at the last look."""
    filled: int = 0
    """Entries that a tool has filled with their source."""

    @property
    def lost(self) -> tuple[Superseded, ...]:
        """What a tool dropped."""
        return tuple(one for one in self.superseded if one.reason is Reason.LOST)


def notice(past: Past | None, catalog: Catalog | None, *, at: str, revised: str = "") -> Noticed:
    """Compare a PO file with what it was at the last look.

    Args:
        past: What it was; None where nobody has looked before.
        catalog: What it says now; None where it is not there.
        at: The time of this look.
        revised: When the file says that it was revised; believed of what was never seen, as far as it is not to come.
    """
    is_there = catalog is not None
    catalog = catalog or Catalog(Header())
    was = past.by_key if past else {}
    live = {key: owner(seen.entry) for key, seen in was.items() if not seen.entry.obsolete}
    drafted = {key for key, whose in live.items() if whose is Owner.MACHINE}
    waited = {key: was[key].entry for key, whose in live.items() if whose is not Owner.PERSON or was[key].entry.fuzzy}
    # First: a tool that fills in the source removes our lines as well.
    told = Catalog(catalog.header, tuple(_still_kept(entry, was.get(entry.key)) for entry in catalog.entries))
    plain = cleared(told, waited if past else None)
    both = zip(catalog.entries, plain.entries, strict=True)
    filled = {new.key for old, new in both if is_visible(old.msgstr) and not new.msgstr}
    known = _with_lines_back(plain, was)
    again = sum(owner(new) is Owner.MACHINE and new != old for old, new in zip(plain.entries, known, strict=True))
    entries = tuple(map(_kept_as_is, known))
    now = Catalog(catalog.header, entries)
    exported = past is not None and _is_export_of_omegat(past, now)
    superseded = tuple(_superseded(past, now, is_there=is_there, exported=exported)) if past else ()
    lost = {one.seen.entry.key: one.seen.entry for one in superseded if one.reason is Reason.LOST}
    by_a_person = not (lost or exported)
    entries = tuple(_in_order(_with_holes(entries, lost, was, at[:10]), was))
    first = at if past else min(revised or at, at)
    return Noticed(
        catalog=Catalog(catalog.header, entries),
        past=Past(
            tuple(_seen(e, was.get(e.key), first, by_a_person=by_a_person and e.key not in filled) for e in entries),
            bool(catalog.header.fields),
        ),
        superseded=superseded,
        drafts_known_again=again,
        approved_as_drafted=frozenset(
            e.key for e in entries if e.key in drafted and not e.fuzzy and not e.obsolete and is_as_drafted(e)
        ),
        drafted=len(drafted),
        filled=len(filled),
    )


def after(past: Past, entries: Iterable[Entry], at: str) -> Past:
    """A PO file's past when a run has written it.

    Args:
        past: What it was when it was noticed.
        entries: What it says from now on.
        at: The time.
    """
    was = past.by_key
    return Past(tuple(_seen(entry, was.get(entry.key), at, by_a_person=False) for entry in entries))


def _in_order(entries: Iterable[Entry], was: Mapping[Key, Seen]) -> list[Entry]:
    """Entries as they stood in the article, whatever order an editor has given them; the obsolete ones last."""
    known = {key: place for place, key in enumerate(was)}
    ordered, place = [], (-1, 0)
    for number, entry in enumerate(entries):
        # What nobody has seen before stands behind its neighbour.
        place = (known[entry.key], number) if entry.key in known else (place[0], number)
        line = 0 if entry.obsolete else _line(entry)
        ordered.append((entry.obsolete, place if was else (line, number), entry))
    return [entry for _, _, entry in sorted(ordered, key=lambda one: one[:2])]


def _line(entry: Entry) -> int:
    line = entry.references[0].rpartition(":")[2] if entry.references else ""
    return int(line[-9:]) if line.isdecimal() else 0


# --- newsdesk's lines ----------------------------------------------------------------------------------------------


def _with_lines_back(catalog: Catalog, was: Mapping[Key, Seen]) -> list[Entry]:
    """The entries with the lines that they had while they had the very text that they have."""
    ours = [seen.entry for seen in was.values() if owner(seen.entry) is Owner.MACHINE]
    texts_of_ours = {entry.msgstr for entry in ours}
    there = catalog.by_key()
    missing = {(e.msgid, e.msgstr): e for e in ours if e.key not in there}
    # Lokalise gives every entry a context of its own, and takes fuzzy marks and comments away.
    renamed = {
        e.key: missing[e.msgid, e.msgstr]
        for e in catalog.entries
        if (e.msgid, e.msgstr) in missing and e.key not in was
    }
    exported = any(not e.fuzzy for e in catalog.entries if e.key in renamed)
    entries = []
    for entry in catalog.entries:
        seen = was.get(entry.key)
        if entry.key in renamed:
            entries.append(renamed[entry.key])
        elif seen is not None and says_the_same(seen.entry, entry):
            unsaid = (line for line in seen.entry.extracted if line not in entry.extracted)
            lines = [line for line in unsaid if _is_missing(line, entry)]
            back = replace(entry, extracted=(*entry.extracted, *lines)) if lines else entry
            entries.append(seen.entry if exported and lines and owner(seen.entry) is Owner.MACHINE else back)
        elif seen is None and _is_moved_draft(entry, texts_of_ours):
            entries.append(replace(entry, msgstr=""))
        else:
            entries.append(entry)
    return entries


def says_the_same(one: Entry, other: Entry) -> bool:
    """Whether two entries have the same translation."""
    return (one.msgstr, one.msgstr_plural) == (other.msgstr, other.msgstr_plural)


def _is_missing(line: str, entry: Entry) -> bool:
    """Whether a line is of a kind that newsdesk knows a text by, and the entry has none of it."""
    kinds = (*_OURS, Hole) if not entry.translated else _OURS
    return any(kind.parse(line) is not None and not of_kind(entry, kind) for kind in kinds)  # type: ignore[type-var]


def _is_moved_draft(entry: Entry, drafts: Collection[str]) -> bool:
    """Whether msgmerge has put a draft of ours under another source, without a trace."""
    theirs = entry.fuzzy and not entry.comments and owner(entry) is Owner.PERSON
    return theirs and entry.msgstr in drafts


def _still_kept(entry: Entry, seen: Seen | None) -> Entry:
    """An entry with the line that a person has left it as it is, where it had that at the last look."""
    if seen is None or entry.fuzzy or seen.entry.fuzzy or not says_the_same(seen.entry, entry):
        return entry
    lines = [str(line) for line in of_kind(seen.entry, KeptAsIs)[:1] if not of_kind(entry, KeptAsIs)]
    return replace(entry, extracted=(*entry.extracted, *lines)) if lines else entry


def _kept_as_is(entry: Entry) -> Entry:
    """An entry with a line that says so, where a person has left the source as its translation."""
    return replace(entry, extracted=(*entry.extracted, str(KeptAsIs()))) if is_copy(entry) else entry


# --- people's texts ------------------------------------------------------------------------------------------------


def is_peoples(entry: Entry) -> bool:
    """Whether a person wrote or approved the text here."""
    return owner(entry) is Owner.PERSON and not (is_untouched_fill(entry) or is_unconfirmed(entry))


def texts(entry: Entry) -> tuple[str, ...]:
    """The translations of an entry that are not empty."""
    return tuple(filter(None, (entry.msgstr, *entry.msgstr_plural)))


def _superseded(past: Past, now: Catalog, *, is_there: bool, exported: bool) -> Iterator[Superseded]:
    """The texts of people that stood in the file and do not any more."""
    theirs = [seen for seen in past.entries if is_peoples(seen.entry)]
    there = now.by_key()
    standing = {text for entry in now.entries for text in (*texts(entry), *entry.comments)}
    vanished = [seen for seen in past.entries if seen.entry.key not in there]
    gone = [s for s in vanished if _is_kept_for_its_words(s.entry) and not _stands(_words(s.entry), standing)]
    stayed = [(s, there[s.entry.key]) for s in theirs if s.entry.key in there]
    emptied = [s for s, entry in stayed if not entry.translated]
    changed = [(s, entry) for s, entry in stayed if entry.translated and not says_the_same(s.entry, entry)]
    # A person who writes something else does not write our draft: an old copy of the file has come back.
    set_back = any(owner(entry) is Owner.MACHINE for _, entry in changed)
    unapproved = [s for s, e in stayed if says_the_same(s.entry, e) and e.fuzzy and not s.entry.fuzzy]
    harm: Harm | None = None
    if emptied or gone or set_back or unapproved:
        approved = sum(not s.entry.fuzzy for s in theirs)
        # A person marks some for work; almost all are set back by an old copy of a file with approved drafts.
        back = set_back or (len(unapproved) > FEW and len(unapproved) * PART >= approved * (PART - 1))
        dropped = len(emptied) + sum(not s.entry.obsolete for s in gone)
        harm = Harm.DELETED
        if is_there:
            harm = _harm(past, now, standing, dropped=dropped, set_back=back, exported=exported)
    for one in emptied:
        # What was a hole already is one: the last look was not kept.
        again = Harm.BLANKED if of_kind(there[one.entry.key], Hole) else None
        yield _lost(one, harm or again, Reason.EMPTIED)
    yield from (_lost(one, harm if owner(entry) is Owner.MACHINE else None, Reason.REPLACED) for one, entry in changed)
    yield from (_lost(one, harm, Reason.REMOVED) for one in gone)
    # Of these the words are there, and the approval is not.
    yield from (_lost(one, harm, Reason.REPLACED) for one in unapproved if harm)


def _lost(seen: Seen, harm: Harm | None, otherwise: Reason) -> Superseded:
    return Superseded(seen, Reason.LOST if harm else otherwise, harm)


def _harm(
    past: Past, now: Catalog, standing: Collection[str], *, dropped: int, set_back: bool, exported: bool
) -> Harm | None:
    """What a tool did to a file that texts of people are gone from; None where a person took them out."""
    if not _is_whole(past, now, standing):
        return Harm.CUT if now.entries else Harm.EMPTIED
    if exported:
        return Harm.EXPORTED
    if set_back:
        return Harm.SET_BACK
    allowed = max(FEW, sum(s.entry.translated for s in past.entries) // PART)
    return Harm.BLANKED if dropped > allowed else None


def _is_whole(past: Past, now: Catalog, standing: Collection[str]) -> bool:
    """Whether the header and every entry that had a text are there; gettext's tools drop those without one."""
    if past.header and not now.header.fields:
        return False
    there = now.by_key()
    live = (s.entry for s in past.entries if not s.entry.obsolete and s.entry.translated)
    return all(entry.key in there or _stands(texts(entry), standing) for entry in live)


def _is_kept_for_its_words(entry: Entry) -> bool:
    """Whether what stood in an entry would be nowhere without it; a live one is made again, with its comments."""
    return is_peoples(entry) or (entry.obsolete and bool(entry.comments))


def _words(entry: Entry) -> tuple[str, ...]:
    """What people wrote in an entry."""
    return tuple(filter(None, (*(texts(entry) if is_peoples(entry) else ()), *entry.comments)))


def _stands(words: Iterable[str], standing: Collection[str]) -> bool:
    """Whether all that an entry said that is gone stands in others, as where its source changed or was joined."""
    return all(
        text in standing or (len(text) >= _TELLING and any(text in other for other in standing)) for text in words
    )


def _is_export_of_omegat(past: Past, now: Catalog) -> bool:
    """Whether no entry is fuzzy any more, and of those that were no untouched draft has a text: so OmegaT exports."""
    there = now.by_key()
    live = [seen.entry for seen in past.entries if not seen.entry.obsolete]
    left = [entry for entry in live if entry.translated and entry.key in there]
    if not any(entry.fuzzy for entry in live) or any(entry.fuzzy for entry in now.entries if not entry.obsolete):
        return False
    # What was approved it leaves alone; a person deletes that, too.
    emptied = [entry for entry in left if not there[entry.key].translated]
    drafts = [entry for entry in left if owner(entry) is Owner.MACHINE]
    return all(entry.fuzzy for entry in emptied) and not any(there[entry.key].translated for entry in drafts)


def _with_holes(
    entries: Iterable[Entry], lost: Mapping[Key, Entry], was: Mapping[Key, Seen], day: str
) -> Iterator[Entry]:
    """The entries with a hole where a tool has dropped a person's text, and where one was and nobody has filled it."""
    there: set[Key] = set()
    said: set[str] = set()
    for entry in entries:
        there.add(entry.key)
        said.update(entry.comments)
        old = was.get(entry.key)
        if entry.key not in lost:
            # An old copy of the file has our draft where there is a hole by now.
            still = old is not None and bool(of_kind(old.entry, Hole)) and owner(entry) is Owner.MACHINE
            yield old.entry if old and still else entry
        elif says_the_same(entry, lost[entry.key]):
            yield replace(entry, extracted=(*entry.extracted, str(SetBack(day))))
        else:
            yield _hole(entry, lost[entry.key], day)
    gone = [entry for key, entry in lost.items() if key not in there]
    yield from (_hole(entry, entry, day) for entry in gone if not entry.obsolete)
    left = [s.entry for key, s in was.items() if not (key in there or key in lost or s.entry.obsolete)]
    # A hole has no text, and so a tool may have dropped its entry, too.
    yield from (entry for entry in left if of_kind(entry, Hole))
    # A comment outlives the draft that it was written to.
    drafts = (entry for entry in left if not (of_kind(entry, Hole) or is_peoples(entry)))
    yield from (_without_text(entry, entry.comments) for entry in drafts if not _stands(entry.comments, said))


def _hole(entry: Entry, lost: Entry, day: str) -> Entry:
    return _without_text(entry, tuple(dict.fromkeys((*entry.comments, *lost.comments))), str(Hole(day)))


def _without_text(entry: Entry, comments: tuple[str, ...], *lines: str) -> Entry:
    return Entry(
        msgid=entry.msgid,
        msgctxt=entry.msgctxt,
        msgid_plural=entry.msgid_plural,
        msgstr_plural=("",) * len(entry.msgstr_plural),
        comments=comments,
        extracted=lines,
        references=entry.references,
        unknown=entry.unknown,
        obsolete=entry.obsolete,
    )


def _seen(entry: Entry, before: Seen | None, at: str, *, by_a_person: bool) -> Seen:
    same = before is not None and says_the_same(before.entry, entry) and before.entry.fuzzy is entry.fuzzy
    since = before.since if before is not None and same else at
    if before is None or owner(entry) is Owner.PERSON:
        return Seen(entry, since)
    ours = owner(before.entry) is Owner.MACHINE or is_untouched_fill(before.entry)
    deleted = by_a_person and ours and not entry.translated
    return Seen(entry, since, text_hash(before.entry.msgstr) if deleted else before.dropped)

"""What people wrote in PO files and is gone from them: who did it, a person or a tool, and what stands in its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from translate.core.entries.catalog import Catalog, Entry, says_the_same, texts
from translate.core.entries.comments import Hole, SetBack, of_kind
from translate.core.entries.past import Past, Seen
from translate.core.entries.remembered import says_its_source
from translate.core.entries.stamp import Owner, is_ours, is_peoples, owner
from translate.core.entries.template import Key
from translate.values import dataclass

FEW, PART = 3, 5
"""So many texts of a file, or one in so many, a person may empty between two looks; what is more was a tool."""

_TELLING = 10
"""Characters of a text from which on it does not stand in a longer one by chance."""


class Harm(StrEnum):
    """What became of a file from which people's texts are gone at once."""

    DELETED = "deleted"
    EMPTIED = "emptied"
    """Nothing is in it."""
    CUT = "cut"
    """Entries, or its header, are missing."""
    EXPORTED = "exported"
    """As OmegaT exports: what was fuzzy has no text."""
    SET_BACK = "set back"
    """Our drafts stand where people's texts stood."""
    BLANKED = "blanked"
    """More texts are gone than a person deletes in a day."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What is gone from one PO file, and nobody has seen to."""

    path: str
    """The file, as the newsroom knows it."""
    texts: int
    since: str
    """The day on which it was noticed, such as ``2026-11-28``."""
    harm: Harm
    """What had become of the file on that day."""


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


def superseded(past: Past, now: Catalog, *, is_there: bool, exported: bool) -> Iterator[Superseded]:
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
    set_back = any(is_ours(entry) for _, entry in changed)
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
    yield from (_lost(one, harm if is_ours(entry) else None, Reason.REPLACED) for one, entry in changed)
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


def has_given_way(lost: Entry, now: Entry) -> bool:
    """Whether a person has put something else in the place of a text that was lost, or approved it again."""
    waits = now.fuzzy and not lost.fuzzy and says_the_same(now, lost)
    return now.translated and not waits


def _stands(words: Iterable[str], standing: Collection[str]) -> bool:
    """Whether all that an entry said that is gone stands in others, as where its source changed or was joined."""
    return all(
        text in standing or (len(text) >= _TELLING and any(text in other for other in standing)) for text in words
    )


def is_export_of_omegat(past: Past, now: Catalog) -> bool:
    """Whether no entry is fuzzy any more, and of those that were no untouched draft has a text: so OmegaT exports."""
    there = now.by_key()
    live = [seen.entry for seen in past.entries if not seen.entry.obsolete]
    left = [entry for entry in live if entry.translated and entry.key in there]
    # What says its source waits because of what else the tool did (`blanks.cleared`).
    waiting = [entry for entry in now.entries if not entry.obsolete and entry.fuzzy and not says_its_source(entry)]
    if waiting or not any(entry.fuzzy for entry in live):
        return False
    # What was approved it leaves alone; a person deletes that, too.
    emptied = [entry for entry in left if not there[entry.key].translated]
    drafts = [entry for entry in left if owner(entry) is Owner.MACHINE]
    return all(entry.fuzzy for entry in emptied) and not any(there[entry.key].translated for entry in drafts)


def with_holes(
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
            still = old is not None and bool(of_kind(old.entry, Hole)) and is_ours(entry)
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

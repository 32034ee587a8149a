"""Bring a catalog up to date with its document: a person's words stay, our own drafts may be replaced.

Whose text an entry holds is decided by `stamp.owner`. Identity is (msgctxt, msgid), never a place in the file. Where a
source changed, `pairing` tells what it was made from, and a person's text follows it as a fuzzy one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from translate.core.article import TITLES
from translate.core.entries.blanks import is_copy
from translate.core.entries.catalog import FUZZY, Catalog, Entry
from translate.core.entries.comments import (
    Approval,
    Comment,
    DraftedAgain,
    GuessedTags,
    Hole,
    InParts,
    KeptAsIs,
    MemoryLine,
    Position,
    SetBack,
    Settled,
    SourceChange,
    Unconfirmed,
    UndecidedTitle,
    of_kind,
    written,
)
from translate.core.entries.inputs import Inputs
from translate.core.entries.leverage import Leveraged
from translate.core.entries.pairing import pair
from translate.core.entries.settling import settled
from translate.core.entries.stamp import (
    Draft,
    Owner,
    is_ours,
    is_unconfirmed,
    is_untouched_fill,
    owner,
    stamp_of,
    text_hash,
)
from translate.core.entries.taglines import DoubtfulTag, MoreDoubtfulTags, tag_lines
from translate.core.entries.template import Key, is_title
from translate.core.entries.termlines import TermLine, advice_lines, term_lines
from translate.core.entries.titlelines import Passing
from translate.core.terms.demands import Demands, outcomes
from translate.core.text.changes import changes
from translate.core.text.fingerprints import fingerprint
from translate.core.text.identifiers import is_settled
from translate.core.text.tags import fitted, plain
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Inheritance:
    """What a catalog has for the messages of a document, changed ones included."""

    entries: Mapping[Key, Entry]
    """By the key of today's message; a message that is not in it is new."""
    moved: frozenset[Key] = frozenset()
    """The old messages that live on in changed ones, so that they leave nothing else behind."""


def wants_draft(entry: Entry | None, inputs: Inputs) -> bool:
    """Whether a message should be drafted.

    Args:
        entry: What the catalog has for it, as `inherit` tells; None where it has nothing.
        inputs: What a draft would be made from today.

    Returns:
        True where there is no translation, an untouched draft of ours that was made from something else, or a text that
        a rule once settled; never for a message with plural forms, which no article has, nor where a tool has dropped
        what a person wrote.
    """
    if entry is None:
        return True
    match owner(entry):
        case Owner.NOBODY:
            return entry.msgid_plural is None and not of_kind(entry, Hole)
        case Owner.RULE:
            return True  # By no rule of today, or nobody would ask.
        case Owner.MACHINE:
            stamp = stamp_of(entry)
            return stamp is None or not inputs.agree_with(stamp.inputs)
        case Owner.PERSON:
            return False


def merge(
    old: Catalog | None,
    template: Sequence[Entry],
    drafts: Mapping[Key, Draft],
    demands: Mapping[Key, Demands],
    *,
    recalled: Mapping[Key, Leveraged] = MappingProxyType({}),
    unanswered: Collection[Key] = (),
    dropped: Mapping[Key, str] = MappingProxyType({}),
    inherited: Inheritance | None = None,
) -> tuple[Entry, ...]:
    """Make the entries of the new catalog.

    Args:
        old: The catalog as `noticing.notice` understands it, None where there is none.
        template: The document's messages, in order.
        drafts: New drafts. One that meets a person's text is left out.
        demands: What the glossary asks of each message; a message that is not in it has none.
        recalled: What the memory has for messages; it goes before a draft, and never before a person's text.
        unanswered: The messages that an engine was asked for and has no translation of: an untouched draft that one of
            them has is taken back, as it was made from something else.
        dropped: The hashes of drafts that a person deleted; one that comes again says so.
        inherited: What `inherit` tells of `old` and `template`, where it is known already.

    Returns:
        The live entries in the template's order, then the obsolete ones: those that were, and those that the document
        no longer has. A vanished draft that nobody has touched or commented on is dropped.
    """
    was = old.by_key() if old else {}
    inherited = inherited or inherit(old, template)
    there = {k: _taken_back(e) if k in unanswered else e for k, e in inherited.entries.items()}
    live = tuple(
        _merged(
            there.get(e.key),
            e,
            drafts.get(e.key),
            demands.get(e.key, Demands()),
            recalled=recalled.get(e.key),
            dropped=dropped.get(e.key, ""),
        )
        for e in template
    )
    new = {e.key: e for e in live}
    gone = {k: e for k, e in was.items() if k not in new and k not in inherited.moved and _worth_keeping(e)}
    obsolete = (e if e.obsolete else retired(e) for e in gone.values() if not _is_copy(e, new, gone))
    return (*live, *obsolete)


def only(entries: Sequence[Entry], merged: Iterable[Entry], keys: Collection[Key]) -> tuple[Entry, ...]:
    """The entries of a catalog as they are, but for some live ones, which are as they were merged.

    Args:
        entries: Those of the catalog.
        merged: What `merge` made of them.
        keys: The ones.
    """
    new = {entry.key: entry for entry in merged if entry.key in keys}
    return tuple(entry if entry.obsolete else new.get(entry.key, entry) for entry in entries)


def inherit(old: Catalog | None, template: Sequence[Entry]) -> Inheritance:
    """Tell what the catalog has for each message of a document.

    Args:
        old: The catalog as it is, None where there is none.
        template: The document's messages, in order.

    Returns:
        The entries that are there. For a message that is new but was made from others, an entry that carries on what
        people wrote for those: a translation is fuzzy, with the source that it was made for as the previous one. It is
        approved where today's source is the very one that this translation was approved for.
    """
    was = old.by_key() if old else {}
    there = {e.key: was[e.key] for e in template if e.key in was}
    new = {e.key: e for e in template if e.key not in was}
    if not new or not was:
        return Inheritance(there)
    origins = _origins(was, template, new)
    parts = {key: _texts([was[origin] for origin in found]) for key, found in origins.items()}
    carried = {key: _carried([was[o] for o in found], parts[key], new[key]) for key, found in origins.items()}
    # The parts of a joined text are kept, too: should they part again, each is as it was.
    joined = {origin for key, found in origins.items() if len(parts[key]) > 1 for origin in found}
    moved = {o for found in origins.values() for o in found if not was[o].obsolete and o not in joined}
    return Inheritance({**there, **carried}, frozenset(moved))


def _origins(was: Mapping[Key, Entry], template: Sequence[Entry], new: Mapping[Key, Entry]) -> dict[Key, Sequence[Key]]:
    """The old messages that each new one was made from."""
    now = {e.key for e in template}
    candidates = [e for e in sorted(was.values(), key=lambda e: e.obsolete) if e.msgid_plural is None]
    made_for: defaultdict[Key, list[Entry]] = defaultdict(list)
    for entry in candidates:
        if _made_for(entry) in new and _is_carried_on(entry):
            made_for[_made_for(entry)].append(entry)
    # A source that is as it was once: what was changed away from it, or else whatever still has its translation.
    returned = {
        key: [e.key for e in found if not e.obsolete and e.key not in now] or [found[0].key]
        for key, found in made_for.items()
    }
    used = {origin for found in returned.values() for origin in found} - now
    paired = pair(
        [e.key for e in candidates if not e.obsolete and e.key not in used],
        # An obsolete message that comes back was not made from another.
        [e.key for e in template if e.key not in returned and (e.key in new or not was[e.key].obsolete)],
        [e.key for e in candidates if e.obsolete and e.key not in now | used and _is_carried_on(e)],
    )
    found = ((key, [o for o in origins if _may_follow(key, o)]) for key, origins in {**returned, **paired}.items())
    return {key: origins for key, origins in found if origins}


def _may_follow(key: Key, origin: Key) -> bool:
    """Whether a message may take up what was written for another.

    An address has no use for the words around it, nor has a title for those of another: many of them are alike.
    """
    if key[0] in TITLES or origin[0] in TITLES:
        return key[1] == origin[1]
    return not is_settled(plain(key[1])) or is_settled(plain(origin[1]))


def _made_for(entry: Entry) -> Key:
    """The source that the entry's translation was made for."""
    if entry.fuzzy and entry.previous_msgid is not None:
        return (entry.previous_msgctxt or entry.msgctxt, entry.previous_msgid)
    return entry.key


def _texts(origins: Sequence[Entry]) -> list[Entry]:
    """The origins that have a person's text, each text once, and what a rule has settled among them."""
    if not any(map(_is_carried_on, origins)):
        return []
    told = (e for e in reversed(origins) if _is_carried_on(e) or owner(e) is Owner.RULE)
    return list(reversed({(_made_for(e), e.msgstr): e for e in told}.values()))


def _is_carried_on(entry: Entry) -> bool:
    """Whether the text is a person's; one that was approved in bulk is no more to be carried on than a draft."""
    return owner(entry) is Owner.PERSON and not is_unconfirmed(entry)


def _carried(origins: Sequence[Entry], texts: Sequence[Entry], new: Entry) -> Entry:
    """A changed message with what people wrote for its origins."""
    entry = replace(
        new,
        comments=_together(e.comments for e in origins),
        extracted=(),
        flags=tuple(dict.fromkeys(flag for e in origins for flag in e.flags if flag != FUZZY)),
        unknown=_together(e.unknown for e in origins),
    )
    if not texts:
        return entry
    proofs = _proof(texts[0]) if len(texts) == 1 else ()
    sources = list(dict.fromkeys(map(_made_for, texts)))
    entry = replace(entry, msgstr=" ".join(e.msgstr for e in texts))
    if sources == [new.key]:
        return entry if proofs else replace(entry, flags=(FUZZY, *entry.flags))
    return replace(
        entry,
        flags=(FUZZY, *entry.flags),
        # Without the stamp: a draft that a person approved would look untouched again.
        extracted=written((), proofs, None),
        previous_msgctxt=sources[0][0],
        previous_msgid=" ".join(msgid for _, msgid in sources),
    )


def _together(comments: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The lines of several entries; the copies that a split has made count once."""
    return tuple(line for lines in dict.fromkeys(comments) for line in lines)


def approved_for_its_source(entry: Entry) -> bool:
    """Whether an entry's translation, as it stands, was approved for the source that it was made for."""
    return bool(_proof(entry))


def _proof(entry: Entry) -> tuple[Approval, ...]:
    """What proves that an entry's translation was approved for the source that it was made for, if it was."""
    context, msgid = _made_for(entry)
    proof = Approval(fingerprint((context or "", msgid, entry.msgstr)))
    return (proof,) if not entry.fuzzy or proof in of_kind(entry, Approval) else ()


def _merged(
    old: Entry | None,
    new: Entry,
    draft: Draft | None,
    asked: Demands,
    *,
    recalled: Leveraged | None,
    dropped: str,
) -> Entry:
    before = old or new
    rule = settled(new, asked)
    if rule and recalled is None and _is_for_a_rule(before):
        return _settled(before, new, *rule)
    before = before if rule else _unsettled(before)
    whose = owner(before)
    ours = whose is not Owner.PERSON or is_untouched_fill(before)
    if recalled is not None and ours and before.msgid_plural is None:
        if text_hash(recalled.text) == dropped:  # Somebody deleted it here: let a person see it again, and decide.
            recalled = replace(recalled, fuzzy=True, line=replace(recalled.line, review=True))
        return _recalled(before, new, recalled, asked)
    if draft is not None and whose is not Owner.PERSON and before.msgid_plural is None:
        return _drafted(before, new, draft, again=text_hash(draft.text) == dropped)
    lines: tuple[Comment, ...] = ()
    stamp = stamp_of(before)
    match whose:
        case Owner.NOBODY:
            # Fuzzy says that there is a text to look at; gettext's tools take it from an entry without one.
            before = replace(before, flags=tuple(f for f in before.flags if f != FUZZY))
            lines, stamp = (*advice_lines(asked), *of_kind(before, Hole), *_undecided(new)), None
        case Owner.MACHINE:
            lines = (*of_kind(before, TermLine), *of_kind(before, MemoryLine))
            lines = (*lines, *of_kind(before, InParts), *of_kind(before, GuessedTags))
            lines = (*lines, *of_kind(before, DoubtfulTag), *of_kind(before, MoreDoubtfulTags))
            lines = (*lines, *of_kind(before, DraftedAgain), *_undecided(new))
        case Owner.PERSON:
            told = term_lines(outcomes(asked, _text(before)))
            lines = (*told, *_memory_lines(before), *_guessed_tags(before), *_change_lines(before), *_doubts(before))
    entry = replace(before, extracted=written(new.extracted, lines, stamp), references=new.references, obsolete=False)
    return before if _stands_elsewhere_only(before, entry) else entry


def _is_for_a_rule(entry: Entry) -> bool:
    """Whether a rule may settle an entry: no person has, nor is anything of theirs missing there."""
    return (owner(entry) is not Owner.PERSON or is_unconfirmed(entry)) and not of_kind(entry, Hole)


def _settled(old: Entry, new: Entry, text: str, line: Settled) -> Entry:
    flags = tuple(flag for flag in old.flags if flag != FUZZY)
    lines = written(new.extracted, (line,), None)
    entry = replace(new, msgstr=text, comments=old.comments, extracted=lines, flags=flags, unknown=old.unknown)
    return old if _stands_elsewhere_only(old, entry) else entry


def _unsettled(entry: Entry) -> Entry:
    """An entry without a text that no rule settles any more, if it has one."""
    return replace(entry, msgstr="") if owner(entry) is Owner.RULE else entry


def _memory_lines(entry: Entry) -> tuple[MemoryLine, ...]:
    """What is told of the memory, but for where a text was taken from that is another now.

    Whoever has looked at what was taken over has made it theirs, also where they leave it as it was.
    """
    held = text_hash(entry.msgstr)
    lines = (line for line in of_kind(entry, MemoryLine) if not line.fill or line.fill == held)
    return tuple(line if is_untouched_fill(entry) else replace(line, fill="") for line in lines)


def _guessed_tags(entry: Entry) -> tuple[GuessedTags, ...]:
    """What is said of the tags of a text from the memory, until a person has approved it."""
    is_waiting = entry.fuzzy and any(line.origin for line in of_kind(entry, MemoryLine))
    return of_kind(entry, GuessedTags)[:1] if is_waiting else ()


def _doubts(entry: Entry) -> tuple[Comment, ...]:
    """What is known of a text that looks as if it were somebody else's: a tool's, a machine's or a person's."""
    # A copy that comes back was never looked at while it was obsolete.
    is_kept = is_copy(replace(entry, obsolete=False)) or (of_kind(entry, KeptAsIs) and entry.msgstr == entry.msgid)
    kept = (KeptAsIs(),) if is_kept else ()
    back = of_kind(entry, SetBack)[:1] if entry.fuzzy else ()
    return (*kept, *back, *(of_kind(entry, Unconfirmed)[:1] if is_unconfirmed(entry) else ()))


def _stands_elsewhere_only(old: Entry, new: Entry) -> bool:
    """Whether nothing is new in an entry but its place.

    A paragraph put on top would change the lines of all that follow, and every translator's branch would conflict; the
    place is told anew with whatever else is.
    """

    def told(entry: Entry) -> Entry:
        lines = (line if Position.parse(line) is None else "" for line in entry.extracted if not Passing.parse(line))
        return replace(entry, extracted=tuple(lines), references=())

    return bool(old.references) and _files(old) == _files(new) and told(old) == told(new)


def _files(entry: Entry) -> set[str]:
    return {reference.rpartition(":")[0] for reference in entry.references}


def _taken_back(entry: Entry) -> Entry:
    """An entry without the draft that nobody has touched, if it has one."""
    return replace(entry, msgstr="") if owner(entry) is Owner.MACHINE else entry


def _change_lines(entry: Entry) -> tuple[Comment, ...]:
    """What a translator should know of a translation that was made for another source."""
    if not entry.fuzzy or entry.previous_msgid is None:
        return ()
    if entry.previous_msgid == entry.msgid:
        if entry.previous_msgctxt == entry.msgctxt:
            return (SourceChange.joined(),)
        return (SourceChange.moved(entry.previous_msgctxt or "paragraph"),)
    return (SourceChange.edited(changes(entry.previous_msgid, entry.msgid)), *_proof(entry))


def _undecided(message: Entry) -> tuple[UndecidedTitle, ...]:
    """What is said of a title that no person has translated, and that no rule settles."""
    return (UndecidedTitle(),) if is_title(message) else ()


def _text(entry: Entry) -> str:
    return plain(entry.msgstr or "\n".join(entry.msgstr_plural))


def _drafted(old: Entry, new: Entry, draft: Draft, *, again: bool) -> Entry:
    made = ((InParts(), draft.in_parts), (GuessedTags(), draft.is_guessed))
    remarks: tuple[Comment, ...] = (*(line for line, holds in made if holds), *tag_lines(draft.tag_doubts))
    remarks = (*remarks, *((DraftedAgain(),) if again else ()), *_undecided(new))
    lines = (*term_lines(draft.outcomes), *draft.suggestions, *remarks)
    return replace(
        new,
        msgstr=draft.text,
        comments=old.comments,
        extracted=written(new.extracted, lines, draft.stamp),
        flags=(FUZZY, *(f for f in old.flags if f != FUZZY)),
        unknown=old.unknown,
    )


def _recalled(old: Entry, new: Entry, recalled: Leveraged, asked: Demands) -> Entry:
    """A message with a person's translation from elsewhere."""
    other = recalled.made_for is not None and recalled.made_for != new.msgid
    text = recalled.text if recalled.is_exact else fitted(recalled.text, new.msgid)
    entry = replace(
        new,
        msgstr=text,
        comments=old.comments,
        flags=(*((FUZZY,) if recalled.fuzzy else ()), *(f for f in old.flags if f != FUZZY)),
        unknown=old.unknown,
        previous_msgctxt=new.msgctxt if other else None,
        previous_msgid=recalled.made_for if other else None,
    )
    terms = term_lines(outcomes(asked, plain(recalled.text)))
    line = replace(recalled.line, fill=text_hash(recalled.text)) if recalled.is_exact else recalled.line
    guessed = (GuessedTags(),) if text != recalled.text else ()
    return replace(entry, extracted=written(new.extracted, (*terms, line, *guessed, *_change_lines(entry)), None))


def _worth_keeping(entry: Entry) -> bool:
    # A title that articles mention stays known as one.
    is_mentioned = is_title(entry) and any(line.is_mention for line in of_kind(entry, Passing))
    return entry.obsolete or bool(entry.comments) or owner(entry) is Owner.PERSON or is_mentioned


def _is_copy(entry: Entry, new: Mapping[Key, Entry], gone: Mapping[Key, Entry]) -> bool:
    """Whether all that a vanished entry says is also said by the one that it was carried on from."""
    if not entry.fuzzy or entry.previous_msgid is None:
        return False
    source = _made_for(entry)
    other = new.get(source) or gone.get(source)
    if other is None or owner(other) is not Owner.PERSON or entry.msgid_plural is not None:
        return False
    # Of two that are copies of each other, neither goes.
    stays = source in new or not other.fuzzy
    return stays and other.msgstr == entry.msgstr and set(entry.comments) <= set(other.comments)


def replaced(old: Catalog, live: AbstractSet[Key], moved: AbstractSet[Key]) -> tuple[Entry, ...]:
    """The approved entries of which nothing is left in an article that says something new.

    Args:
        old: The catalog before the article changed.
        live: The article's messages.
        moved: The old messages that live on in changed ones (`Inheritance.moved`).

    Returns:
        None where the article has no new message: then something was only taken out.
    """
    was = [entry for entry in old.entries if not entry.obsolete]
    if not live - {entry.key for entry in was}:
        return ()
    gone = (entry for entry in was if entry.key not in live and entry.key not in moved)
    return tuple(e for e in gone if e.translated and not (e.fuzzy or is_unconfirmed(e) or is_ours(e)))


def retired(entry: Entry) -> Entry:
    """An entry that the document no longer has, with all by which its text is known when it returns."""
    proofs = _proof(entry) if entry.fuzzy else ()
    terms = of_kind(entry, TermLine) if owner(entry) is Owner.MACHINE else ()
    rule = of_kind(entry, Settled) if owner(entry) is Owner.RULE else ()
    lines = (*terms, *rule, *_memory_lines(entry), *proofs, *_doubts(entry))
    return replace(entry, obsolete=True, references=(), extracted=written((), lines, stamp_of(entry)))

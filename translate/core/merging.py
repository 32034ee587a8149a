"""Bring a catalog up to date with its document: a person's words stay, our own drafts may be replaced.

Whose text an entry holds is decided by `drafts.owner`. Identity is (msgctxt, msgid), never a place in the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from translate.core.catalog import FUZZY, Catalog, Entry
from translate.core.drafts import Draft, Owner, owner, stamp_of
from translate.core.enforcement import Demands, outcomes
from translate.core.facts import advice_lines, facts, recorded_terms, term_lines
from translate.core.template import Key


def wants_draft(entry: Entry | None, inputs: str) -> bool:
    """Whether a message should be drafted.

    Args:
        entry: What the catalog has for it, live or obsolete; None where it has nothing.
        inputs: The fingerprint of what a draft would be made from today.

    Returns:
        True where there is no translation, or an untouched draft of ours that was made from something else.
    """
    if entry is None:
        return True
    match owner(entry):
        case Owner.NOBODY:
            return True
        case Owner.MACHINE:
            stamp = stamp_of(entry)
            return stamp is None or stamp.inputs != inputs
        case Owner.PERSON:
            return False


def merge(
    old: Catalog | None,
    template: Sequence[Entry],
    drafts: Mapping[Key, Draft],
    demands: Mapping[Key, Demands],
) -> tuple[Entry, ...]:
    """Make the entries of the new catalog.

    Args:
        old: The catalog as it is, None where there is none.
        template: The document's messages, in order.
        drafts: New drafts. One that meets a person's text is left out.
        demands: What the glossary asks of each message; a message that is not in it has none.

    Returns:
        The live entries in the template's order, then the obsolete ones: those that were, and those that the document
        no longer has. A vanished draft that nobody has touched or commented on is dropped.
    """
    was = old.by_key() if old else {}
    live = tuple(_merged(was.get(e.key), e, drafts.get(e.key), demands.get(e.key, Demands())) for e in template)
    kept = {e.key for e in live}
    gone = [e for e in was.values() if e.key not in kept]
    obsolete = [e if e.obsolete else _retired(e) for e in gone if e.obsolete or e.comments or owner(e) is Owner.PERSON]
    return (*live, *obsolete)


def _merged(old: Entry | None, new: Entry, draft: Draft | None, asked: Demands) -> Entry:
    whose = owner(old) if old else Owner.NOBODY
    if draft is not None and whose is not Owner.PERSON:
        return _drafted(old or new, new, draft)
    before = old or new
    match whose:
        case Owner.NOBODY:
            # Fuzzy says that there is a text to look at; gettext's tools take it from an entry without one.
            before = replace(before, flags=tuple(f for f in before.flags if f != FUZZY))
            terms, stamp = advice_lines(asked), None
        case Owner.MACHINE:
            terms, stamp = recorded_terms(before), stamp_of(before)
        case Owner.PERSON:
            terms, stamp = term_lines(outcomes(asked, _text(before))), stamp_of(before)
    return replace(before, extracted=facts(new.extracted, terms, stamp), references=new.references, obsolete=False)


def _text(entry: Entry) -> str:
    return entry.msgstr or "\n".join(entry.msgstr_plural)


def _drafted(old: Entry, new: Entry, draft: Draft) -> Entry:
    return replace(
        new,
        msgstr=draft.text,
        comments=old.comments,
        extracted=facts(new.extracted, term_lines(draft.outcomes), draft.stamp),
        flags=(FUZZY, *(f for f in old.flags if f != FUZZY)),
        unknown=old.unknown,
    )


def _retired(entry: Entry) -> Entry:
    stamp = stamp_of(entry)
    return replace(entry, obsolete=True, references=(), extracted=(str(stamp),) if stamp else ())

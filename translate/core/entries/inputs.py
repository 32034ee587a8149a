"""The fingerprint of all that a draft is made from, so that it is made anew when any of that changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache

from translate.core.entries.catalog import Entry
from translate.core.placing.placed import Effort
from translate.core.terms.demands import Demands
from translate.core.terms.glossary import Term
from translate.core.terms.language import Language
from translate.core.text import identifiers
from translate.core.text.fingerprints import fingerprint
from translate.core.text.tags import parted, plain
from translate.values import dataclass

KEPT = "identifiers"
"""Of the rule that drafts depend on the identifiers of their source: an article drafted by another is opened once."""
PLACED = "aligned"
"""Of the rule by which tags are put into drafts; one that was made by another is made anew."""
FOR_PEOPLE = frozenset({"note", "reviewed", "origin"})
"""The fields of a term that no draft depends on."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a draft would be made from today, as a stamp would tell it.

    A stamp of today begins it with ``2-``, the number of the rule that it was made by: ``inputs 2-1f0c9a77``. The first
    rule wrote no number (``inputs 1f0c9a77``), and people's files are full of such stamps; they are compared by the
    first rule for ever, so that the rule alone makes no draft stale. A stamp by a rule that is not known here, such as
    a later version's, agrees with nothing: the draft is ours and is made anew.
    """

    told: str
    """For a new stamp."""
    by_the_first_rule: str = ""
    """The same as the first rule has it, to compare old stamps with."""

    def agree_with(self, recorded: str) -> bool:
        """Whether a draft whose stamp has these inputs would be made from the very same today."""
        return recorded in {self.told, self.by_the_first_rule}


def inputs_of(
    message: Entry,
    asked: Demands,
    engine: str,
    hypotheses: int,
    *,
    words: str = "",
    effort: Effort = Effort.THOROUGH,
) -> Inputs:
    """What a draft of a message would be made from.

    Args:
        message: The message; only what identifies it counts.
        asked: What the glossary asks of its translation.
        engine: The signature of the engine.
        hypotheses: How many it offers for a sentence with a term.
        words: What is known of the language (`words_of`); it counts only where the glossary asks for anything.
        effort: What is put into finding where tags belong; it counts only where there are any.
    """
    terms = (*(match.term for match in asked.matches), *asked.bans)
    same = (message.msgctxt or "", message.msgid, engine, str(hypotheses))
    helped = (words,) if terms and words else ()
    # Identifiers are kept from the engine: a draft that was made with others, or with none, is made anew.
    kept = tuple(f"{start}-{end}" for start, end in identifiers.spans(plain(message.msgid)))
    tagged = (f"{PLACED} {effort}",) if parted(message.msgid).places else ()
    told = first = fingerprint((*same, *map(_told, terms), *helped, *kept, *tagged))
    if terms:
        first = fingerprint((*same, *map(_told_by_the_first_rule, terms), *kept, *tagged))
    return Inputs(f"2-{told}", first)


@lru_cache(maxsize=256)  # Known languages do not change, and the endings of one are thousands.
def words_of(language: Language) -> str:
    """The fingerprint of what is known of a language that helps a term to its form; empty where that is nothing."""
    known = (language.stand_ins, language.voters)
    endings = (language.endings.told,) if language.endings else ()
    words = (fingerprint(map(_told, terms)) for terms in known)
    return fingerprint((*words, *endings)) if any(known) or endings else ""


@lru_cache(maxsize=1024)  # An article has few terms, and says them again and again.
def _told(term: Term) -> str:
    """A term by every field that a draft may depend on."""
    return json.dumps({name: value for name, value in _differing(term) if name not in FOR_PEOPLE}, sort_keys=True)


def _differing(value: object) -> Iterator[tuple[str, object]]:
    """The fields of a value that are not as they are by default, so that a column that is new makes no draft stale."""
    for field in fields(value):  # type: ignore[arg-type]  # Whoever calls has asked.
        found = getattr(value, field.name)
        if found != field.default:
            yield field.name, _plain(found)


def _plain(value: object) -> object:
    if is_dataclass(value):
        return dict(_differing(value))
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _told_by_the_first_rule(term: Term) -> str:
    """What a draft depended on until the end of 2026: the labels of forms and how a term is found were not in it."""
    return "\t".join((term.source, term.action, term.require, *term.accepted, "", *term.forbid))

"""A machine draft of a segment, and the stamp by which we know it again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from translate.core.catalog import Entry
from translate.core.fingerprints import fingerprint


@dataclass(frozen=True, slots=True)
class TermOutcome:
    """What became of one demand of the glossary in a text."""

    source: str
    """The term as the glossary has it."""
    target: str
    """The base form that was asked for; of a forbidden rendering, what stands in the text."""
    form: str | None
    """The accepted form that stands in the text; None where there is none."""
    how: str
    """How it came there: ``as is``, ``n-best 2`` …"""
    label: str = ""
    """The form's grammatical name, where the glossary gives one."""
    forbidden: bool = False
    """Whether this tells of a rendering that must not be there, and is."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a machine wrote for one segment."""

    text: str
    """Never empty."""
    engine: str
    """The signature of the engine that wrote it."""
    inputs: str
    """The fingerprint of everything that it was made from."""
    outcomes: tuple[TermOutcome, ...] = ()
    suggestions: tuple[str, ...] = ()
    """Lines that tell of remembered translations of texts like it."""

    @property
    def stamp(self) -> Stamp:
        """The line of the PO file that tells a later run whose text it is."""
        return Stamp(self.engine, text_hash(self.text), self.inputs)


STAMP = re.compile(r"MT: (?P<engine>[^,]+), draft (?P<draft>[0-9a-f]{8}), inputs (?P<inputs>[0-9a-f]{8})")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The ``#. MT:`` line: which engine wrote the draft, its hash, and the hash of what it was made from."""

    engine: str
    draft: str
    inputs: str

    def __str__(self) -> str:
        return f"MT: {self.engine}, draft {self.draft}, inputs {self.inputs}"


def text_hash(msgstr: str) -> str:
    """The hash of a draft's text, as its stamp has it."""
    return fingerprint((msgstr,))


def stamp_of(entry: Entry) -> Stamp | None:
    """The stamp among an entry's extracted comments; the last one, should an editor have doubled it."""
    found = [m for line in entry.extracted if (m := STAMP.fullmatch(line.strip()))]
    return Stamp(found[-1]["engine"], found[-1]["draft"], found[-1]["inputs"]) if found else None


class Owner(StrEnum):
    """Whose text an entry holds."""

    NOBODY = "nobody"
    """There is no translation, or nothing but the source where a fuzzy text stood."""
    MACHINE = "machine"
    """Our draft, and nobody has touched it."""
    PERSON = "person"
    """A person's, or not proven to be ours."""


SOURCE_CHANGED = "Source changed"
"""How the extracted comment begins that tells of a translation that was made for another source."""

PROSE = 3
"""The words in small letters from which on a source text is prose, which nobody approves as its own translation."""


def is_blank_copy(entry: Entry) -> bool:
    """Whether an editor has put the source where a fuzzy text stood, as OmegaT does with what nobody has translated.

    A name or a title may be its own translation; so may anything that has a person's comment.
    """
    if entry.fuzzy or entry.comments or entry.msgstr != entry.msgid:
        return False
    if sum(word.islower() for word in entry.msgid.split()) < PROSE:
        return False
    stamp = stamp_of(entry)
    if stamp is None:
        return any(line.startswith(SOURCE_CHANGED) for line in entry.extracted)
    return stamp.draft != text_hash(entry.msgstr)


def owner(entry: Entry) -> Owner:
    """Tell whose text it is. Where nothing proves that a draft is ours and untouched, it is a person's."""
    if not entry.translated or is_blank_copy(entry):
        return Owner.NOBODY
    stamp = stamp_of(entry)
    untouched = entry.fuzzy and stamp is not None and stamp.draft == text_hash(entry.msgstr)
    return Owner.MACHINE if untouched and entry.msgid_plural is None else Owner.PERSON

"""What people have translated before, as values that can be compared with a new text."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable

from translate import patterns
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import MemoryLine, of_kind
from translate.core.entries.stamp import Owner, is_unconfirmed, is_untouched_fill, owner
from translate.core.terms.matching import Matcher
from translate.core.text.tags import plain
from translate.core.text.words import NUMBER
from translate.values import dataclass

LEAST = 0.7
"""Below this likeness a translation of another text helps nobody: correcting it takes longer than starting anew."""


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """A text and the translation that a person approved for it."""

    locale: str
    source: str
    target: str
    kind: str | None = None
    """The ``msgctxt`` of its message, such as ``headline``; None for body text."""
    origin: str = ""
    """The file that it is remembered from, as the newsroom knows it."""
    seen: str = ""
    """When it was first known to be approved, such as ``2026-10-01T04:00:00Z``; empty where nobody can tell."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What two texts do not have in common; what stands twice in one must stand twice in the other."""

    missing: tuple[str, ...] = ()
    """In the remembered text, and not in the one that was asked for."""
    added: tuple[str, ...] = ()
    """In the text that was asked for, and not in the remembered one."""

    def __bool__(self) -> bool:
        return bool(self.missing or self.added)


@dataclass(frozen=True, slots=True)
class MemoryHit:
    """A unit that was found for a text."""

    unit: MemoryUnit
    score: float
    """How alike the sources are, from `LEAST` to 1: the part of the characters that need not be touched, whatever tags
    stand among them."""
    numbers: Difference = Difference()
    """The numbers by which the sources differ: what a reader of an almost right translation overlooks."""


@dataclass(frozen=True, slots=True)
class MemoryCount:
    """How much is remembered for one kind of text in one locale."""

    locale: str
    kind: str | None
    units: int
    """Different texts; one that stands in ten articles counts once."""
    targets: int
    """Different translations of them; more than there are units where people disagreed."""


def comparable(text: str) -> str:
    """The text by which units are the same: in NFC, each run of white space one space. Quotes and capitals stay."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def approved(entries: Iterable[tuple[Entry, str]], locale: str, origin: str) -> tuple[MemoryUnit, ...]:
    """The units that a catalog gives to the memory: what a person approved, also where its paragraph is gone (``#~``).

    Fuzzy entries never count, whoever wrote them, nor does what was taken over from the memory itself, or approved with
    so many others that nobody can have read it. Plurals have no single translation. A copy of the source teaches
    nothing.

    Args:
        entries: Those of a PO file (`blanks.cleared`), each with the time of its approval, as `MemoryUnit.seen` has it.
        locale: The language of its translations.
        origin: The file, as the newsroom knows it.
    """
    return tuple(
        MemoryUnit(locale, e.msgid, e.msgstr, e.msgctxt or None, origin, seen) for e, seen in entries if is_witness(e)
    )


def is_witness(entry: Entry) -> bool:
    """Whether a person has said by an entry how its text is translated."""
    if entry.fuzzy or entry.msgid_plural is not None or not entry.msgstr.strip() or owner(entry) is Owner.RULE:
        return False
    is_copy = comparable(plain(entry.msgid)) == comparable(plain(entry.msgstr))
    return not (is_copy or is_untouched_fill(entry) or is_unconfirmed(entry) or _is_old_fill(entry))


def _is_old_fill(entry: Entry) -> bool:
    """Whether a text was taken over from the memory before fills had a hash: nobody knows who has touched it."""
    lines = of_kind(entry, MemoryLine)
    return any(line.origin and line.percent is None and line.sentences is None and not line.fill for line in lines)


def newest_of_each(units: Iterable[MemoryUnit]) -> tuple[tuple[MemoryUnit, ...], int]:
    """Of all units with one text of one kind, the one that was approved last, the first of them among equals.

    Returns:
        One unit for each text of a kind, in the order in which these came; and how many others there were.
    """
    newest: dict[tuple[str | None, str], MemoryUnit] = {}
    count = 0
    for unit in units:
        count += 1
        key = (unit.kind, unit.source)
        if key not in newest or newest[key].seen < unit.seen:
            newest[key] = unit
    return tuple(newest.values()), count - len(newest)


def says_its_source(entry: Entry) -> bool:
    """Whether the translation is the source."""
    return comparable(entry.msgid) == comparable(entry.msgstr)


_NUMBER = patterns.compile(NUMBER)


def number_difference(text: str, remembered: str) -> Difference:
    """The numbers by which a text differs from a remembered one, as they are written."""
    return _difference(_NUMBER.findall(plain(text)), _NUMBER.findall(plain(remembered)))


def term_difference(matcher: Matcher, text: str, remembered: str) -> Difference:
    """The glossary's terms by which a text differs from a remembered one, as the glossary has them."""
    return _difference(*([m.term.source for m in matcher.find(plain(t))] for t in (text, remembered)))


def _difference(asked: Iterable[str], remembered: Iterable[str]) -> Difference:
    new, old = Counter(asked), Counter(remembered)
    return Difference(tuple((old - new).elements()), tuple((new - old).elements()))

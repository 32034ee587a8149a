"""Mend what the rules of Apertium's pairs leave behind: glued words, stranded capitals, spaces of words that went.

Each mend looks at the source as well, so that what is meant there stays. Sixty changed drafts were read beside those of
Apertium's own command: ``python benchmarks/apertium/plain.py judge benchmarks/apertium/readings.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from translate import patterns
from translate.apertium.stream import Part, Reading, Unit, is_blank, parse, unescaped, written
from translate.core.text.words import LETTERS
from translate.engines.apertium.encoding import Holed

_LOWER_CLASSES = frozenset(
    {"adv", "cnjadv", "cnjcoo", "cnjsub", "det", "pr", "prn", "rel", "vaux", "vbhaver", "vblex", "vbmod", "vbser"}
)
"""Tags of words that are written with a capital at the beginning of a sentence only."""
_CAPITAL = patterns.compile(rf"\^(?![a-zà-ÿ])[^\W\d_][^<$]*<(?:{'|'.join(sorted(_LOWER_CLASSES))})>")
_GLUED = patterns.compile(r"[^\W_]<[^$^]*\$\^[^\W_]")
_OPENING = "\"“„«'‘¿¡([:"
"""What a capital may stand behind."""
_MARKS = '"“”„«»'
_SHORT = 4
"""Letters of the longest word that title case leaves in small letters."""
_NAMED = patterns.compile(r"(?<=[\w,;] )(?:The|An?)\b")
_SHORTENED = patterns.compile(r"\b[A-Z][a-z]?\.")
_LETTER = patterns.compile(r"[^\W\d_]")
_SPACED = patterns.compile(rf" ?[{_MARKS}] ?")


def apart(piece: str, source: str) -> str:
    """Behind transfer: a space between two words that a rule has put side by side without one."""
    if not _GLUED.search(piece):
        return piece
    found: list[Part] = []
    for part in parse(piece):
        if found and _are_glued(found[-1], part, source):
            found.append(" ")
        found.append(part)
    return written(found)


def _are_glued(one: Part, other: Part, source: str) -> bool:
    """Whether two parts are words that have to be written apart; a number and what is glued to it are not: 40s, 7am."""
    if not (isinstance(one, Unit) and isinstance(other, Unit) and one.first.known and other.first.known):
        return False
    left, right = unescaped(one.first.lemma), unescaped(other.first.lemma)
    if left[-1:].isdigit() and re.search(rf"{re.escape(left)}[^\W\d_]", source):
        return False
    return left[-1:].isalnum() and right[:1].isalnum()


def calm(piece: str, source: str) -> str:
    """Behind transfer: verbs and small words that have carried a capital along from the beginning lose it."""
    if not _CAPITAL.search(piece, piece.find("$") + 1) or is_title(source):
        return piece
    parts = parse(piece)
    return written([_lowered(part) if _is_stranded(parts, n, source) else part for n, part in enumerate(parts)])


def _is_stranded(parts: Sequence[Part], at: int, source: str) -> bool:
    """Whether a capital is left over; that of an article is none where the source has one, as in “The Hague”.

    Before a full stop it may be of a shortened word, as in “A. Lind” and “No. 1”, where the source has one.
    """
    part = parts[at]
    reading = part.first if isinstance(part, Unit) else Reading("")
    if not (reading.lemma[:1].isupper() and reading.tags and reading.tags[0] in _LOWER_CLASSES):
        return False
    if reading.tags[0] == "det" and _NAMED.search(source):
        return False
    behind = parts[at + 1] if at + 1 < len(parts) else ""
    if isinstance(behind, Unit) and behind.first.lemma == "." and _SHORTENED.search(source):
        return False
    last = next((parts[n] for n in range(at - 1, -1, -1) if not is_blank(parts[n])), None)
    if last is None:
        return False
    if isinstance(last, Unit):
        return last.first.tags[:1] != ("sent",) and last.first.lemma not in _OPENING
    return last.rstrip()[-1:] not in set(_OPENING)


def _lowered(part: Part) -> Part:
    if not isinstance(part, Unit):
        return part
    reading = part.first
    return Unit.of(Reading(reading.lemma[:1].lower() + reading.lemma[1:], reading.tags, reading.rest))


def is_title(text: str) -> bool:
    """Whether a text is in title case: all its words have a capital but short ones, and more than one has."""
    words = LETTERS.findall(text)
    capitals = [word for word in words if word[:1].isupper()]
    return len(capitals) > 1 and all(word in capitals or len(word) < _SHORT for word in words)


def polished(draft: Holed, source: Holed) -> Holed:
    """At the end: spaces and capitals as the source has them; the terms' own letters stay.

    Args:
        draft: The draft.
        source: The sentence that it translates.
    """
    text = _tidy(_quoted(draft.text, source.text), source.text).strip()
    original = source.filled()
    if original.isupper() and len(LETTERS.findall(original)) > 1:
        # NATO is in capitals anyway; among others that are it shouts, too.
        shouting = source.text.isupper()
        pairs = zip(draft.fillings, source.fillings, strict=True)
        fillings = (form.upper() if shouting and surface.isupper() else form for form, surface in pairs)
        return replace(draft, text=text.upper(), fillings=tuple(fillings))
    return replace(draft, text=_first_word(text, source.text))


def with_capital(draft: Holed, source: str, names: Collection[int]) -> Holed:
    """A draft that begins with a capital where the source does; a name that has none keeps its letters.

    Args:
        draft: The draft.
        source: The sentence that it translates.
        names: Which of its terms are names.
    """
    begins = _LETTER.search(source)
    if begins is None or not begins[0].isupper():
        return draft
    at, char = next(((n, c) for n, c in enumerate(draft.text) if c in draft.holes or _LETTER.match(c)), (0, ""))
    if not char:
        return draft
    if char not in draft.holes:
        return replace(draft, text=draft.text[:at] + char.upper() + draft.text[at + 1 :])
    number = draft.holes.index(char)
    if number in names:
        return draft
    fillings = (f[:1].upper() + f[1:] if n == number else f for n, f in enumerate(draft.fillings))
    return replace(draft, fillings=tuple(fillings))


def _first_word(draft: str, source: str) -> str:
    """The post-generator writes an article that it changes before the first word in capitals: EL agua."""
    found = re.match(r"(?:[^\W\d_]){2,}(?= \S)", draft)
    if found is None or not found[0].isupper() or found[0] in source or draft[found.end() + 1].isupper():
        return draft
    return found[0].capitalize() + draft[found.end() :]


def _quoted(draft: str, source: str) -> str:
    """Give each quotation mark the spaces of its counterpart in the source, where both have the same ones in order."""
    theirs, ours = _SPACED.findall(source), _SPACED.findall(draft)
    if [mark.strip() for mark in theirs] != [mark.strip() for mark in ours]:
        return draft
    pairs = zip(_SPACED.finditer(source), _SPACED.split(draft)[1:], strict=True)
    return _SPACED.split(draft)[0] + "".join(f"{mark[0]}{_begun(text, mark)}" for mark, text in pairs)


def _begun(text: str, mark: re.Match[str]) -> str:
    """What stands behind a quotation mark, with a capital where the source has one right behind it."""
    begins = mark.string[mark.end() : mark.end() + 1]
    return text[:1].upper() + text[1:] if begins.isupper() and not mark[0].endswith(" ") else text


def _tidy(draft: str, source: str) -> str:
    """Take out the spaces that a dropped word left behind, where the source shows that they are not meant."""
    if "  " not in source:
        draft = re.sub(" {2,}", " ", draft)
    if not re.search(r" [,.;:!?)]", source):
        draft = re.sub(r" +(?=[,.;:!?)])", "", draft)
    return draft

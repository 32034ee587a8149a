"""Mend what the rules of Apertium's pairs leave behind: glued words, stranded capitals, spaces of words that went.

Each mend looks at the source as well, so that what is meant there stays. How often each is right is told in
``docs/apertium.md``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from translate.apertium.stream import Part, Reading, Unit, is_blank
from translate.engines.apertium.encoding import Holed

_LOWER_CLASSES = frozenset(
    {"adv", "cnjadv", "cnjcoo", "cnjsub", "det", "pr", "prn", "rel", "vaux", "vbhaver", "vblex", "vbmod", "vbser"}
)
"""Tags of words that are written with a capital at the beginning of a sentence only."""
_OPENING = '"“„«‘¿¡([:'
"""What a capital may stand behind."""
_MARKS = '"“”„«»'
_SHORT = 4
"""Letters of the longest word that title case leaves in small letters."""
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SPACED = re.compile(rf" ?[{_MARKS}] ?")


def only_acronyms(parts: Sequence[Part]) -> list[Part]:
    """Behind the analyser: an acronym that may be read as an adjective, as NATO in eng-spa, is none.

    What the pair translates such an adjective with is a whole phrase, which is then written in capitals.
    """
    return [_acronym(part) if isinstance(part, Unit) else part for part in parts]


def _acronym(unit: Unit) -> Unit:
    readings = unit.readings
    if not any(reading.tags[:2] == ("n", "acr") for reading in readings):
        return unit
    return Unit.of(unit.parts[0], *(reading for reading in readings if reading.tags[:1] != ("adj",)))


def apart(parts: Sequence[Part]) -> list[Part]:
    """Behind transfer: a space between two words that a rule has put side by side without one."""
    found: list[Part] = []
    for part in parts:
        if found and _is_word(found[-1]) and _is_word(part):
            found.append(" ")
        found.append(part)
    return found


def calm(parts: Sequence[Part], source: str) -> list[Part]:
    """Behind transfer: verbs and small words that have carried a capital along from the beginning lose it."""
    if is_title(source):
        return list(parts)
    found: list[Part] = []
    for part in parts:
        stranded = isinstance(part, Unit) and _is_stranded(part.first, found)
        found.append(_lowered(part) if stranded and isinstance(part, Unit) else part)
    return found


def _is_stranded(reading: Reading, before: Sequence[Part]) -> bool:
    if not (reading.lemma[:1].isupper() and reading.tags and reading.tags[0] in _LOWER_CLASSES):
        return False
    last = next((part for part in reversed(before) if not is_blank(part)), None)
    if last is None:
        return False
    if isinstance(last, Unit):
        return last.first.tags[:1] != ("sent",) and last.first.lemma not in _OPENING
    return last.rstrip()[-1:] not in set(_OPENING)


def _lowered(unit: Unit) -> Unit:
    reading = unit.first
    return Unit.of(Reading(reading.lemma[:1].lower() + reading.lemma[1:], reading.tags, reading.rest))


def _is_word(part: Part) -> bool:
    if not isinstance(part, Unit):
        return False
    reading = part.first
    return bool(_LETTER.match(reading.lemma.lstrip("*@#"))) and reading.known


def is_title(text: str) -> bool:
    """Whether a text is in title case: all its words have a capital but short ones."""
    words = _WORD.findall(text)
    return len(words) > 1 and all(word[:1].isupper() or len(word) < _SHORT for word in words)


def polished(draft: Holed, source: Holed) -> Holed:
    """At the end: spaces and capitals as the source has them; the terms' own letters stay.

    Args:
        draft: The draft.
        source: The sentence that it translates.
    """
    text = _tidy(_quoted(draft.text, source.text), source.text).strip()
    original = source.filled()
    if original.isupper() and len(_WORD.findall(original)) > 1:
        return replace(draft, text=text.upper())
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
    if not char or char not in draft.holes:
        return replace(draft, text=draft.text[:at] + char.upper() + draft.text[at + 1 :])
    number = draft.holes.index(char)
    if number in names:
        return draft
    fillings = (f[:1].upper() + f[1:] if n == number else f for n, f in enumerate(draft.fillings))
    return replace(draft, fillings=tuple(fillings))


def _first_word(draft: str, source: str) -> str:
    """The post-generator writes an article that it changes before the first word in capitals: EL agua."""
    found = re.match(r"[^\W\d_]{2,}(?= \S)", draft)
    if found is None or not found[0].isupper() or found[0] in source or draft[found.end() + 1].isupper():
        return draft
    return found[0].capitalize() + draft[found.end() :]


def _quoted(draft: str, source: str) -> str:
    """Give each quotation mark the spaces of its counterpart in the source, where both have the same ones in order."""
    theirs, ours = _SPACED.findall(source), _SPACED.findall(draft)
    if [mark.strip() for mark in theirs] != [mark.strip() for mark in ours]:
        return draft
    spaces = iter(theirs)
    return _SPACED.sub(lambda _: next(spaces), draft)


def _tidy(draft: str, source: str) -> str:
    """Take out the spaces that a dropped word left behind, where the source shows that they are not meant."""
    if "  " not in source:
        draft = re.sub(" {2,}", " ", draft)
    if not re.search(r" [,.;:!?)]", source):
        draft = re.sub(r" +(?=[,.;:!?)])", "", draft)
    return draft

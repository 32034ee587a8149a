"""Find what turns a line around, or has a machine read another text than a person sees."""

from __future__ import annotations

from collections.abc import Iterator

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.showing import unseen
from translate.core.text.words import LETTERS

_OVERRIDE = patterns.compile("[\u202d\u202e]")
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
"""What embeds or isolates a part of a line, and what ends that part."""
_DIRECTIONS = frozenset({*_CLOSED_BY, *_CLOSED_BY.values()})
_TOLD_BY_OTHERS = frozenset("\r\n\v\f\u2060\ufeff")
"""Line ends and spaces without a width, which are the business of `check_spacing`."""


def check_directions(unit: Unit) -> Iterator[Finding]:
    """Yield where a text is not what it looks like.

    ``direction`` is a warning: letters that are shown in another order than they have, or a part of the line with a
    direction of its own that has no end. ``hidden`` is one, too: a character that only machines see, and that the
    source has not got, such as the line ends U+2028 and U+0085. The source's own are told as ``source-direction``, a
    warning, and as ``source-hidden``, an info. Marks of a single character's direction, joiners, and parts that end
    are how languages are written.
    """
    if unit.source.isascii() and unit.source.isprintable() and unit.target.isascii() and unit.target.isprintable():
        return
    source, target = unit.source, unit.target
    turned, hidden = _turned(source), _hidden(source)
    if turned is not None:
        told = f"in the source, {_placed(source, turned)} {_effect(source[turned])}; mend the article"
        yield Finding("source-direction", Level.WARNING, told)
    if hidden:
        told = f"in the source, {_placed(source, hidden[0])} is seen by machines only; mend the article"
        yield Finding("source-hidden", Level.INFO, told)
    at = _turned(target)
    if at is not None and (turned is None or target[at] != source[turned]):
        told = f"{_placed(target, at)} {_effect(target[at])}; delete it"
        yield Finding("direction", Level.WARNING, told, (at, at + 1))
    for at in _hidden(target):
        if target[at] not in source:
            told = f"{_placed(target, at)} is seen by machines only; delete it"
            yield Finding("hidden", Level.WARNING, told, (at, at + 1))
            return


def _turned(text: str) -> int | None:
    """The place of an override, or of what begins a part of the line that never ends."""
    if found := _OVERRIDE.search(text):
        return found.start()
    opened: list[int] = []
    for place, character in enumerate(text):
        if character in _CLOSED_BY:
            opened.append(place)
        elif character in _DIRECTIONS:
            closed = [number for number, start in enumerate(opened) if _CLOSED_BY[text[start]] == character]
            # The end of an isolate ends all that is embedded in it, but no embedding ends outside of its isolate.
            if closed and (character == "\u2069" or closed[-1] == len(opened) - 1):
                del opened[closed[-1] :]
    return opened[0] if opened else None


def _hidden(text: str) -> list[int]:
    """The places of other characters that no reader sees."""
    return [place for place, c in unseen(text) if c not in _DIRECTIONS and c not in _TOLD_BY_OTHERS]


def _effect(character: str) -> str:
    if _OVERRIDE.match(character):
        return "shows the letters behind it in another order than they have"
    return f"turns the direction of all that follows, since no U+{ord(_CLOSED_BY[character]):04X} ends it"


def _placed(text: str, place: int) -> str:
    """A character by its code, with the word before it."""
    words = LETTERS.findall(text[:place])
    where = f"behind “{words[-1]}”" if words else "at the beginning"
    return f"U+{ord(text[place]):04X} {where}"

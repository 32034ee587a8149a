"""Times of day, as languages tell them: by the half hour, by quarters, and by the part of the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from translate.core.quantities.notation import WORD, Notation, fold
from translate.core.quantities.pairing import MOST
from translate.core.quantities.quantity import Kind, Quantity
from translate.core.quantities.wording import is_worded

_HALF = "0.5"
_QUARTERS = {"15": ("0.25",), "30": (_HALF,), "45": ("0.25", "0.75")}
"""The parts of an hour by their minutes."""
_REACH = len("halb zwölf, wpół do ")
"""Characters before a number in which a word for a half stands."""
_NEAR = 40
"""Characters around a time in which the part of the day stands."""
_NOON = 12


def half_hours(one: Quantity) -> Iterator[str]:
    """Yield the hours and a half that half an hour is told by behind the hour: “las 5 y media”."""
    if _is_half_hour(one):
        yield from (f"{hour}{_HALF[1:]}" for hour in sorted(_hours(one)))


def is_told_by_half(one: Quantity, other: Quantity, text: str, notation: Notation) -> bool:
    """Whether a number in digits is the hour that a half hour is told by: “halb 6” for half past five.

    Args:
        one: A quantity of the source.
        other: One of the translation.
        text: The translation.
        notation: How its language writes quantities.
    """
    if not notation.ways.next_half or not _is_half_hour(one):
        return False
    start = other.span[0]
    words = WORD.findall(text, max(0, start - _REACH), start)[-2:]
    half = any(is_worded(_HALF, word, notation) for word in words)
    return half and not {_next(hour) for hour in _hours(one)}.isdisjoint(other.values)


def is_told_by_quarters(time: str, text: str, notation: Notation) -> bool:
    """Whether a text has a time in words, by the quarters of an hour before or behind the hour.

    Half past five is “halb sechs” in German, and 5:45 “seis menos cuarto” in Spanish.

    Args:
        time: The hour and the minutes: 5:30.
        text: Any text.
        notation: How its language writes numbers.
    """
    hour, _, minutes = time.partition(":")
    if minutes not in _QUARTERS or not hour.isdecimal() or len(hour) > len("24"):
        return False
    this, later = str((int(hour) - 1) % _NOON + 1), _next(hour)
    hours: Sequence[str] = (this, later)
    if minutes == "30":
        hours = (later,) if notation.ways.next_half else (this,)
    return all(any(is_worded(each, text, notation) for each in ways) for ways in (_QUARTERS[minutes], hours))


def lost_afternoons(
    wanted: Sequence[Quantity], there: Sequence[Quantity], text: str, notation: Notation
) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the times after noon that a translation has as if they were before, each with what stands there.

    Args:
        wanted: The quantities of a source.
        there: Those of its translation.
        text: The translation.
        notation: How its language writes quantities.
    """
    times = {one.values: one for one in reversed(wanted) if one.kind == Kind.CLOCK and "p" in one.text.lower()}
    if not times or not notation.ways.afternoon:
        return
    by_value: defaultdict[str, list[Quantity]] = defaultdict(list)
    for other in there:
        for value in other.values if other.kind == Kind.PLAIN else ():
            by_value[value].append(other)
    for values, one in times.items():
        late = {value for value in values if int(value.partition(":")[0]) > _NOON}
        same = [other for value in sorted(values - late) for other in by_value.get(value, ())[:MOST]]
        early = bool(late and same) and late.isdisjoint(by_value)
        if early and not any(_is_after_noon(text, other, notation) for other in same):
            yield one, same[0]


def _is_after_noon(text: str, time: Quantity, notation: Notation) -> bool:
    """Whether words around a time say that it is after noon."""
    around = fold(text[max(0, time.span[0] - _NEAR) : time.span[1] + _NEAR])
    return any(word in f" {around}" for word in notation.ways.afternoon)


def _is_half_hour(one: Quantity) -> bool:
    return one.kind == Kind.CLOCK and one.parts[-1] == "30"


def _hours(one: Quantity) -> set[str]:
    return {value.partition(":")[0] for value in one.values}


def _next(hour: str) -> str:
    """The hour behind another one, as a clock with twelve hours has it."""
    return str(int(hour) % _NOON + 1)

"""Find the months of a text, and the days and years that they stand beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate import patterns
from translate.core.quantities.notation import WORD, Notation
from translate.core.quantities.quantity import Kind, Quantity
from translate.values import dataclass

_DAY = patterns.compile(r"(?:[-‑]?[^\W\d_]{1,3}|[ºª°])?\.?[^\S\n]?")
"""What may stand behind a day: “12th”, “12-го”, “12.”."""
_MONTH = patterns.compile(r"[.,]?[^\S\n]?")
"""What may stand behind a month: “Apr.”."""
_REACH = 8
"""Characters that may part a day and its month."""
_LAST_DAY = 31


@dataclass(frozen=True, slots=True)
class Date:
    """A month with a number beside it."""

    shown: Quantity
    month: tuple[int, int]
    """Where the month stands."""
    pairs: frozenset[tuple[str, str]]
    """The month and the number, in each way that they may be meant."""


def months(text: str, notation: Notation) -> tuple[Quantity, ...]:
    """The months that a text names; “may” in small letters is none unless a number is beside it."""
    found = []
    for word in WORD.finditer(text):
        month = notation.months.at(text, word.start())
        whole = month and month.letters == len(word[0]) and not word[0].islower()
        if month and (whole or _is_beside_number(text, word.start(), month.end, notation)):
            values = frozenset(map(str, month.meant))
            number = Quantity(word[0], word.span(), word[0], word.span(), Kind.MONTH, tuple(values), values, values)
            found.append(number)
    return tuple(found)


def dates(text: str, numbers: Sequence[Quantity], notation: Notation) -> Iterator[Date]:
    """Yield each month of a text with the number before it, and with the one behind it.

    Args:
        text: Any text.
        numbers: The quantities that it has in digits.
        notation: How its language writes dates.
    """
    plain = [one for one in numbers if one.kind == Kind.PLAIN and len(one.parts) == 1 and not one.power]
    ends, starts = {one.span[1]: one for one in plain}, {one.span[0]: one for one in plain}
    for month in months(text, notation) if plain else ():
        start, end = month.span
        before = next((ends[at] for at in range(start, start - _REACH, -1) if at in ends), None)
        behind = next((starts[at] for at in range(end, end + _REACH) if at in starts), None)
        if before and _is_gap(_DAY, text[before.span[1] : start], notation):
            yield _date(text, month, before, (before.span[0], end))
        if behind and _is_gap(_MONTH, text[end : behind.span[0]], notation):
            yield _date(text, month, behind, (start, behind.span[1]))


def other_months(source: Sequence[Date], target: Sequence[Date]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the dates of a source that its translation has in another month, each with what stands there.

    Args:
        source: The dates of a text.
        target: Those of its translation.
    """
    given, there = ({pair for date in dates for pair in date.pairs} for dates in (source, target))
    named = {month for month, _ in given}
    # The year of a date may also stand at another one: “on 12 April 2019 and 3 May”.
    others = {
        number: date
        for date in reversed(target)
        for month, number in date.pairs
        if date.pairs.isdisjoint(given) and (_is_day(number) or month not in named)
    }
    told: set[tuple[int, int]] = set()
    for date in source:
        other = next((others[number] for _, number in date.pairs if number in others), None)
        if other and date.pairs.isdisjoint(there) and told.isdisjoint({date.month, other.month}):
            told |= {date.month, other.month}
            yield date.shown, other.shown


def _date(text: str, month: Quantity, number: Quantity, span: tuple[int, int]) -> Date:
    whole = text[slice(*span)]
    shown = replace(month, text=whole, span=span, amount=whole, amount_span=span)
    return Date(shown, month.span, frozenset((one, other) for one in month.values for other in number.values))


def _is_gap(behind: re.Pattern[str], between: str, notation: Notation) -> bool:
    """Whether nothing parts a day and its month but what may stand behind the first and what links them: “12th of”."""
    rest = behind.sub("", between, count=1).strip()
    return not rest or rest in notation.ways.linking


def _is_day(number: str) -> bool:
    return number.isdecimal() and len(number) <= len(str(_LAST_DAY)) and 0 < int(number) <= _LAST_DAY


def _is_beside_number(text: str, start: int, end: int, notation: Notation) -> bool:
    links = (f" {word} " for word in notation.ways.linking)
    behind = next((end + len(link) for link in links if text.startswith(link, end)), end)
    return any(map(str.isdigit, text[max(0, start - 5) : start] + text[behind : behind + 3]))

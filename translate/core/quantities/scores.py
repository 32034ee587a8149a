"""Find scores and ranges that a translation has the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate import patterns
from translate.core.quantities.notation import WORD, Notation, fold
from translate.core.quantities.quantity import Kind, Quantity

_SCORE = patterns.compile(r"(?<![\d.,:/–-])(\d{1,3})[^\S\n]?[-–—:][^\S\n]?(\d{1,3})(?![.,:/–-]?\d)")
"""No 9/11, which is a date and turned in most languages."""
_RIGHT_TO_LEFT = patterns.compile("[\u0590-\u08ff]")


def turned(source: str, target: str, of_source: Notation, of_target: Notation) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield what a source has as 3-1 and its translation only as 1:3, each with what stands there.

    Who loses may be told the score of either side first, and from right to left nobody knows which number is first.

    Args:
        source: A text.
        target: Its translation.
        of_source: How the source's language writes quantities.
        of_target: How the translation's does.
    """
    there = {_sides(found): found for found in _SCORE.finditer(target)}
    if not there or _RIGHT_TO_LEFT.search(target) or _loses(source, of_source) or _loses(target, of_target):
        return
    wanted = {_sides(found): found for found in _SCORE.finditer(source)}
    for (one, other), found in wanted.items():
        if one != other and (one, other) not in there and (other, one) in there and (other, one) not in wanted:
            yield _quantity(found), _quantity(there[other, one])


def _sides(found: re.Match[str]) -> tuple[int, int]:
    return int(found[1]), int(found[2])


def _loses(text: str, notation: Notation) -> bool:
    """Whether a text speaks of a side that loses or lies behind."""
    losing = notation.ways.losing
    return bool(losing) and any(fold(word).startswith(losing) for word in WORD.findall(text))


def _quantity(found: re.Match[str]) -> Quantity:
    values = frozenset(found.groups())
    return Quantity(found[0], found.span(), found[0], found.span(), Kind.PLAIN, found.groups(), values, values)

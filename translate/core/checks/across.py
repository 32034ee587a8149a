"""Find the quotations that run over from one text of an article to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.core.checks.findings import Across, Unit
from translate.core.text.quotations import WHOLE, halves, singles, without_first

_FAR = 3
"""Texts on, at most, that the translation closes a quotation which the source has not left open."""


def quotations_across(units: Sequence[Unit]) -> tuple[Across, ...]:
    """Which quotations run over, in the source and in the translation.

    Translators join quotations and part them, so the translation may run over where the source does not, and the other
    way round; but where some mark of an article has no other half anywhere, none is taken to be joined to another. And
    where one end of what the source leaves open is there, the other one has to be, too.

    Args:
        units: The texts in the article's order.

    Returns:
        What runs over of each of them.
    """
    spans = tuple(_source_spans(units))
    inside = {number for first, last in spans for number in range(first + 1, last + 1)}
    lone = [halves(unit.target, loose=True)[0] for unit in units]
    # A paragraph within a quotation may begin with its mark again.
    again = {number: halves(without_first(units[number].target), loose=True)[0] for number in inside}
    opened = {number for number, found in enumerate(lone) if found.opening}
    closed = {number for number, found in enumerate(lone) if found.closing or again.get(number, WHOLE).closing}
    pairs = tuple(_pairs(len(units), opened, closed, inside))
    before = {last for _, last in pairs}
    repeated = {number for number in opened & inside if again[number] == WHOLE}
    behind = {first for first, _ in pairs} | repeated
    excused = pairs if opened <= behind and closed <= before else tuple(set(pairs) & set(spans))
    lacking: dict[int, tuple[str, int]] = {}
    for first, last in spans:
        begun = without_first(units[first].target) != units[first].target  # And ended before the source does.
        if first not in opened and last in closed - before and not begun:
            lacking[first] = "opens", last - first
        if last not in closed and first in opened - behind:
            lacking[last] = "closes", last - first
    begins, ends = {first for first, _ in excused} | repeated, {last for _, last in excused}
    return tuple(Across(n in ends, n in begins, *lacking.get(n, ("", 0))) for n in range(len(units)))


def _source_spans(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """The texts in which a quotation of the source begins and ends, each of its paragraphs perhaps with its mark."""
    first: int | None = None
    for number, unit in enumerate(units):
        rest = without_first(unit.source) if first is not None else unit.source
        lone, single = halves(rest)[0], singles(rest)
        if first is not None and (lone.closing or single.closing):
            yield first, number
            first = None
        if lone.opening or single.opening:
            first = number


def _pairs(length: int, opened: set[int], closed: set[int], inside: set[int]) -> Iterator[tuple[int, int]]:
    """The texts in which a quotation of the translation begins and ends."""
    first: int | None = None
    for number in range(length):
        if first is not None and number - first > _FAR and number not in inside:
            first = None
        if first is not None and number in closed:
            yield first, number
            first = None
        if number in opened and (first is None or number not in inside):
            first = number

"""Find the quotations that run over from one text of an article to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate import patterns
from translate.core.checks.findings import Across, Unit
from translate.core.terms.language import Language
from translate.core.text.quotations import WHOLE, Halves, halves, singles, without_first

_FAR = 3
"""Texts on, at most, that the translation closes a quotation which the source has not left open."""
_ENDS = patterns.compile(r"[-–—]\s{0,9}\Z")
_BEGINS = patterns.compile(r"\s{0,9}[-–—]\s")


def quotations_across(units: Sequence[Unit]) -> tuple[Across, ...]:
    """Which quotations run over, in the source and in the translation.

    Translators join quotations and part them. So the translation may run over where the source does not, if a dash at
    the end of a text or at the beginning of the next one goes on with it (“„On külm, – ütles ta. – Aeg on hiline.“”).
    And where the source leaves a quotation open, one of the translation may have other ends than that, unless some mark
    of the article has no other half anywhere. Of what the source leaves open both ends have to be there, or none.

    Args:
        units: The texts in the article's order.

    Returns:
        What runs over of each of them.
    """
    spans = frozenset(_source_spans(units))
    inside = {number for first, last in spans for number in range(first + 1, last + 1)}
    lone = [_lone(unit.target, unit.language) for unit in units]
    # A paragraph within a quotation may begin with its mark again.
    again = {number: _lone(without_first(units[number].target), units[number].language) for number in inside}
    opened = {number for number, found in enumerate(lone) if found.opening}
    closed = {number for number, found in enumerate(lone) if found.closing or again.get(number, WHOLE).closing}
    pairs = tuple(_pairs(len(units), opened, closed, inside))
    before = {last for _, last in pairs}
    repeated = {number for number in opened & inside if again[number] == WHOLE}
    behind = {first for first, _ in pairs} | repeated
    sound = opened <= behind and closed <= before
    open_here = {
        number for number, unit in enumerate(units) if _lone(unit.source, unit.source_language, loose=False) != WHOLE
    } | inside
    excused = tuple(
        pair
        for pair in pairs
        if pair in spans or _goes_on(units, pair) or (sound and not open_here.isdisjoint(range(pair[0], pair[1] + 1)))
    )
    lacking: dict[int, tuple[str, int]] = {}
    for first, last in sorted(spans):
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
        lone, single = _lone(rest, unit.source_language, loose=False), singles(rest)
        if first is not None and (lone.closing or single.closing):
            yield first, number
            first = None
        if lone.opening or single.opening:
            first = number


def _lone(text: str, language: Language, *, loose: bool = True) -> Halves:
    """The marks of a text that have no other half in it."""
    return halves(text, loose=loose, prefixes=language.inflection.joining.prefixes)[0]


def _goes_on(units: Sequence[Unit], pair: tuple[int, int]) -> bool:
    """Whether a dash ties a text to the next one."""
    first, last = pair
    return last == first + 1 and bool(_ENDS.search(units[first].target) or _BEGINS.match(units[last].target))


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

"""Find quotation marks and brackets without their other half."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.quotations import WHOLE, ends_together, halves, singles

_BRACKETS = tuple(zip("([{《", ")]}》", strict=True))
_WIDE = str.maketrans("（）［］｛｝", "()[]{}")
"""Brackets as wide as a Chinese letter, and the others that they may be paired with."""


def check_pairs(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``unpaired`` where quotation marks or brackets do not pair, though those of the source do.

    What the source leaves open, since its quotation runs over several paragraphs, the translation may leave open in
    marks of its own, and a paragraph within it may begin with its mark again. Single quotes are apostrophes too often:
    in the source they excuse, in the translation nobody asks for them.
    """
    if lone := _lone_quote(unit):
        message = "a quotation mark is missing, or one is too many; see that each has its other half"
        yield Finding("unpaired", Level.WARNING, message, lone)
    elif unit.across.lacks:
        message = f"the source {unit.across.lacks} a quotation here that runs over several texts; see where this does"
        level = Level.WARNING if unit.across.far == 1 else Level.INFO
        yield Finding("unpaired", level, message)
    source, target = unit.source.translate(_WIDE), unit.target.translate(_WIDE)
    if any(source.count(opening) != source.count(closing) for opening, closing in _BRACKETS):
        return  # a) and :-) have no other half.
    for opening, closing in _BRACKETS:
        if target.count(opening) != target.count(closing):
            message = f"“{opening}” and “{closing}” do not pair; see that each has its other half"
            yield Finding("unpaired", Level.WARNING, message)


def _lone_quote(unit: Unit) -> tuple[int, int] | None:
    """The place of a quotation mark that has no other half, and that the source does not excuse."""
    merging = unit.language.closes_once and ends_together(unit.source)
    prefixes = unit.language.inflection.joining.prefixes
    found = halves(unit.target, merging=merging, loose=True, prefixes=prefixes)
    if found[0] == WHOLE:
        return None
    theirs = unit.source_language.inflection.joining.prefixes
    sound = list(halves(unit.source, prefixes=theirs)[:1])
    if sound != [WHOLE]:
        sound += halves(unit.source, inches=True, prefixes=theirs)[:1]
        found += halves(unit.target, inches=True, merging=merging, loose=True, prefixes=prefixes)
    single = singles(unit.source)
    for known in sound:
        closing = len(known.closing) + len(single.closing) + unit.across.before
        opening = len(known.opening) + len(single.opening) + unit.across.behind
        if any(len(each.closing) <= closing and len(each.opening) <= opening for each in found):
            return None
    return max((*found[0].closing, *found[0].opening))

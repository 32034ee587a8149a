"""Find quotation marks and brackets without their other half."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit

_QUOTES = '"“”„‟«»＂'
_BRACKETS = tuple(zip("([{（《「『", ")]}）》」』", strict=True))


def check_pairs(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``unpaired`` where quotation marks or brackets do not pair, though those of the source do.

    Languages pair other marks (“…”, „…“, «…», ”…”), so quotation marks of all kinds are counted together. A source
    that opens a quotation and goes on in its next paragraph tells nothing. Single quotes are apostrophes too often.
    """
    if _odd(unit.target) and not _odd(unit.source):
        places = [place for place, char in enumerate(unit.target) if char in _QUOTES]
        message = "a quotation mark is missing, or one is too many; see that each has its other half"
        yield Finding("unpaired", Level.WARNING, message, (places[-1], places[-1] + 1))
    if any(unit.source.count(opening) != unit.source.count(closing) for opening, closing in _BRACKETS):
        return  # a) and :-) have no other half.
    for opening, closing in _BRACKETS:
        if unit.target.count(opening) != unit.target.count(closing):
            message = f"“{opening}” and “{closing}” do not pair; see that each has its other half"
            yield Finding("unpaired", Level.WARNING, message)


def _odd(text: str) -> bool:
    return sum(map(text.count, _QUOTES)) % 2 == 1

"""Find words that were left as they are in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit
from translate.core.checks.markup import TAG
from translate.core.text.covering import covered
from translate.core.text.identifiers import spans
from translate.core.text.prose import FEWEST
from translate.core.text.quotations import QUOTED
from translate.core.text.words import PARTED_WORD

_BRACKETED = patterns.compile(r"[(（][^()（）]{1,80}[)）]")


def check_source_words(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``source-words`` for each stretch of words that stayed as they were in the source.

    A stretch is found by its function words in small letters, or by words in the source's order of which most, and
    three or more, are in small letters. Between quotation marks, in brackets that the source has not got, in an
    accepted form of a term, and between two capitals or figures (``Lord of the Rings``, ``Class of 2018``) they belong
    to a name. A stretch in another language than the source's, such as a quotation, may stay.
    """
    if unit.source_language.code == unit.language.code or unit.source == unit.target:
        return
    said = [word[0] for word in PARTED_WORD.finditer(unit.source)]
    source = {*said, *map(_head, said)}
    words = list(PARTED_WORD.finditer(unit.target))
    kept = _kept(unit)
    known = source & set(unit.source_language.function_words) - set(unit.language.shared_words)
    rows = _rows(words, set(pairwise(said)), kept)
    end = -1
    for place, word in enumerate(words):
        if place <= end or (place not in rows and (word[0] not in known or _within(word, kept))):
            continue
        start, end = rows.get(place) or _around(words, place, source)
        around = (*words[max(0, start - 1) : start], *words[end + 1 : end + 2])
        if place not in rows and len(around) > 1 and all(_head(neighbour[0]) in source for neighbour in around):
            continue  # Of a title, with its capitals.
        span = (words[start].start(), words[end].end())
        stretch = (word[0] for word in words[start : end + 1])
        if known.isdisjoint(stretch) and unit.source_language.is_foreign(unit.target[slice(*span)]):
            continue
        message = f"“{unit.target[slice(*span)]}” is left from the source; translate it"
        yield Finding("source-words", Level.WARNING, message, span)


def _kept(unit: Unit) -> bytearray:
    """Of each character whether words of the source may stand there."""
    kept = [(found.start, found.end) for r in unit.verification.renderings if (found := r.found)]
    kept += [*spans(unit.target), *(m.span() for m in TAG.finditer(unit.target))]
    kept += [m.span() for m in QUOTED.finditer(unit.target)]
    if not _BRACKETED.search(unit.source):
        kept += [m.span() for m in _BRACKETED.finditer(unit.target)]
    return covered(unit.target, kept)


def _rows(words: Sequence[re.Match[str]], pairs: set[tuple[str, str]], kept: bytearray) -> dict[int, tuple[int, int]]:
    """The first and the last of words that follow one another as in the source, by the first of them."""
    rows: dict[int, tuple[int, int]] = {}
    start = 0
    for place in range(1, len(words) + 1):
        if place < len(words) and (words[place - 1][0], words[place][0]) in pairs:
            continue
        row = words[start:place]
        small = sum(word[0].islower() for word in row)
        if small >= FEWEST and small * 2 > len(row) and not any(_within(word, kept) for word in row):
            rows[start] = start, place - 1
        start = place
    return rows


def _around(words: Sequence[re.Match[str]], place: int, source: set[str]) -> tuple[int, int]:
    """The first and the last word of the stretch of words in small letters around one."""
    start = end = place
    while start and words[start - 1][0] in source and words[start - 1][0].islower():
        start -= 1
    while end + 1 < len(words) and words[end + 1][0] in source and words[end + 1][0].islower():
        end += 1
    return start, end


def _head(word: str) -> str:
    """A word without what a hyphen or an apostrophe ties to it: the “Fire” of “Fire’i”."""
    return re.split("['’-]", word, maxsplit=1)[0]


def _within(word: re.Match[str], places: bytearray) -> bool:
    return all(places[word.start() : word.end()])

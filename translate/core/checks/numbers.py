"""Find numbers that were lost or changed.

Locales write the same number in many ways, so numbers are compared by what they may mean: ``1,050`` is one thousand and
fifty or one and a twentieth, and any ``1050``, ``1 050``, ``1.050`` or ``1,05`` will do for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.identifiers import blanked
from translate.core.text.words import NUMBER, WORD

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(rf"\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?!\d)(?:[.,]\d+)?|{NUMBER}")
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b", re.IGNORECASE)
"""7:30 p.m. is 19.30 elsewhere."""
_SPELLED_OUT = frozenset((str(number),) for number in range(13))
"""Numbers that are words in many a newsroom."""
_THOUSAND = 3
"""Digits."""
_DATE = 3
"""Parts."""


def check_numbers(unit: Unit) -> Iterator[Finding]:
    """Yield a warning for each number of the source that the translation does not have.

    Digits within a name (``3D``, ``G7``) or an identifier, and times of the twelve-hour clock are not asked for, and a
    small number only where the translation has another one for it.
    """
    if unit.source == unit.target:
        return
    wanted = list(_numbers(_CLOCK.sub(" ", blanked(unit.source))))
    there = list(_numbers(blanked(unit.target)))
    stock = _Stock(there)
    lost = {n.meanings: n for n in wanted if not (n.in_name or n in stock)}.values()
    if not lost:
        return
    given = {meaning for number in _numbers(unit.source) for meaning in number.meanings} | set(_words(unit))
    new = [n for n in there if not given & n.meanings]
    for number in lost:
        if new or not number.small:
            other = next((n for n in new if n.small == number.small), new[0] if new else None)
            instead = f"; “{other.text}” may stand in its place" if other else ""
            message = f"“{number.text}” of the source is not here{instead}; put the number right"
            yield Finding("number", Level.WARNING, message, other.span if other else None)


def _words(unit: Unit) -> Iterator[str]:
    """The numbers that the source has as words."""
    words = unit.source_language.number_words
    for word in WORD.findall(unit.source.lower()) if words else ():
        if word in words:
            yield str(words.index(word))


@dataclass(frozen=True, slots=True)
class _Number:
    text: str
    span: tuple[int, int]
    parts: tuple[str, ...]
    """Its runs of digits, without leading zeros."""
    meanings: frozenset[str]
    """The values that it may stand for."""
    in_name: bool
    """Whether letters are tied to it."""

    @property
    def is_list(self) -> bool:
        """Whether it may be several numbers: a date, a version, two numbers side by side."""
        return len(self.parts) >= _DATE or not set(_SPACES).isdisjoint(self.text)

    @property
    def small(self) -> bool:
        """Whether it is often written as a word."""
        return self.parts in _SPELLED_OUT


def _numbers(text: str) -> Iterator[_Number]:
    for found in _NUMBER.finditer(text):
        start, end = found.span()
        runs = [_ascii(run) for run in re.findall(r"\d+", found[0])]
        tied = text[start - 1 : start].isalpha() or text[end : end + 1].isupper()
        yield _Number(found[0], found.span(), tuple(map(_plain, runs)), frozenset(_meanings(runs)), tied)


class _Stock:
    """The numbers of a translation."""

    def __init__(self, numbers: Sequence[_Number]) -> None:
        self._meanings = {meaning for number in numbers for meaning in number.meanings}
        self._parts = {part for number in numbers for part in number.parts}
        lists = [number for number in numbers if number.is_list]
        self._parts_of_lists = {(part,) for number in lists for part in number.parts}

    def __contains__(self, number: _Number) -> bool:
        """Whether it has a number; a date may have been put together or taken apart, and its month be a word."""
        if number.parts in self._parts_of_lists or not number.meanings.isdisjoint(self._meanings):
            return True
        asked = {part for part in number.parts if self._parts_of_lists or (part,) not in _SPELLED_OUT}
        return number.is_list and bool(asked) and asked <= self._parts


def _meanings(runs: list[str]) -> Iterator[str]:
    """The values that runs of digits may stand for."""
    *whole, last = runs
    yield ":".join((_plain(runs[0]), *runs[1:]))  # As it is: a time, a version.
    if len(runs) > 1 and _are_thousands(whole):
        yield _plain("".join(whole)) + f".{last}".rstrip("0").rstrip(".")
    if len(runs) > 1 and _are_thousands(runs):
        yield _plain("".join(runs))


def _are_thousands(runs: list[str]) -> bool:
    first, *rest = runs
    return not rest or (len(first) <= _THOUSAND and all(len(run) == _THOUSAND for run in rest))


def _plain(digits: str) -> str:
    return digits.lstrip("0") or "0"


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in digits)

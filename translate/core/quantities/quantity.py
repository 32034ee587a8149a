"""A number of a text with what it counts, and the one way to write what it may stand for."""

from __future__ import annotations

from enum import StrEnum

from translate.values import dataclass

_SPELLED_OUT = frozenset((str(number),) for number in range(13))
"""Numbers that are words in many a newsroom."""


class Kind(StrEnum):
    """What a number is."""

    PLAIN = "plain"
    NAME = "name"
    """The digits of a name: HER2, 3D."""
    CLOCK = "clock"
    """A time of the twelve-hour clock."""
    ALWAYS = "always"
    """24/7, which is around the clock elsewhere."""
    DECADE = "decade"
    ROMAN = "roman"
    MONTH = "month"
    """A month beside a number."""
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text, with what it counts."""

    text: str
    """The number as it is written; a score or a time as a whole."""
    span: tuple[int, int]
    amount: str
    """The same with its unit."""
    amount_span: tuple[int, int]
    kind: Kind
    parts: tuple[str, ...]
    """Its runs of digits, without leading zeros."""
    values: frozenset[str]
    """What it may stand for, magnitude included."""
    bare: frozenset[str]
    """The same without the magnitude."""
    power: int = 0
    """Its magnitude: 6 for millions."""
    units: frozenset[str] = frozenset()
    """What its unit may be."""
    shared: frozenset[str] = frozenset()
    """What its unit may be where the number behind it has it: of “2 to 4 inches” the first."""
    is_list: bool = False
    """Whether it may be several numbers: a date, a version, a score, a time, two numbers side by side."""
    negative: bool = False
    """Whether it has a minus before it."""
    name: str = ""
    """The letters that a name's digits are tied to."""

    @property
    def small(self) -> bool:
        """Whether it is often written as a word."""
        return self.parts in _SPELLED_OUT and not self.power

    @property
    def measured(self) -> frozenset[str]:
        """What it is measured in, whether it says so or the number behind it."""
        return self.units or self.shared


def canonical(whole: str, decimals: str) -> str:
    """The one way to write a value: no zeros before it nor behind its decimals."""
    return plain(whole) + f".{decimals}".rstrip("0").rstrip(".")


def shifted(value: str, power: int) -> str:
    """A value times a power of ten; what is no single number stays as it is."""
    if not power or ":" in value or "," in value:
        return value
    whole, _, decimals = value.partition(".")
    if power < 0:
        whole = whole.rjust(1 - power, "0")
        return canonical(whole[:power], whole[power:] + decimals)
    decimals = decimals.ljust(power, "0")
    return canonical(whole + decimals[:power], decimals[power:])


def added(value: str, more: str) -> str:
    """A whole number with decimals added: 2 with “.5” is 2.5, and what is none stays as it is."""
    return value + more.removeprefix("0") if value.isdecimal() else value


def plain(digits: str) -> str:
    """Digits without the zeros that they begin with."""
    return digits.lstrip("0") or "0"

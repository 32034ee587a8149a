"""The ``#. `` line of a term: what the glossary asks for, or what became of it in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache

from translate import patterns
from translate.core.terms.demands import Demands, TermOutcome
from translate.core.terms.ways import FOR_A_PERSON, NO_FAULT, How, Way
from translate.values import dataclass

FLAG = "FLAG"
"""Stands in the line of a term that needs a person's eye."""

_BEGINS = "Glossary: "
_OPENS = " ["
_BRACKETS = 50
"""How many of a line are looked at, beside the last one: quoted texts have few, a broken line has thousands."""
_IS = " = "
_IS_NOT = " ≠ "
_TIMES = patterns.compile(r"(?P<told>.*\]) ×(?P<times>[2-9]|[1-9][0-9]{1,3})", re.DOTALL)


class Shape(StrEnum):
    """How the form that stands in a text goes with the one that was asked for."""

    BASE = ""
    """It is the same."""
    INFLECTED = "inflected, "
    OTHER = "other form, "
    """It is another accepted form, and the glossary has no grammatical name for it."""


@dataclass(frozen=True, slots=True)
class TermLine:
    """What became of a term, or what the glossary asks for where nobody has translated the text yet.

    ``Glossary: ferry = praami [inflected, n-best 2]``, ``Glossary: ferry ≠ laev [FLAG forbidden]``,
    ``Glossary: ferry = praam [as is] ×2``, ``Glossary: ferry = praam``.
    """

    source: str
    """The term as the glossary has it."""
    target: str
    """What stands in the text, or should and does not."""
    way: Way | None = None
    """None where nobody has translated the text yet."""
    shape: Shape = Shape.BASE
    flagged: bool = False
    """Whether it asks for a person's eye."""
    times: int = 1
    """How many mentions of the term it tells of."""

    @classmethod
    def of(cls, outcome: TermOutcome) -> TermLine:
        """What a line tells of an outcome."""
        if outcome.form is None and outcome.how.how in NO_FAULT:
            return cls(outcome.source, outcome.target, outcome.how)
        if outcome.form is None:
            lacking = outcome.how if outcome.how.how is How.OFFERED else Way(How.MISSING)
            way = Way(How.FORBIDDEN) if outcome.forbidden else lacking
            return cls(outcome.source, outcome.target, way, flagged=True)
        same = outcome.form.casefold() == outcome.target.casefold()
        shape = Shape.BASE if same else Shape.INFLECTED if outcome.label else Shape.OTHER
        return cls(outcome.source, outcome.form, outcome.how, shape, flagged=outcome.how.how in FOR_A_PERSON)

    @classmethod
    def parse(cls, line: str) -> TermLine | None:
        """What a line tells of a term; None where it tells of none.

        A text that is quoted may have brackets, too: of several readings the one is taken that has a term before the
        brackets, and in them a way that is understood.
        """
        return _read(line.removeprefix(_BEGINS)) if line.startswith(_BEGINS) else None

    @property
    def told(self) -> str:
        """The line without the word that it begins with."""
        term = f"{self.source}{_sign(self.way)}{self.target}" if self.source else self.target
        flag = f"{FLAG} " if self.flagged else ""
        how = "" if self.way is None else f"{_OPENS}{flag}{self.shape}{self.way}]"
        times = f" ×{self.times}" if self.times > 1 else ""
        return f"{term}{how}{times}"

    def __str__(self) -> str:
        return f"{_BEGINS}{self.told}"


@lru_cache(maxsize=1024)  # Many entries have the same lines, and whoever merges, counts or lists them reads these anew.
def _read(told: str) -> TermLine:
    several = _TIMES.fullmatch(told)
    readings = list(_readings(several["told"] if several else told))
    if readings:
        return replace(max(readings, key=lambda one: one[0])[1], times=int(several["times"]) if several else 1)
    return TermLine(*_divided(told, _IS))


def _readings(told: str) -> Iterator[tuple[tuple[bool, bool, bool, int], TermLine]]:
    """A line that ends in brackets as each of its brackets would have it, and how good a reading that is."""
    brackets = [opened.span() for opened in re.finditer(re.escape(_OPENS), told)] if told.endswith("]") else []
    for start, end in (*brackets[:_BRACKETS], *brackets[_BRACKETS:][-1:]):
        inside = told[end:-1]
        flagged = inside.startswith(f"{FLAG} ")
        inside = inside.removeprefix(f"{FLAG} ")
        shape = next(shape for shape in (Shape.INFLECTED, Shape.OTHER, Shape.BASE) if inside.startswith(shape))
        way = Way.parse(inside.removeprefix(shape))
        source, target = _divided(told[:start], _sign(way))
        place = start if way.how is None else -start
        worth = (bool(source), way.known, way.how is not None, place)
        yield worth, TermLine(source, target, way, shape, flagged)
        if source and way.known:
            return  # None behind it is as good.


def _sign(way: Way | None) -> str:
    """What stands between a term and what is told of."""
    return _IS_NOT if way is not None and way.how in {How.FORBIDDEN, How.AVOIDED} else _IS


def _divided(told: str, sign: str) -> tuple[str, str]:
    """A term and what is told of it; no term where the line has no sign between them."""
    at = told.find(sign, 1)
    return ("", told) if at < 0 else (told[:at], told[at + len(sign) :])


def term_lines(outcomes: Iterable[TermOutcome]) -> tuple[TermLine, ...]:
    """One line for each different outcome, in the order of the text, with the number of mentions that it tells of."""
    lines = [TermLine.of(outcome) for outcome in outcomes]
    times = Counter(map(str, lines))
    return tuple(replace(line, times=times[told]) for told, line in {str(line): line for line in lines}.items())


def advice_lines(asked: Demands) -> tuple[TermLine, ...]:
    """What the glossary asks for in a text that nobody has translated yet, and what stays since nobody has decided."""
    mentions = [*((m, None) for m in asked.enforced), *((m, Way(How.UNDECIDED)) for m in asked.undecided)]
    told = sorted(mentions, key=lambda mention: mention[0].start)
    return tuple(dict.fromkeys(TermLine(m.term.source, m.term.target, way) for m, way in told))

"""A row of the benchmark: contestants that are run by turns, and what must hold of what they take."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from benchmarks.speed.ground import Ground
from benchmarks.speed.timing import Contestant, Took

Round = Mapping[str, Took]
"""What each contestant took in a round."""
Cost = Callable[[Took], float]
WALL: Cost = attrgetter("wall")
PROCESSOR: Cost = attrgetter("processor")
Measure = Callable[[Round, Cost], float]
"""A figure of a round; what is no time is the same by the clock and by the processor."""
Contestants = Callable[[Ground], Iterator[Contestant]]
"""The contestants of a round; what each is run on is made ready just before it is asked for."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of several rounds."""

    values: Sequence[float]

    @property
    def median(self) -> float:
        """The one in the middle."""
        return statistics.median(self.values)

    def __str__(self) -> str:
        told = shown(self.median)
        least, most = shown(min(self.values)), shown(max(self.values))
        return told if least == most else f"{told} ({least}–{most})"


def shown(value: float) -> str:
    """A figure with as many digits as say something."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3  # noqa: PLR2004
    return f"{value:,.{digits}f}"


@dataclass(frozen=True, slots=True)
class Bound:
    """What must hold of a row."""

    says: str
    measure: Measure
    least: float = -math.inf
    most: float = math.inf

    @property
    def wanted(self) -> str:
        """How great the figure may be."""
        if math.isinf(self.most):
            return f"≥ {self.least:g}"
        return f"≤ {self.most:g}" if math.isinf(self.least) else f"{self.least:g} to {self.most:g}"

    def figure(self, rounds: Sequence[Round], cost: Cost = WALL) -> Figure:
        """What was measured."""
        return Figure([self.measure(each, cost) for each in rounds])

    def holds(self, rounds: Sequence[Round]) -> bool:
        """Whether the median is as it must be."""
        return self.least <= self.figure(rounds).median <= self.most


@dataclass(frozen=True, slots=True)
class Row:
    """Contestants, of which the first is what the others are compared with."""

    name: str
    title: str
    contestants: Contestants
    bounds: tuple[Bound, ...] = ()
    rounds: int = 3


def times(one: str, other: str) -> Measure:
    """How many times the seconds of one contestant those of another are."""
    return lambda took, cost: cost(took[one]) / cost(took[other])


def above(one: str, other: str) -> Measure:
    """How many seconds more one takes than another."""
    return lambda took, cost: cost(took[one]) - cost(took[other])


def told(one: str, name: str) -> Measure:
    """What a contestant has told of itself."""
    return lambda took, _: took[one].told[name]


def slope(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The exponent with which time grows with size: the slope of the one's logarithm over the other's."""
    return statistics.linear_regression([*map(math.log, sizes)], [*map(math.log, seconds)]).slope


def standard_error(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """How far off that slope may be."""
    x, y = [*map(math.log, sizes)], [*map(math.log, seconds)]
    line, mean = statistics.linear_regression(x, y), statistics.mean(x)
    off = sum((own - line.intercept - line.slope * at) ** 2 for at, own in zip(x, y, strict=True))
    return math.sqrt(off / (len(x) - 2) / sum((at - mean) ** 2 for at in x))

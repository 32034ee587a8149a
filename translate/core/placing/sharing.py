"""Share the words within a pair out among the pairs in it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate

from translate.values import dataclass

Interval = tuple[int, int]
"""The first unit of a translation, and the one behind the last; of no width it is a gap."""
LENGTH = 2.0
"""What it says against an interval that it has e times as many words as is usual, or as few."""
_FURTHEST, _AT_LEAST = 3, 8
"""Intervals of so many times as many words are looked at, or as few, and some more."""
_NOTHING = 1e-9
"""A difference between sums that is none."""


class Free:
    """What of an interval no pair has taken yet."""

    def __init__(self, whole: Interval, words: Sequence[bool]) -> None:
        self.whole = whole
        self.says = words
        """For each unit of the text whether it is a word."""
        self.clear()

    def clear(self) -> None:
        """Give all back."""
        self.left = self.words(self.whole)
        self._taken: set[int] = set()
        self._inside: set[int] = set()

    def is_free(self, number: int) -> bool:
        """Whether a unit is free."""
        return self.whole[0] <= number < self.whole[1] and number not in self._taken

    def has(self, span: Interval) -> bool:
        """Whether all units of an interval are free."""
        return not any(number in self._taken for number in range(*span))

    def words(self, span: Interval) -> int:
        """How many words an interval has."""
        return sum(self.says[slice(*span)])

    def before_the_last(self, words: int) -> int:
        """The unit behind which so many words stand, from it on."""
        end = self.whole[1]
        while words:
            end -= 1
            words -= self.says[end]
        return end

    def is_edge(self, gap: int) -> bool:
        """Whether a gap is in no interval that was taken."""
        return gap not in self._inside

    def take(self, span: Interval) -> None:
        """Take an interval."""
        self._taken.update(range(*span))
        self.left -= self.words(span)
        self._inside.update(range(span[0] + 1, span[1]))

    def runs(self) -> Iterator[Sequence[int]]:
        """The units that are free, by runs."""
        run: list[int] = []
        for number in range(*self.whole):
            if number in self._taken:
                if run:
                    yield run
                run = []
            else:
                run.append(number)
        if run:
            yield run


@dataclass(frozen=True, slots=True)
class Wish:
    """What a pair would have of the words of a translation."""

    told: Sequence[float]
    """For each unit what speaks for it to be within the pair; below nought, against that."""
    says: bool
    """Whether the pair is around words, and not around marks alone; it begins and ends with what it is around."""
    usual: float = 0.0
    """How many words it has in proportion; 0 where that says nothing."""

    def by_size(
        self, run: Sequence[int], words: Sequence[bool], limits: tuple[int, int]
    ) -> Iterator[tuple[Sequence[float], Sequence[int], int]]:
        """What speaks for each interval of a run of units, all of a size together.

        Sizes that are very much greater or smaller than usual are left out, and no words are taken for marks.

        Args:
            run: The units, one after the other.
            words: For each unit of the text whether it is a word.
            limits: How many words there may be in an interval, at least and at most.

        Yields:
            What speaks for each interval, from left to right; the places in the run at which units begin and end; and
            the size, in such units.
        """
        sums = [*accumulate((self.told[number] for number in run), initial=0.0)]
        at = [place for place, number in enumerate(run) if words[number] is self.says]
        least, most = self._reach(*limits) if self.says else (1, len(at))
        for size in range(max(least, 1), min(most, len(at)) + 1):
            odd = LENGTH * abs(math.log(size / self.usual)) if self.usual else 0.0
            ends = zip(at, at[size - 1 :], strict=False)
            if self.says:
                yield [sums[last + 1] - sums[first] - odd for first, last in ends], at, size
            else:  # Marks with no word between.
                yield [self._marks(sums, first, last, size) for first, last in ends], at, size

    @staticmethod
    def _marks(sums: Sequence[float], first: int, last: int, size: int) -> float:
        return sums[last + 1] - sums[first] if last - first < size else -math.inf

    def _reach(self, least: int, most: int) -> tuple[int, int]:
        """The fewest words and the most that are looked at."""
        if not self.usual:
            return least, most
        fewest = int(self.usual / _FURTHEST) - _AT_LEAST
        return max(least, min(fewest, most)), min(most, max(least, math.ceil(self.usual * _FURTHEST) + _AT_LEAST))


def best_interval(wish: Wish, free: Free, limits: Interval) -> tuple[float, Interval] | None:
    """The interval that most speaks for, among those that are free.

    Args:
        wish: What speaks for which.
        free: What is free.
        limits: How many words there shall be in it, at least and at most.

    Returns:
        What speaks for it, and itself; None where there is none.
    """
    best: tuple[float, Interval] | None = None
    for run in free.runs():
        for told, at, size in wish.by_size(run, free.says, limits):
            greatest = max(told)
            if greatest == -math.inf:
                continue
            if best is None or greatest > best[0] + _NOTHING:
                first = told.index(greatest)
                best = greatest, (run[at[first]], run[at[first + size - 1]] + 1)
    return best

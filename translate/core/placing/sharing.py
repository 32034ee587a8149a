"""Share the words within a pair out among the pairs in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

Interval = tuple[int, int]
"""The first unit of a translation, and the one behind the last; of no width it is a gap."""
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


def best_interval(
    told: Sequence[float], free: Free, limits: tuple[int, int], *, says: bool
) -> tuple[float, Interval] | None:
    """The interval of greatest sum among those that are free.

    Of each end the best beginning is the one before which the sum is least, of those that are neither too near nor too
    far.

    Args:
        told: For each unit what speaks for it.
        free: What is free.
        limits: How many words there shall be in it, at least and at most.
        says: Whether it shall begin and end with a word.

    Returns:
        Its sum, and the interval; None where there is none.
    """
    least, most = limits
    best: tuple[float, Interval] | None = None
    for run in free.runs():
        total, count = 0.0, 0
        near: deque[tuple[float, int, int]] = deque()
        begins: deque[tuple[float, int, int]] = deque()
        for number in run:
            can_end = free.says[number] or not says
            if can_end:
                near.append((total, count, number))
            total, count = total + told[number], count + free.says[number]
            while can_end and near and count - near[0][1] >= least:
                while begins and begins[-1][0] >= near[0][0]:
                    begins.pop()
                begins.append(near.popleft())
            while begins and count - begins[0][1] > most:
                begins.popleft()
            if can_end and begins and (best is None or total - begins[0][0] > best[0] + _NOTHING):
                best = total - begins[0][0], (begins[0][2], number + 1)
    return best

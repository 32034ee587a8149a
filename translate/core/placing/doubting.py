"""How sure the place of a tag is."""

from __future__ import annotations

import math
from collections.abc import Sequence


def sureness(told: Sequence[float], chosen: tuple[int, int]) -> float:
    """How likely an interval is among all, given what speaks for each of their units.

    An interval's weight is the exponential of its sum, so that all of them together can be added up in one go, as the
    forward algorithm adds up ways.

    Args:
        told: For each unit what speaks for it to be inside (log odds).
        chosen: The first unit of the interval, and the one behind the last.

    Returns:
        A probability.
    """
    sums = [0.0]
    for one in told:
        sums.append(sums[-1] + one)
    best = sums[chosen[1]] - sums[chosen[0]]
    whole = 0.0
    least = 0.0  # Of all beginnings so far: the greatest of their exponentials is taken out of the sum.
    begun = 0.0
    for number, total in enumerate(sums[:-1]):
        if -total > least:
            begun *= math.exp(least + total)
            least = -total
        begun += math.exp(-total - least)
        whole += begun * math.exp(min(sums[number + 1] + least - best, 500.0))
    return 1 / whole if whole else 0.0


def sureness_of_gap(told: Sequence[float], chosen: int) -> float:
    """How likely a gap is among all, given what speaks for each (log odds)."""
    return 1 / sum(math.exp(min(one - told[chosen], 500.0)) for one in told)

"""How sure the place of a tag is."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable

from translate.core.placing.nesting import Nesting
from translate.core.placing.nodes import Node
from translate.core.placing.odds import logit
from translate.core.placing.placed import Doubt
from translate.core.placing.sharing import Interval

WORDS = 0.5
"""A probability from which a unit stands for the words of a tag."""
SURE = 0.38
"""A place that is less likely than this should be looked at."""
_MOST = 500.0
"""Log odds; more is as much, and no number would hold it."""


def sureness(every: Iterable[float], chosen: float) -> float:
    """How likely a place is among all, given what speaks for each (log odds).

    Args:
        every: What speaks for each of them, the chosen one among them.
        chosen: What speaks for the chosen one.

    Returns:
        A probability.
    """
    return 1 / max(sum(math.exp(min(one - chosen, _MOST)) for one in every), 1.0)


def doubt(node: Node, nesting: Nesting, place: Interval, around: Interval) -> Doubt | None:
    """Why somebody should look at a tag, if anybody should.

    Args:
        node: The tag.
        nesting: What speaks for which place.
        place: That which it has.
        around: The interval of the pair around it.
    """
    if node.is_point:
        gaps = nesting.gaps(node)[around[0] : around[1] + 1]
        return None if sureness(gaps, gaps[place[0] - around[0]]) >= SURE else Doubt.UNSURE
    if place[0] == place[1]:
        return Doubt.EMPTY
    wish = nesting.around(node)
    if max(wish.told) < logit(WORDS):
        # Of marks alone nobody misses a word.
        return Doubt.NO_WORDS if wish.says else Doubt.UNSURE
    words = nesting.target.words
    # Where marks belong is no doubt.
    inner = [number for number in range(*place) if words[number] is wish.says]
    every: list[float] = []
    chosen = -math.inf
    for one, at, size in wish.by_size(range(*around), words, (0, len(words))):
        every += one
        if inner and size == len(inner):
            chosen = one[bisect_left(at, inner[0] - around[0])]
    return None if sureness(every, chosen) >= SURE else Doubt.UNSURE

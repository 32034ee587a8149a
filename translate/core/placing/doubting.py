"""How sure the place of a tag is."""

from __future__ import annotations

import math
from collections.abc import Iterable


def sureness(every: Iterable[float], chosen: float) -> float:
    """How likely a place is among all, given what speaks for each (log odds).

    Args:
        every: What speaks for each of them, the chosen one among them.
        chosen: What speaks for the chosen one.

    Returns:
        A probability.
    """
    return 1 / max(sum(math.exp(min(one - chosen, _MOST)) for one in every), 1.0)


_MOST = 500.0
"""More is as much, and no number would hold it."""

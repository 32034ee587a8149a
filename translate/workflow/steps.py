"""How a job tells the person who waits what it is doing."""

from __future__ import annotations

from collections.abc import Callable

Advance = Callable[[int], None]
"""Called with the number of units done since the last call."""

Announce = Callable[[str, int], Advance]
"""Called when a step starts, with its name and its number of units; gives what is called as the step goes on."""


def silently(_step: str, _total: int) -> Advance:
    """Tell nobody."""
    return lambda _done: None

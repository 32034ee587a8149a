"""How a job tells the person who waits what it is doing."""

from __future__ import annotations

from collections.abc import Callable

Advance = Callable[[float], None]
"""Called with the number of units done since the last call; part of a unit is a fraction."""

Announce = Callable[[str, int], Advance]
"""Called when a step starts, with its name and its number of units; gives what is called as the step goes on."""


def silently(_step: str, _total: int) -> Advance:
    """Tell nobody."""
    return lambda _done: None


class InParts:
    """One unit of a step whose work is a step or several of its own: as they go on, the unit does, by fractions.

    Args:
        advance: What the step that the unit belongs to gave.
        parts: How many steps the unit has at most.
    """

    _FINEST = 1024
    """A power of two, so that fractions add up to a unit without an error."""

    def __init__(self, advance: Advance, parts: int) -> None:
        self._advance = advance
        self._parts = parts
        self._begun = 0
        self._told = 0.0

    def expect(self, parts: int) -> None:
        """It turns out how many steps the unit has at most; before the first of them."""
        self._parts = parts

    def announce(self, _step: str, total: int) -> Advance:
        """The next of the steps begins."""
        before, done = self._begun, 0.0
        self._begun += 1

        def advance(more: float) -> None:
            nonlocal done
            done += more
            self._reach((before + done / total) / self._parts)

        return advance

    def finish(self) -> None:
        """The unit is done, whatever was told of its parts."""
        self._reach(1)

    def _reach(self, share: float) -> None:
        reached = int(share * self._FINEST) / self._FINEST
        if self._told < reached <= 1:
            self._advance(reached - self._told)
            self._told = reached

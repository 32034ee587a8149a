"""The workers of a cluster as the run knows them, and which of them is given a unit."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable


class Job:
    """A unit that is under way."""

    def __init__(self, key: str, unit: bytes) -> None:
        self.key = key
        self.unit = unit
        self.outcome: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        """Set by whoever has it first."""
        self.tried: list[Hand] = []
        self.troubles: list[Exception] = []
        """What came of each time that it was tried in vain."""


class Hand:
    """A worker: a process that does one unit at a time.

    Args:
        address: What the scheduler calls it.
        folder: Its own, of which no other process has the name: after one that died there may be one of its address.
    """

    def __init__(self, address: str, folder: str) -> None:
        self.address = address
        self.folder = folder
        self.gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Done once the scheduler does not know it any more."""
        self.is_fit = False
        """It has what the run itself has; nobody knows before it was asked."""
        self.is_awake = True
        """The scheduler hears of it, and it takes work."""
        self.is_late = False
        """It has been at a unit for far longer than others need."""
        self.job: Job | None = None
        """What it works on."""
        self._seen: object = None
        self._since = 0.0

    def hear(self, seen: object, status: str, now: float, silence: float) -> None:
        """Take note of what the scheduler says of it.

        Args:
            seen: When the scheduler heard of it, by a clock of its own.
            status: What it says that it is.
            now: When this was asked.
            silence: So long the scheduler may hear nothing.
        """
        if seen != self._seen:
            self._seen, self._since = seen, now
        self.is_awake = status == "running" and now - self._since <= silence

    @property
    def is_usable(self) -> bool:
        """Whether it works, or would."""
        return self.is_fit and self.is_awake and not self.is_late and not self.gone.done()


class Queue:
    """Units that wait for a hand, in the order in which they came; each goes to one that has not failed it yet."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[Job, asyncio.Future[Hand]]] = deque()

    def wait(self, job: Job) -> asyncio.Future[Hand]:
        """Who will work on a unit: it is theirs from the moment that this is known."""
        turn: asyncio.Future[Hand] = asyncio.get_running_loop().create_future()
        self._waiting.append((job, turn))
        return turn

    def deal(self, hands: Iterable[Hand]) -> None:
        """Give what waits to whoever is free."""
        usable = [hand for hand in hands if hand.is_usable]
        free = [hand for hand in usable if hand.job is None]
        waiting, self._waiting = self._waiting, deque()
        while waiting and free:
            job, turn = waiting.popleft()
            if turn.done():
                continue
            untried = [hand for hand in usable if hand not in job.tried] or usable
            hand = next((hand for hand in untried if hand in free), None)
            if hand is None:
                self._waiting.append((job, turn))
                continue
            free.remove(hand)
            hand.job = job
            turn.set_result(hand)
        self._waiting.extend(waiting)

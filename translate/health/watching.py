"""Steps of a run → the status that the service manager shows."""

from __future__ import annotations

import time
from collections.abc import Callable

from translate.health.supervisor import Supervisor

_SECONDS = 1.0
"""Between two messages of one step: a person reads them."""


class Watched:
    """Is called as a run announces its steps (`translate.workflow.steps`), and passes everything on.

    Args:
        supervisor: Who is told “Drafting articles: 12 of 40”, as each step begins and then at most once a second.
        announce: Who else is told: the progress bars of a terminal, for one.
        clock: Seconds that never go back.
    """

    def __init__(
        self,
        supervisor: Supervisor,
        announce: Callable[[str, int], Callable[[float], None]],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._supervisor = supervisor
        self._announce = announce
        self._clock = clock

    def __call__(self, step: str, total: int) -> Callable[[float], None]:
        """A step begins; what is given back is called with the number of units done since it was called last."""
        others = self._announce(step, total)
        done, told = 0.0, self._clock()
        self._tell(step, done, total)

        def advance(more: float) -> None:
            nonlocal done, told
            done += more
            others(more)
            now = self._clock()
            if now - told >= _SECONDS:
                told = now
                self._tell(step, done, total)

        return advance

    def _tell(self, step: str, done: float, total: int) -> None:
        self._supervisor.status(f"{step}: {int(done):,} of {total:,}")

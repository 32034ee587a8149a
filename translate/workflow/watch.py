"""Keep the time of a night's run, and collect what went wrong in it."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import UTC, datetime, timedelta

from translate.core.results import ending
from translate.core.results.night import Night, Phase, RunRecord
from translate.core.results.summary import Trouble
from translate.values import dataclass
from translate.workflow.troubles import trouble_of

Tell = Callable[[RunRecord | Phase | Trouble], None]
"""Told when a run begins and when it ends, of each phase that is over, and of each trouble."""


@dataclass(slots=True)
class Watch:
    """The time of a run by a clock that does not jump, and its troubles, each once."""

    started: datetime
    clock: Callable[[], float]
    """Gives seconds."""
    tell: Tell
    phases: list[Phase] = field(default_factory=list)
    troubles: dict[Trouble, None] = field(default_factory=dict)
    _began: float = field(init=False)

    def __post_init__(self) -> None:
        self._began = self.clock()

    @contextlib.contextmanager
    def phase(self, name: str) -> Iterator[Counter[str]]:
        """Time a phase; what is counted in it goes into the counter."""
        counts: Counter[str] = Counter()
        began = self.clock()
        try:
            yield counts
        finally:
            self.phases.append(Phase(name, round(self.clock() - began, 3), dict(counts)))
            self.tell(self.phases[-1])

    @property
    def seconds(self) -> float:
        """How long the run has been at work."""
        return self.clock() - self._began

    def trouble(self, *found: Trouble) -> None:
        """Tell of what went wrong, once."""
        for one in found:
            if one not in self.troubles:
                self.troubles[one] = None
                self.tell(one)

    def attempt(self, action: Callable[[], object]) -> None:
        """Do what the run can go on without."""
        try:
            action()
        except Exception as error:  # noqa: BLE001  A bug in a report must not cost the night.
            self.trouble(trouble_of(error, "a report"))

    def end(self, night: Night) -> Night:
        """The night with the record of its run, were it over now."""
        seconds = round(self.seconds, 3)
        return ending.ended(
            night,
            at=stamp(self.started + timedelta(seconds=seconds)),
            seconds=seconds,
            phases=self.phases,
            troubles=tuple(self.troubles),
        )


def stamp(moment: datetime) -> str:
    """A moment as RFC 3339 has it, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

"""What is asked of a night, and what its steps share."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime

from translate.core.results.night import Limit
from translate.ledger.pages import Ledger
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.clock import Clock
from translate.workflow.draft import Hire
from translate.workflow.steps import Announce
from translate.workflow.terms import Glossaries
from translate.workflow.watch import Watch


@dataclass(frozen=True, slots=True)
class Orders:
    """What is asked of one night."""

    locales: tuple[str, ...] = ()
    """Empty for all of the project's."""
    engine: str | None = None
    dry_run: bool = False
    limit: Limit = field(default_factory=Limit)
    """More may not change before the run stops; a limit without figures holds nothing back."""
    time_budget: int | None = None
    """Seconds after which no other article is begun."""
    hire: Hire | None = None
    """Whom a run has draft sentences; None for itself, or for processes of its own where that is quicker."""
    began: datetime | None = None
    """When the night began whose work has been done already: the time that headers carry; None for now."""


@dataclass(frozen=True, slots=True)
class Job:
    """What the steps of a night share."""

    settings: Settings
    orders: Orders
    glossaries: Glossaries
    ledger: Ledger
    now: datetime
    clock: Clock
    watch: Watch
    announce: Announce

"""What there is to draft in a window of articles, as a work unit for each locale."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence

from translate.core.entries.jobs import Job
from translate.errors import EngineError
from translate.workers.units import Unit
from translate.workflow.assigning import unit_of
from translate.workflow.desk import Desk
from translate.workflow.taking import Taken
from translate.workflow.tally import Tally


def unit_in(window: Sequence[Taken], tally: Tally, desk: Desk, *, knows: bool = True) -> Iterator[Unit]:
    """What there is to draft in a window for a locale, if anything is, and can be told elsewhere.

    Args:
        window: Articles.
        tally: The run.
        desk: The locale.
        knows: Whether what is known of the engine goes along.
    """
    jobs = {shown: jobs for taken in window for shown, jobs in _jobs(taken, desk) if jobs}
    with contextlib.suppress(EngineError):  # It is told in the articles' turns.
        if jobs and not tally.patience.is_lost(desk.locale):
            unit = unit_of(tally.ready.run.settings, desk, jobs, knows=knows)
            yield from (unit,) if unit else ()


def _jobs(taken: Taken, desk: Desk) -> Iterator[tuple[str, Sequence[Job]]]:
    begun = taken.begun.get(desk.locale)
    if begun is not None and begun.wanted.made.desk is desk and taken.article is not None:
        yield taken.article.document.path, begun.wanted.jobs

"""``newsdesk nightly``: what a newsroom runs while it sleeps, and reads in the morning."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from datetime import datetime

from translate import __version__
from translate.core.results import ending
from translate.core.results.night import Limit, Night, RunRecord
from translate.core.results.review import Review
from translate.core.results.summary import Summary, Trouble
from translate.errors import NewsdeskError
from translate.ledger.pages import FILE, Ledger
from translate.runs.records import Runs
from translate.settings import Settings
from translate.workflow.clock import Clock
from translate.workflow.draft import draft_all
from translate.workflow.folders import tidied
from translate.workflow.morning import TREND, measure, report
from translate.workflow.opening import opened
from translate.workflow.places import runs_folder
from translate.workflow.review import review
from translate.workflow.steps import Announce, silently
from translate.workflow.survey import survey
from translate.workflow.troubles import trouble_of
from translate.workflow.watch import Tell, Watch, stamp

SHOWN = 100
"""Entries that wait, which the report shows: as many with a flagged term, and as many others."""


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


def nightly(
    settings: Settings,
    orders: Orders,
    *,
    now: datetime,
    clock: Clock,
    run_id: str,
    tell: Tell = lambda _: None,
    announce: Announce = silently,
) -> Night:
    """Draft what is new, check everything, and write the reports.

    Args:
        settings: The project.
        orders: What is asked.
        now: The time at which it begins.
        clock: The time while it is at work.
        run_id: Unique to this run.
        tell: Told when the run begins and when it ends, of each phase that is over, and of each trouble.
        announce: Told of the steps as they come.

    Returns:
        What was done, also where nothing could be: the exit code and the troubles say so.
    """
    watch = Watch(now, clock.seconds, tell)
    runs = Runs(runs_folder(settings))
    record = RunRecord(runs.next_number(), run_id, __version__, started=stamp(now))
    try:
        tell(record)
        if not orders.dry_run:
            watch.attempt(lambda: runs.write(record))
        with Ledger(settings.root / FILE, keep=not orders.dry_run) as ledger:
            job = _Job(settings, orders, ledger, now, clock, watch, announce)
            summary = _draft(job)
            found = _review(job)
        record = watch.end(record, summary, found)
        night = Night(settings.name, record, summary, found, runs.ended(TREND - 1), settings.nightly.words_per_hour)
        if not orders.dry_run:
            with watch.phase("report"):
                report(settings, night, runs, watch)
            # The reports say how long the run took until they were written; the record says the same.
            end = watch.end(record, summary, found)
            night = replace(night, record=replace(end, ended=record.ended, seconds=record.seconds))
            watch.attempt(lambda: runs.write(night.record))
    except BaseException as stop:
        record = replace(
            watch.end(record, Summary(orders.dry_run, (), ()), Review()), exit_code=ending.exit_code_of(stop)
        )
        if not orders.dry_run:
            _leave(settings, record, runs)
        tell(record)
        raise
    tell(night.record)
    return night


def _leave(settings: Settings, record: RunRecord, runs: Runs) -> None:
    """Write down that a run was stopped, and leave nothing about."""
    with contextlib.suppress(NewsdeskError):
        runs.write(record)
    with contextlib.suppress(NewsdeskError):
        measure(settings, record, runs)
    # A signal may meet a file between its making and its name.
    for _ in tidied(settings):
        pass


@dataclass(frozen=True, slots=True)
class _Job:
    """What the steps of a night share."""

    settings: Settings
    orders: Orders
    ledger: Ledger
    now: datetime
    clock: Clock
    watch: Watch
    announce: Announce


def _draft(job: _Job) -> Summary:
    """Draft what is new, unless so much has changed that something must be wrong."""
    orders, watch = job.orders, job.watch
    known: tuple[Trouble, ...] = ()
    try:
        with contextlib.ExitStack() as stack:
            with watch.phase("survey") as counts:
                ready = stack.enter_context(
                    opened(
                        job.settings,
                        locales=orders.locales,
                        engine=orders.engine,
                        dry_run=orders.dry_run,
                        ledger=job.ledger,
                        now=job.now,
                        clock=job.clock,
                        announce=job.announce,
                    )
                )
                known = ready.troubles
                seen = survey(ready, job.announce)
                counts.update(articles=len(ready.to_open), entries=seen.entries)
                counts.update(vanished=seen.vanished, changed=seen.changed)
            seen.check(orders.limit)
            budget = orders.time_budget
            with watch.phase("draft") as counts:
                summary = draft_all(
                    ready, out_of_time=lambda: budget is not None and watch.seconds >= budget, announce=job.announce
                )
                counts.update(ending.drafting_counts(summary, len(ready.to_open)))
    except NewsdeskError as error:
        summary = Summary(orders.dry_run, (), (), (trouble_of(error, ""), *known))
    watch.trouble(*summary.troubles)
    return summary


def _review(job: _Job) -> Review:
    """Look at all PO files as they are now."""
    with job.watch.phase("review") as counts:
        found = review(
            job.settings,
            job.orders.locales,
            most=SHOWN,
            ledger=job.ledger,
            clock=job.clock,
            announce=job.announce,
        )
        counts.update(ending.review_counts(found))
    job.watch.trouble(*found.troubles)
    return found

"""``newsdesk nightly``: what a newsroom runs while it sleeps, and reads in the morning."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime

from translate import __version__
from translate.core.results import ending
from translate.core.results.night import Night, RunRecord
from translate.core.results.review import Review
from translate.core.results.summary import Summary
from translate.errors import NewsdeskError
from translate.ledger.pages import FILE, Ledger
from translate.runs.records import Runs
from translate.settings import Settings
from translate.workflow.clock import Clock
from translate.workflow.folders import tidied
from translate.workflow.morning import TREND, measure, report
from translate.workflow.orders import Job, Orders
from translate.workflow.phases import draft_anew, look_over, see_what_holds
from translate.workflow.places import runs_folder
from translate.workflow.steps import Announce, silently
from translate.workflow.terms import Glossaries
from translate.workflow.watch import Tell, Watch, stamp


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
    runs = Runs(runs_folder(settings), home=settings.root)
    record = RunRecord(runs.next_number(), run_id, __version__, started=stamp(now))
    try:
        tell(record)
        if not orders.dry_run:
            watch.attempt(lambda: runs.write(record))
        with Ledger(settings.root / FILE, home=settings.root, keep=not orders.dry_run) as ledger:
            glossaries = Glossaries(settings, writes=not orders.dry_run)
            job = Job(settings, orders, glossaries, ledger, now, clock, watch, announce)
            drafted = draft_anew(job)
            found = look_over(job, drafted)
        known = see_what_holds(job, drafted, found)
        summary, past = drafted.summary, runs.ended(TREND - 1)
        del drafted, job, glossaries  # What has a part for each article makes room for the reports.
        night = Night(
            settings.name,
            record,
            summary,
            found,
            known,
            past,
            settings.nightly.words_per_hour,
            flags_are_news=settings.nightly.flags_are_news,
        )
        night = watch.end(night)
        if not orders.dry_run:
            with watch.phase("report"):
                report(settings, night, runs, watch)
            # The reports say how long the run took until they were written; the record says the same.
            end = watch.end(night).record
            night = replace(night, record=replace(end, ended=night.record.ended, seconds=night.record.seconds))
            watch.attempt(lambda: runs.write(night.record))
    except BaseException as stop:
        stopped = watch.end(Night(settings.name, record, Summary(orders.dry_run, (), ()), Review()))
        record = replace(stopped.record, exit_code=ending.exit_code_of(stop))
        if not orders.dry_run:
            _leave(settings, record, runs, clock)
        tell(record)
        raise
    tell(night.record)
    return night


def _leave(settings: Settings, record: RunRecord, runs: Runs, clock: Clock) -> None:
    """Write down that a run was stopped, and leave nothing about."""
    with contextlib.suppress(NewsdeskError):
        runs.write(record)
    with contextlib.suppress(NewsdeskError):
        measure(settings, record, runs)
    # A signal may meet a file between its making and its name.
    for _ in tidied(settings, now=clock.nanoseconds()):
        pass

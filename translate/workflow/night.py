"""``newsdesk nightly``: what a newsroom runs while it sleeps, and reads in the morning."""

from __future__ import annotations

import contextlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from translate import __version__
from translate.core.results.night import Limit, LocaleFigures, Night, Phase, RunRecord
from translate.core.results.review import Review
from translate.core.results.summary import CatalogState, ExitCode, Summary, Trouble, add
from translate.errors import NewsdeskError
from translate.files import saving
from translate.health import metrics
from translate.reports.morning import html, text
from translate.reports.morning import object as objects
from translate.runs.records import Runs
from translate.settings import Settings
from translate.workflow.draft import draft_all, opened
from translate.workflow.folders import REPORT, tidied
from translate.workflow.places import runs_folder
from translate.workflow.review import review
from translate.workflow.steps import Announce, silently
from translate.workflow.survey import survey
from translate.workflow.troubles import trouble_of

TREND = 30
"""Runs that a trend shows, tonight's among them."""

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
    run_id: str,
    tell: Callable[[RunRecord | Phase | Trouble], None] = lambda _: None,
    announce: Announce = silently,
) -> Night:
    """Draft what is new, check everything, and write the reports.

    Args:
        settings: The project.
        orders: What is asked.
        now: The time.
        run_id: Unique to this run.
        tell: Told when the run begins and when it ends, of each phase that is over, and of each trouble.
        announce: Told of the steps as they come.

    Returns:
        What was done, also where nothing could be: the exit code and the troubles say so.
    """
    watch = _Watch(now, time.monotonic(), tell)
    runs = Runs(runs_folder(settings))
    record = RunRecord(runs.next_number(), run_id, __version__, started=_stamp(now))
    try:
        tell(record)
        if not orders.dry_run:
            watch.attempt(lambda: runs.write(record))
        summary = _draft(settings, orders, now, watch, announce)
        found = _review(settings, orders, watch, announce)
        record = watch.end(record, summary, found)
        night = Night(settings.name, record, summary, found, runs.ended(TREND - 1), settings.nightly.words_per_hour)
        if not orders.dry_run:
            with watch.phase("report"):
                _report(settings, night, runs, watch)
            # The reports say how long the run took until they were written; the record says the same.
            end = watch.end(record, summary, found)
            night = replace(night, record=replace(end, ended=record.ended, seconds=record.seconds))
            watch.attempt(lambda: runs.write(night.record))
    except BaseException as stop:
        record = replace(watch.end(record, Summary(orders.dry_run, (), ()), Review()), exit_code=_code(stop))
        if not orders.dry_run:
            with contextlib.suppress(NewsdeskError):
                runs.write(record)
            with contextlib.suppress(NewsdeskError):
                _measure(settings, record, runs)
            # A signal may meet a file between its making and its name.
            for _ in tidied(settings):
                pass
        tell(record)
        raise
    tell(night.record)
    return night


def _code(stop: BaseException) -> ExitCode:
    """What the run amounts to that is stopped by this."""
    match stop:
        case KeyboardInterrupt():
            return ExitCode.INTERRUPTED
        case SystemExit(code=ExitCode.INTERRUPTED):
            return ExitCode.INTERRUPTED
        case SystemExit():
            return ExitCode.TERMINATED
        case NewsdeskError():
            return ExitCode.STOPPED
        case _:
            return ExitCode.BUG


@dataclass(slots=True)
class _Watch:
    """Keeps the time of a run by a clock that does not jump, and collects what went wrong."""

    started: datetime
    at: float
    tell: Callable[[RunRecord | Phase | Trouble], None]
    phases: list[Phase] = field(default_factory=list)
    troubles: dict[Trouble, None] = field(default_factory=dict)

    @contextlib.contextmanager
    def phase(self, name: str) -> Iterator[Counter[str]]:
        """Time a phase; what is counted in it goes into the counter."""
        counts: Counter[str] = Counter()
        began = time.monotonic()
        try:
            yield counts
        finally:
            self.phases.append(Phase(name, round(time.monotonic() - began, 3), dict(counts)))
            self.tell(self.phases[-1])

    @property
    def seconds(self) -> float:
        """How long the run has been at work."""
        return time.monotonic() - self.at

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

    def end(self, record: RunRecord, summary: Summary, found: Review) -> RunRecord:
        """The record of the run, were it over now."""
        seconds = round(self.seconds, 3)
        return replace(
            record,
            ended=_stamp(self.started + timedelta(seconds=seconds)),
            exit_code=_exit_code(summary, found, tuple(self.troubles)),
            seconds=seconds,
            phases=tuple(self.phases),
            locales=_figures(summary, found),
            unfinished=len(summary.unfinished),
            troubles=tuple(self.troubles),
        )


def _exit_code(summary: Summary, found: Review, troubles: Sequence[Trouble]) -> ExitCode:
    """What a night amounts to."""
    if any(trouble.traceback for trouble in troubles):
        return ExitCode.BUG
    if summary.exit_code is ExitCode.STOPPED:
        return ExitCode.STOPPED
    if troubles or summary.exit_code is ExitCode.PARTIAL:
        return ExitCode.PARTIAL
    # Not for warnings: a draft that waits for review anyway may well have one, and then every night would end so.
    wrong = any(catalog.errors or catalog.counts.flagged for catalog in found.catalogs)
    return ExitCode.FINDINGS if wrong else summary.exit_code


def _draft(settings: Settings, orders: Orders, now: datetime, watch: _Watch, announce: Announce) -> Summary:
    """Draft what is new, unless so much has changed that something must be wrong."""
    known: tuple[Trouble, ...] = ()
    try:
        with contextlib.ExitStack() as stack:
            with watch.phase("survey") as counts:
                ready = stack.enter_context(
                    opened(
                        settings,
                        locales=orders.locales,
                        engine=orders.engine,
                        dry_run=orders.dry_run,
                        now=now,
                        announce=announce,
                    )
                )
                known = ready.troubles
                seen = survey(ready, announce)
                counts.update(articles=len(ready.to_open), entries=seen.entries)
                counts.update(vanished=seen.vanished, changed=seen.changed)
            seen.check(orders.limit)
            budget = orders.time_budget
            with watch.phase("draft") as counts:
                summary = draft_all(
                    ready, out_of_time=lambda: budget is not None and watch.seconds >= budget, announce=announce
                )
                counts.update(
                    articles=len(ready.to_open) - len(summary.unfinished),
                    unfinished=len(summary.unfinished),
                    written=sum(catalog.state is not CatalogState.UNCHANGED for catalog in summary.catalogs),
                    drafted=sum(catalog.drafted for catalog in summary.catalogs),
                    recalled=sum(catalog.recalled for catalog in summary.catalogs),
                )
    except NewsdeskError as error:
        summary = Summary(orders.dry_run, (), (), (trouble_of(error, ""), *known))
    watch.trouble(*summary.troubles)
    return summary


def _review(settings: Settings, orders: Orders, watch: _Watch, announce: Announce) -> Review:
    """Look at all PO files as they are now."""
    with watch.phase("review") as counts:
        found = review(settings, orders.locales, most=SHOWN, remember=not orders.dry_run, announce=announce)
        counts.update(
            catalogs=len(found.catalogs),
            waiting=found.waiting_in_all,
            errors=sum(catalog.errors for catalog in found.catalogs),
            warnings=sum(catalog.warnings for catalog in found.catalogs),
        )
    watch.trouble(*found.troubles)
    return found


def _figures(summary: Summary, found: Review) -> tuple[LocaleFigures, ...]:
    engines = dict(summary.engines)
    locales = dict.fromkeys((*engines, *(catalog.locale for catalog in found.catalogs)))
    figures = []
    for locale in locales:
        reviewed = [catalog for catalog in found.catalogs if catalog.locale == locale]
        results = [catalog for catalog in summary.catalogs if catalog.locale == locale]
        figures.append(
            LocaleFigures(
                locale=locale,
                engine=engines.get(locale),
                counts=add(catalog.counts for catalog in reviewed),
                catalogs=len(reviewed),
                new=sum(result.state is CatalogState.NEW for result in results),
                updated=sum(result.state is CatalogState.UPDATED for result in results),
                drafted=sum(result.drafted for result in results),
                recalled=sum(result.recalled for result in results),
                errors=sum(catalog.errors for catalog in reviewed),
                warnings=sum(catalog.warnings for catalog in reviewed),
            )
        )
    return tuple(figures)


def _report(settings: Settings, night: Night, runs: Runs, watch: _Watch) -> None:
    """Write the morning's reports, each for itself: where one cannot be written, the others are."""
    wanted = settings.nightly
    folder = settings.root / wanted.reports
    link = html.links(settings.root, wanted.reports, wanted.link)
    pages: dict[str, Callable[[], str]] = {
        "morning.html": lambda: html.page(night, link=link, source=settings.source),
        "morning.json": lambda: json.dumps(objects.night_object(night), ensure_ascii=False) + "\n",
        "morning.txt": lambda: text.mail(night),
    }
    for name, page in pages.items():
        watch.attempt(partial(_save, folder / name, page, f"{wanted.reports}/{name}"))
    watch.attempt(partial(_measure, settings, night.record, runs))


def _measure(settings: Settings, record: RunRecord, runs: Runs) -> None:
    """Tell monitoring, if the newsroom wants that."""
    if settings.nightly.metrics:
        path = settings.root / settings.nightly.metrics
        metrics.write(path, record, project=settings.name, history=runs.ended(TREND))


def _save(path: Path, page: Callable[[], str], shown: str) -> None:
    saving.overwrite(path, page().encode("utf-8", "backslashreplace"), kind=REPORT, shown=shown)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

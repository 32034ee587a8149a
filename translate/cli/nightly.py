"""``newsdesk nightly``."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

import click

from translate.cli import TELLER, options
from translate.cli.command import Command, wishes
from translate.cli.project import CLOCK, Told, display, load_settings, locked, print_json, screen, terminal
from translate.core.results.night import Limit, Night, parse_duration, parse_limit
from translate.core.results.summary import ExitCode
from translate.errors import LockedError, NewsdeskError, ReportError
from translate.values import dataclass
from translate.workflow.steps import Announce, silently

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command."""

    locales: tuple[str, ...]
    engine: str | None
    jobs: int | None
    dry_run: bool
    time_budget: int | None
    max_changes: Limit | None
    as_json: bool


def _read_with(parse: Callable[[str], T]) -> Callable[[click.Context, click.Parameter, str | None], T | None]:
    """Have an option's value read by a function that tells with ValueError what is wrong with it."""

    def read(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> T | None:
        try:
            return None if value is None else parse(value)
        except ValueError as error:
            raise click.BadParameter(f"“{value}” {error}") from error

    return read


@click.command(
    cls=Command,
    examples=(
        ("See what the night would do", "newsdesk nightly --dry-run"),
        ("Be done by the morning", "newsdesk nightly --time-budget 4h"),
        ("For cron: no mail but of what a person should see", "newsdesk nightly --quiet"),
    ),
)
@options.locales
@options.engine
@options.jobs
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--time-budget",
    metavar="TIME",
    callback=_read_with(parse_duration),
    help="Begin no other article after this time, such as 4h or 90m; the next run goes on.",
)
@click.option(
    "--max-changes",
    metavar="LIMIT",
    callback=_read_with(parse_limit),
    help="Stop before anything is written if more entries than this would vanish or change: 500, or 30%.",
)
@options.as_json
@click.pass_context
def nightly(
    ctx: click.Context,
    locales: tuple[str, ...],
    engine: str | None,
    jobs: int | None,
    dry_run: bool,
    time_budget: int | None,
    max_changes: Limit | None,
    as_json: bool,
) -> int:
    """Draft what is new, check everything, and write the morning report; for cron or a systemd timer.

    Prints a short report for mail; with --quiet only if somebody should look at it. Beside a terminal, what happens is
    logged to stderr as JSON lines. The report for a browser is reports/morning.html.

    The exit code is 1 if somebody should look today: approved texts of corrected sources, exports that are older than
    their articles, articles that are gone, drafts that were approved all at once, a language that has lost its engine.
    """
    run_id = uuid.uuid4().hex
    wanted = Wanted(locales, engine, jobs, dry_run, time_budget, max_changes, as_json)
    if terminal():
        with display(ctx, "Reading the project") as shown:
            from translate.health import logs

            log = logs.run_log(run_id, stream=Told(ctx), terminal=True)
            if not wishes(ctx).verbose:
                log.setLevel(logging.WARNING)  # The bars have told of the phases.
            night = _nightly(ctx, wanted, run_id, log, shown.announce if shown else silently)
        return _report(ctx, night, as_json=as_json)
    from translate.health import logs

    log = logs.run_log(run_id, stream=sys.stderr, terminal=False)
    # Beside a terminal every line is JSON, those that tell why there was no run included.
    TELLER.stopped = partial(logs.stopped, log)
    TELLER.failed = lambda told: logs.failed(log, ReportError(told))
    try:
        return _report(ctx, _nightly(ctx, wanted, run_id, log, silently), as_json=as_json)
    except LockedError as error:
        logs.failed(log, error)
        return ExitCode.LOCKED
    except NewsdeskError as error:
        logs.failed(log, error)
        return ExitCode.STOPPED
    except Exception as error:  # noqa: BLE001  The night's place where a bug of ours becomes exit code 3.
        logs.bug(log, error)
        return ExitCode.BUG


def _nightly(ctx: click.Context, wanted: Wanted, run_id: str, log: logging.Logger, announce: Announce) -> Night:
    from translate.health import logs
    from translate.health.supervisor import Supervisor
    from translate.health.watching import Watched
    from translate.workflow.night import nightly as run
    from translate.workflow.phases import Orders

    supervisor = Supervisor(os.environ.get("NOTIFY_SOCKET"))
    settings = replace(load_settings(ctx), jobs=wanted.jobs)
    with contextlib.ExitStack() as stack:
        if not wanted.dry_run:
            stack.enter_context(locked(settings))
        supervisor.ready("At work")
        orders = Orders(
            locales=wanted.locales,
            engine=wanted.engine,
            dry_run=wanted.dry_run,
            limit=wanted.max_changes or settings.nightly.max_changes,
            time_budget=wanted.time_budget or settings.nightly.time_budget,
        )
        night = run(
            settings,
            orders,
            now=datetime.now(UTC),
            clock=CLOCK,
            run_id=run_id,
            tell=partial(logs.tell, log),
            announce=Watched(supervisor, announce),
        )
        supervisor.stopping("Done")
    return night


def _report(ctx: click.Context, night: Night, *, as_json: bool) -> int:
    from translate.reports.morning import object as objects
    from translate.reports.morning import text

    code = night.record.exit_code or ExitCode.CLEAN
    if as_json:
        print_json(objects.night_object(night))
    elif not (wishes(ctx).quiet and code is ExitCode.CLEAN):
        shown = screen(ctx)
        shown.lines(text.mail(night).splitlines() if shown.width is None else text.terminal_lines(night))
    return code

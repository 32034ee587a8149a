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
from typing import TYPE_CHECKING, TypeVar

import click
from click.core import ParameterSource

from translate.cli import TELLER, options, shards
from translate.cli.command import Command, wishes
from translate.cli.project import CLOCK, Told, display, load_settings, locked, print_json, screen, terminal
from translate.core.results.night import Limit, Night, parse_duration, parse_limit
from translate.core.results.summary import ExitCode
from translate.errors import LockedError, NewsdeskError, ReportError
from translate.values import dataclass
from translate.workers.frozen import Shard
from translate.workflow.steps import Announce, silently

if TYPE_CHECKING:
    from translate.workflow.draft import Hire

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
    cluster: str | None = None
    join: bool = False


def _read_with(parse: Callable[[str], T]) -> Callable[[click.Context, click.Parameter, str | None], T | None]:
    """Have an option's value read by a function that tells with ValueError what is wrong with it."""

    def read(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> T | None:
        try:
            return None if value is None else parse(value)
        except ValueError as error:
            raise click.BadParameter(f"“{value}” {error}") from error

    return read


def _address(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from translate.workers.addresses import ClusterError, checked

    try:
        return checked(value)
    except ClusterError as error:
        raise click.BadParameter(str(error)) from error


_FITS = {
    "prepare": {"act", "locales", "engine", "jobs", "max_changes", "as_json"},
    "part": {"part", "jobs", "time_budget", "as_json"},
    "join": {"act", "join", "jobs", "max_changes", "as_json"},
}
"""The options that go together with each part of a night that is shared."""


def _refuse_at_odds(ctx: click.Context, act: str | None) -> None:
    """See that the options are those of one and the same thing to do."""
    said = {name for name in ctx.params if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE}
    if (act == "report") != ("join" in said):
        raise click.UsageError("a night whose shards are done is ended with: newsdesk nightly report --join")
    for what, fits in _FITS.items():
        if what in said | {act} and (others := said - fits):
            name = next(one.opts[0] for one in ctx.command.params if one.name == min(others))
            raise click.UsageError(f"{name} does not go with {'--shard' if what == 'part' else act}")


@click.command(
    cls=Command,
    examples=(
        ("See what the night would do", "newsdesk nightly --dry-run"),
        ("Be done by the morning", "newsdesk nightly --time-budget 4h"),
        ("For cron: no mail but of what a person should see", "newsdesk nightly --quiet"),
        ("Prepare a night that several jobs share", "newsdesk nightly prepare"),
        ("Do the third of sixteen parts of it", "newsdesk nightly --shard 3/16"),
        ("End it, once all parts are done", "newsdesk nightly report --join"),
        ("Have the workers of a cluster draft", "newsdesk nightly --cluster tls://scheduler.example:8786"),
    ),
)
@click.argument("act", required=False, metavar="[prepare|report]", type=click.Choice(["prepare", "report"]))
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
@click.option(
    "--shard",
    "part",
    metavar="NUMBER/OF",
    callback=_read_with(Shard.parse),
    help="Do a part of a prepared night, such as 3/16, and nothing else.",
)
@click.option("--join", is_flag=True, help="With “report”: end a night whose shards are done.")
@click.option("--cluster", metavar="ADDRESS", callback=_address, help="Have the workers of a Dask scheduler draft.")
@options.as_json
@click.pass_context
def nightly(
    ctx: click.Context,
    act: str | None,
    locales: tuple[str, ...],
    engine: str | None,
    jobs: int | None,
    dry_run: bool,
    time_budget: int | None,
    max_changes: Limit | None,
    part: Shard | None,
    join: bool,
    cluster: str | None,
    as_json: bool,
) -> int:
    """Draft what is new, check everything, and write the morning report; for cron or a systemd timer.

    Prints a short report for mail; with --quiet only if somebody should look at it. Beside a terminal, what happens is
    logged to stderr as JSON lines. The report for a browser is reports/morning.html.

    A night of several jobs that share nothing but the folder is prepared first, once; then as many jobs as you like do
    a shard each, in any order; then its report is made, once: “prepare”, “--shard”, “report --join”.

    The exit code is 1 if somebody should look today: approved texts of corrected sources, exports that are older than
    their articles, articles that are gone, drafts that were approved all at once, a language that has lost its engine.
    """
    _refuse_at_odds(ctx, act)
    run_id = uuid.uuid4().hex
    wanted = Wanted(locales, engine, jobs, dry_run, time_budget, max_changes, as_json, cluster, join)
    if part is not None:
        return shards.shard(ctx, part, jobs, time_budget, as_json=as_json)
    if act == "prepare":
        return shards.prepare(ctx, locales, engine, jobs, max_changes, as_json=as_json)
    return _whole(ctx, wanted, run_id)


def _whole(ctx: click.Context, wanted: Wanted, run_id: str) -> int:
    """A night from its beginning to its end, or that of one whose shards are done."""
    if terminal():
        with display(ctx, "Reading the project") as shown:
            from translate.health import logs

            log = logs.run_log(run_id, stream=Told(ctx), terminal=True)
            if not wishes(ctx).verbose:
                log.setLevel(logging.WARNING)  # The bars have told of the phases.
            night = _nightly(ctx, wanted, run_id, log, shown.announce if shown else silently)
        return _report(ctx, night, as_json=wanted.as_json)
    from translate.health import logs

    log = logs.run_log(run_id, stream=sys.stderr, terminal=False)
    # Beside a terminal every line is JSON, those that tell why there was no run included.
    TELLER.stopped = partial(logs.stopped, log)
    TELLER.failed = lambda told: logs.failed(log, ReportError(told))
    try:
        return _report(ctx, _nightly(ctx, wanted, run_id, log, silently), as_json=wanted.as_json)
    except LockedError as error:
        logs.failed(log, error)
        return ExitCode.LOCKED
    except NewsdeskError as error:
        logs.failed(log, error)
        return ExitCode.STOPPED
    except Exception as error:  # noqa: BLE001  The night's place where a bug of ours becomes exit code 3.
        logs.bug(log, error)
        return ExitCode.BUG


def _cluster(address: str) -> Hire:
    from translate.workflow.crews import cluster

    return partial(cluster, address)


def _nightly(ctx: click.Context, wanted: Wanted, run_id: str, log: logging.Logger, announce: Announce) -> Night:
    from translate.health import logs
    from translate.health.supervisor import Supervisor
    from translate.health.watching import Watched
    from translate.workflow.joined import Joined
    from translate.workflow.night import nightly as run
    from translate.workflow.orders import Orders

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
            hire=_cluster(wanted.cluster) if wanted.cluster else None,
        )
        if wanted.join:
            joined = stack.enter_context(contextlib.closing(Joined(settings)))
            orders = joined.orders(orders)
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

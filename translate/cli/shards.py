"""``newsdesk nightly prepare`` and ``--shard``: what comes before a night is joined that several jobs share."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime

import click

from translate.cli.command import wishes
from translate.cli.project import (
    CLOCK,
    load_settings,
    locked,
    print_json,
    print_notes,
    print_troubles,
    progress,
    screen,
)
from translate.core.results.night import Limit
from translate.core.results.summary import ExitCode
from translate.reports.counting import count
from translate.workers.frozen import Frozen, Shard


def prepare(
    ctx: click.Context,
    locales: tuple[str, ...],
    engine: str | None,
    jobs: int | None,
    limit: Limit | None,
    *,
    as_json: bool,
) -> int:
    """Freeze a night."""
    from translate.workflow.orders import Orders
    from translate.workflow.preparing import prepare as run

    settings = replace(load_settings(ctx), jobs=jobs)
    orders = Orders(locales, engine, limit=limit or settings.nightly.max_changes)
    with progress(ctx, "Reading the project", wanted=not as_json) as announce, locked(settings):
        done = run(settings, orders, now=datetime.now(UTC), clock=CLOCK, announce=announce)
    print_troubles(ctx, (trouble.message for trouble in done.troubles))
    plan = done.plan
    if as_json:
        told = {name: value for name, value in asdict(plan).items() if name != "keys"}
        print_json({**told, "units": len(plan.keys), "troubles": [asdict(trouble) for trouble in done.troubles]})
    elif not wishes(ctx).quiet:
        print_notes(ctx, done.notes)
        units = count(len(plan.keys), "work unit")
        sentences, articles = count(plan.sentences, "sentence"), count(plan.articles, "article")
        screen(ctx).lines([
            f"Prepared: {units} with {sentences} of {articles}.",
            "Now all of its shards, in any order: “newsdesk nightly --shard 1/16” and so on;",
            "then, once: “newsdesk nightly report --join”.",
        ])  # fmt: skip
    return ExitCode.CLEAN  # It is frozen; what is wrong with files the report will tell.


def shard(ctx: click.Context, part: Shard, jobs: int | None, time_budget: int | None, *, as_json: bool) -> int:
    """Do a shard of a frozen night."""
    from translate.workflow.sharding import shard as run

    settings = replace(load_settings(ctx), jobs=jobs)
    began = CLOCK.seconds()
    with (
        progress(ctx, f"Shard {part}", wanted=not as_json) as announce,
        locked(settings, Frozen(settings.root).lock(part), f"somebody else who does shard {part}"),
    ):
        done = run(
            settings,
            part,
            out_of_time=lambda: time_budget is not None and CLOCK.seconds() - began >= time_budget,
            announce=announce,
        )
    print_troubles(ctx, done.failures)
    if as_json:
        print_json({"shard": str(part), **asdict(done)})
    elif done.left or not wishes(ctx).quiet:
        before = f", {done.before:,} of them before" if done.before else ""
        left = f"; no time for {done.left:,}" if done.left else ""
        screen(ctx).lines(
            [f"Shard {part}: {done.units - done.left:,} of {count(done.units, 'work unit')} done{before}{left}."]
        )
    return ExitCode.PARTIAL if done.failures or done.left else ExitCode.CLEAN

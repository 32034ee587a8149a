"""``newsdesk draft``."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command, wishes
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


@click.command(
    cls=Command,
    examples=(
        ("Draft what is new or has changed", "newsdesk draft"),
        ("Draft one article into one language", "newsdesk draft articles/ferry.txt --locale et"),
        ("See what would change", "newsdesk draft --dry-run --verbose"),
    ),
)
@options.articles
@options.locales
@options.engine
@options.jobs
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@options.as_json
@click.pass_context
def draft(
    ctx: click.Context,
    paths: tuple[Path, ...],
    locales: tuple[str, ...],
    engine: str | None,
    jobs: int | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Draft articles into PO files for review.

    PATHS are articles or folders of articles; without any, the project's own. A person's words in a PO file are never
    changed, and where nothing is new nothing is written.
    """
    with contextlib.ExitStack() as stack:
        announce = stack.enter_context(progress(ctx, "Reading the project", wanted=not as_json))
        from translate.reports import console, jsonfile, losses
        from translate.workflow.draft import draft as run
        from translate.workflow.stillness import nothing

        settings = replace(load_settings(ctx), jobs=jobs)
        if not dry_run:
            stack.enter_context(locked(settings))
        summary = run(
            settings,
            paths,
            locales=locales,
            engine=engine,
            dry_run=dry_run,
            now=datetime.now(UTC),
            clock=CLOCK,
            announce=announce,
        )
        begun = wishes(ctx).run
        known = nothing(settings, summary, engine=engine, environment=os.environ) if begun else None
    if begun and known:
        begun.found(known)
    gone = losses.headline(summary.lost)
    print_troubles(ctx, filter(None, (gone, *(t.message for t in summary.troubles))))
    if as_json:
        print_json(jsonfile.summary_object(summary))
    else:
        print_notes(ctx, summary.notes)
        wished = wishes(ctx)
        console.print_summary(screen(ctx), summary, quiet=wished.quiet, verbose=wished.verbose)
    return summary.exit_code

"""``newsdesk draft``."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

import click

from translate.cli.project import CLOCK, load_settings, locked, print_json, print_lines, progress


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--locale", "locales", multiple=True, metavar="LOCALE", help="Only this locale; may be repeated.")
@click.option("--engine", metavar="NAME", help="An engine's name, or “auto” for the first that has the pair.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as one JSON object.")
@click.pass_context
def draft(
    ctx: click.Context,
    paths: tuple[Path, ...],
    locales: tuple[str, ...],
    engine: str | None,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Draft articles into PO files for review.

    PATHS are articles or folders of articles; without any, the project's own. A person's words in a PO file are never
    changed, and where nothing is new nothing is written.
    """
    from translate.reports import console, jsonfile
    from translate.workflow.draft import draft as run

    settings = load_settings(ctx)
    with contextlib.ExitStack() as stack:
        if not dry_run:
            stack.enter_context(locked(settings))
        announce = stack.enter_context(progress(wanted=not as_json))
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
    print_lines([t.message for t in summary.troubles])
    if as_json:
        print_json(jsonfile.summary_object(summary))
    else:
        print_lines(list(summary.notes))
        console.print_summary(summary)
    return summary.exit_code

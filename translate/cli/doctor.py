"""``newsdesk doctor``."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, progress, screen


@click.command(
    cls=Command,
    examples=(
        ("Look at everything that a run needs", "newsdesk doctor"),
        ("See only what is wrong", "newsdesk doctor --quiet"),
    ),
)
@options.as_json
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> int:
    """Say what newsdesk can do here, and what is missing."""
    with progress(ctx, "Looking around"):
        from translate.core.results.summary import ExitCode
        from translate.reports.console import state_style
        from translate.reports.tables import Column
        from translate.workflow.doctor import doctor as run

        checks = run(load_settings(ctx), now=datetime.now(UTC))
    if as_json:
        print_json({"checks": [asdict(c) for c in checks]})
    else:
        columns = (Column(style=state_style), Column(), Column(prose=True))
        shown = [c for c in checks if not (c.fine and wishes(ctx).quiet)]
        screen(ctx).table(columns, (("ok" if c.fine else "!!", c.subject, c.message) for c in shown), lead=2)
    return ExitCode.CLEAN if all(c.fine for c in checks) else ExitCode.FINDINGS

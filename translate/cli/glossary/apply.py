"""``newsdesk glossary apply``."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command
from translate.cli.glossary import trial


@click.command(
    "apply",
    cls=Command,
    examples=(
        ("Draft what the changed glossary files concern, now", "newsdesk glossary apply"),
        ("Put a file that was tried into its place, and draft", "newsdesk glossary apply new/et.csv"),
    ),
)
@trial.argument
@options.locales
@options.jobs
@trial.html
@options.as_json
@click.pass_context
def apply(
    ctx: click.Context,
    candidate: str | None,
    locales: tuple[str, ...],
    jobs: int | None,
    html: Path | None,
    as_json: bool,
) -> int:
    """Do what “newsdesk glossary try” shows: draft the entries that a changed glossary concerns, and no others.

    CANDIDATE is as “newsdesk glossary try” takes it; its files are put in the place of the project's first. A text that
    a person wrote or approved never changes, and neither does its state. With “apply = "by hand"” under [glossary] in
    newsdesk.toml, drafts and checks go by the files that were applied last until somebody runs this.
    """
    return trial.run(ctx, candidate, locales, jobs, apply=True, html=html, as_json=as_json)

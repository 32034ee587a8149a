"""``newsdesk glossary try``."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command
from translate.cli.glossary import trial


@click.command(
    "try",
    cls=Command,
    examples=(
        ("See what the glossary files as they are now would change", "newsdesk glossary try"),
        ("Try a file that somebody has sent, with every entry", "newsdesk glossary try new/et.csv --verbose"),
        ("Count only, and draft nothing", "newsdesk glossary try --counts"),
        ("Have it as a page for a browser", "newsdesk glossary try --html try.html"),
    ),
)
@trial.argument
@options.locales
@options.jobs
@click.option("--counts", is_flag=True, help="Only count the entries; draft nothing.")
@trial.html
@options.as_json
@click.pass_context
def try_(
    ctx: click.Context,
    candidate: str | None,
    locales: tuple[str, ...],
    jobs: int | None,
    counts: bool,
    html: Path | None,
    as_json: bool,
) -> int:
    """See what a change of the glossary would do, before it is live; nothing is written.

    CANDIDATE is a file that stands in for the project's file of that name (or for that of the one --locale), a folder
    of such files, or a revision of git; without it, the project's files as they are. What differs from the glossary
    that the drafts were last made with is looked up in all PO files: drafts that nobody has touched are really drafted
    anew, and shown before and after; of what people wrote it is told what a check would find or find no more.
    """
    if counts and html:
        raise click.UsageError("--counts drafts nothing that a page could show; leave out one of the two")
    return trial.run(ctx, candidate, locales, jobs, counts_only=counts, html=html, as_json=as_json)

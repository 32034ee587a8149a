"""``newsdesk glossary try``."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import CLOCK, load_settings, print_json, print_troubles, progress, screen

A_CANDIDATE = options.completing(lambda _ctx: (), files=True)


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
@click.argument("candidate", required=False, shell_complete=A_CANDIDATE)
@options.locales
@options.jobs
@click.option("--counts", is_flag=True, help="Only count the entries; draft nothing.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write a page with every entry.")
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
    with contextlib.ExitStack() as stack:
        announce = stack.enter_context(progress(ctx, "Reading the project", wanted=not as_json))
        from translate.reports.trial import print_trial, trial_object
        from translate.workflow.candidates import candidate as candidate_of
        from translate.workflow.showing import page_in_place, write_page
        from translate.workflow.trying import Orders, attempt

        settings = replace(load_settings(ctx), jobs=jobs)
        if html:
            page_in_place(settings, html)  # It is told at once, and not after an hour of drafting.
        found = attempt(
            settings,
            candidate_of(settings, candidate, locales),
            Orders(locales, counts_only=counts),
            now=datetime.now(UTC),
            clock=CLOCK,
            announce=announce,
        )
        if html:
            write_page(settings, found, html)
    print_troubles(ctx, [trouble.message for trouble in found.troubles])
    if as_json:
        print_json(trial_object(found))
    else:
        wished = wishes(ctx)
        print_trial(screen(ctx), found, quiet=wished.quiet, verbose=wished.verbose)
    return found.exit_code

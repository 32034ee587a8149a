"""What ``newsdesk glossary try`` and ``apply`` share: the one shows what the other does."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import wishes
from translate.cli.project import CLOCK, load_settings, print_json, print_troubles, progress, screen, writing

argument = click.argument("candidate", required=False, shell_complete=options.completing(lambda _ctx: (), files=True))
html = click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write a page with every entry.")


def run(
    ctx: click.Context,
    candidate: str | None,
    locales: tuple[str, ...],
    jobs: int | None,
    *,
    counts_only: bool = False,
    apply: bool = False,
    html: Path | None,
    as_json: bool,
) -> int:
    """Try or apply a candidate, and tell what that changes.

    Args:
        ctx: The command's.
        candidate: What it is called; None for the project's files as they are.
        locales: Only these; none for all.
        jobs: So many processors at most; None for all.
        counts_only: Whether nothing is drafted.
        apply: Whether it is done.
        html: Where a page is wanted.
        as_json: Whether a program reads it.

    Returns:
        The exit code.
    """
    with contextlib.ExitStack() as stack:
        announce = stack.enter_context(progress(ctx, "Reading the project", wanted=not as_json))
        from translate.reports.trial import print_trial, trial_object
        from translate.workflow.candidates import candidate as candidate_of
        from translate.workflow.showing import page_in_place, write_page
        from translate.workflow.trying import Orders, attempt

        settings = replace(load_settings(ctx), jobs=jobs)
        if html:
            page_in_place(settings, html)  # It is told at once, and not after an hour of drafting.
        if apply:
            stack.enter_context(writing(ctx, settings))
        found = attempt(
            settings,
            candidate_of(settings, candidate, locales),
            Orders(locales, counts_only=counts_only, apply=apply),
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

"""``newsdesk glossary apply``."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.glossary.try_ import A_CANDIDATE
from translate.cli.project import CLOCK, load_settings, print_json, print_troubles, progress, screen, writing


@click.command(
    "apply",
    cls=Command,
    examples=(
        ("Draft what the changed glossary files concern, now", "newsdesk glossary apply"),
        ("Put a file that was tried into its place, and draft", "newsdesk glossary apply new/et.csv"),
    ),
)
@click.argument("candidate", required=False, shell_complete=A_CANDIDATE)
@options.locales
@options.jobs
@options.as_json
@click.pass_context
def apply(ctx: click.Context, candidate: str | None, locales: tuple[str, ...], jobs: int | None, as_json: bool) -> int:
    """Do what “newsdesk glossary try” shows: draft the entries that a changed glossary concerns, and no others.

    CANDIDATE is as “newsdesk glossary try” takes it; its files are put in the place of the project's first. A text that
    a person wrote or approved never changes, and neither does its state. With “apply = "by hand"” under [glossary] in
    newsdesk.toml, drafts and checks go by the files that were applied last until somebody runs this.
    """
    with contextlib.ExitStack() as stack:
        announce = stack.enter_context(progress(ctx, "Reading the project", wanted=not as_json))
        from translate.reports.trial import print_trial, trial_object
        from translate.workflow.candidates import candidate as candidate_of
        from translate.workflow.trying import Orders, attempt

        settings = replace(load_settings(ctx), jobs=jobs)
        stack.enter_context(writing(ctx, settings))
        found = attempt(
            settings,
            candidate_of(settings, candidate, locales),
            Orders(locales, apply=True),
            now=datetime.now(UTC),
            clock=CLOCK,
            announce=announce,
        )
    print_troubles(ctx, [trouble.message for trouble in found.troubles])
    if as_json:
        print_json(trial_object(found))
    else:
        wished = wishes(ctx)
        print_trial(screen(ctx), found, quiet=wished.quiet, verbose=wished.verbose)
    return found.exit_code

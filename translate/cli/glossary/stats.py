"""``newsdesk glossary stats``."""

from __future__ import annotations

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_notes, print_troubles, progress, screen


@click.command(
    "stats",
    cls=Command,
    examples=(
        ("See what the glossaries come to", "newsdesk glossary stats"),
        ("Name all rows of one language that no text mentions", "newsdesk glossary stats --locale et --verbose"),
    ),
)
@options.locales
@options.as_json
@click.pass_context
def stats(ctx: click.Context, locales: tuple[str, ...], as_json: bool) -> int:
    """Count the rows of each language's glossary, and how many of them the PO files mention.

    Rows are counted as they apply in a language, those of all.csv included. Nothing is written.
    """
    with progress(ctx, "Counting", wanted=not as_json) as announce:
        from translate.core.results.summary import ExitCode
        from translate.reports.statistics import statistics_object, text_lines
        from translate.workflow.statistics import statistics
        from translate.workflow.telling import unapplied

        settings = load_settings(ctx)
        found, troubles = statistics(settings, locales, announce=announce)
    print_notes(ctx, unapplied(settings, [each.locale for each in found]))
    print_troubles(ctx, [trouble.message for trouble in troubles])
    if as_json:
        print_json(statistics_object(found, troubles))
    else:
        screen(ctx).lines(text_lines(found, every=wishes(ctx).verbose))
    if troubles:
        return ExitCode.PARTIAL if found else ExitCode.STOPPED
    return ExitCode.CLEAN

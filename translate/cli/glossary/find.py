"""``newsdesk glossary find``."""

from __future__ import annotations

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_notes, print_troubles, progress, screen


@click.command(
    "find",
    cls=Command,
    examples=(
        ("See where a term occurs, and what people made of it", "newsdesk glossary find ferry"),
        ("See all places in one language", "newsdesk glossary find ferry --locale et --verbose"),
    ),
)
@click.argument("term")
@options.locales
@options.as_json
@click.pass_context
def find(ctx: click.Context, term: str, locales: tuple[str, ...], as_json: bool) -> int:
    """Show where a term occurs in the PO files, in which forms, and what people made of it.

    TERM is the source of a row, or a target. Places where people wrote something else than the glossary has come first,
    then what is wrong in drafts. Where no PO file has it, articles are looked through. Nothing is written.
    """
    if not term.strip():
        raise click.UsageError("TERM is empty; which one is it?")
    with progress(ctx, "Looking for it", wanted=not as_json) as announce:
        from translate.core.results.summary import ExitCode
        from translate.reports.occurrences import search_object, text_lines
        from translate.workflow.occurrences import find as run
        from translate.workflow.telling import unapplied

        settings = load_settings(ctx)
        found = run(settings, term.strip(), locales, announce=announce)
    print_notes(ctx, unapplied(settings, [each.locale for each in found.found]))
    print_troubles(ctx, [trouble.message for trouble in found.troubles])
    if as_json:
        print_json(search_object(found))
    else:
        screen(ctx).lines(text_lines(found, every=wishes(ctx).verbose))
    return ExitCode.PARTIAL if found.troubles else ExitCode.CLEAN

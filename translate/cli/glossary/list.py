"""``newsdesk glossary list``."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_notes, print_troubles, screen


@click.command(
    "list",
    cls=Command,
    examples=(
        ("See the terms of one language", "newsdesk glossary list --locale et"),
        ("See those that have some letters in them", "newsdesk glossary list studio"),
        ("Let git show what changed, row by row", "newsdesk glossary list --textconv glossaries/et.csv"),
    ),
)
@click.argument("words", nargs=-1)
@options.locales
@click.option(
    "--textconv",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Print this file with one fact a line, as git can compare it.",
)
@options.as_json
@click.pass_context
def list_(
    ctx: click.Context, words: tuple[str, ...], locales: tuple[str, ...], textconv: Path | None, as_json: bool
) -> int:
    """List the terms as they apply in each language, with the file and line of their rows.

    A row of a more special file, such as et.csv, stands in the place of one of all.csv. WORDS are words or pieces of
    words that a row must have in its names or notes, all of them.
    """
    from translate.core.results.summary import ExitCode
    from translate.reports.rows import COLUMNS, cells, closing_line, rows_object
    from translate.workflow.rows import facts, rows
    from translate.workflow.telling import unapplied

    if textconv:
        if words or locales or as_json:
            raise click.UsageError("--textconv prints one file as it is; name nothing else with it")
        screen(ctx).lines(facts(textconv))
        return ExitCode.CLEAN
    settings = load_settings(ctx)
    found = rows(settings, words, locales)
    print_notes(ctx, unapplied(settings, [each.locale for each in found]))
    print_troubles(ctx, [str(error) for each in found for error in each.errors])
    told = [each for each in found if each.of or not each.errors]
    if as_json:
        print_json(rows_object(found))
    for each in () if as_json else told:
        if not wishes(ctx).quiet:
            screen(ctx).text(closing_line(each, words))
        screen(ctx).table(COLUMNS, [cells(term) for term in each.terms])
    if any(each.errors for each in found):
        return ExitCode.PARTIAL if told else ExitCode.STOPPED
    return ExitCode.CLEAN

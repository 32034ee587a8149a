"""``newsdesk glossary suggest-terms``."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_troubles, progress, screen
from translate.cli.streams import print_for_programs


@click.command(
    "suggest-terms",
    cls=Command,
    examples=(
        ("See what all articles have and no row knows", "newsdesk glossary suggest-terms"),
        (
            "Look at this month's articles, for Estonian",
            "newsdesk glossary suggest-terms --locale et articles/2026-11*",
        ),
        ("Print 20 rows to paste into the glossary", "newsdesk glossary suggest-terms --locale et --limit 20 --csv"),
    ),
)
@options.articles
@options.locales
@click.option(
    "--limit",
    metavar="NUMBER",
    type=click.IntRange(min=1),
    default=40,
    show_default=True,
    help="Show at most so many.",
)
@click.option("--csv", "as_csv", is_flag=True, help="Print them as rows of the locale's glossary file.")
@options.as_json
@click.pass_context
def suggest_terms(
    ctx: click.Context, paths: tuple[Path, ...], locales: tuple[str, ...], limit: int, as_csv: bool, as_json: bool
) -> int:
    """Propose names, titles and acronyms of the articles that the glossary does not know.

    PATHS are articles or folders of them; without any, all of the project's. First comes what is there most often and
    looks least like common words, and what drafts have in several ways or in other letters. A surname stands with its
    full name, as a row of its own. Nothing is written.
    """
    if as_csv and as_json:
        raise click.UsageError("--csv and --json are two ways to print the same; choose one")
    with progress(ctx, "Reading the articles", wanted=not (as_csv or as_json)):
        from translate.core.results.summary import ExitCode
        from translate.reports import mining as report
        from translate.workflow.mining import suggest_terms as suggest

        settings = load_settings(ctx)
        if as_csv and len(locales or settings.locales) > 1:
            raise click.UsageError("--csv prints the rows of one glossary file; name its locale with --locale")
        found = suggest(settings, paths, locales=locales)
    print_troubles(ctx, [str(error) for error in found.errors])
    shown = found.candidates[:limit]
    if as_json:
        there = len(found.candidates)
        print_json(report.mined_object(shown, locales=found.locales, articles=found.articles, there=there))
    elif as_csv:
        (header,) = found.headers
        print_for_programs()
        for line in report.csv_lines(shown, header.columns, header.delimiter):
            click.echo(line)
    else:
        wished = wishes(ctx)
        screen(ctx).lines(report.text_lines(found.candidates, limit, more=wished.verbose, closing=not wished.quiet))
    return ExitCode.PARTIAL if found.errors else ExitCode.CLEAN

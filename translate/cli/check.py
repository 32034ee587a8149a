"""``newsdesk check``."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_troubles, progress, screen
from translate.cli.streams import print_for_programs


@click.command(
    cls=Command,
    examples=(
        ("Check everything that is in the PO files", "newsdesk check"),
        ("Check one language, with the notes", "newsdesk check --locale et --verbose"),
        ("Make a table for a spreadsheet", "newsdesk check --format csv > findings.csv"),
    ),
)
@options.catalogs
@options.locales
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "csv"]),
    default="text",
    show_default=True,
    help="For people, for machines, as annotations of GitHub Actions, or for a spreadsheet.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], locales: tuple[str, ...], style: str, as_json: bool) -> int:
    """Check translations, a person's and drafts alike, against the glossary and their source.

    PATHS are PO files, articles, or folders of them; without any, all PO files of the project. Nothing is written. The
    exit code is 1 if there are errors or warnings.
    """
    with progress(ctx, "Checking"):
        from translate.reports import csvfile
        from translate.reports import findings as report
        from translate.workflow.check import check as run

        inspection = run(load_settings(ctx), paths, locales=locales)
    print_troubles(ctx, [trouble.message for trouble in inspection.troubles])
    if as_json or style == "json":
        print_json(report.inspection_object(inspection))
    elif style == "csv":
        print_for_programs()
        click.echo(csvfile.inspection_csv(inspection), nl=False)
    elif style == "github":
        print_for_programs()
        for line in report.github_lines(inspection):
            click.echo(line)
    else:
        wished = wishes(ctx)
        screen(ctx).lines(report.text_lines(inspection, notes=wished.verbose, closing=not wished.quiet))
    return inspection.exit_code

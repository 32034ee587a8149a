"""``newsdesk check``."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.project import load_settings, print_json, print_lines


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--locale", "locales", multiple=True, metavar="LOCALE", help="Only this locale; may be repeated.")
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
    from translate.reports import csvfile
    from translate.reports import findings as report
    from translate.workflow.check import check as run

    inspection = run(load_settings(ctx), paths, locales=locales)
    print_lines([trouble.message for trouble in inspection.troubles])
    if as_json or style == "json":
        print_json(report.inspection_object(inspection))
    elif style == "csv":
        click.echo(csvfile.inspection_csv(inspection), nl=False)
    else:
        lines = report.github_lines if style == "github" else report.text_lines
        for line in lines(inspection):
            click.echo(line)
    return inspection.exit_code

"""``newsdesk export``."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_troubles, progress, screen, writing


@click.command(
    cls=Command,
    examples=(
        ("Write the articles that are approved as a whole", "newsdesk export"),
        ("Look at drafts in the article's own format", "newsdesk export --allow-drafts --output drafts-to-look-at"),
    ),
)
@options.articles
@options.locales
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder to write into; by default “exports” in the project.",
)
@click.option("--allow-drafts", is_flag=True, help="Write articles that are not ready, with a mark on what is not.")
@click.option("--mo", is_flag=True, help="Also compile what is approved to .mo files beside the PO files.")
@options.as_json
@click.pass_context
def export(
    ctx: click.Context,
    paths: tuple[Path, ...],
    locales: tuple[str, ...],
    output: Path | None,
    allow_drafts: bool,
    mo: bool,
    as_json: bool,
) -> int:
    """Write articles in the target languages, once a person has approved all of their texts.

    PATHS are articles or folders of articles; without any, the project's own. A translated article has the format of
    its source and lies in DIR/<locale>/<its path>; what lay there before is replaced.

    An article with a text that is not translated, not reviewed, or not as the glossary asks is not written; all such
    texts are listed, and the exit code is 1. In a list of titles those stay as they are that nobody has approved.
    """
    with progress(ctx, "Exporting"):
        from translate.reports import exports as report
        from translate.workflow.export import export as run
        from translate.workflow.folders import EXPORTS, is_elsewhere

        settings = load_settings(ctx)
        folder = output.absolute() if output else settings.root / EXPORTS
        elsewhere = is_elsewhere(settings, folder) and not mo
        with writing(ctx, settings, folder, elsewhere=elsewhere) as left:
            done = run(
                settings,
                paths,
                now=datetime.now(UTC),
                locales=locales,
                output=output,
                allow_drafts=allow_drafts,
                mo=mo,
            )
    print_troubles(ctx, [trouble.message for trouble in done.troubles])
    done = replace(done, left=left)
    if as_json:
        print_json(report.export_object(done))
    else:
        screen(ctx).lines(report.text_lines(done, quiet=wishes(ctx).quiet))
    return done.exit_code

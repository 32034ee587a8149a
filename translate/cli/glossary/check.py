"""``newsdesk glossary check``."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_notes, progress, screen, writing


@click.command(
    "check",
    cls=Command,
    examples=(
        ("Look at every row of every file", "newsdesk glossary check"),
        ("Look at one file, with the notes", "newsdesk glossary check et --verbose"),
        ("Put right what needs no question", "newsdesk glossary check --fix"),
    ),
)
@click.argument("files", nargs=-1)
@click.option("--fix", is_flag=True, help="Put right what needs no question, and show what was changed.")
@click.option("--use/--no-use", default=None, help="Whether to look at how rows are used; by default in few PO files.")
@options.as_json
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], fix: bool, use: bool | None, as_json: bool) -> int:
    """Look for rows that are doubtful: damage by spreadsheets, words of every text, rows that contradict each other.

    FILES are glossary files, or the locales that they are for; without any, all of the project's. Nothing is written
    without --fix. How often texts mention a row, and what becomes of it there, is looked at, too, where there are not
    very many PO files. The exit code is 1 if there are errors or warnings.
    """
    with contextlib.ExitStack() as stack:
        announce = stack.enter_context(progress(ctx, "Looking at the glossary", wanted=not as_json))
        from translate.core.checks.findings import Level
        from translate.core.results.summary import ExitCode
        from translate.reports import linting as report
        from translate.reports.counting import count
        from translate.workflow.linting import lint
        from translate.workflow.usage import with_use

        settings = load_settings(ctx)
        if fix:
            stack.enter_context(writing(ctx, settings))
        linted = list(lint(settings, files, now=datetime.now(UTC), fix=fix))
        found, left = with_use(settings, linted, use, announce)
    if left:
        told = f"how rows are used was not looked at in {count(left, 'PO file')}; --use does, and takes longer"
        print_notes(ctx, [told])
    if as_json:
        print_json(report.lint_object(found))
    else:
        wished = wishes(ctx)
        screen(ctx).lines(report.text_lines(found, notes=wished.verbose, closing=not wished.quiet))
    doubtful = any(file.levels[level] for file in found for level in (Level.ERROR, Level.WARNING))
    return ExitCode.FINDINGS if doubtful else ExitCode.CLEAN

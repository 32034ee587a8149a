"""``newsdesk confirm``."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_troubles, progress, screen, writing
from translate.core.results.summary import ExitCode


@click.command(
    cls=Command,
    examples=(
        ("See what was approved all at once", "newsdesk confirm"),
        ("Confirm all drafts of an article", "newsdesk confirm articles/ferry.txt"),
        ("Confirm them in one language", "newsdesk confirm articles/ferry.txt --locale et"),
    ),
)
@options.catalogs
@options.locales
@options.as_json
@click.pass_context
def confirm(ctx: click.Context, paths: tuple[Path, ...], locales: tuple[str, ...], as_json: bool) -> int:
    """Make a person's word of drafts that were approved all at once.

    Where the drafts of several articles lose their fuzzy marks between two runs, nearly all and unchanged, a script
    did it as a rule. Until a person confirms or edits them they are not exported, and teach the memory nothing.

    PATHS are articles, PO files or folders; without any, the PO files with such drafts are listed, and the exit code
    is 1 if there are some.
    """
    with progress(ctx, "Looking at the PO files", wanted=not as_json) as announce:
        from translate.errors import NewsdeskError
        from translate.reports import jsonfile
        from translate.reports.counting import count
        from translate.reports.tables import Column
        from translate.workflow.amending import looked
        from translate.workflow.confirming import confirm as run
        from translate.workflow.confirming import waiting
        from translate.workflow.troubles import trouble_of

        settings = load_settings(ctx)
        with (
            writing(ctx, settings) as left,
            looked(settings, now=datetime.now(UTC), announce=announce) as (seen, _),
        ):
            waits, errors = waiting(seen, paths, locales)
            done = []
            for one in waits if paths else ():
                try:
                    run(seen, one.file)
                    done.append(one)
                except NewsdeskError as error:
                    errors.append(error)
    troubles = (*left, *(trouble_of(error, "") for error in errors))
    print_troubles(ctx, [trouble.message for trouble in troubles])
    told = done if paths else waits
    drafts = sum(len(one.entries) for one in told)
    if as_json:
        files = [{"path": o.file.shown, "locale": o.file.locale, "drafts": len(o.entries)} for o in told]
        listed = [jsonfile.trouble_object(trouble) for trouble in troubles]
        print_json({"confirmed": bool(paths), "files": files, "drafts": drafts, "troubles": listed})
    elif told or not (troubles or wishes(ctx).quiet):
        columns = (Column("file"), Column("drafts", one="draft", number=True))
        if not (paths and wishes(ctx).quiet):
            screen(ctx).table(columns, [(one.file.shown, f"{len(one.entries):,}") for one in told])
        verb = "confirmed" if paths else "wait to be confirmed"
        nothing = "Nothing waits to be confirmed"
        in_all = f"{count(drafts, 'draft')} in {count(len(told), 'PO file')} {verb}" if told else nothing
        screen(ctx).text(f"{in_all}.")
    if troubles:
        return ExitCode.PARTIAL if told else ExitCode.STOPPED
    return ExitCode.FINDINGS if waits and not paths else ExitCode.CLEAN

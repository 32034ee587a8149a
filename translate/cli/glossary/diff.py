"""``newsdesk glossary diff``."""

from __future__ import annotations

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings_if_any, print_json, print_troubles, screen

_A_FILE = options.completing(lambda _ctx: (), files=True)


@click.command(
    "diff",
    cls=Command,
    examples=(
        ("See what was changed since the last revision", "newsdesk glossary diff"),
        ("See what was changed between two of them", "newsdesk glossary diff HEAD~3 HEAD"),
        ("Compare two files", "newsdesk glossary diff glossaries/et.csv ~/Downloads/et.csv"),
    ),
)
@click.argument("old", required=False, shell_complete=_A_FILE)
@click.argument("new", required=False, shell_complete=_A_FILE)
@options.as_json
@click.pass_context
def diff(ctx: click.Context, old: str | None, new: str | None, as_json: bool) -> int:
    """Show which rows differ between two versions of the glossary, and how.

    OLD and NEW are files, folders of files, or revisions of git, such as HEAD~3. Without NEW it is the project's own
    files as they are now; without OLD, git's last revision of them. Rows that were moved, columns in another order and
    other separators are no difference. Changes of notes and reviews are counted, and shown with --verbose. The exit
    code is 1 if anything differs, and 4 if there are rows that cannot be used, and so not be compared.
    """
    from translate.core.results.summary import ExitCode
    from translate.reports.differences import differences_object, text_lines
    from translate.workflow.versions import compare

    found = compare(load_settings_if_any(ctx), old, new)
    print_troubles(ctx, [str(error) for file in found for error in file.errors])
    if as_json:
        print_json(differences_object(found))
    else:
        wished = wishes(ctx)
        screen(ctx).lines(text_lines(found, notes=wished.verbose, closing=not wished.quiet))
    if any(file.errors for file in found):
        return ExitCode.PARTIAL
    return ExitCode.FINDINGS if found else ExitCode.CLEAN

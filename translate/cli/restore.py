"""``newsdesk restore``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_troubles, progress, screen, writing
from translate.core.results.summary import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translate.core.entries.losses import Kept
    from translate.core.results.summary import Trouble
    from translate.workflow.restoring import Restored


@click.command(
    cls=Command,
    examples=(
        ("See what tools have dropped, and nobody has seen to", "newsdesk restore"),
        ("Bring back all that an article has lost", "newsdesk restore articles/ferry.txt"),
        ("Bring back two texts of the list", "newsdesk restore 17 23"),
        ("Look for a text that somebody has deleted", "newsdesk restore --all"),
    ),
)
@options.lost
@click.option("--all", "everything", is_flag=True, help="List also what people have deleted or replaced themselves.")
@click.option("--replace", "replaces", is_flag=True, help="Put it in the place of what people have written since.")
@click.option("--forget", is_flag=True, help="Let it be drafted anew instead; --all goes on to list it.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would come back.")
@options.as_json
@click.pass_context
def restore(
    ctx: click.Context,
    words: tuple[str, ...],
    everything: bool,
    replaces: bool,
    forget: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Bring back what people wrote and is not in their PO files any more.

    Without arguments: list what tools have dropped, and nobody has seen to. A PATH is a PO file, an article or a
    folder: all that was lost there comes back, approved where it was approved. A NUMBER of the list, such as 17 or
    17-23, brings back single texts, whether they were lost, deleted or replaced.

    Where a person has written something else since, that stays; --replace puts it into the list in its turn. The exit
    code is 1 where texts wait for somebody to see to them, or were left out.
    """
    if everything and words:
        raise click.UsageError("--all lists; name no PATH and no NUMBER with it")
    if (replaces or forget or dry_run) and not words:
        raise click.UsageError("name the PATH or the NUMBER that it shall be done with")
    if replaces and forget:
        raise click.UsageError("--replace and --forget do not go together")
    with progress(ctx, "Looking at the PO files", wanted=not as_json) as announce:
        from translate.workflow import kept, restoring
        from translate.workflow.amending import looked

        settings = load_settings(ctx)
        with (
            writing(ctx, settings) as left,
            looked(settings, now=datetime.now(UTC), dry_run=dry_run, announce=announce) as (seen, unreadable),
        ):
            if not words:
                listed = kept.listed(seen, everything=everything)
                return _tell(ctx, listed, (*left, *unreadable), everything=everything, as_json=as_json)
            texts, unknown = kept.asked(seen, words)
            if forget:
                done = restoring.forget(seen, texts, dry_run=dry_run)
            else:
                done = restoring.restore(seen, texts, replaces=replaces, dry_run=dry_run)
    troubles = (*left, *unreadable, *unknown, *done.troubles)
    return _tell_done(ctx, done, tuple(dict.fromkeys(troubles)), dry_run=dry_run, as_json=as_json)


def _tell(
    ctx: click.Context, texts: Sequence[Kept], troubles: Sequence[Trouble], *, everything: bool, as_json: bool
) -> int:
    from translate.reports import jsonfile
    from translate.reports import kept as report

    print_troubles(ctx, [trouble.message for trouble in troubles])
    if as_json:
        listed = [report.kept_object(one) for one in texts]
        print_json({"texts": listed, "troubles": [jsonfile.trouble_object(trouble) for trouble in troubles]})
    else:
        columns = report.EVERYTHING if everything else report.LISTED
        screen(ctx).table(columns, [row[: len(columns)] for row in report.listed(texts)], lead=2)
        screen(ctx).text(report.closing(texts, everything=everything))
    if troubles:
        return ExitCode.PARTIAL
    return ExitCode.FINDINGS if any(one.is_open for one in texts) else ExitCode.CLEAN


def _tell_done(ctx: click.Context, done: Restored, troubles: Sequence[Trouble], *, dry_run: bool, as_json: bool) -> int:
    from translate.core.entries.restoring import Outcome
    from translate.reports import jsonfile
    from translate.reports import kept as report

    print_troubles(ctx, [trouble.message for trouble in troubles])
    left_out = [one for one in done.texts if one[1] is Outcome.TAKEN]
    if as_json:
        texts = [{**report.kept_object(one), "outcome": outcome.value} for one, outcome in done.texts]
        told = [jsonfile.trouble_object(trouble) for trouble in troubles]
        print_json({"dry_run": dry_run, "texts": texts, "troubles": told})
    else:
        quiet = wishes(ctx).quiet
        screen(ctx).table(report.DONE, list(report.done(left_out if quiet else done.texts)), lead=2)
        if not (quiet and not left_out) and not (troubles and not done.texts):
            screen(ctx).text(report.summed(done.texts, dry_run=dry_run))
    if troubles:
        return ExitCode.PARTIAL if done.texts else ExitCode.STOPPED
    return ExitCode.FINDINGS if left_out else ExitCode.CLEAN

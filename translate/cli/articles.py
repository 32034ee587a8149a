"""``newsdesk articles``."""

from __future__ import annotations

import contextlib
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli import options
from translate.cli.command import Group, wishes
from translate.cli.project import load_settings, print_json, print_troubles, progress, screen, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translate.core.results.relocation import Followed, Relocation


@click.group(
    cls=Group,
    examples=(
        ("Give an article another name", "newsdesk articles mv articles/storn.txt articles/storm.txt"),
        ("Withdraw one that is gone", "newsdesk articles retire articles/storm.txt"),
    ),
)
def articles() -> None:
    """Rename articles together with the work on them, or withdraw them."""


@articles.command(
    "mv",
    examples=(
        ("Give an article another name", "newsdesk articles mv articles/storn.txt articles/storm.txt"),
        ("Move it to another folder", "newsdesk articles mv articles/storm.txt articles/2026/storm.txt"),
        ("See what would follow it", "newsdesk articles mv --dry-run articles/storn.txt articles/storm.txt"),
    ),
)
@options.article("old")
@options.article("new")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be moved.")
@options.as_json
@click.pass_context
def mv(ctx: click.Context, old: Path, new: Path, dry_run: bool, as_json: bool) -> int:
    """Give the article OLD the name NEW, and have its PO files and all that people wrote in them follow.

    Where the article has its new name already, only its work follows. Where there is a PO file of the new name, too,
    people's texts and comments come into it wherever nobody has written anything, and the old file stays if it has
    something that cannot be placed. Nothing is ever overwritten.
    """
    with progress(ctx, "Reading the project", wanted=not as_json):
        from translate.reports import jsonfile
        from translate.workflow.relocating import relocate

        settings = load_settings(ctx)
    with contextlib.nullcontext(()) if dry_run else writing(ctx, settings) as left:
        done = relocate(settings, old, new, dry_run=dry_run, now=datetime.now(UTC))
    print_troubles(ctx, [trouble.message for trouble in done.troubles])
    if as_json:
        troubles = [jsonfile.trouble_object(trouble) for trouble in (*left, *done.troubles)]
        article = dict(zip(("old", "new"), done.article, strict=True)) if done.article else None
        print_json({
            "exit_code": int(done.exit_code),
            "dry_run": dry_run,
            "article": article,
            "catalogs": [asdict(one) for one in done.catalogs],
            "troubles": troubles,
        })  # fmt: skip
    else:
        for line in _lines(done, quiet=wishes(ctx).quiet):
            screen(ctx).text(line)
    return done.exit_code


def _lines(done: Relocation, *, quiet: bool) -> Iterator[str]:
    """What was done, or would be, a file a line, and below it what is left; quietly, only what is left."""
    now = "would be" if done.dry_run else "is now"
    if done.article and not quiet:
        yield f"{done.article[0]} {now} {done.article[1]}"
    for one in done.catalogs:
        if quiet and not one.left:
            continue
        yield f"{one.old}{_told(one, now)}"
        yield from (f"  {_place(one, left.line)}: {left.source}" for left in one.left)
    if done.dry_run and not quiet:
        yield "Nothing was written."


def _told(one: Followed, now: str) -> str:
    from translate.core.results.relocation import Way
    from translate.reports.counting import count

    if one.way is Way.MOVED:
        return f" {now} {one.new}"
    brought = f": {count(one.texts, 'entry', 'entries')} brought into {one.new}"
    if one.way is Way.JOINED:
        return f"{brought}; this file is gone"
    left = count(len(one.left), "text")
    return f"{brought}; it stays for {left} that somebody has written otherwise there, see"


def _place(one: Followed, line: int | None) -> str:
    return f"{one.old}:{line}" if line else one.old


@articles.command(
    "retire",
    examples=(
        ("Withdraw an article that is gone", "newsdesk articles retire articles/storm.txt"),
        ("See what would be taken out of the exports", "newsdesk articles retire --dry-run articles/storm.txt"),
    ),
)
@options.retired
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be withdrawn.")
@options.as_json
@click.pass_context
def retire(ctx: click.Context, paths: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Withdraw articles that are gone now, and not after two nights that miss them.

    PATHS are the articles, as they were called, or folders that they were in. Their translations go from the exports to
    exports/withdrawn, or as [export] in newsdesk.toml says; their PO files stay where they are and are no work.
    """
    with progress(ctx, "Reading the project", wanted=not as_json):
        from translate.core.results.summary import ExitCode
        from translate.reports import jsonfile, news
        from translate.workflow.retiring import retire as run
        from translate.workflow.troubles import trouble_of

        settings = load_settings(ctx)
    with contextlib.nullcontext(()) if dry_run else writing(ctx, settings) as left:
        done, errors = run(settings, paths, dry_run=dry_run, now=datetime.now(UTC))
    troubles = (*left, *(trouble_of(error, "") for error in errors))
    print_troubles(ctx, [trouble.message for trouble in troubles[len(left) :]])
    code = (ExitCode.PARTIAL if done else ExitCode.STOPPED) if troubles else ExitCode.CLEAN
    if as_json:
        print_json({
            "exit_code": int(code),
            "dry_run": dry_run,
            "withdrawn": [news.withdrawal_object(one) for one in done],
            "troubles": [jsonfile.trouble_object(trouble) for trouble in troubles],
        })  # fmt: skip
    elif not wishes(ctx).quiet and done:
        told = news.dry_run_lines(done) if dry_run else (line for one in done for line in news.withdrawal_lines(one))
        screen(ctx).lines(told)
    return code

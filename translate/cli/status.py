"""``newsdesk status``."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from translate.cli import options
from translate.cli.command import Command
from translate.cli.project import CLOCK, is_locked, load_settings, print_json, print_troubles, progress, screen
from translate.core.results.summary import ExitCode


@click.command(
    cls=Command,
    examples=(
        ("See how far each article is", "newsdesk status"),
        ("Find out where to begin", "newsdesk status --worst 20"),
        ("Ask whether the last night went well", "newsdesk status --last-run"),
    ),
)
@options.locales
@click.option(
    "--worst",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Name the entries to take first instead, flagged terms before all, then by risk, each with its reasons.",
)
@click.option("--last-run", is_flag=True, help="Tell how the last “newsdesk nightly” went instead.")
@options.as_json
@click.pass_context
def status(ctx: click.Context, locales: tuple[str, ...], worst: int | None, last_run: bool, as_json: bool) -> int:
    """Show how far each article is in each locale.

    With --last-run the exit code is 0 if the last night ended well or is at work, and 1 if it did not, for monitoring.
    """
    if last_run and (worst or locales):
        raise click.UsageError("--last-run goes with neither --worst nor --locale")
    if last_run:
        return _last_run(ctx, as_json=as_json)
    return _worst(ctx, locales, worst, as_json=as_json) if worst else _counts(ctx, locales, as_json=as_json)


def _counts(ctx: click.Context, locales: tuple[str, ...], *, as_json: bool) -> int:
    with progress(ctx, "Reading the PO files"):
        from translate.reports import console, jsonfile, losses, news, tagging
        from translate.reports.counting import unnamed
        from translate.reports.tables import Column
        from translate.workflow.status import status as run

        found = run(load_settings(ctx), locales, now=datetime.now(UTC))
    print_troubles(ctx, filter(None, (losses.headline(found.lost), *(t.message for t in found.troubles))))
    code = ExitCode.PARTIAL if found.troubles else ExitCode.CLEAN
    if as_json:
        print_json(
            {
                "catalogs": [
                    {"locale": c.locale, "article": c.slug, "path": c.path, **jsonfile.counts_object(c.counts)}
                    for c in found.catalogs
                ],
                **jsonfile.left_out_object(found.left_out),
                "troubles": [jsonfile.trouble_object(t) for t in found.troubles],
                "lost": losses.losses_object(found.lost),
                "news": news.news_object(found.news),
            }
        )
        return code
    screen(ctx).lines(news.status_lines(found.news))
    if found.catalogs:
        # Few projects have anything settled, and the table is wide.
        settles = found.counts.settled > 0
        settled = (Column("settled", number=True, style=console.faint),) * settles
        columns = (Column("locale", ""), Column("article"), *console.COUNTS, *settled)
        told = ((c, (f"{c.counts.settled:,}",) * settles) for c in found.catalogs)
        rows = ((c.locale, c.slug, *console.count_cells(c.counts), *more) for c, more in told)
        screen(ctx).table(columns, rows, lead=2)
        if found.left_out:
            screen(ctx).text(unnamed(sum(rest.catalogs for rest in found.left_out.values())))
        screen(ctx).lines(filter(None, [tagging.doubtful(found.counts)]))
    else:
        screen(ctx).text("There are no PO files yet; “newsdesk draft” makes them.")
    return code


def _worst(ctx: click.Context, locales: tuple[str, ...], most: int, *, as_json: bool) -> int:
    with progress(ctx, "Looking for the worst"):
        from translate.ledger.pages import FILE, Ledger
        from translate.reports.morning import object as objects
        from translate.reports.waiting import text_lines
        from translate.workflow.review import review
        from translate.workflow.terms import Glossaries

        settings = load_settings(ctx)
        glossaries = Glossaries(settings, writes=False)
        with Ledger(settings.root / FILE, home=settings.root, keep=False) as ledger:
            found = review(settings, locales, most=most, glossaries=glossaries, ledger=ledger, clock=CLOCK)
    print_troubles(ctx, [t.message for t in found.troubles])
    if as_json:
        told = objects.review_object(found)
        print_json({**told, "waiting": told["waiting"][:most]})
    else:
        screen(ctx).lines(text_lines(found, most))
    return ExitCode.PARTIAL if found.troubles else ExitCode.CLEAN


def _last_run(ctx: click.Context, *, as_json: bool) -> int:
    from translate.reports.morning import object as objects
    from translate.reports.morning import words
    from translate.runs.records import Runs
    from translate.workflow.places import runs_folder

    settings = load_settings(ctx)
    shown = screen(ctx)
    record = Runs(runs_folder(settings), home=settings.root).last()
    if record is None:
        if as_json:
            print_json({"state": "none"})
        else:
            shown.text("There has been no “newsdesk nightly” here yet.")
        return ExitCode.FINDINGS
    # A record without an end is that of a run that is at work, or was killed: then nobody holds the lock.
    state = "ended" if record.ended is not None else "running" if is_locked(settings) else "killed"
    if as_json:
        print_json({"state": state, **objects.record_object(record)})
    else:
        shown.text(words.opening(record))
        shown.text(
            "It was killed." if state == "killed" else "It is at work." if state == "running" else words.state(record)
        )
        shown.lines(f"  {trouble.message}" for trouble in record.troubles)
    well = state == "running" or record.exit_code in {ExitCode.CLEAN, ExitCode.FINDINGS}
    return ExitCode.CLEAN if well else ExitCode.FINDINGS

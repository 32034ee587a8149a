"""``newsdesk status``."""

from __future__ import annotations

import click

from translate.cli.project import CLOCK, is_locked, load_settings, print_json, print_lines
from translate.core.results.summary import ExitCode
from translate.settings import Settings


@click.command()
@click.option("--locale", "locales", multiple=True, metavar="LOCALE", help="Only this locale; may be repeated.")
@click.option(
    "--worst",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Name the entries to take first instead, flagged terms before all, then by risk, each with its reasons.",
)
@click.option("--last-run", is_flag=True, help="Tell how the last “newsdesk nightly” went instead.")
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
@click.pass_context
def status(ctx: click.Context, locales: tuple[str, ...], worst: int | None, last_run: bool, as_json: bool) -> int:
    """Show how far each article is in each locale.

    With --last-run the exit code is 0 if the last night ended well or is at work, and 1 if it did not, for monitoring.
    """
    if last_run and (worst or locales):
        raise click.UsageError("--last-run goes with neither --worst nor --locale")
    settings = load_settings(ctx)
    if last_run:
        return _last_run(settings, as_json=as_json)
    return _worst(settings, locales, worst, as_json=as_json) if worst else _counts(settings, locales, as_json=as_json)


def _counts(settings: Settings, locales: tuple[str, ...], *, as_json: bool) -> int:
    from translate.reports import console, jsonfile
    from translate.workflow.status import status as run

    found = run(settings, locales)
    print_lines([t.message for t in found.troubles])
    if as_json:
        print_json(
            {
                "catalogs": [
                    {"locale": c.locale, "article": c.slug, "path": c.path, **jsonfile.counts_object(c.counts)}
                    for c in found.catalogs
                ],
                "troubles": [jsonfile.trouble_object(t) for t in found.troubles],
            }
        )
    elif found.catalogs:
        heads = ("locale", "article", "approved", "in review", "drafts", "untranslated", "flagged", "words left")
        console.print_table(heads, ((c.locale, c.slug, *console.count_cells(c.counts)) for c in found.catalogs))
    else:
        console.print_text("There are no PO files yet; “newsdesk draft” makes them.")
    return ExitCode.PARTIAL if found.troubles else ExitCode.CLEAN


def _worst(settings: Settings, locales: tuple[str, ...], most: int, *, as_json: bool) -> int:
    from translate.ledger.pages import FILE, Ledger
    from translate.reports.morning import object as objects
    from translate.reports.waiting import text_lines
    from translate.workflow.review import review

    with Ledger(settings.root / FILE, keep=False) as ledger:
        found = review(settings, locales, most=most, ledger=ledger, clock=CLOCK)
    print_lines([t.message for t in found.troubles])
    if as_json:
        told = objects.review_object(found)
        print_json({**told, "waiting": told["waiting"][:most]})
    else:
        for line in text_lines(found, most):
            click.echo(line)
    return ExitCode.PARTIAL if found.troubles else ExitCode.CLEAN


def _last_run(settings: Settings, *, as_json: bool) -> int:
    from translate.reports.morning import object as objects
    from translate.reports.morning import words
    from translate.runs.records import Runs
    from translate.workflow.places import runs_folder

    record = Runs(runs_folder(settings)).last()
    if record is None:
        if as_json:
            print_json({"state": "none"})
        else:
            click.echo("There has been no “newsdesk nightly” here yet.")
        return ExitCode.FINDINGS
    # A record without an end is that of a run that is at work, or was killed: then nobody holds the lock.
    state = "ended" if record.ended is not None else "running" if is_locked(settings) else "killed"
    if as_json:
        print_json({"state": state, **objects.record_object(record)})
    else:
        click.echo(words.opening(record))
        click.echo(
            "It was killed." if state == "killed" else "It is at work." if state == "running" else words.state(record)
        )
        for trouble in record.troubles:
            click.echo(f"  {trouble.message}")
    well = state == "running" or record.exit_code in {ExitCode.CLEAN, ExitCode.FINDINGS}
    return ExitCode.CLEAN if well else ExitCode.FINDINGS

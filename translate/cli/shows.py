"""``newsdesk shows``."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from translate.cli import options
from translate.cli.command import Group, wishes
from translate.cli.project import load_settings, print_json, print_troubles, progress, screen, writing

if TYPE_CHECKING:
    from translate.authoring.titles import TitleRow
    from translate.reports.console import Screen
    from translate.workflow.syncing import Synced


@click.group(cls=Group, examples=(("See which approved titles the glossaries lack", "newsdesk shows sync"),))
def shows() -> None:
    """Look after the titles of what is broadcast.

    They come from lists in the project's folder “shows”, in CSV, YAML, JSON or XMLTV, and are drafted, checked and
    exported with the articles; “newsdesk doctor” counts them.
    """


@shows.command(
    examples=(
        ("See which approved titles the glossaries lack", "newsdesk shows sync"),
        ("Write their rows into one glossary", "newsdesk shows sync --locale et --write"),
    ),
)
@options.locales
@click.option("--write", is_flag=True, help="Write the rows into the glossaries.")
@options.as_json
@click.pass_context
def sync(ctx: click.Context, locales: tuple[str, ...], write: bool, as_json: bool) -> int:
    """Bring the titles that people approved into the glossaries.

    Each becomes a row with kind “title” and the forms that “newsdesk glossary suggest-forms” would propose. Such a row
    follows its title until a person has written something in it; that row stays as it is, and is told of. Where a title
    is called otherwise by now, the articles that still have the old one are named: what is approved in them stays, and
    the next run flags it.
    """
    with progress(ctx, "Looking at the titles", wanted=not as_json):
        from translate.core.results.summary import ExitCode
        from translate.workflow.syncing import sync as run
        from translate.workflow.troubles import trouble_of

        settings = load_settings(ctx)
        with contextlib.ExitStack() as stack:
            left = stack.enter_context(writing(ctx, settings)) if write else ()
            done, errors = run(settings, locales, now=datetime.now(UTC), write=write)
        troubles = (*left, *(trouble_of(error, "") for error in errors))
    print_troubles(ctx, [trouble.message for trouble in troubles])
    if as_json:
        print_json({"written": write, "locales": [*map(_as_object, done)], "troubles": [t.message for t in troubles]})
    else:
        _print(screen(ctx), done, quiet=wishes(ctx).quiet or bool(troubles))
    if troubles:
        return ExitCode.PARTIAL if done else ExitCode.STOPPED
    return ExitCode.FINDINGS if any(one.is_undecided for one in done) else ExitCode.CLEAN


def _print(shown: Screen, done: list[Synced], *, quiet: bool) -> None:
    from translate.authoring.titles import Fate
    from translate.reports.counting import count
    from translate.reports.tables import Column

    columns = (Column(), Column(prose=True))
    for one in done:
        rows = [(row.fate.value, f"{row.title.source} = {row.title.target}{_why(row)}") for row in one.rows]
        if rows:
            shown.text(f"{one.path}:")
            shown.table(columns, rows)
        shown.lines(f"{one.path}: {note}" for note in one.notes)
        for each in one.carriers:
            parts = [(each.approved, "approved text"), (each.others, "other text")]
            told = " and ".join(count(number, name) for number, name in parts if number)
            shown.text(f"{each.path}: {told} still with “{each.target}” for “{each.source}”")
    wanted = sum(row.fate in {Fate.NEW, Fate.CHANGED} for one in done for row in one.rows)
    if not quiet:
        written = any(one.written for one in done)
        advice = "review their forms and sign" if written else "--write writes them"
        verb = "written" if written else "to write"
        left = sum(row.fate in {Fate.DECIDED, Fate.UNFIT} for one in done for row in one.rows)
        if wanted:
            shown.text(f"{count(wanted, 'row')} {verb}; {advice}.")
        if left:
            shown.text(f"{count(left, 'title')} left to a person.")
        if not (wanted or left):
            shown.text("The glossaries have every approved title.")


def _why(row: TitleRow) -> str:
    """What else is told of a title, behind what it is called."""
    from translate.authoring.titles import Fate

    if row.fate is Fate.CHANGED:
        return f"; was “{row.was}”"
    told = row.reason or (f"a person's row has “{row.was}”" if row.was else "")
    return told and f"; {told}"


def _as_object(one: Synced) -> dict[str, Any]:
    return {
        "locale": one.locale,
        "path": one.path,
        "written": one.written,
        "titles": [
            {
                "source": row.title.source,
                "target": row.title.target,
                "fate": row.fate.value,
                "was": row.was,
                "reason": row.reason,
                "path": row.title.place.path,
                "line": row.title.place.line or None,
            }
            for row in one.rows
        ],
        "forms": [
            {"source": s.source, "by": s.by, "forms": [{"label": f.label, "text": f.text} for f in s.proposal.forms]}
            for s in one.forms
        ],
        "articles": [
            {"path": c.path, "source": c.source, "was": c.target, "approved": c.approved, "others": c.others}
            for c in one.carriers
        ],
        "notes": [*one.notes],
    }

"""``newsdesk glossary add``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, screen, writing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from translate.reports.console import Screen
    from translate.settings import Settings
    from translate.workflow.adding import Planned

_ACTIONS = ("translate", "keep", "inflect", "forbid", "off")
"""The first one is what an empty cell means."""
_WITHOUT_TARGET = ("keep", "inflect", "off")


def _several(name: str, help_: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(f"--{name}", f"{name}s", multiple=True, metavar="TEXT", help=f"{help_}; may be repeated.")


@click.command(
    "add",
    cls=Command,
    examples=(
        ("Be asked for all of it", "newsdesk glossary add"),
        (
            "Add a word with two of its forms",
            "newsdesk glossary add quay kai --locale et --form gen=kai --form in=kais",
        ),
        ("Add a name that never changes, for all languages", "newsdesk glossary add BBC --locale all --action keep"),
    ),
)
@click.argument("source", required=False)
@click.argument("target", required=False)
@click.option("--locale", metavar="LOCALE", help="Whose glossary it is, or “all”.")
@click.option("--action", type=click.Choice(_ACTIONS), help="What must happen to it; by default translate.")
@click.option("--kind", metavar="KIND", help="person, place, org, title, acronym or common.")
@_several("form", "An accepted form, such as gen=kai")
@_several("variant", "Another spelling of the source, such as a plural")
@_several("wrong", "A rendering that is wrong")
@click.option("--match", metavar="RULE", help="exact, smart, any or title; by default smart.")
@click.option("--require", metavar="RULE", help="all, first or warn; by default all.")
@click.option("--gender", metavar="GENDER", help="Of the target: masc, fem, neut or common.")
@click.option("--note", metavar="TEXT", help="For people.")
@click.option("--suggest-forms", "suggest", is_flag=True, help="Take the forms that suggest-forms would propose.")
@click.option("--anyway", is_flag=True, help="Write a row that is doubtful, too.")
@options.as_json
@click.pass_context
def add(
    ctx: click.Context,
    source: str | None,
    target: str | None,
    locale: str | None,
    action: str | None,
    forms: tuple[str, ...],
    variants: tuple[str, ...],
    wrongs: tuple[str, ...],
    suggest: bool,
    anyway: bool,
    as_json: bool,
    kind: str | None,
    match: str | None,
    require: str | None,
    gender: str | None,
    note: str | None,
) -> int:
    """Add a row to a glossary, and ask for what is missing.

    Where a person sits at a terminal, they are asked for what is left out; elsewhere it is told. A row that the file
    has already is refused, and one that is doubtful (see “newsdesk glossary check”) is written with --anyway. Nothing
    else in the file changes.
    """
    from translate.core.checks.findings import Level
    from translate.core.results.summary import ExitCode
    from translate.reports.linting import told
    from translate.workflow.adding import plan, with_forms, write

    settings = load_settings(ctx)
    asks = _at_terminal() and not as_json
    own = {
        "source": source or "", "target": target or "", "action": action or "", "forms": _joined("form", forms),
        "variants": _joined("variant", variants), "forbid": _joined("wrong", wrongs),
        "kind": kind or "", "match": match or "", "require": require or "", "gender": gender or "", "note": note or "",
    }  # fmt: skip
    locale = _completed(settings, locale, own, asks=asks)
    planned = plan(settings, locale, own)
    if planned.proposed and (suggest or (asks and _accepted(planned))):
        planned = plan(settings, locale, with_forms(own, planned.proposed))
    doubtful = any(one.level is not Level.INFO for one in planned.findings)
    shown = screen(ctx)
    if not as_json:
        shown.lines(f"{planned.path}:{one.line}: {told(one)}" for one in planned.findings)
    wanted = anyway or not doubtful or (asks and click.confirm("Write it all the same?"))
    if wanted:
        with writing(ctx, settings):
            write(settings, planned)
    if as_json:
        print_json(_as_object(planned, written=wanted))
    else:
        _print(shown, planned, locale, written=wanted, quiet=wishes(ctx).quiet, suggest=suggest)
    return ExitCode.CLEAN if wanted else ExitCode.FINDINGS


def _at_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def _joined(name: str, texts: Sequence[str]) -> str:
    wrong = next((text for text in texts if ";" in text), None)
    if wrong is not None:
        raise click.UsageError(f"--{name} “{wrong}” has a semicolon, which parts several; repeat --{name} for each")
    return "; ".join(texts)


def _completed(settings: Settings, locale: str | None, own: dict[str, str], *, asks: bool) -> str:
    """Ask for what is missing; the glossary that the row is for."""
    from translate.workflow.adding import names

    if not asks:
        lacks = (
            ("--locale is missing: whose glossary is it?", not locale),
            ("SOURCE is missing: which term is it?", not own["source"] and own["action"] not in {"forbid", "off"}),
            (
                "TARGET is missing: write what stands for it, or --action keep where it stays as it is",
                not own["target"] and own["action"] not in _WITHOUT_TARGET,
            ),
        )
        for sentence, is_so in lacks:
            if is_so:
                raise click.UsageError(sentence)
        return locale or ""
    locale = locale or click.prompt("Locale, or all", type=click.Choice(names(settings)))
    begun = bool(own["source"])
    own["source"] = own["source"] or click.prompt("Term in the source language")
    if not own["action"] and not own["target"]:
        chosen = click.prompt("What happens to it", type=click.Choice(_ACTIONS), default=_ACTIONS[0])
        own["action"] = "" if chosen == _ACTIONS[0] else chosen
    if not own["target"] and own["action"] not in _WITHOUT_TARGET:
        own["target"] = click.prompt("Its translation" if own["action"] != "forbid" else "What is forbidden")
    if not own["note"] and not begun:
        own["note"] = click.prompt("Note for people", default="", show_default=False)
    return str(locale)


def _accepted(planned: Planned) -> bool:
    """Whether a person takes the forms that are proposed."""
    from translate.authoring.suggestions import cell_of

    proposal = planned.proposed.proposal if planned.proposed else None
    if proposal is None:
        return False
    if proposal.gender:
        click.echo(f"gender: {proposal.gender}")
    if proposal.forms:
        click.echo(f"forms: {cell_of(proposal.forms)}")
    for doubt in proposal.doubts:
        click.echo(f"unsure: {doubt}")
    return click.confirm("Take these forms?", default=not proposal.doubts)


def _print(shown: Screen, planned: Planned, locale: str, *, written: bool, quiet: bool, suggest: bool) -> None:
    if not written:
        shown.text("Nothing was written; change it, or add --anyway.")
        return
    if quiet:
        return
    name = f"“{planned.term.source or planned.term.target}”"
    shown.text(f"{planned.path}:{planned.line}: {name} added")
    if planned.replaces and planned.replaces.origin:
        place = planned.replaces.origin
        shown.text(f"It stands in the place of {place.path} line {place.line}, “{planned.replaces.target}”.")
    if planned.why_none:
        shown.text(f"Without forms: {planned.why_none}.")
    elif planned.proposed and not suggest:
        shown.text(f"It lists no forms; “newsdesk glossary suggest-forms --locale {locale}” proposes some.")


def _as_object(planned: Planned, *, written: bool) -> Mapping[str, Any]:
    return {
        "written": written,
        "path": planned.path,
        "line": planned.line,
        "source": planned.term.source,
        "target": planned.term.target,
        "action": planned.term.action.value,
        "forms": [{"label": form.label, "text": form.text} for form in planned.term.forms],
        "findings": [
            {"rule": one.rule, "level": one.level.value, "column": one.column, "message": one.message}
            for one in planned.findings
        ],
    }

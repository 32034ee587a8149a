"""``newsdesk glossary suggest-forms``."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import click

from translate.cli import options
from translate.cli.command import Command, wishes
from translate.cli.project import load_settings, print_json, print_troubles, progress, screen, writing

if TYPE_CHECKING:
    from translate.authoring.suggestions import Suggestion, Suggestions
    from translate.core.results.summary import Trouble
    from translate.reports.console import Screen


@click.command(
    "suggest-forms",
    cls=Command,
    examples=(
        ("See proposals for every row that lacks forms", "newsdesk glossary suggest-forms --locale et"),
        ("Let one word take the endings of another", "newsdesk glossary suggest-forms --locale et Kursk --like Minsk"),
        ("Put them into the empty cells", "newsdesk glossary suggest-forms --locale et --write"),
    ),
)
@click.argument("terms", nargs=-1)
@options.locale("The locale whose glossary file it is about.")
@click.option("--source", "sources", multiple=True, metavar="TERM", help="The row of this source; may be repeated.")
@click.option("--like", metavar="WORD", help="A word of the glossary or the dictionary; TERMS take its endings.")
@click.option("--write", is_flag=True, help="Write them into the glossary's empty cells.")
@options.as_json
@click.pass_context
def suggest_forms(
    ctx: click.Context,
    terms: tuple[str, ...],
    locale: str,
    sources: tuple[str, ...],
    like: str | None,
    write: bool,
    as_json: bool,
) -> int:
    """Propose the grammatical forms and genders of terms, for a person to review.

    TERMS are targets or sources of rows, or any words; without any, every row that lacks them. Estonian takes
    Vabamorf, Russian and Ukrainian pymorphy3, Spanish, Catalan and Galician Apertium, and every language --like. Names
    are declined in the number that they have, common nouns in both; “unsure” is told where a term may not decline like
    WORD, or where no dictionary knows it. Cells with something in them are never changed.
    """
    if like and not (terms or sources):
        raise click.UsageError("--like needs TERMS or --source: which terms decline like it?")
    left: tuple[Trouble, ...] = ()
    with contextlib.ExitStack() as stack:
        stack.enter_context(progress(ctx, "Looking up forms", wanted=not as_json))
        from translate.core.results.summary import ExitCode
        from translate.workflow.forms import suggest

        settings = load_settings(ctx)
        if write:
            left = stack.enter_context(writing(ctx, settings))
        found = suggest(settings, locale, terms, sources=sources, like=like, write=write)
    print_troubles(ctx, [str(error) for error in found.errors])
    if as_json:
        print_json(_as_object(found, left))
    else:
        _print(screen(ctx), found, quiet=wishes(ctx).quiet)
    return ExitCode.FINDINGS if found.incomplete or left else ExitCode.CLEAN


def _print(shown: Screen, found: Suggestions, *, quiet: bool) -> None:
    from translate.authoring.suggestions import FormsState
    from translate.reports.tables import Column

    for suggestion in found.suggestions:
        proposal = suggestion.proposal
        if proposal.forms or proposal.gender:
            head = f"{_place(suggestion)} ({suggestion.by}, {suggestion.state.value})"
            rows = [("gender", proposal.gender)] * bool(proposal.gender)
            rows += [(form.label, form.text) for form in proposal.forms]
            shown.text(head)
            shown.table((Column(style=lambda _: "cyan"), Column()), [(f"  {label}", text) for label, text in rows])
    for suggestion in found.suggestions:
        doubts = suggestion.proposal.doubts
        for doubt in doubts if suggestion.state is not FormsState.FIXED else (*doubts, "does not change"):
            shown.text(f"{_place(suggestion)}: {doubt}")
    if not quiet:
        shown.text(_closing(found))


def _place(suggestion: Suggestion) -> str:
    return f"line {suggestion.line} {suggestion.target}" if suggestion.line else suggestion.target


def _closing(found: Suggestions) -> str:
    from translate.authoring.suggestions import FormsState

    count = {state: sum(s.state is state for s in found.suggestions) for state in FormsState}
    if not found.suggestions:
        return f"Every term of {found.path} that takes forms has some."
    if count[FormsState.WRITTEN]:
        return f"Terms whose forms were written into {found.path}: {count[FormsState.WRITTEN]}; review them and sign."
    if count[FormsState.PROPOSED]:
        return f"Terms of {found.path} that could have these forms: {count[FormsState.PROPOSED]}; --write writes them."
    return "There is nothing to write."


def _as_object(found: Suggestions, left: tuple[Trouble, ...]) -> dict[str, Any]:
    return {
        "locale": found.locale,
        "path": found.path,
        "suggestions": [
            {
                "line": s.line,
                "source": s.source,
                "target": s.target,
                "by": s.by,
                "state": s.state.value,
                "gender": s.proposal.gender,
                "forms": [{"label": form.label, "text": form.text} for form in s.proposal.forms],
                "doubts": list(s.proposal.doubts),
            }
            for s in found.suggestions
        ],
        "troubles": [
            *({"path": t.path, "line": t.line, "message": t.message} for t in left),
            *({"path": e.path, "line": e.line, "message": e.message} for e in found.errors),
        ],
    }

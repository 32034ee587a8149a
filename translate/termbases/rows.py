"""Make a term of a glossary's row, or say why that makes no sense."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from translate.core.terms.cells import fault_of_cell, fault_of_name, fault_of_target
from translate.core.terms.gender import fault_of_gender, read_gender
from translate.core.terms.glossary import NAMES, Action, Match, Origin, Require, Term, parse_form, parse_list
from translate.core.text import separated
from translate.core.text.guessing import did_you_mean
from translate.termbases.cuts import PROSE

COLUMNS = (
    "source", "target", "action", "kind", "gender", "article", "match", "variants", "forms", "declines_like", "forbid",
    "require", "note", "reviewed",
)  # fmt: skip
KINDS = (*NAMES, "common")

_ARTICLE = {
    **dict.fromkeys(("yes", "y", "true", "1"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}
_EMPTY = dict.fromkeys(COLUMNS, "")

E = TypeVar("E", bound=StrEnum)


def cells_of(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    """The row's cells that hold anything, by column, each of them sound in itself.

    Raises:
        ValueError: One of them is not.
    """
    if any(row[len(columns) :]) or any(text for name, text in zip(columns, row, strict=False) if not name):
        raise ValueError(separated.MORE_CELLS)
    cells = {name: text for name, text in zip(columns, row, strict=False) if text and name in COLUMNS}
    for name, text in cells.items():
        fault = fault_of_cell(text, prose=name in PROSE)
        if fault:
            raise ValueError(f"{name} {fault}")
    return cells


def term_of(cells: dict[str, str], origin: Origin) -> Term:
    """Make a term of a row.

    Args:
        cells: Those that hold anything, by column.
        origin: Where the row stands.

    Raises:
        ValueError: The row makes no sense.
    """
    cells = _EMPTY | cells
    source, target = cells["source"], cells["target"]
    action = _choice(cells, "action", Action) or Action.TRANSLATE
    term = Term(
        source=source,
        target=target if action is not Action.KEEP and action is not Action.INFLECT else target or source,
        action=action,
        kind=_kind(cells["kind"].lower()),
        match=_choice(cells, "match", Match) or Match.SMART,
        variants=parse_list(cells["variants"]),
        forms=tuple(dict.fromkeys(parse_form(text) for text in parse_list(cells["forms"]))),
        forbid=parse_list(cells["forbid"]),
        require=_choice(cells, "require", Require) or Require.ALL,
        note=cells["note"],
        reviewed=cells["reviewed"],
        gender=_gender(cells["gender"]),
        article=_article(cells["article"]),
        origin=origin,
    )
    if action is Action.KEEP and cells["declines_like"]:
        raise ValueError(
            f"keep means that “{source}” never changes, but it declines like a word; write inflect instead"
        )
    check(term)
    return term


def check(term: Term) -> None:
    """See whether what a term says goes together, and whether its names can be names.

    Raises:
        ValueError: They cannot.
    """
    accepted = term.accepted
    _check_action(term, accepted)
    _check_names(term, accepted)


def _choice(cells: Mapping[str, str], column: str, choices: type[E]) -> E | None:
    text = cells[column].lower()
    if not text:
        return None
    try:
        return choices(text)
    except ValueError:
        raise ValueError(f"{column} “{cells[column]}” is unknown{hint(text, [str(c) for c in choices])}") from None


def _kind(text: str) -> str:
    if text and text not in KINDS:
        raise ValueError(f"kind “{text}” is unknown{hint(text, KINDS)}")
    return text


def _gender(text: str) -> str:
    gender = read_gender(text) if text else ""
    if gender is None:
        raise ValueError(f"gender “{text}” {fault_of_gender(text)}")
    return gender


def _article(text: str) -> bool | None:
    if text and text.lower() not in _ARTICLE:
        raise ValueError(f"article “{text}” is unknown; write yes where the target takes one, or no")
    return _ARTICLE.get(text.lower())


def _check_action(term: Term, accepted: Sequence[str]) -> None:
    """Raise ValueError where the action and the other cells of the row do not go together."""
    action, name = term.action, term.source or term.target
    if not name:
        raise ValueError("has neither source nor target")
    if not term.source and (action not in {Action.FORBID, Action.OFF} or term.variants):
        raise ValueError(f"“{name}” has no source")
    if not term.target and action is Action.TRANSLATE:
        raise ValueError(f"“{name}” has no target; write one, or keep under action")
    if not term.target and action is Action.FORBID:
        raise ValueError(f"“{name}” does not say what is forbidden; write it under target")
    if action in {Action.KEEP, Action.INFLECT} and term.target != term.source:
        raise ValueError(
            f"{action} means that “{name}” stays, but the target is “{term.target}”; delete one of the two"
        )
    if action is Action.KEEP and term.forms:
        raise ValueError(f"keep means that “{name}” never changes, but it has forms; write inflect instead")
    if action is Action.FORBID and term.forbid:
        raise ValueError(
            f"a forbid row names what is forbidden under target and forms, so forbid stays empty for “{name}”"
        )
    wrong = next((text for text in term.forbid if text in accepted), None)
    if wrong is not None:
        raise ValueError(f"“{wrong}” is accepted and forbidden at once; delete one of the two")


def _check_names(term: Term, accepted: Sequence[str]) -> None:
    """Raise ValueError where a name of the row cannot be one."""
    for text in term.sources:
        fault = fault_of_name(text)
        if fault:
            raise ValueError(f"“{text[:60]}” {fault}")
    for text in dict.fromkeys((*accepted, *term.forbid)):
        fault = fault_of_target(text) if text else None
        if fault:
            raise ValueError(f"“{text[:60]}” {fault}")


def hint(word: str, known: Sequence[str]) -> str:
    """The end of a sentence that says that a word is unknown: which was meant, or which there are."""
    return did_you_mean(word, known, close=0.7, otherwise=f"; there is: {', '.join(known)}")

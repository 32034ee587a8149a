"""Decide which proposals may be written into a glossary file, so that nothing else in it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.authoring.suggestions import COLUMNS, FormsState, Sheet, Suggestion, line_of
from translate.core.terms.glossary import Term
from translate.errors import GlossaryError


def cells_to_fill(suggestions: Sequence[Suggestion]) -> dict[str, dict[int, str]]:
    """The cells to write: by their column, and then by the line of their rows."""
    rows = {s.line: s.cells for s in suggestions if s.state is FormsState.PROPOSED and s.line is not None}
    return {column: {line: row[column] for line, row in rows.items() if column in row} for column in COLUMNS}


def without_refused(before: Sheet, after: Sheet, suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """The suggestions, without the forms of those that make their row contradict another one.

    Args:
        before: The file.
        after: The file as it would be with `cells_to_fill` in it.
        suggestions: All of them.

    Returns:
        What may be tried next; the same suggestions where there is nothing against any of them.

    Raises:
        GlossaryError: A row that got no forms could not be used any more.
    """
    known = {str(error) for error in before.errors}
    faults = {error.line: error for error in after.errors if str(error) not in known}
    if faults and faults.keys().isdisjoint(s.line for s in suggestions if s.state is FormsState.PROPOSED):
        error = next(iter(faults.values()))
        raise GlossaryError(f"{error.message}; no forms were written", path=error.path, line=error.line)
    return tuple(_refused(s, faults[s.line]) if s.line in faults else s for s in suggestions)


def written(before: Sheet, after: Sheet, suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """The suggestions, those that stand in the file now told so.

    Args:
        before: The file as it was.
        after: The file as it is with `cells_to_fill` in it.
        suggestions: Those that are left of `without_refused`.

    Raises:
        GlossaryError: Something else has changed, too.
    """
    proposed = {s.line: s for s in suggestions if s.state is FormsState.PROPOSED}
    if after.terms != tuple(_filled(term, proposed.get(line_of(term))) for term in before.terms):
        message = "cannot be rewritten without changing other cells; write the forms by hand"
        raise GlossaryError(message, path=before.path)
    return tuple(replace(s, state=FormsState.WRITTEN) if s.state is FormsState.PROPOSED else s for s in suggestions)


def _filled(term: Term, suggestion: Suggestion | None) -> Term:
    cells = suggestion.cells if suggestion else {}
    if suggestion and "forms" in cells:
        term = replace(term, forms=suggestion.proposal.forms)
    return replace(term, gender=cells["gender"]) if "gender" in cells else term


def _refused(suggestion: Suggestion, error: GlossaryError) -> Suggestion:
    """A suggestion without its forms; its gender may be written all the same."""
    doubts = (*suggestion.proposal.doubts, f"not written, because then the row {error.message}")
    left = replace(suggestion, proposal=replace(suggestion.proposal, forms=(), doubts=doubts))
    return left if left.cells and suggestion.proposal.forms else replace(left, state=FormsState.NOTHING)

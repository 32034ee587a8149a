"""Decide which proposals may be written into a glossary file, so that nothing else in it changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.authoring.interface import Proposal
from translate.authoring.suggestions import FormsState, Sheet, Suggestion, line_of
from translate.errors import GlossaryError


def cells_to_fill(suggestions: Sequence[Suggestion]) -> dict[int, str]:
    """The cells of forms to write, by the line of their rows."""
    return {s.line: s.cell for s in suggestions if s.state is FormsState.PROPOSED and s.line is not None}


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
    if faults and faults.keys().isdisjoint(cells_to_fill(suggestions)):
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
    forms = {s.line: s.proposal.forms for s in suggestions if s.state is FormsState.PROPOSED}
    if after.terms != tuple(replace(term, forms=forms.get(line_of(term), term.forms)) for term in before.terms):
        message = "cannot be rewritten without changing other cells; write the forms by hand"
        raise GlossaryError(message, path=before.path)
    return tuple(replace(s, state=FormsState.WRITTEN) if s.state is FormsState.PROPOSED else s for s in suggestions)


def _refused(suggestion: Suggestion, error: GlossaryError) -> Suggestion:
    doubts = (*suggestion.proposal.doubts, f"not written, because then the row {error.message}")
    return replace(suggestion, proposal=Proposal((), doubts), state=FormsState.NOTHING)

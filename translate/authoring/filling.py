"""Decide which proposals may be written into a glossary file, so that nothing else in it changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from translate.authoring.suggestions import COLUMNS, FormsState, Sheet, Suggestion, line_of
from translate.core.terms.glossary import Term
from translate.errors import GlossaryError


def cells_to_fill(suggestions: Sequence[Suggestion]) -> dict[str, dict[int, str]]:
    """The cells to write: by their column, and then by the line of their rows."""
    rows = {s.line: s.cells for s in suggestions if s.state is FormsState.PROPOSED and s.line is not None}
    return {column: {line: row[column] for line, row in rows.items() if column in row} for column in COLUMNS}


def without_refused(
    before: Sheet,
    after: Sheet,
    suggestions: Sequence[Suggestion],
    sheet_with: Callable[[Sequence[Suggestion]], Sheet],
) -> tuple[Suggestion, ...]:
    """The suggestions, without the forms of those that make a row unusable, be it their own or another one.

    Args:
        before: The file.
        after: The file as it would be with `cells_to_fill` in it.
        suggestions: All of them.
        sheet_with: Reads the file as it would be with `cells_to_fill` of some of them in it. It is asked once where a
            row with a proposal is unusable, and a dozen times, among thousands, for one that another proposal breaks.

    Returns:
        What may be tried next; the same suggestions where there is nothing against any of them.
    """
    proposed = [s for s in suggestions if s.state is FormsState.PROPOSED]
    faults = _new_faults(before, after)
    refused = _own(before, faults, proposed, sheet_with) or _causes(before, faults, proposed, sheet_with)
    return tuple(_refused(s, refused[s.line]) if s.line in refused else s for s in suggestions)


def _own(
    before: Sheet,
    faults: Mapping[int | None, GlossaryError],
    proposed: Sequence[Suggestion],
    sheet_with: Callable[[Sequence[Suggestion]], Sheet],
) -> dict[int | None, str]:
    """What is said against the proposals that make their own row unusable, by its line."""
    suspects = [s.line for s in proposed if s.line in faults]
    others = sheet_with([s for s in proposed if s.line not in faults]) if suspects else before
    innocent = _new_faults(before, others)
    return {line: f"the row {faults[line].message}" for line in suspects if line not in innocent}


def _causes(
    before: Sheet,
    faults: Mapping[int | None, GlossaryError],
    proposed: Sequence[Suggestion],
    sheet_with: Callable[[Sequence[Suggestion]], Sheet],
) -> dict[int | None, str]:
    """What becomes unusable by a proposal for another row, by the line of the row that it is for.

    The proposals are put in one behind the other; the first one with which a row is unusable is the cause, be it
    alone or together with those before it. Those with a form that is in such a row itself are the likely ones, and
    come last, so that no others need to be searched.
    """
    texts = {text for term in before.terms if line_of(term) in faults for text in term.accepted}

    def is_likely(suggestion: Suggestion) -> bool:
        return not texts.isdisjoint(form.text for form in suggestion.proposal.forms)

    proposed = sorted(proposed, key=is_likely)
    last = len(proposed) - 1
    last_unlikely = last - sum(map(is_likely, proposed))

    @cache
    def faults_up_to(number: int) -> frozenset[int | None]:
        return frozenset(_new_faults(before, sheet_with(proposed[: number + 1])) if number < last else faults)

    def is_broken(line: int | None, number: int) -> bool:
        return line in faults_up_to(number)

    causes: dict[int | None, str] = {}
    for line, error in faults.items():
        start, end = (0, last_unlikely) if is_broken(line, last_unlikely) else (last_unlikely + 1, last)
        first = bisect_left(range(last), True, start, end, key=partial(is_broken, line))
        causes.setdefault(proposed[first].line, f"line {line} {error.message}")
    return causes


def _new_faults(before: Sheet, after: Sheet) -> dict[int | None, GlossaryError]:
    known = {str(error) for error in before.errors}
    return {error.line: error for error in after.errors if str(error) not in known}


def written(before: Sheet, after: Sheet, suggestions: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """The suggestions, those that stand in the file now told so.

    A row that could not be used before may be usable now: it declines like one that has got its forms.

    Args:
        before: The file as it was.
        after: The file as it is with `cells_to_fill` in it.
        suggestions: Those that are left of `without_refused`.

    Raises:
        GlossaryError: Something else has changed, too.
    """
    proposed = {s.line: s for s in suggestions if s.state is FormsState.PROPOSED}
    known = {line_of(term) for term in before.terms}
    left = tuple(term for term in after.terms if line_of(term) in known)
    if left != tuple(_filled(term, proposed.get(line_of(term))) for term in before.terms):
        message = "cannot be rewritten without changing other cells; write the forms by hand"
        raise GlossaryError(message, path=before.path)
    return tuple(replace(s, state=FormsState.WRITTEN) if s.state is FormsState.PROPOSED else s for s in suggestions)


def _filled(term: Term, suggestion: Suggestion | None) -> Term:
    cells = suggestion.cells if suggestion else {}
    if suggestion and "forms" in cells:
        term = replace(term, forms=suggestion.proposal.forms)
    return replace(term, gender=cells["gender"]) if "gender" in cells else term


def _refused(suggestion: Suggestion, reason: str) -> Suggestion:
    """A suggestion without its forms; its gender may be written all the same."""
    doubts = (*suggestion.proposal.doubts, f"not written, because then {reason}")
    left = replace(suggestion, proposal=replace(suggestion.proposal, forms=(), doubts=doubts))
    return left if left.cells and suggestion.proposal.forms else replace(left, state=FormsState.NOTHING)

"""The rows of a glossary → a table for people, lines for git, and an object for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from translate.core.terms.differences import differences
from translate.core.terms.glossary import Action, Term
from translate.core.terms.searching import Listed
from translate.errors import GlossaryError
from translate.reports.counting import count
from translate.reports.differences import USUAL
from translate.reports.tables import Column

COLUMNS = (
    Column("source"),
    Column("target", style=lambda _: "green"),
    Column("action"),
    Column("forms", one="form", number=True),
    Column("where"),
)
"""Those of `cells`."""


def cells(term: Term) -> tuple[str, ...]:
    """A row as cells of a table; what is usual is left empty."""
    same = term.target == term.source
    return (
        term.source,
        "" if same and term.action is not Action.TRANSLATE else term.target,
        "" if term.action is Action.TRANSLATE else str(term.action),
        f"{len(term.forms):,}",
        f"{term.origin.path}:{term.origin.line}" if term.origin else "",
    )


def closing_line(listed: Listed, words: Sequence[str]) -> str:
    """How many rows of a locale are listed, and of how many.

    Args:
        listed: They.
        words: What somebody asked for.
    """
    of = count(listed.of, "row")
    if not words:
        return f"{listed.locale}: {of}."
    wanted = ", ".join(f"“{word}”" for word in words)
    return f"{listed.locale}: {len(listed.terms) or 'none'} of {of} with {wanted}."


def fact_lines(terms: Sequence[Term], errors: Sequence[GlossaryError]) -> Iterator[str]:
    """What a glossary file says, one fact a line, in an order that no moving of rows changes.

    Args:
        terms: The rows that can be used.
        errors: Why others cannot.
    """
    for change in sorted(differences((), terms), key=lambda one: (one.source, one.new.target if one.new else "")):
        name = change.source or f"≠ {change.new.target if change.new else ''}"
        for detail in change.details:
            if detail.column != "source" and detail.now != USUAL.get(detail.column):
                yield f"{name}: {f'{detail.column} {detail.label}'.strip()} = {detail.now}"
    yield from sorted(f"unusable: {error.message}" for error in errors)


def rows_object(listed: Sequence[Listed]) -> dict[str, Any]:
    """The report of ``newsdesk glossary list --json``; keys are only ever added to it."""
    return {
        "locales": [
            {
                "locale": each.locale,
                "rows": each.of,
                "terms": [_term(term) for term in each.terms],
                "errors": [{"path": e.path, "line": e.line, "message": e.message} for e in each.errors],
            }
            for each in listed
        ]
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "source": term.source,
        "target": term.target,
        "action": term.action.value,
        "kind": term.kind,
        "gender": term.gender,
        "article": term.article,
        "match": term.match.value,
        "variants": list(term.variants),
        "forms": [{"label": form.label, "text": form.text} for form in term.forms],
        "forbid": list(term.forbid),
        "require": term.require.value,
        "note": term.note,
        "reviewed": term.reviewed,
        "path": term.origin.path if term.origin else None,
        "line": term.origin.line if term.origin else None,
    }

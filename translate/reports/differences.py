"""What differs between two versions of a glossary → lines for people, and an object for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from translate.core.terms.differences import Change, Compared, Detail, Kind
from translate.core.terms.glossary import Action, Term
from translate.reports.counting import count

_FEW = 3
"""So many forms of a row that came or went are told."""
USUAL = {"action": "translate", "match": "smart", "require": "all"}
"""What an empty cell means."""


def text_lines(files: Sequence[Compared], *, notes: bool = False, closing: bool = True) -> Iterator[str]:
    """What differs, a line each behind its place as compilers write them, and what it comes to.

    Args:
        files: What differs in each file.
        notes: Whether to show changes that only people read.
        closing: Whether to say what it comes to.
    """
    for file in files:
        for change in file.changes:
            place = _place(change.new or change.old)
            yield from (f"{place}: {line}" for line in _lines(change, notes=notes))
    if closing:
        yield _closing(files, notes=notes)


def _lines(change: Change, *, notes: bool) -> Iterator[str]:
    term = change.new or change.old
    name = f"“{(term.source or term.target) if term else ''}”"
    for kind in (Kind.ADDED, Kind.REMOVED):
        if kind in change.kinds:
            yield f"{name} {kind}: {_whole(change)}"
            return
    for detail in change.details:
        if notes or detail.column not in {"note", "reviewed"}:
            yield f"{name}: {_changed(detail)}"


def _whole(change: Change) -> str:
    """The cells of a row that came or went, but for what people read."""
    told = [(detail, detail.now or detail.was) for detail in change.details]
    usual = USUAL | ({} if _is_translated(change) else {"target": change.source})
    cells = [
        f"{detail.column} “{text}”"
        for detail, text in told
        if detail.column not in {"source", "forms", "note", "reviewed"} and text != usual.get(detail.column)
    ]
    forms = [f"{detail.label} “{text}”".strip() for detail, text in told if detail.column == "forms"]
    if forms:
        cells.append(f"forms {', '.join(forms)}" if len(forms) <= _FEW else count(len(forms), "form"))
    return "; ".join(cells) or "nothing else"


def _is_translated(change: Change) -> bool:
    term = change.new or change.old
    return term is not None and term.action is Action.TRANSLATE


def _changed(detail: Detail) -> str:
    what = f"{detail.column} {detail.label}".strip()
    if not detail.now:
        return f"{what} deleted, was “{detail.was}”"
    return f"{what} “{detail.now}”, was {f'“{detail.was}”' if detail.was else 'empty'}"


def _place(term: Term | None) -> str:
    return f"{term.origin.path}:{term.origin.line}" if term and term.origin else ""


def _closing(files: Sequence[Compared], *, notes: bool) -> str:
    changes = [change for file in files for change in file.changes]
    if not changes:
        return "No row says anything else."
    kinds = Counter(kind for change in changes for kind in change.kinds)
    changed = sum(not ({Kind.ADDED, Kind.REMOVED} & {*change.kinds} or change.only_notes) for change in changes)
    told = [
        (number, what)
        for number, what in ((kinds[Kind.ADDED], "added"), (kinds[Kind.REMOVED], "removed"), (changed, "changed"))
        if number
    ]
    rows = [f"{f'{number:,}' if at else count(number, 'row')} {what}" for at, (number, what) in enumerate(told)]
    closing = ", ".join(rows) or "No row asks for anything else"
    if kinds[Kind.NOTES]:
        closing += f"; {count(kinds[Kind.NOTES], 'row')} with another note or review"
        closing += "" if notes else " (--verbose shows them)"
    return f"{closing}."


def differences_object(files: Sequence[Compared]) -> dict[str, Any]:
    """The report of ``newsdesk glossary diff --json``; keys are only ever added to it."""
    return {
        "files": [
            {
                "path": file.path,
                "old_path": file.old_path,
                "changes": [
                    {
                        "source": change.source,
                        "kinds": [kind.value for kind in change.kinds],
                        "line": change.new.origin.line if change.new and change.new.origin else None,
                        "old_line": change.old.origin.line if change.old and change.old.origin else None,
                        "details": [
                            {"column": one.column, "label": one.label, "was": one.was, "now": one.now}
                            for one in change.details
                        ],
                    }
                    for change in file.changes
                ],
                "errors": [{"path": error.path, "line": error.line, "message": error.message} for error in file.errors],
            }
            for file in files
        ]
    }

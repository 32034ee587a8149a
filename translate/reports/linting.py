"""What linting found in a glossary → lines for people, and an object for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from translate.core.checks.findings import Level
from translate.core.linting.findings import Finding
from translate.core.linting.linting import Linted
from translate.reports.counting import count
from translate.reports.findings import closing_line


def text_lines(files: Sequence[Linted], *, notes: bool = False, closing: bool = True) -> Iterator[str]:
    """What was found, a line each behind its place as compilers write them, and what it comes to.

    Args:
        files: What was found in each file.
        notes: Whether to show the notes, too.
        closing: Whether to say what it comes to.
    """
    for file in files:
        yield from file.fixed
        for path, line, text in sorted(_lines(file, notes=notes), key=itemgetter(1, 2)):
            yield f"{path}:{line}: {text}"
    if closing:
        yield _closing(files, notes=notes)


def _lines(file: Linted, *, notes: bool) -> Iterator[tuple[str, int, str]]:
    for error in file.errors:
        yield error.path or file.path, error.line or 1, f"error: {error.message} [unusable]"
    for one in file.findings:
        if notes or one.level is not Level.INFO:
            yield file.path, one.line, told(one)


def told(one: Finding) -> str:
    """A finding behind its place: how much it asks for, its column, what it says, and its rule."""
    return f"{one.level}: {f'{one.column} ' * bool(one.column)}{one.message} [{one.rule}]"


def _closing(files: Sequence[Linted], *, notes: bool) -> str:
    if not files:
        return "There are no glossary files here to check."
    levels = sum((file.levels for file in files), Counter[Level]())
    where = f"in {count(sum(file.rows for file in files), 'row')} of {count(len(files), 'file')}"
    return closing_line(levels, where, notes=notes)


def lint_object(files: Sequence[Linted]) -> dict[str, Any]:
    """The report of ``newsdesk glossary check --json``; keys are only ever added to it."""
    return {
        "files": [
            {
                "path": file.path,
                "rows": file.rows,
                "findings": [
                    {"rule": one.rule, "level": one.level.value, "line": one.line, "column": one.column,
                     "message": one.message, "fix": one.fix}
                    for one in file.findings
                ],
                "errors": [
                    {"path": error.path or file.path, "line": error.line, "message": error.message}
                    for error in file.errors
                ],
                "diff": list(file.fixed),
            }
            for file in files
        ]
    }  # fmt: skip

"""Look at a CSV glossary as its maintainer typed it, and put right in it what needs no question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.core.linting.cells import lint_cells
from translate.core.linting.findings import Finding, Row
from translate.core.linting.linting import Linted, lint
from translate.core.linting.rows import Pair
from translate.core.terms.glossary import Term
from translate.core.text import separated
from translate.termbases import csvfile
from translate.termbases.folder import put_together
from translate.termbases.layout import Layout, layout_of

_ROUNDS = 4
"""A cell may have as many faults, one behind the other."""


def lint_file(data: bytes, path: str, pair: Pair, *, wider: Sequence[Sequence[Term]] = (), since: str = "") -> Linted:
    """Look at a glossary file.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.
        pair: Its languages.
        wider: The terms of the files that are read behind it in the same locale, file by file.
        since: A day; rows that were reviewed before are told. Empty where none is.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    cuts = [*csvfile.cut(data, path)]
    said = csvfile.judge(cuts, path)
    by_line = {term.origin.line: term for term in said.terms if term.origin}
    names = [cell.lower() for cell in cuts[0].cells]
    rows = [
        Row(
            cut.line,
            dict(zip(names, cut.typed, strict=False)),
            dict(zip(names, cut.cells, strict=False)),
            by_line.get(cut.line),
            cut.numbers,
        )
        for cut in cuts[1:]
        if not cut.fault
    ]
    inherited, known = put_together(wider)
    _, faults = put_together((said.terms, *wider)) if inherited else ([], [])
    # What a run says of a ban that a row of another file accepts, is told of the more special file.
    told = {(error.path, error.line) for error in known}
    vain = (error for error in faults if (error.path, error.line) not in told)
    found = lint(path, rows, pair, others=inherited, since=since)
    return Linted(path, len(said.terms), tuple(found), (*said.errors, *vain))


def _rows(layout: Layout) -> list[Row]:
    return [
        Row(
            line,
            dict(zip(layout.names, layout.typed(line), strict=False)),
            dict(zip(layout.names, cells, strict=False)),
        )
        for line, cells in layout.rows
    ]


def fixed(data: bytes, path: str) -> bytes:
    """Put right what needs no question, and leave every other byte as it was.

    Only what a cell says by itself needs none.

    Args:
        data: The whole file, which `lint_file` could read.
        path: The file as the newsroom knows it.
    """
    for _ in range(_ROUNDS):
        layout = layout_of(data, path)
        found = (finding for row in _rows(layout) for finding in lint_cells(row))
        fixes = {(one.line, one.column): one for one in found if one.fix is not None}
        if not fixes:
            break
        data = _written(layout, fixes.values())
    return data


def _written(layout: Layout, fixes: Iterable[Finding]) -> bytes:
    edits = []
    for one in fixes:
        start, end = layout.spans(one.line)[layout.names.index(one.column)]
        in_marks = layout.text.startswith('"', start, end)
        edits.append((start, end, separated.quoted(one.fix or "", layout.delimiter, always=in_marks)))
    return layout.edited(edits)

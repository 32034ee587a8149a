"""Look at a CSV glossary as its maintainer typed it, and put right in it what needs no question."""

from __future__ import annotations

from collections.abc import Iterable

from translate.core.linting.findings import Finding, Row
from translate.core.linting.linting import Linted, lint
from translate.core.linting.rows import Pair
from translate.core.text import separated
from translate.termbases import csvfile
from translate.termbases.layout import layout_of

_ROUNDS = 4
"""A cell may have as many faults, one behind the other."""


def lint_file(data: bytes, path: str, pair: Pair) -> Linted:
    """Look at a glossary file.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.
        pair: Its languages.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    said, layout = csvfile.read_rows(data, path), layout_of(data, path)
    terms = {term.origin.line: term for term in said.terms if term.origin}
    rows = [
        Row(line, dict(zip(layout.names, layout.typed(line), strict=False)), terms.get(line)) for line, _ in layout.rows
    ]
    return Linted(path, len(said.terms), tuple(lint(rows, pair)), said.errors)


def fixed(data: bytes, path: str, pair: Pair) -> bytes:
    """Put right what needs no question, and leave every other byte as it was.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    for _ in range(_ROUNDS):
        fixes = {(one.line, one.column): one for one in lint_file(data, path, pair).findings if one.fix is not None}
        if not fixes:
            break
        data = _written(data, path, fixes.values())
    return data


def _written(data: bytes, path: str, fixes: Iterable[Finding]) -> bytes:
    layout = layout_of(data, path)
    edits = []
    for one in fixes:
        start, end = layout.spans(one.line)[layout.names.index(one.column)]
        in_marks = layout.text.startswith('"', start, end)
        edits.append((start, end, separated.quoted(one.fix or "", layout.delimiter, always=in_marks)))
    return layout.edited(edits)

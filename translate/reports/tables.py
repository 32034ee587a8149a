"""Rows → lines as wide as a terminal is; where there is no room a row takes two lines, and no cell is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from translate.core.text.folding import fold
from translate.values import dataclass

GAP = 2
_BELOW = 4
_LEAST_PROSE = 30
"""Columns below which a sentence beside other cells is no pleasure to read."""


class Piece(NamedTuple):  # A long table has a hundred thousand.
    """A part of a line, in one style."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


def no_style(_cell: str) -> str:
    """That of a cell which looks like any other text."""
    return ""


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in one column of a table."""

    head: str = ""
    short: str | None = None
    """The same for a narrow terminal."""
    one: str = ""
    """The head behind a single one, as in “1 entry”; where it is the same for any number, nothing."""
    number: bool = False
    """Stands at the right; in a row of two lines ahead of its head: “3 flagged”."""
    prose: bool = False
    """May go on in the next line, where the words allow it."""
    style: Callable[[str], str] = no_style
    """How a cell looks where there are colours."""


def table_lines(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    width: int | None,
    lead: int = 1,
    measure: Callable[[str], int] = len,
) -> Iterator[Line]:
    """The lines of a table: as a whole if it fits, with short heads, without what is nought, or in rows of two lines.

    Args:
        columns: The columns.
        rows: The cells of each row.
        width: Of the terminal; None for a file, where every row has one line.
        lead: So many columns at the left stay in the first line of a row.
        measure: How many columns of a terminal a text takes.
    """
    if not rows:
        return
    short = [replace(column, head=column.head if column.short is None else column.short) for column in columns]
    for heads, cells in ((columns, rows), (short, rows), _telling(short, rows)):
        widths = _widths(heads, cells, measure)
        room = sum(widths) + GAP * (len(widths) - 1) if width is None else width
        if sum(widths) + GAP * (len(widths) - 1) <= room:
            yield from _aligned(heads, cells, widths, measure)
            return
    widths = _widths(short, rows, measure)
    before = sum(widths[:-1]) + GAP * (len(widths) - 1)
    if columns[-1].prose and room - before >= _LEAST_PROSE:
        yield from _aligned(short, rows, [*widths[:-1], room - before], measure)
        return
    for row in rows:
        yield from _stacked(columns, row, _widths([Column()] * lead, rows, measure), room, measure)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], measure: Callable[[str], int]) -> list[int]:
    cells = zip(*rows, strict=True)
    return [max(map(measure, (column.head, *each))) for column, each in zip(columns, cells, strict=False)]


def _telling(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[list[Column], list[list[str]]]:
    """The same without the numbers that are nought in every row."""
    telling = [n for n, column in enumerate(columns) if not column.number or any(row[n] != "0" for row in rows)]
    return [columns[n] for n in telling], [[row[n] for n in telling] for row in rows]


def _aligned(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int], measure: Callable[[str], int]
) -> Iterator[Line]:
    """One line a row, but for prose in the last column that goes on below itself."""
    before = sum(widths[:-1]) + GAP * (len(widths) - 1)
    if any(column.head for column in columns):
        yield _line([Piece(c.head, "bold") for c in columns], columns, widths, measure)
    if measure is len and not any(column.prose or column.style is not no_style for column in columns):
        justified = [(str.rjust if column.number else str.ljust, n) for column, n in zip(columns, widths, strict=True)]
        for row in rows:  # The same as below, in a quarter of the time.
            padded = [just(cell, width) for (just, width), cell in zip(justified, row, strict=True)]
            yield (Piece((" " * GAP).join(padded).rstrip(" ")),)
        return
    for row in rows:
        last = fold(row[-1], widths[-1], measure=measure) if columns[-1].prose else [row[-1]]
        left = before
        if columns[-1].prose and max(map(measure, last)) > widths[-1]:
            # Something that is copied is wider than its column: the whole sentence gets more room below.
            left = _BELOW
            last = ["", *fold(row[-1], before + widths[-1] - left, measure=measure)]
        styles = [column.style(cell) for column, cell in zip(columns, row, strict=True)]
        cells = [Piece(cell, style) for cell, style in zip((*row[:-1], last[0]), styles, strict=True)]
        yield _line(cells, columns, widths, measure)
        for more in last[1:]:
            yield (Piece(" " * left), Piece(more, styles[-1]))


def _line(
    cells: Sequence[Piece], columns: Sequence[Column], widths: Sequence[int], measure: Callable[[str], int]
) -> Line:
    """Cells beside each other; nothing stands behind the last one."""
    pieces: list[Piece] = []
    blank = 0
    for cell, column, width in zip(cells, columns, widths, strict=True):
        missing = width - measure(cell.text)
        blank += missing if column.number else 0
        if cell.text:
            pieces += [Piece(" " * blank), cell] if blank else [cell]
            blank = 0
        blank += GAP + (0 if column.number else missing)
    return tuple(pieces)


def _stacked(
    columns: Sequence[Column], row: Sequence[str], widths: Sequence[int], width: int, measure: Callable[[str], int]
) -> Iterator[Line]:
    """The first cells in a line of their own, and below them what the others say."""
    lead = len(widths)
    first = _line(
        [Piece(cell, column.style(cell)) for column, cell in zip(columns, row[:lead], strict=False)],
        columns[:lead],
        widths,
        measure,
    )
    told = [(column, cell) for column, cell in zip(columns[lead:], row[lead:], strict=True) if cell]
    beside = bool(told) and told[0][0].prose
    indent = " " * (sum(widths) + GAP * lead if beside else sum(widths[:-1]) + GAP * max(lead - 1, 1))
    if not beside:
        yield first
    for is_prose, group in groupby(told, key=lambda one: one[0].prose):
        if not is_prose:
            yield from _facts(list(group), indent, width, measure)
            continue
        for column, cell in group:
            for line in fold(cell, width - len(indent), measure=measure):
                taken = sum(measure(piece.text) for piece in first) if beside else 0
                yield (*(first if beside else ()), Piece(indent[taken:]), Piece(line, column.style(cell)))
                beside = False


def _facts(
    told: Sequence[tuple[Column, str]], indent: str, width: int, measure: Callable[[str], int]
) -> Iterator[Line]:
    """Cells with what they are, as in “new, 8 drafted”; of numbers those that are not nought."""
    line: list[Piece] = []
    taken = len(indent)
    facts = [
        Piece(_fact(column, cell), column.style(cell)) for column, cell in told if not (column.number and cell == "0")
    ]
    for number, fact in enumerate(facts):
        comma = "," if number < len(facts) - 1 else ""
        needed = measure(fact.text) + len(comma)
        if line and taken + 1 + needed > width:
            yield (Piece(indent), *line)
            line, taken = [], len(indent)
        line += [Piece(" "), fact, Piece(comma)] if line else [fact, Piece(comma)]
        taken += needed + 1
    if line:
        yield (Piece(indent), *line)


def _fact(column: Column, cell: str) -> str:
    if column.number:
        return f"{cell} {(cell == '1' and column.one) or column.head}"
    return f"{column.head} {cell}".strip()

"""Fill empty cells of a CSV glossary and leave every other byte as it was."""

from __future__ import annotations

from collections.abc import Mapping

from translate.core.terms.cells import tidy
from translate.core.text import separated
from translate.errors import GlossaryError
from translate.termbases.csvfile import rows_of
from translate.termbases.layout import Edit, Layout, layout_of
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in the file."""

    line: int
    """Where it starts."""
    cells: Mapping[str, str]
    """The tidied cells by the names of their columns."""


def read_rows(data: bytes, path: str) -> tuple[Row, ...]:
    """Read a glossary file's rows without judging them; what is no CSV is left out.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    found = [*rows_of(data, path)]
    names = [cell.lower() for cell in found[0][1]] if found else []
    return tuple(Row(line, dict(zip(names, row, strict=False))) for line, row in found[1:])


def fill(data: bytes, path: str, column: str, cells: Mapping[int, str]) -> bytes:
    """Write a column's cells of some rows.

    Args:
        data: The whole file, which `read_rows` could read.
        path: The file as the newsroom knows it.
        column: The column's name; it is added behind the last one where it is missing.
        cells: What to write, by the line that a row starts on. These cells are empty so far.

    Returns:
        The new file. Quotation marks, separators, line ends and the byte order mark are the file's own.

    Raises:
        GlossaryError: A cell is not empty, or there is no room for the column.
    """
    if not cells:
        return data
    layout = layout_of(data, path)
    edits: list[Edit] = []
    names = [*layout.names]
    if column not in names:
        layout.check_room(column)
        edits.append(_edit(layout, layout.header, len(names), column))
        names.append(column)
    place = names.index(column)
    for line, cell in cells.items():
        spans = layout.spans(line)
        if place < len(spans) and not _is_empty(layout.text[slice(*spans[place])]):
            raise GlossaryError(f"{column} is filled already and stays as it is", path=path, line=line)
        edits.append(_edit(layout, line, place, cell))
    return layout.edited(edits)


def _is_empty(cell: str) -> bool:
    return not tidy(cell[1:-1] if cell.startswith('"') else cell)


def _edit(layout: Layout, line: int, place: int, cell: str) -> Edit:
    """What to put where, so that the row has this cell at this place, in quotation marks as its neighbours are."""
    text, delimiter, spans = layout.text, layout.delimiter, layout.spans(line)
    if place < len(spans):
        start, end = spans[place]
        if text.startswith('"', start, end):
            return start + 1, start + 1, separated.quoted(cell, delimiter, always=True)[1:-1]
        return start, end, separated.quoted(cell, delimiter, always=False)
    last, end = spans[-1]
    gap = delimiter * (place - len(spans) + 1)
    return end, end, gap + separated.quoted(cell, delimiter, always=text.startswith('"', last, end))

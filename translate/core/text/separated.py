"""Rows of cells that a separator parts, as spreadsheets write them: where each cell stands, and how one is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from translate import patterns
from translate.core.text.showing import JOINERS, in_a_line

DELIMITERS = ",;\t"
_TOLD = patterns.compile(r'"?sep=(.)"?', re.IGNORECASE)

NEVER_CLOSED = "has a quotation mark that is never closed"
MARK_INSIDE = "has a quotation mark in the middle of a cell; put the cell in quotation marks and double the one inside"
MORE_CELLS = "has more cells than columns; put a cell with a separator in it in quotation marks"


def delimiter_of(header: str, columns: Iterable[str]) -> str | None:
    """What separates the cells of a table.

    Args:
        header: The line that names its columns.
        columns: Names of which it must have one, in small letters.

    Returns:
        One of `DELIMITERS`; None where the line names none of the columns.
    """
    wanted = frozenset(columns)
    parted = ((each, {cell.strip(' "\r\n').lower() for cell in header.split(each)}) for each in DELIMITERS)
    return next((each for each, cells in parted if wanted & cells), None)


def told_delimiter(line: str) -> str | None:
    """What a line says that separates the cells below, with which one spreadsheet tells another: ``sep=;``.

    Args:
        line: The first one with anything on it, without its end.

    Returns:
        One of `DELIMITERS`; None where the line says nothing of that.

    Raises:
        ValueError: It says something else; the message is the end of a sentence.
    """
    told = _TOLD.fullmatch(line.strip(" "))
    if told is None:
        return None
    if told[1] not in DELIMITERS:
        separator = in_a_line(told[1], spare=JOINERS)
        raise ValueError(f"has cells that “{separator}” separates; save it with commas, semicolons or tabs")
    return told[1]


def spans(text: str, start: int, delimiter: str) -> Iterator[tuple[int, int]]:
    """Where the cells of the row that starts at an offset stand, with their quotation marks."""
    cell = _cell(delimiter)
    while True:
        match = cell.match(text, start)
        end = match.end() if match else start
        yield start, end
        if text[end : end + 1] != delimiter:
            return
        start = end + 1


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf'"[^"]*(?:""[^"]*)*"|[^{delimiter}\r\n]*')


def unquoted(cell: str) -> str:
    """The text of a cell, without the quotation marks that the file needs."""
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def quoted(cell: str, delimiters: str, *, always: bool) -> str:
    """A cell as the file has it, in quotation marks where it must be.

    Args:
        cell: Its text.
        delimiters: What may separate the cells.
        always: Whether it is in quotation marks in any case.
    """
    if always or re.search(rf'[{delimiters}"\r\n]', cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell

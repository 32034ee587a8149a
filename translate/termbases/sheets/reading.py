"""The rows of a glossary that is a spreadsheet's own file."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from translate.core.terms.cells import tidy
from translate.errors import GlossaryError
from translate.termbases.cuts import PROSE, Cut, is_comment
from translate.termbases.sheets.archive import vetted

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

SUFFIXES = (".xlsx", ".ods")
MOST_SHEETS = 20
"""So many are looked at for the one with the glossary."""

_LARGEST_NUMBER = 10**15
"""Up to here a spreadsheet knows each digit of a number."""
_AS_TEXT = "format the cell as text, and type it again"

Value = str | float | bool | dt.date | dt.time | dt.timedelta
"""What a cell holds to the spreadsheet."""


def is_sheet(path: str) -> bool:
    """Whether a glossary file is a spreadsheet's own, to judge by its name."""
    return path.lower().endswith(SUFFIXES)


def cut_sheet(data: bytes, path: str) -> Iterator[Cut]:
    """The rows that hold anything, the one that names the columns first.

    They are those of the first sheet that people see and whose first row names a column “source”. Of a formula there is
    what came of it. A number is read as its digits where these are certain; what else is no text makes its row
    unusable, as nobody knows what its maintainer typed.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    names: list[str] | None = None
    for line, row in _glossary(data, path):
        typed = [_text(value) for value in row]
        cells = [tidy(cell) for cell in typed]
        if not any(cells) or is_comment(cells[0]):
            continue
        if names is None:
            names = [cell.lower() for cell in cells]
            while not names[-1]:
                names.pop()
            yield Cut(line, typed[: len(names)], cells[: len(names)])
        else:
            # A spreadsheet has many empty cells behind the last column.
            width = len(cells) if any(cells[len(names) :]) else len(names)
            numbers = {name for name, value in zip(names, row, strict=False) if _is_number(value)} - PROSE
            yield Cut(line, typed[:width], cells[:width], _fault(names, row, cells), frozenset(numbers))


def _glossary(data: bytes, path: str) -> Sequence[tuple[int, list[Value]]]:
    """The rows of the sheet with the glossary, each with its number."""
    # Few newsrooms keep a glossary so, and all others would wait for it.
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    whole = vetted(data, path)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(whole))
        seen = (number for number, each in enumerate(book.sheets_metadata) if each.visible is SheetVisibleEnum.Visible)
        for number in islice(seen, MOST_SHEETS):
            rows = _rows(book, number)
            telling = (row for _, row in rows if any(isinstance(cell, str) and tidy(cell) for cell in row))
            first = next((row for row in telling if not is_comment(tidy(_text(row[0])))), [])
            if any(tidy(_text(cell)).lower() == "source" for cell in first):
                return rows
    except (CalamineError, ValueError, OverflowError) as error:
        told = "cannot be read as a spreadsheet; open it in your spreadsheet and save it again"
        raise GlossaryError(told, path=path) from error
    told = "has no column “source”; the first row of a sheet must name the columns, such as source and target"
    raise GlossaryError(told, path=path)


def _rows(book: CalamineWorkbook, number: int) -> list[tuple[int, list[Value]]]:
    return [*enumerate(book.get_sheet_by_index(number).to_python(skip_empty_area=False), 1)]


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(value: Value) -> str:
    """What a cell says, as a CSV file of it would."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float | int):
        return str(int(value)) if abs(value) < _LARGEST_NUMBER and value == int(value) else repr(value)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)


def _fault(names: Sequence[str], row: Sequence[Value], cells: Sequence[str]) -> str:
    """Why a row cannot be used, whatever its texts say; empty where it can."""
    for name, value, text in zip(names, row, cells, strict=False):
        if name in PROSE or isinstance(value, str | bool):
            continue
        if not _is_number(value):
            return f"{name} is a date or a time to the spreadsheet ({text}); {_AS_TEXT}"
        if not text.removeprefix("-").isdigit():
            return f"{name} is the number {text} to the spreadsheet, however it looks there; {_AS_TEXT}"
    if any(cells[len(names) :]):
        return "has a cell in a column without a name; name the column in the first row, or empty the cell"
    return ""

"""Lists as CSV files: a row a title, a header that names the columns.

Cells are separated by commas, or by semicolons or tabs as some spreadsheets write them, with or without a line before
the header that says so, such as ``sep=;``. Columns that nobody here knows are kept as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import ClassVar

from translate import patterns
from translate.core.article import Document
from translate.core.text import separated
from translate.core.text.decoding import LINE_END
from translate.schedules.interface import ListFormat
from translate.schedules.sheets import MOST_PARTS, Sheet, open_sheet, written
from translate.schedules.titles import ABOUT, NAMES, Title, notes_on_names, one_line

NO_NAME = "has no column “name”; the first line must name the columns, such as name,kind,channel"
MOST_COLUMNS = 1000

_ANYTHING = patterns.compile(rf'[^{separated.DELIMITERS} "\r\n]')

Span = tuple[int, int]


class CsvList(ListFormat):
    """Comma-separated values in UTF-8: a column ``name`` or ``title``, and any of those about a title."""

    name: ClassVar[str] = "csv"
    suffixes: ClassVar[tuple[str, ...]] = (".csv", ".tsv")

    def read(self, data: bytes, path: str, *, source: str = "") -> Document:  # noqa: ARG002  A row has one language.
        """Read a list; see the interface."""
        sheet = open_sheet(data, path)
        delimiter, start = _header(sheet)
        rows = _rows(sheet, delimiter, start)
        header = next(rows)
        columns = [one_line(_text_of(sheet.text, span)).lower() for span in header]
        named = _name_among(columns, sheet, start)
        titles = (_title(sheet, columns, named, row) for row in rows)
        return sheet.document(titles, notes_on_names(columns))

    def write(self, document: Document, texts: Sequence[str], locale: str) -> bytes:  # noqa: ARG002  No cell names it.
        """Write the list back; see the interface. A cell keeps its quotation marks, and has them where it must."""
        return written(document, texts, _spelt).encode()


def _header(sheet: Sheet) -> tuple[str, int]:
    """What separates the cells, and where the header begins: the first line with anything on it.

    A line before it that only says what separates them, as a spreadsheet writes it, is none of it.
    """
    start, line = _line(sheet, sheet.begin)
    try:
        told = separated.told_delimiter(line)
    except ValueError as error:
        raise sheet.fault(str(error), start) from error
    if told is None:
        delimiter = separated.delimiter_of(line, NAMES)
        if delimiter is None:
            raise sheet.fault(NO_NAME, start)
        return delimiter, start
    return told, _line(sheet, start + len(line))[0]


def _line(sheet: Sheet, offset: int) -> tuple[int, str]:
    """The first line from an offset on with anything on it, and where it begins."""
    found = _ANYTHING.search(sheet.text, offset)
    if found is None:
        raise sheet.fault(NO_NAME)
    start = max(offset, *(sheet.text.rfind(end, 0, found.start()) + 1 for end in "\r\n"))
    end = LINE_END.search(sheet.text, start)
    return start, sheet.text[start : end.start() if end else None]


def _rows(sheet: Sheet, delimiter: str, start: int) -> Iterator[list[Span]]:
    """The cells of each row that holds anything."""
    text, cells = sheet.text, 0
    while (start := _behind_blank(text, start, delimiter)) < len(text):
        row = list(islice(separated.spans(text, start, delimiter), MOST_COLUMNS + 1))
        cells += len(row)
        if len(row) > MOST_COLUMNS or cells > MOST_PARTS:
            raise sheet.fault("has more cells than a list of titles has; split it into several", start)
        for at, stop in row:
            if text.startswith('"', at, stop) and not (stop - at > 1 and text[stop - 1] == '"'):
                raise sheet.fault(separated.NEVER_CLOSED, at)
        first, end = row[-1]
        if text[end : end + 1] not in {"", "\r", "\n"}:
            raise sheet.fault(separated.MARK_INSIDE, first)
        if any(_text_of(text, span).strip() for span in row):
            yield row
        start = end + 1  # Of CR LF the second is a blank line.


def _behind_blank(text: str, start: int, delimiter: str) -> int:
    """Where the first line begins that is not blank, of which there may be millions."""
    found = re.compile(rf"[ \t{delimiter}\r\n]*").match(text, start)
    end = found.end() if found else start
    return end if end == len(text) else max(start, *(text.rfind(each, start, end) + 1 for each in "\r\n"))


def _name_among(columns: Sequence[str], sheet: Sheet, start: int) -> int:
    """Which of the columns has the titles."""
    for each in (*NAMES, *ABOUT):
        if columns.count(each) > 1:
            raise sheet.fault(f"has two columns “{each}”; rename or delete one", start)
    found = [columns.index(each) for each in NAMES if each in columns]
    if len(found) != 1:
        both = f"has both a column “{NAMES[0]}” and a column “{NAMES[1]}”; rename one"
        raise sheet.fault(both if found else NO_NAME, start)
    return found[0]


def _title(sheet: Sheet, columns: Sequence[str], named: int, row: Sequence[Span]) -> Title:
    texts = [_text_of(sheet.text, span) for span in row]
    if any(text.strip() for text in texts[len(columns) :]):
        raise sheet.fault(separated.MORE_CELLS, row[0][0])
    about = {name: text for name, text in zip(columns, texts, strict=False) if name in ABOUT}
    if named >= len(row):
        return sheet.title(row[0][0], row[0][0], "", about)
    return sheet.title(*row[named], texts[named], about)


def _text_of(text: str, span: Span) -> str:
    return separated.unquoted(text[slice(*span)])


def _spelt(raw: str, text: str) -> str:
    return separated.quoted(text, separated.DELIMITERS, always=raw.startswith('"'))

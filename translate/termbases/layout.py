"""Where the rows and cells of a CSV glossary stand in its text, for whoever writes some and leaves the rest."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import PurePath

from translate.core.text import separated
from translate.errors import GlossaryError
from translate.termbases.csvfile import begin, cut_text, decode, encoding_of, is_spaced
from translate.termbases.sheets.reading import is_sheet
from translate.values import dataclass

Edit = tuple[int, int, str]
"""From one offset to another, what comes into the place of what stands there."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A glossary file's text, and where its rows begin; `layout_of` makes one."""

    path: str
    text: str
    delimiter: str
    header: int
    """The line of the header."""
    names: tuple[str, ...]
    """Of the columns, in small letters."""
    rows: tuple[tuple[int, Sequence[str]], ...]
    """The other rows, each with the line that it starts on."""
    offsets: tuple[int, ...]
    """Where each line begins."""
    mark: bytes
    """The byte order mark that the file begins with, which is no part of the text; empty where it has none."""
    encoding: str

    def spans(self, line: int) -> list[tuple[int, int]]:
        """Where the cells of the row that starts on a line stand, with their quotation marks."""
        return list(separated.spans(self.text, self.offsets[line - 1], self.delimiter))

    def typed(self, line: int) -> list[str]:
        """The cells of that row as they are, without the quotation marks that the file needs."""
        return [separated.unquoted(self.text[slice(*span)]) for span in self.spans(line)]

    def check_room(self, column: str) -> None:
        """See that there is room for a column behind the last one.

        Raises:
            GlossaryError: A row has a cell there.
        """
        astray = next((line for line, row in self.rows if any(row[len(self.names) :])), None)
        if astray is not None:
            fault = f"has more cells than columns, so there is no room for {column}; put it right first"
            raise GlossaryError(fault, path=self.path, line=astray)

    def edited(self, edits: Iterable[Edit], behind: str = "") -> bytes:
        """The file with edits, none of which touches another, and with what comes behind its text."""
        pieces: list[str] = []
        done = 0
        for start, end, new in sorted(edits):
            pieces += self.text[done:start], new
            done = end
        return self.mark + "".join((*pieces, self.text[done:], behind)).encode(self.encoding)


def layout_of(data: bytes, path: str) -> Layout:
    """Where the rows and cells of a glossary file stand.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.

    Raises:
        GlossaryError: The file as a whole cannot be used, or is only read: a spreadsheet, or one with spaces where its
            cells' places cannot be told.
    """
    if is_sheet(path):
        stem = PurePath(path).stem
        told = f"is a spreadsheet's own file, which is only read; save it as {stem}.csv (“CSV UTF-8”), and remove it"
        raise GlossaryError(told, path=path)
    text = decode(data, path)
    lines = list(io.StringIO(text, newline=""))
    delimiter, names_them = begin(lines, path)
    if is_spaced(lines[names_them], delimiter):
        fault = "has spaces around its quotation marks, and is only read; save it again in your spreadsheet"
        raise GlossaryError(fault, path=path, line=names_them + 1)
    (header, names), *rows = [(row.line, row.cells) for row in cut_text(text, path) if not row.fault]
    columns, offsets = tuple(cell.lower() for cell in names), (0, *accumulate(map(len, lines)))
    mark, encoding, _ = encoding_of(data)
    return Layout(path, text, delimiter, header, columns, tuple(rows), offsets, mark, encoding)

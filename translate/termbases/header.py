"""Which columns a glossary file has, and what separates its cells, for whoever writes rows to paste into it."""

from __future__ import annotations

import io

from translate.termbases.csvfile import begin, cut, decode
from translate.termbases.sheets.reading import is_sheet
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Header:
    """How the rows of a glossary file are written."""

    columns: tuple[str, ...] = ("source", "target")
    """In small letters."""
    delimiter: str = ","
    """A tab for a spreadsheet's own file: what is pasted there is parted at tabs."""


def header_of(data: bytes, path: str) -> Header:
    """How the rows of a glossary file are written.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    columns = next((tuple(cell.lower() for cell in row.cells) for row in cut(data, path)), Header().columns)
    if is_sheet(path):
        return Header(columns, "\t")
    delimiter, _ = begin(list(io.StringIO(decode(data, path), newline="")), path)
    return Header(columns, delimiter)

"""Inspection → a CSV file for a spreadsheet, in which no cell is run as a formula."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator

from translate import patterns
from translate.core.checks.findings import Level
from translate.core.results.inspection import Inspection
from translate.reports.counting import unnamed

COLUMNS = ("path", "line", "level", "rule", "whose", "message", "term", "kind", "source")
TROUBLE = "trouble"
"""The rule of a row that tells of a file which could not be checked."""
LEFT_OUT = "left out"
"""That of the row that counts the files which are too many to be named."""

_PIECE = patterns.compile(r"[^;\t\r\n]+|[;\t\r\n]")
_FORMULA = frozenset("=+-@")


def inspection_csv(inspection: Inspection) -> bytes:
    """The errors and warnings, a row each, and a row for each file that could not be checked.

    RFC 4180, in UTF-8 with a byte order mark: without one, Excel takes a CSV file for its computer's code page and
    damages every õ and every “. Other programs pass over it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)  # Its defaults are RFC 4180's: commas, CR LF, quotation marks where they are needed.
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in row] for row in _rows(inspection))
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe stands before whatever it could take for a formula.

    Formulas begin with ``=``, ``+``, ``-`` or ``@``, be they wide or small variants, with white space before them or
    without; a cell must not begin with a tab or a line end either (CWE-1236). A spreadsheet that parts cells at
    semicolons or tabs, as in Estonia, sees cells where we see none, so what follows one counts as a cell.
    """
    pieces: list[str] = _PIECE.findall(cell)
    starts = [True, *(piece in ";\t\r\n" for piece in pieces)]
    return "".join(
        f"'{piece}" if starts_cell and _is_dangerous(piece, first=place == 0) else piece
        for place, (piece, starts_cell) in enumerate(zip(pieces, starts, strict=False))
    )


def _is_dangerous(piece: str, *, first: bool) -> bool:
    if piece in "\t\r\n":
        return first
    visible = next((char for char in piece if not char.isspace() and unicodedata.category(char)[0] != "C"), "")
    return unicodedata.normalize("NFKC", visible) in _FORMULA


def _rows(inspection: Inspection) -> Iterator[tuple[str, ...]]:
    for trouble in inspection.troubles:
        line = "" if trouble.line is None else str(trouble.line)
        yield trouble.path or "", line, Level.ERROR.value, TROUBLE, "", trouble.message, "", "", ""
    for catalog in inspection.catalogs:
        for placed in catalog.findings:
            found = placed.finding
            if found.level is not Level.INFO:
                place = (catalog.path, str(placed.line), found.level.value, found.rule, placed.whose)
                yield *place, found.message, found.term, placed.msgctxt or "", placed.msgid
    if inspection.left_out.catalogs:
        yield "", "", Level.INFO.value, LEFT_OUT, "", unnamed(inspection.left_out.catalogs), "", "", ""

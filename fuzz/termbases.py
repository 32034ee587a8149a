"""Glossaries: every row is a term or an error with its line, and the terms can be looked for."""

from __future__ import annotations

import io
import zipfile

from fuzz.language import look_for
from fuzz.laws import law, parts
from translate.core.terms.cells import fault_of_cell, fault_of_name, fault_of_target, tidy
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.errors import GlossaryError
from translate.termbases.csvfile import read_glossary
from translate.termbases.rewriting import fill, read_rows

PATH, SHEET = "glossaries/et.csv", "glossaries/et.xlsx"


def glossary(data: bytes) -> None:
    """Read a CSV file and look for its terms in the text that stands behind a line of ``%%``, or in its own."""
    table, rest = parts(data, 2)
    try:
        terms, errors = read_glossary(table, PATH)
    except GlossaryError:
        return
    law(all(error.line and error.path == PATH for error in errors), "every error has its line")
    text = (rest or table)[:200].decode(errors="replace")  # Many terms at one place are a task for ``terms``.
    look_for(Matcher(Glossary("et", terms)), text, text)
    for term in terms:
        law(bool(term.source or term.target), "a term has a name")
    _fill(table)


def _fill(table: bytes) -> None:
    """Write forms where there are none, as ``newsdesk glossary forms`` does."""
    empty = [row.line for row in read_rows(table, PATH) if not row.cells.get("forms")]
    try:
        filled = fill(table, PATH, "forms", dict.fromkeys(empty, 'gen=“a", b'))
    except GlossaryError:
        return
    after = {row.line: row.cells for row in read_rows(filled, PATH)}
    law(all(after[line]["forms"] == 'gen=“a", b' for line in empty), "what was filled in can be read")


def sheet(data: bytes) -> None:
    """Read a spreadsheet's own file whose parts stand between lines of ``%%``, each behind a line with its name."""
    cut = (part.partition(b"\n") for part in data.split(b"\n%%\n"))
    members = {name.decode(errors="replace").replace("\0", "")[:50] or "x": text for name, _, text in cut}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    try:
        terms, errors = read_glossary(packed.getvalue(), SHEET)
    except GlossaryError as error:
        law(error.path == SHEET, "it is told which file cannot be read")
        return
    law(all(error.line and error.path == SHEET for error in errors), "every error has its line")
    law(all(term.source or term.target for term in terms), "a term has a name")


def cells(data: bytes) -> None:
    """Judge one cell."""
    text = data.decode(errors="replace")
    tidied = tidy(text)
    law(tidy(tidied) == tidied, "a tidy cell is tidy")
    for fault in (fault_of_cell(tidied, prose=len(data) % 2 == 0), fault_of_name(tidied), fault_of_target(tidied)):
        law(fault != "", "a fault is told")

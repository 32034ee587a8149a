"""Read a glossary that an editor keeps as a CSV file.

The first row names the columns; ``source,target`` alone will do. Cells are separated by commas, or by semicolons or
tabs as some spreadsheets write them, with or without a line before the first row that says so, such as ``sep=;``; there
may be spaces around the quotation marks of all of them. Empty rows are skipped, and so is a row whose first cell is
``#`` or begins with ``# ``; ``#MeToo`` is a term.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from translate.core.terms.cells import tidy
from translate.core.terms.declension import resolve
from translate.core.terms.glossary import Action, Match, Origin, Term
from translate.core.terms.labels import fault_of_label
from translate.core.text import separated
from translate.core.text.spelling import fold, normalise
from translate.errors import GlossaryError
from translate.termbases.cuts import Cut, is_comment
from translate.termbases.rows import COLUMNS, cells_of, check, hint, term_of
from translate.termbases.sheets.reading import cut_sheet, is_sheet
from translate.values import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
"""Byte order marks, each with the encoding that it tells, and what that is called."""

_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of spreadsheets begin: archives, and Excel's before 2007."""


@dataclass(frozen=True, slots=True)
class CsvGlossary:
    """What a glossary file says."""

    terms: tuple[Term, ...] = ()
    """Those of the sound rows, in the file's order; of rows that contradict or repeat each other, of the first one."""
    cells: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """The cells of each row that makes a term by itself, as far as they hold anything, by its line and their column."""
    errors: tuple[GlossaryError, ...] = ()
    """One for each row that cannot be used, for each unknown column and for each unknown label, by the line that the
    row starts on."""


def read_glossary(data: bytes, path: str) -> tuple[tuple[Term, ...], tuple[GlossaryError, ...]]:
    """The terms and the errors of a glossary file; see `read_rows`."""
    found = read_rows(data, path)
    return found.terms, found.errors


def read_rows(data: bytes, path: str) -> CsvGlossary:
    """Read a glossary file.

    Args:
        data: The whole file: UTF-8, with or without a byte order mark, or UTF-16 with one; or a spreadsheet's own.
        path: The file as the newsroom knows it.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    return judge(cut(data, path), path)


def cut(data: bytes, path: str) -> Iterator[Cut]:
    """The rows of a glossary file that hold anything, as they stand there; the first one names the columns.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it, whose name tells what kind of file it is.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    return cut_sheet(data, path) if is_sheet(path) else cut_text(decode(data, path), path)


def judge(cuts: Iterable[Cut], path: str) -> CsvGlossary:
    """Make terms of a glossary file's rows.

    Args:
        cuts: They; the first one names the columns.
        path: The file as the newsroom knows it.

    Raises:
        GlossaryError: The columns cannot be told.
    """
    errors: list[GlossaryError] = []
    columns: list[str] | None = None
    rows: list[tuple[Term, str]] = []
    by_line: dict[int, dict[str, str]] = {}
    for row in cuts:
        if columns is None:
            columns = _columns(row, path)
            errors.extend(_unknown_columns(columns, path, row.line))
        elif row.fault:
            errors.append(GlossaryError(row.fault, path=path, line=row.line))
        else:
            try:
                cells = cells_of(columns, row.cells)
                rows.append((term_of(cells, Origin(path, row.line)), cells.get("declines_like", "")))
                by_line[row.line] = cells
            except ValueError as error:
                errors.append(GlossaryError(str(error), path=path, line=row.line))
    errors.extend(_unknown_labels([term for term, _ in rows]))
    declined, astray = _declined(rows)
    errors.extend(astray)
    terms, repeats = _without_repeats(declined)
    terms, vain_bans = without_vain_bans(terms)
    told = sorted((*errors, *repeats, *vain_bans), key=lambda error: error.line or 0)
    return CsvGlossary(tuple(terms), by_line, tuple(told))


def _declined(rows: Sequence[tuple[Term, str]]) -> tuple[list[Term], list[GlossaryError]]:
    """Give the terms that decline like another one their forms, and judge those as if a person had written them."""
    resolved, astray = resolve(rows)
    errors = list(astray)
    terms: list[Term] = []
    judged = {id(term) for term, _ in rows}
    for term in resolved:
        try:
            if id(term) not in judged:
                check(term)
        except ValueError as error:
            errors.append(_error(str(error), term))
        else:
            terms.append(term)
    return terms, errors


def without_vain_bans(terms: Sequence[Term]) -> tuple[list[Term], list[GlossaryError]]:
    """Leave out `forbid` rows that forbid what a term accepts.

    Args:
        terms: Terms of one locale.

    Returns:
        The terms that can stand together, and an error for each of the others, with the place of both.
    """
    accepted: dict[str, list[Term]] = {
        text: [] for term in terms if term.action is Action.FORBID for text in term.accepted
    }
    for term in terms if accepted else ():
        for text in term.accepted if term.action not in {Action.FORBID, Action.OFF} else ():
            if text in accepted:
                accepted[text].append(term)
    kept: list[Term] = []
    errors: list[GlossaryError] = []
    for term in terms:
        texts = term.accepted if term.action is Action.FORBID else ()
        rivals = ((text, rival) for text in texts for rival in accepted.get(text, ()) if _both_hold(term, rival))
        text, rival = next(rivals, ("", None))
        if rival is None:
            kept.append(term)
        else:
            errors.append(
                _error(f"forbids “{text}”, which {_place(rival, term)} accepts; decide for one of them", term)
            )
    return kept, errors


def _without_repeats(terms: Sequence[Term]) -> tuple[list[Term], list[GlossaryError]]:
    kept: list[Term] = []
    errors: list[GlossaryError] = []
    known: dict[tuple[str, ...], Term] = {}
    for term in terms:
        keys = _keys(term)
        key = next((key for key in keys if key in known), None)
        if key is None:
            known.update(dict.fromkeys(keys, term))
            kept.append(term)
        else:
            errors.append(_error(_clash(known[key], term, key[0]), term))
    return kept, errors


def _keys(term: Term) -> list[tuple[str, ...]]:
    """What no two rows may share."""
    if term.action is Action.FORBID or not term.source:
        return [(term.target, term.source, term.action)]
    plain = [normalise(source).text for source in term.sources]
    return [(fold(text) if term.match is Match.ANY else text, term.match) for text in plain]


def _clash(earlier: Term, term: Term, name: str) -> str:
    place, ours, theirs = _place(earlier, term), _outcome(term), _outcome(earlier)
    if ours == theirs:
        return f"repeats “{name}” of {place}; delete one of them"
    return f"“{name}” is {ours} here and {theirs} on {place}; keep one row, and list under forms what else is right"


def _outcome(term: Term) -> str:
    return "off" if term.action is Action.OFF else f"“{term.target}”"


def _both_hold(ban: Term, term: Term) -> bool:
    return not ban.source or not set(ban.sources).isdisjoint(term.sources)


def _place(other: Term, term: Term) -> str:
    if other.origin is None:
        return "another row"
    same_file = term.origin is not None and term.origin.path == other.origin.path
    return f"line {other.origin.line}" if same_file else f"{other.origin.path} line {other.origin.line}"


def _error(message: str, term: Term) -> GlossaryError:
    origin = term.origin or Origin("", 0)
    return GlossaryError(message, path=origin.path, line=origin.line)


def decode(data: bytes, path: str) -> str:
    """The text of a glossary file, without its byte order mark.

    Raises:
        GlossaryError: It is no text in UTF-8, nor in UTF-16 with its mark.
    """
    if data.startswith(_SPREADSHEETS):
        raise GlossaryError("is a spreadsheet itself, whatever its name; save it as “CSV UTF-8”", path=path)
    mark, encoding, name = encoding_of(data)
    fault: UnicodeDecodeError | None = None
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        text, fault = data[len(mark) :][: error.start].decode(encoding), error
    nul = text.find("\0")
    if nul >= 0:
        told = "holds a NUL byte, so it is no CSV file; save it as “CSV UTF-8”"
        raise GlossaryError(told, path=path, line=_line_at(text[:nul]))
    if fault:
        told = f"is not {name} (byte 0x{fault.object[fault.start]:02X}); save it as “CSV UTF-8”"
        raise GlossaryError(told, path=path, line=_line_at(text)) from fault
    return text


def encoding_of(data: bytes) -> tuple[bytes, str, str]:
    """A glossary file's byte order mark, if it has one, its encoding, and what that is called."""
    return next((each for each in _MARKS if data.startswith(each[0])), (b"", *_MARKS[0][1:]))


def _line_at(before: str) -> int:
    return len(before.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def rows_of(data: bytes, path: str) -> Iterator[tuple[int, list[str]]]:
    """The tidied cells of each row of a glossary file that could be cut, with the line that it starts on."""
    return ((row.line, row.cells) for row in cut(data, path) if not row.fault)


def cut_text(text: str, path: str) -> Iterator[Cut]:
    """The rows of a CSV file that hold anything; one that is no CSV has a fault and no cells."""
    lines = list(io.StringIO(text, newline=""))
    delimiter, skipped = begin(lines, path)
    if is_spaced(lines[skipped], delimiter):
        lines = [_cell_in_spaces(delimiter).sub(r"\1", line) for line in lines]
    while skipped < len(lines):
        # No copy of the rest: a broken file may have an error in every line.
        rest = (lines[at] for at in range(skipped, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        line = skipped + 1
        try:
            for typed in reader:
                cells = [tidy(cell) for cell in typed]
                if any(cells) and not is_comment(cells[0]):
                    yield Cut(line, typed, cells)
                line = skipped + reader.line_num + 1
        except csv.Error as error:
            yield Cut(line, [], [], _csv_fault(error))
            # A quotation mark too many takes in the lines that follow: go on with the very next one.
            skipped = line
        else:
            return


def begin(lines: Sequence[str], path: str) -> tuple[str, int]:
    """What separates the cells in a glossary file's lines, and which of them, counted from 0, names the columns.

    Raises:
        GlossaryError: No line names the column “source”.
    """
    blank = separated.DELIMITERS + ' "\r\n'
    telling = (at for at, line in enumerate(lines) if line.strip(blank) and not is_comment(line))
    first = next(telling, None)
    if first is not None:
        try:
            told = separated.told_delimiter(lines[first].rstrip("\r\n"))
        except ValueError as error:
            raise GlossaryError(str(error), path=path, line=first + 1) from error
        header = next(telling, None) if told else first
        if header is not None and (delimiter := separated.delimiter_of(lines[header], ("source",))):
            return told or delimiter, header
    raise GlossaryError(
        "has no column “source”; the first line must name the columns, such as source,target", path=path
    )


def is_spaced(header: str, delimiter: str) -> bool:
    """Whether the cells of a file have spaces around their quotation marks, to judge by the row that names its columns.

    Only then these are none of the cell: a spreadsheet writes none, and ``5" `` may be an inch.
    """
    return bool(re.search(rf'" +{delimiter}|{delimiter} +"', header))


def _cell_in_spaces(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf'(?:^|(?<={delimiter})) *("[^"]*(?:""[^"]*)*") *(?=[{delimiter}\r\n]|$)')


def _csv_fault(error: csv.Error) -> str:
    text = str(error)
    if "unexpected end of data" in text:
        return separated.NEVER_CLOSED
    if "field larger than" in text:
        return "has a cell of more than 100,000 characters; is a quotation mark missing?"
    return separated.MARK_INSIDE


def _columns(row: Cut, path: str) -> list[str]:
    if row.fault:
        raise GlossaryError(row.fault, path=path, line=row.line)
    names = [cell.lower() for cell in row.cells]
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice is not None:
        raise GlossaryError(f"has two columns “{twice}”; rename or delete one", path=path, line=row.line)
    return names


def _unknown_columns(names: Sequence[str], path: str, line: int) -> Iterator[GlossaryError]:
    for name in names:
        if name and name not in COLUMNS:
            fault = f"column “{name}” is unknown and was not read{hint(name, COLUMNS)}"
            yield GlossaryError(fault, path=path, line=line)


def _unknown_labels(terms: Sequence[Term]) -> Iterator[GlossaryError]:
    """An error for each label that is unknown, on the first row that has it: one slip may be in thousands of rows."""
    having: dict[str, list[Term]] = {}
    for term in terms:
        for label in {form.label: None for form in term.forms if form.label}:
            having.setdefault(label, []).append(term)
    for label, (first, *others) in having.items():
        if fault := fault_of_label(label):
            more = f", here and on {len(others)} more {'line' if len(others) == 1 else 'lines'}," if others else ""
            yield _error(f"label “{label}”{more} {fault}", first)

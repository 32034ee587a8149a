"""Read a glossary that an editor keeps as a CSV file.

The first row names the columns; ``source,target`` alone will do. Cells are separated by commas, or by semicolons or
tabs as some spreadsheets write them. Empty rows are skipped, and so is a row whose first cell is ``#`` or begins with
``# ``; ``#MeToo`` is a term.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from translate.core.terms.cells import fault_of_cell, fault_of_name, fault_of_target, tidy
from translate.core.terms.declension import resolve
from translate.core.terms.gender import fault_of_gender, read_gender
from translate.core.terms.glossary import NAMES, Action, Match, Origin, Require, Term, parse_form, parse_list
from translate.core.terms.labels import fault_of_label
from translate.core.text import separated
from translate.core.text.guessing import did_you_mean
from translate.core.text.spelling import fold, normalise
from translate.errors import GlossaryError

COLUMNS = (
    "source", "target", "action", "kind", "gender", "article", "match", "variants", "forms", "declines_like", "forbid",
    "require", "note", "reviewed",
)  # fmt: skip
KINDS = (*NAMES, "common")

_ARTICLE = {
    **dict.fromkeys(("yes", "y", "true", "1"), True),
    **dict.fromkeys(("no", "n", "false", "0"), False),
}
_PROSE = frozenset({"note", "reviewed"})
_UTF16 = (b"\xff\xfe", b"\xfe\xff")

E = TypeVar("E", bound=StrEnum)


def read_glossary(data: bytes, path: str) -> tuple[tuple[Term, ...], tuple[GlossaryError, ...]]:
    """Read a glossary file.

    Args:
        data: The whole file: UTF-8, with or without a byte order mark.
        path: The file as the newsroom knows it.

    Returns:
        The terms of the sound rows, in the file's order, and an error for each row that cannot be used, for each
        unknown column and for each unknown label; they have the line that the row starts on. Of rows that contradict or
        repeat each other, the first one stands.

    Raises:
        GlossaryError: The file as a whole cannot be used.
    """
    errors: list[GlossaryError] = []
    columns: list[str] | None = None
    rows: list[tuple[Term, str]] = []
    for line, row in rows_of(decode(data, path), path):
        if columns is None:
            columns = _columns(row, path, line)
            errors.extend(_unknown_columns(columns, path, line))
            continue
        try:
            cells = _cells(columns, row)
            rows.append((_term(cells, Origin(path, line)), cells["declines_like"]))
        except ValueError as error:
            errors.append(GlossaryError(str(error), path=path, line=line))
    errors.extend(_unknown_labels([term for term, _ in rows]))
    declined, astray = _declined(rows)
    errors.extend(astray)
    terms, repeats = _without_repeats(declined)
    terms, vain_bans = without_vain_bans(terms)
    return tuple(terms), tuple(sorted((*errors, *repeats, *vain_bans), key=lambda error: error.line or 0))


def _declined(rows: Sequence[tuple[Term, str]]) -> tuple[list[Term], list[GlossaryError]]:
    """Give the terms that decline like another one their forms, and judge those as if a person had written them."""
    resolved, astray = resolve(rows)
    errors = list(astray)
    terms: list[Term] = []
    judged = {id(term) for term, _ in rows}
    for term in resolved:
        try:
            if id(term) not in judged:
                _check_action(term)
                _check_names(term)
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
        GlossaryError: It is no UTF-8 text.
    """
    if data.startswith(_UTF16):
        raise GlossaryError("is UTF-16 text; save it as “CSV UTF-8”", path=path)
    nul = data.find(b"\0")
    if nul >= 0:
        line = _line_at(data, nul)
        raise GlossaryError("holds a NUL byte, so it is no CSV file; save it as “CSV UTF-8”", path=path, line=line)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = f"is not UTF-8 (byte 0x{data[error.start]:02X}); save it as “CSV UTF-8”"
        raise GlossaryError(fault, path=path, line=_line_at(data, error.start)) from error


def _line_at(data: bytes, offset: int) -> int:
    return len(data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))


def rows_of(text: str, path: str) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows that hold anything, each with the line it starts on; one that is no CSV as the error that says so."""
    lines = list(io.StringIO(text, newline=""))
    delimiter = delimiter_of(lines, path)
    skipped = 0
    while skipped < len(lines):
        # No copy of the rest: a broken file may have an error in every line.
        rest = (lines[at] for at in range(skipped, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        line = skipped + 1
        try:
            for row in reader:
                cells = [tidy(cell) for cell in row]
                if any(cells) and not _is_comment(cells[0]):
                    yield line, cells
                line = skipped + reader.line_num + 1
        except csv.Error as error:
            yield line, error
            # A quotation mark too many takes in the lines that follow: go on with the very next one.
            skipped = line
        else:
            return


def delimiter_of(lines: Sequence[str], path: str) -> str:
    """What separates the cells in a glossary file's lines.

    Raises:
        GlossaryError: No line names the column “source”.
    """
    header = next((line for line in lines if line.strip(separated.DELIMITERS + ' "\r\n') and not _is_comment(line)), "")
    if delimiter := separated.delimiter_of(header, ("source",)):
        return delimiter
    raise GlossaryError(
        "has no column “source”; the first line must name the columns, such as source,target", path=path
    )


def _is_comment(text: str) -> bool:
    return text.rstrip() == "#" or text.startswith("# ")


def _csv_fault(error: csv.Error) -> str:
    text = str(error)
    if "unexpected end of data" in text:
        return separated.NEVER_CLOSED
    if "field larger than" in text:
        return "has a cell of more than 100,000 characters; is a quotation mark missing?"
    return separated.MARK_INSIDE


def _columns(row: Sequence[str] | csv.Error, path: str, line: int) -> list[str]:
    if isinstance(row, csv.Error):
        raise GlossaryError(_csv_fault(row), path=path, line=line)
    names = [cell.lower() for cell in row]
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice is not None:
        raise GlossaryError(f"has two columns “{twice}”; rename or delete one", path=path, line=line)
    return names


def _unknown_columns(names: Sequence[str], path: str, line: int) -> Iterator[GlossaryError]:
    for name in names:
        if name and name not in COLUMNS:
            fault = f"column “{name}” is unknown and was not read{_hint(name, COLUMNS)}"
            yield GlossaryError(fault, path=path, line=line)


def _unknown_labels(terms: Sequence[Term]) -> Iterator[GlossaryError]:
    """An error for each label that is unknown, on the first row that has it: one slip may be in thousands of rows."""
    having: dict[str, list[Term]] = {}
    for term in terms:
        for label in dict.fromkeys(form.label for form in term.forms if form.label):
            if fault_of_label(label):
                having.setdefault(label, []).append(term)
    for label, (first, *others) in having.items():
        more = f", here and on {len(others)} more {'line' if len(others) == 1 else 'lines'}," if others else ""
        yield _error(f"label “{label}”{more} {fault_of_label(label)}", first)


def _hint(word: str, known: Sequence[str]) -> str:
    return did_you_mean(word, known, close=0.7, otherwise=f"; there is: {', '.join(known)}")


def _cells(columns: Sequence[str], row: Sequence[str] | csv.Error) -> dict[str, str]:
    """The row's cells by column, each of them sound in itself.

    Raises:
        ValueError: One of them is not.
    """
    if isinstance(row, csv.Error):
        raise ValueError(_csv_fault(row))  # noqa: TRY004 - it is the row's text that is wrong.
    if any(row[len(columns) :]) or any(text for name, text in zip(columns, row, strict=False) if not name):
        raise ValueError(separated.MORE_CELLS)
    named = dict(zip(columns, row, strict=False))
    for name, text in named.items():
        fault = fault_of_cell(text, prose=name in _PROSE) if name in COLUMNS else None
        if fault:
            raise ValueError(f"{name} {fault}")
    return {name: named.get(name, "") for name in COLUMNS}


def _term(cells: Mapping[str, str], origin: Origin) -> Term:
    """Make a term of a row.

    Raises:
        ValueError: The row makes no sense.
    """
    source, target = cells["source"], cells["target"]
    action = _choice(cells, "action", Action) or Action.TRANSLATE
    term = Term(
        source=source,
        target=target if action is not Action.KEEP and action is not Action.INFLECT else target or source,
        action=action,
        kind=_kind(cells["kind"].lower()),
        match=_choice(cells, "match", Match) or Match.SMART,
        variants=parse_list(cells["variants"]),
        forms=tuple(dict.fromkeys(parse_form(text) for text in parse_list(cells["forms"]))),
        forbid=parse_list(cells["forbid"]),
        require=_choice(cells, "require", Require) or Require.ALL,
        note=cells["note"],
        reviewed=cells["reviewed"],
        gender=_gender(cells["gender"]),
        article=_article(cells["article"]),
        origin=origin,
    )
    if action is Action.KEEP and cells["declines_like"]:
        raise ValueError(
            f"keep means that “{source}” never changes, but it declines like a word; write inflect instead"
        )
    _check_action(term)
    _check_names(term)
    return term


def _choice(cells: Mapping[str, str], column: str, choices: type[E]) -> E | None:
    text = cells[column].lower()
    if not text:
        return None
    try:
        return choices(text)
    except ValueError:
        raise ValueError(f"{column} “{cells[column]}” is unknown{_hint(text, [str(c) for c in choices])}") from None


def _kind(text: str) -> str:
    if text and text not in KINDS:
        raise ValueError(f"kind “{text}” is unknown{_hint(text, KINDS)}")
    return text


def _gender(text: str) -> str:
    gender = read_gender(text) if text else ""
    if gender is None:
        raise ValueError(f"gender “{text}” {fault_of_gender(text)}")
    return gender


def _article(text: str) -> bool | None:
    if text and text.lower() not in _ARTICLE:
        raise ValueError(f"article “{text}” is unknown; write yes where the target takes one, or no")
    return _ARTICLE.get(text.lower())


def _check_action(term: Term) -> None:
    """Raise ValueError where the action and the other cells of the row do not go together."""
    action, name = term.action, term.source or term.target
    if not name:
        raise ValueError("has neither source nor target")
    if not term.source and (action not in {Action.FORBID, Action.OFF} or term.variants):
        raise ValueError(f"“{name}” has no source")
    if not term.target and action is Action.TRANSLATE:
        raise ValueError(f"“{name}” has no target; write one, or keep under action")
    if not term.target and action is Action.FORBID:
        raise ValueError(f"“{name}” does not say what is forbidden; write it under target")
    if action in {Action.KEEP, Action.INFLECT} and term.target != term.source:
        raise ValueError(
            f"{action} means that “{name}” stays, but the target is “{term.target}”; delete one of the two"
        )
    if action is Action.KEEP and term.forms:
        raise ValueError(f"keep means that “{name}” never changes, but it has forms; write inflect instead")
    if action is Action.FORBID and term.forbid:
        raise ValueError(
            f"a forbid row names what is forbidden under target and forms, so forbid stays empty for “{name}”"
        )
    wrong = next((text for text in term.forbid if text in term.accepted), None)
    if wrong is not None:
        raise ValueError(f"“{wrong}” is accepted and forbidden at once; delete one of the two")


def _check_names(term: Term) -> None:
    """Raise ValueError where a name of the row cannot be one."""
    for text in term.sources:
        fault = fault_of_name(text)
        if fault:
            raise ValueError(f"“{text[:60]}” {fault}")
    for text in dict.fromkeys((*term.accepted, *term.forbid)):
        fault = fault_of_target(text) if text else None
        if fault:
            raise ValueError(f"“{text[:60]}” {fault}")

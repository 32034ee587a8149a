"""Add rows to a CSV glossary, and change cells of rows that are newsdesk's own; every other byte stays as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate import patterns
from translate.core.text.separated import DELIMITERS, quoted
from translate.errors import GlossaryError
from translate.termbases.csvfile import read_glossary
from translate.termbases.layout import Edit, Layout, layout_of

Cells = Mapping[str, str]
"""Cells by the names of their columns."""

_LINE_END = patterns.compile(r"\r\n|\n|\r")
COLUMNS = ("source", "target", "action", "kind", "note")
"""Those of a file that there was not."""


def add(
    data: bytes, path: str, rows: Sequence[Cells], changes: Mapping[int, Cells], *, what: str = "the titles"
) -> bytes:
    """Write rows behind the last one, and cells of rows that there are.

    Args:
        data: The whole file; empty for one that is not there.
        path: The file as the newsroom knows it.
        rows: The new rows. A column that the file has not is added behind the last one.
        changes: What to write in other rows, by the line that each starts on.
        what: What they are called where they cannot be written.

    Returns:
        The new file. Separators, line ends and the byte order mark are the file's own.

    Raises:
        GlossaryError: The file cannot be used, or another row would say something else by it.
    """
    if not (rows or changes):
        return data
    layout = layout_of(data or f"{','.join(COLUMNS)}\n".encode(), path)
    wanted = dict.fromkeys(name for cells in (*rows, *changes.values()) for name, cell in cells.items() if cell)
    new = [name for name in wanted if name not in layout.names]
    if new:
        layout.check_room(new[0])
    names = (*layout.names, *new)
    *_, (_, end) = layout.spans(layout.header)
    edits = [(end, end, "".join(layout.delimiter + name for name in new))]
    edits += (_changed(layout, line, names, cells) for line, cells in changes.items())
    ending = found[0] if (found := _LINE_END.search(layout.text)) else "\n"
    told = (layout.delimiter.join(_cell(row.get(name, "")) for name in names).rstrip(layout.delimiter) for row in rows)
    gap = "" if layout.text.endswith(("\n", "\r")) else ending
    result = layout.edited(edits, gap + "".join(f"{row}{ending}" for row in told))
    _check(data, result, path, {*changes}, len(rows), what=what)
    return result


def _changed(layout: Layout, line: int, names: Sequence[str], new: Cells) -> Edit:
    """What to put in the place of a whole row; the cells that nothing is said of stay as they are written."""
    cells = layout.spans(line)
    row = [layout.text[slice(*span)] for span in cells] + [""] * (len(names) - len(cells))
    for name, cell in new.items():
        if name not in names:
            continue  # An empty cell of a column that there is not.
        place = names.index(name)
        row[place] = quoted(cell, DELIMITERS, always=row[place].startswith('"') and bool(cell))
    return cells[0][0], cells[-1][1], layout.delimiter.join(row).rstrip(layout.delimiter)


def _cell(text: str) -> str:
    return quoted(text, DELIMITERS, always=False)


def _check(before: bytes, after: bytes, path: str, changed: set[int], added: int, *, what: str) -> None:
    """See that no other row says something else.

    Raises:
        GlossaryError: One does, or a new one cannot be used.
    """
    (was, faults), (now, new_faults) = read_glossary(before or b"source,target", path), read_glossary(after, path)
    old = [term for term in was if term.origin and term.origin.line not in changed]
    kept = [term for term in now if term.origin and term.origin.line not in changed]
    if kept[: len(old)] != old or len(now) != len(was) + added or len(new_faults) > len(faults):
        fault = new_faults[-1].message if len(new_faults) > len(faults) else "another row would say something else"
        raise GlossaryError(f"cannot take {what}: {fault}", path=path)

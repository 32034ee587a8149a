"""Where each character of a block's content stands in its file, whose lines may have more before it.

The parser takes from each line what quotations, lists and headings have there, and in a table the backslash before a
``|``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.core.text.decoding import LINE_END
from translate.values import dataclass

_SPACE = " \t\v\f"


@dataclass(frozen=True, slots=True)
class Lines:
    """A text by its lines, as the parser counts them."""

    text: str
    starts: tuple[int, ...]
    """Where each begins."""
    ends: tuple[int, ...]
    """Where each ends, before its line end."""

    @classmethod
    def of(cls, text: str, begin: int) -> Lines:
        """The lines of a text from some place on."""
        found = list(LINE_END.finditer(text, begin))
        starts = (begin, *(match.end() for match in found))
        return cls(text, starts, (*(match.start() for match in found), len(text)))

    def line(self, number: int) -> str:
        """A line, without its line end."""
        return self.text[self.starts[number] : self.ends[number]]

    def start(self, number: int) -> int:
        """Where a line begins, or the text ends."""
        return self.starts[number] if number < len(self.starts) else len(self.text)


def of_paragraph(lines: Lines, first: int, content: str) -> list[int] | None:
    """Where each character of a paragraph stands, and its end.

    Args:
        lines: The file's.
        first: The number of the paragraph's first line, from 0.
        content: What the parser has of it.

    Returns:
        One place more than there are characters; None where the file has something else there.
    """
    found: list[int] = []
    parts = content.split("\n")
    if first + len(parts) > len(lines.starts):
        return None
    for number, part in enumerate(parts, first):
        body, line = part.strip(_SPACE), lines.line(number).rstrip(_SPACE)
        if not line.endswith(body):
            return None
        column = lines.starts[number] + len(line) - len(body)
        lead = len(part) - len(part.lstrip(_SPACE)) if body else len(part)
        found += [column] * lead
        found += range(column, column + len(part) - lead)
        found.append(lines.ends[number])
    found[-1] = found[-2] + 1 if content else found[-1]
    return found


def of_heading(lines: Lines, number: int, sign: str, content: str) -> list[int] | None:
    """The same of a heading that begins with number signs."""
    pattern = rf"{re.escape(sign)}[ \t]+(?P<content>{re.escape(content)})(?:[ \t]+#+)?[ \t]*$"
    found = re.search(pattern, lines.line(number))
    if not found:
        return None
    start = lines.starts[number] + found.start("content")
    return list(range(start, start + len(content) + 1))


def of_row(lines: Lines, number: int, contents: Sequence[str]) -> list[list[int] | None]:
    """The same of each cell in a row of a table.

    Args:
        lines: The file's.
        number: That of the row's line, from 0.
        contents: What the parser has of its cells.
    """
    start = lines.starts[number]
    cells = _cells(lines.line(number))
    # Before a first | stands nothing, or what a quotation or a list has there.
    if contents and not _text(cells[0]).endswith(contents[0] or "|"):
        cells = cells[1:]
    found: list[list[int] | None] = [None] * len(contents)
    for index, (content, cell) in enumerate(zip(contents, cells, strict=False)):
        text = _text(cell)
        if content and (text.strip(_SPACE) == content or (index == 0 and text.endswith(content))):
            at = len(text) - len(content)
            places = [start + place for place, _ in cell[at : len(text)]]
            found[index] = [*places, places[-1] + 1]
    return found


def _text(cell: Sequence[tuple[int, str]]) -> str:
    return "".join(sign for _, sign in cell).rstrip(_SPACE)


def _cells(line: str) -> list[list[tuple[int, str]]]:
    """Each cell of a line: its characters and where they stand; of a | that of the backslash before it."""
    cells: list[list[tuple[int, str]]] = [[]]
    is_escaped = False
    for at, sign in enumerate(line):
        if sign == "|" and is_escaped:
            cells[-1][-1] = (at - 1, sign)
        elif sign == "|":
            cells.append([])
        else:
            cells[-1].append((at, sign))
        is_escaped = sign == "\\"
    return cells

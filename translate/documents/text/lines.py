"""The lines of a plain text that have something on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translate.core.text.decoding import INVISIBLE, LINE_END

_QUOTED = re.compile(r"(?:[ \t]*>)+(?:[ \t]+|$)")
"""What a mail has before the lines of another that it quotes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank."""

    start: int
    """Offset in the text of the file of its first character that is seen."""
    text: str
    """Without the space around it."""
    indent: str
    """What stands before it: white space, and the signs of a quotation."""
    width: int
    """The columns that it has, with its indent."""
    apart: bool
    """Whether it is the first of the text, or a blank line stands before it, or a quotation begins or ends there."""

    @property
    def depth(self) -> int:
        """The columns before it."""
        return len(self.indent.expandtabs())

    @property
    def end(self) -> int:
        """Offset behind its last character that is seen."""
        return self.start + len(self.text)


def lines_of(text: str) -> Iterator[Line]:
    """Each line that is not blank; only CR, LF and CR LF end one."""
    start, apart, quoted = 0, True, ""
    for index, piece in enumerate(LINE_END.split(text)):
        if index % 2 == 0:  # Every second piece is a line end.
            signs = _QUOTED.match(piece)
            before, quoted = quoted, signs[0].replace(" ", "").replace("\t", "") if signs else ""
            rest = piece[signs.end() :] if signs else piece
            if body := rest.strip(INVISIBLE):
                lead = len(piece) - len(rest.lstrip(INVISIBLE))
                width = len(piece[: lead + len(body)].expandtabs())
                yield Line(start + lead, body, piece[:lead], width, apart or quoted != before)
            apart = not body
        start += len(piece)

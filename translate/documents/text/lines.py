"""The lines of a plain text that have something on them."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.text.decoding import INVISIBLE, LINE_END
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank."""

    start: int
    """Offset in the text of the file of its first character that is seen."""
    text: str
    """Without the space around it."""
    indent: str
    """What stands before it."""
    width: int
    """The columns that it has, with its indent."""
    apart: bool
    """Whether it is the first of the text, or a blank line stands before it."""

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
    start, apart = 0, True
    for index, piece in enumerate(LINE_END.split(text)):
        if index % 2 == 0:  # Every second piece is a line end.
            if body := piece.strip(INVISIBLE):
                lead = len(piece) - len(piece.lstrip(INVISIBLE))
                width = len(piece[: lead + len(body)].expandtabs())
                yield Line(start + lead, body, piece[:lead], width, apart)
            apart = not body
        start += len(piece)

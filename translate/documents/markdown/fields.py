"""A field of front matter, in whatever language."""

from __future__ import annotations

from translate.values import dataclass


class NoFieldsError(Exception):
    """Front matter that cannot be read."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line
        """Counted from 0."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that has a name."""

    path: tuple[str, ...]
    """Its name, behind the names of the fields that it is in."""
    start: int
    """Offset of its first character in the front matter, with its quotation marks."""
    end: int
    text: str
    """What it says."""
    style: str
    """How it is written, for `spelt` of its language."""
    is_text: bool = True
    """Whether it is a text that can be written anew, in one paragraph."""

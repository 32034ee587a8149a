"""A glossary file's rows as they were cut, before anybody judges them."""

from __future__ import annotations

from translate.values import dataclass

PROSE = frozenset({"note", "reviewed"})
"""Columns that are for people."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A row of a glossary file."""

    line: int
    """Where it starts."""
    typed: list[str]
    """Its cells as they are in the file, not tidied, without the quotation marks that a file needs."""
    cells: list[str]
    """The same, tidied."""
    fault: str = ""
    """Why there is nothing to be made of it, as the end of a sentence; empty where there is."""
    numbers: frozenset[str] = frozenset()
    """The columns in which a spreadsheet has a number and not a text."""


def is_comment(first: str) -> bool:
    """Whether a row is a comment, to judge by its first cell, tidied."""
    return first.rstrip() == "#" or first.startswith("# ")

"""What linting says about a glossary, and what it is told of one."""

from __future__ import annotations

from collections.abc import Mapping

from translate.core.checks.findings import Level
from translate.core.terms.glossary import Term
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands in a glossary file, and what it makes."""

    line: int
    """Where it starts."""
    typed: Mapping[str, str]
    """Its cells as they are in the file, not tidied, by the names of their columns."""
    cells: Mapping[str, str]
    """The same, tidied."""
    term: Term | None = None
    """The term; None where the row cannot be used, which whoever reads it tells."""
    numbers: frozenset[str] = frozenset()
    """The columns in which a spreadsheet has a number and not a text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a row that its maintainer should look at."""

    rule: str
    """The stable name of what found it, such as ``two-spaces``."""
    level: Level
    line: int
    """Of the row."""
    column: str
    """The cell's; empty where it is about the row."""
    message: str
    """What is wrong and what to do, in one sentence without a full stop."""
    fix: str | None = None
    """What the cell must be, where nobody has to decide that; None elsewhere."""

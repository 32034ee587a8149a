"""Lint the rows of a glossary file: what its maintainer should look at though all of it can be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from translate.core.checks.findings import Level
from translate.core.linting.across import Neighbours, lint_across
from translate.core.linting.cells import lint_cells
from translate.core.linting.findings import Finding, Row
from translate.core.linting.reviews import lint_reviews
from translate.core.linting.rows import Pair, lint_row
from translate.core.terms.glossary import Term
from translate.errors import GlossaryError
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in a glossary file."""

    path: str
    """The file as the newsroom knows it."""
    rows: int
    """Those that can be used."""
    findings: tuple[Finding, ...] = ()
    """By their lines."""
    errors: tuple[GlossaryError, ...] = ()
    """Why other rows, or all of it, cannot be used."""
    fixed: tuple[str, ...] = ()
    """What was written, as lines of a unified diff."""

    @property
    def levels(self) -> Counter[Level]:
        """How many of each level there are; what cannot be used is an error."""
        return Counter((*(one.level for one in self.findings), *(Level.ERROR for _ in self.errors)))


def lint(path: str, rows: Sequence[Row], pair: Pair, *, others: Iterable[Term] = (), since: str = "") -> list[Finding]:
    """Look at the rows of one file.

    Args:
        path: The file as the newsroom knows it.
        rows: They, in the file's order.
        pair: The languages.
        others: The terms of wider files that hold in the same locale, the most special first.
        since: A day, such as ``2024-11-30``; rows that were reviewed before are told. Empty where none is.

    Returns:
        What was found, by the rows' lines.
    """
    placed = [(row.line, row.term) for row in rows if row.term]
    near, common = Neighbours.of(path, (term for _, term in placed), others), pair.common_words
    found = [finding for row in rows for finding in lint_cells(row)]
    found += lint_reviews(placed, since)
    for line, term in placed:
        found += lint_row(line, term, pair, common)
        found += lint_across(line, term, near)
    return sorted(found, key=lambda finding: finding.line)

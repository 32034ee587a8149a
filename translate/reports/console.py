"""Summary → a table that a person reads in a terminal or in cron's mail."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from translate.core.results.summary import CatalogState, Counts, Summary
from translate.reports.counting import count

if TYPE_CHECKING:
    from rich.console import Console

_ANY_WIDTH = 1000

_FEW = 30
"""So many PO files are named even if nothing changed; of more, only those that did."""


def count_cells(counts: Counts) -> tuple[str, ...]:
    """How far a catalog is, as cells of a table."""
    return tuple(
        f"{number:,}"
        for number in (
            counts.approved,
            counts.in_review,
            counts.drafts,
            counts.untranslated,
            counts.flagged,
            counts.words_left,
        )
    )


def print_summary(summary: Summary) -> None:
    """Print which PO files there are now and what waits in them; says nothing that is not so."""
    changed = [c for c in summary.catalogs if c.state is not CatalogState.UNCHANGED]
    same = len(summary.catalogs) - len(changed)
    listed = summary.catalogs if len(summary.catalogs) <= _FEW else changed
    if listed:
        rows = ((c.path, c.state.value, str(c.drafted), str(c.counts.entries), str(c.counts.flagged)) for c in listed)
        print_table(("PO file", "", "drafted", "entries", "flagged"), rows)
    print_text(_closing(summary, len(changed), same))
    for locale, engine in summary.engines:
        print_text(f"{locale}: {engine or 'no engine has this pair; nothing was drafted (see “newsdesk doctor”)'}")


def _closing(summary: Summary, changed: int, same: int) -> str:
    verb = "would be written" if summary.dry_run else "written"
    parts = [f"{count(changed, 'PO file')} {verb}" if changed else "Nothing new"]
    if same:
        parts.append(f"{count(same, 'PO file')} unchanged")
    if summary.flagged:
        parts.append(f"{count(summary.flagged, 'entry', 'entries')} with a flagged term")
    if summary.troubles:
        parts.append(f"{count(len(summary.troubles), 'problem')}")
    return ", ".join(parts) + "."


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table to stdout; text in it is shown as it is, whatever brackets it has."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, head in enumerate(heads):
        table.add_column(head, overflow="fold", justify="left" if number == 0 else "right")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    _console().print(table)


def print_text(text: str) -> None:
    """Print a line to stdout, as it is."""
    _console().print(text, markup=False, emoji=False, highlight=False, soft_wrap=True)


def _console() -> Console:
    from rich.console import Console

    # A file or cron's mail has no width: there a path stays in one piece, to be copied.
    return Console() if sys.stdout.isatty() else Console(width=_ANY_WIDTH)

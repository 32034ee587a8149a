"""All rows, by the part of the page that shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.speed import drafting, files, machines, nights, settled, starts
from benchmarks.speed.row import Row

PARTS: Mapping[str, Sequence[Row]] = {
    "Drafting": drafting.ROWS,
    "What it costs to begin": starts.ROWS,
    "Nights in which little is new": (*nights.ROWS, *settled.ROWS),
    "PO files": files.ROWS,
    "When one machine is not enough": machines.ROWS,
}
ROWS: Mapping[str, Row] = {row.name: row for rows in PARTS.values() for row in rows}

"""What is told of a PO file without a look at its texts: how far it is, and what of it is to be read again."""

from __future__ import annotations

from collections.abc import Mapping

from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Catalog
from translate.core.entries.template import Key
from translate.core.results.news import Corrected, corrected
from translate.core.results.summary import Counts, count
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """How far one PO file is."""

    counts: Counts
    corrected: tuple[Corrected, ...]
    """The approved texts whose source has been corrected."""


def figures_of(catalog: Catalog, lines: Mapping[Key, int]) -> Figures:
    """How far a PO file is.

    Args:
        catalog: What the file says.
        lines: The line of each entry's msgid.
    """
    catalog = cleared(catalog)
    return Figures(count(catalog), tuple(corrected(catalog, lines)))

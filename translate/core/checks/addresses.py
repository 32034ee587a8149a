"""Find identifiers that were lost or changed: addresses, handles, hashtags, file names, versions, placeholders."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.identifiers import identifiers


def check_addresses(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``address`` for each identifier of the source that the translation does not have as it is.

    The page in the other language is a translator's good right; then the warning is wrong, and rare.
    """
    wanted = {unit.source[one.start : one.end]: one for one in identifiers(unit.source)}
    for text, one in wanted.items():
        if text not in unit.target:
            others = ((other.start, other.end) for other in identifiers(unit.target) if other.kind is one.kind)
            other = next((span for span in others if unit.target[slice(*span)] not in unit.source), None)
            instead = f"; “{unit.target[slice(*other)]}” may stand in its place" if other else ""
            message = f"the {one.kind} “{text}” of the source is not here{instead}; copy it from the source"
            yield Finding("address", Level.WARNING, message, other)

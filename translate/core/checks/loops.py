"""Find phrases that a machine has written over and over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.repetition import phrases


def check_loops(unit: Unit) -> Iterator[Finding]:
    """Yield a warning where four words in a row come again, and more often than any four of the source."""
    allowed = max((1, *Counter(phrase for phrase, _ in phrases(unit.source)).values()))
    seen: Counter[tuple[str, ...]] = Counter()
    for phrase, span in phrases(unit.target):
        seen[phrase] += 1
        if seen[phrase] > allowed:
            shown = unit.target[slice(*span)]
            message = f"“{shown}” stands here again, as where a machine goes round in circles; delete what is too much"
            yield Finding("loop", Level.WARNING, message, span)
            return

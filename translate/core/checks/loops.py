"""Find phrases that a machine has written over and over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.text.spelling import fold

_WORD = re.compile(r"\w+")
_WORDS = 4


def check_loops(unit: Unit) -> Iterator[Finding]:
    """Yield a warning where four words in a row come again, and more often than any four of the source."""
    allowed = max((1, *Counter(phrase for phrase, _ in _phrases(unit.source)).values()))
    seen: Counter[tuple[str, ...]] = Counter()
    for phrase, span in _phrases(unit.target):
        seen[phrase] += 1
        if seen[phrase] > allowed:
            shown = unit.target[slice(*span)]
            message = f"“{shown}” stands here again, as where a machine goes round in circles; delete what is too much"
            yield Finding("loop", Level.WARNING, message, span)
            return


def _phrases(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Every four words in a row, and where they stand."""
    words = [(fold(word[0]), *word.span()) for word in _WORD.finditer(text)]
    for place in range(len(words) - _WORDS + 1):
        piece = words[place : place + _WORDS]
        yield tuple(word for word, _, _ in piece), (piece[0][1], piece[-1][2])

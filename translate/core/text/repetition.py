"""Find four words in a row that a text says again, as a machine does that goes round in circles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from translate.core.text.spelling import fold
from translate.core.text.words import WORD

WORDS = 4
"""So many in a row no sound text says twice, as a rule."""

Phrase = tuple[str, ...]


def phrases(text: str) -> Iterator[tuple[Phrase, tuple[int, int]]]:
    """Every four words in a row, whatever their capitals and the marks between them, and where they stand."""
    words = list(WORD.finditer(fold(text)))
    for place in range(len(words) - WORDS + 1):
        piece = words[place : place + WORDS]
        yield tuple(word[0] for word in piece), (piece[0].start(), piece[-1].end())


def repetitions(text: str) -> int:
    """How many of its phrases a text says again."""
    said = Counter(phrase for phrase, _ in phrases(text))
    return sum(times - 1 for times in said.values())

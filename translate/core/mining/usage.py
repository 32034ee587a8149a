"""How articles write words: with a capital, in small letters, by themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from translate.core.mining.rows import Row, Word
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """How the articles write words, by their small letters."""

    small: Counter[str]
    """How often in small letters."""
    capital: Counter[str]
    """How often with a capital that its place does not explain."""
    alone: frozenset[tuple[str, ...]] = frozenset()
    """The rows of capitalised words that stand somewhere in a sentence by themselves, word by word."""

    def commonness(self, word: str) -> float:
        """The share of a word's places that have it in small letters; 0 where none has."""
        small, capital = self.small[word], self.capital[word]
        return small / (small + capital) if small else 0.0


def usage_of(read: Iterable[tuple[Sequence[Word], Sequence[Row]]]) -> Usage:
    """How texts write words.

    Args:
        read: The words of each text, and its rows of capitalised ones.
    """
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    alone: set[tuple[str, ...]] = set()
    for words, rows in read:
        small.update(word.key for word in words if not word.capital)
        for row in rows:
            if row.told:
                capital.update(word.key for word in row.words[row.begins :] if word.capital)
                if not row.begins:
                    alone.add(tuple(word.text for word in row.words))
    return Usage(small, capital, frozenset(alone))

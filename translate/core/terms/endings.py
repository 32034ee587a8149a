"""What the end of a noun tells of its case and number, without a dictionary: ``-dele`` is a plural allative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache

from translate.core.terms.labels import Label
from translate.core.text.fingerprints import fingerprint
from translate.core.text.spelling import normalise
from translate.core.text.words import TOKEN
from translate.values import dataclass

LONGEST = 5
"""Letters of an ending at most."""
WHOLE = "^"
"""Stands before an ending that is a whole word."""
ANY = "*"
"""Stands for any ending: how often the nouns of a text are in which case and number at all."""


@dataclass(frozen=True, slots=True)
class Endings:
    """How the nouns of a language end, and in which case and number they then are; learnt from text, so never sure."""

    shares: Mapping[str, Sequence[tuple[Label, float]]] = field(hash=False)
    """For each ending, the share of each label among the words that have it; rare labels are left out."""

    @property
    def usual(self) -> Mapping[Label, float]:
        """How often a noun of a text has which label, whatever its ending."""
        return dict(self.shares.get(ANY, ()))

    @property
    def told(self) -> str:
        """All of it, in a few letters: what is made by other endings may differ."""
        return _told(self)

    def labels_of(self, text: str) -> Mapping[Label, float]:
        """How likely the last word of a text has which label; nothing where its ending is unknown."""
        return dict(next((self.shares[ending] for ending in endings_of(text) if ending in self.shares), ()))


@lru_cache(maxsize=256)  # Known languages do not change, and the endings of one are thousands.
def _told(endings: Endings) -> str:
    return fingerprint(f"{ending} {shares}" for ending, shares in sorted(endings.shares.items()))


def endings_of(text: str) -> Iterator[str]:
    """The endings that the last word of a text may be known by, the longest first.

    A hyphen or an apostrophe parts a name from its ending: the last word of ``NATO-le`` is ``le``.
    """
    words = TOKEN.findall(normalise(text).folded)
    if not words:
        return
    if len(words[-1]) <= LONGEST:
        yield WHOLE + words[-1]
    for start in range(max(0, len(words[-1]) - LONGEST), len(words[-1])):
        yield words[-1][start:]

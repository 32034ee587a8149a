"""What goes into an engine, and what comes back from it."""

from __future__ import annotations

from enum import StrEnum

from translate.core.terms.glossary import Term
from translate.core.terms.ways import Way
from translate.values import dataclass


class Mark(StrEnum):
    """What stands in the place of an identifier while an engine drafts the sentence around it."""

    BRACKETS = "[1]"
    NUMBER = "7391"
    WORD = "Qzxwv"
    """A word of no language, and a name as far as anybody can tell."""


@dataclass(frozen=True, slots=True)
class RequiredTerm:
    """A glossary term inside a source sentence, and how it may be rendered."""

    start: int
    """Offset of its first character in the sentence."""
    end: int
    forms: tuple[str, ...]
    """Accepted target forms in the capitals of the source, the preferred one first; never empty."""
    term: Term | None = None
    """The glossary's row, for an engine that knows grammar; None where there is none."""


@dataclass(frozen=True, slots=True)
class SourceSentence:
    """One sentence to translate, with the terms that its translation must have."""

    text: str
    """No white space around it, no line end in it, never empty."""
    terms: tuple[RequiredTerm, ...] = ()
    """In order of `start`; they do not overlap."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely an engine finds a text, token by token; those of several texts add up to that of all together."""

    total: float = 0.0
    """The sum of the natural log probabilities of all tokens."""
    tokens: int = 0
    """How many they are, the end of each sentence included; none where nothing is known."""

    def __add__(self, other: Likelihood) -> Likelihood:
        return Likelihood(self.total + other.total, self.tokens + other.tokens)

    @property
    def mean(self) -> float | None:
        """For each token; None where nothing is known."""
        return self.total / self.tokens if self.tokens else None


UNKNOWN = Likelihood()
"""Of a text that an engine says nothing about."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation that an engine offers."""

    text: str
    score: float | None = None
    """The engine's own score, higher is better; natural log probability where it has one, None where it has none."""
    likelihood: Likelihood = UNKNOWN
    """What can be compared between sentences, as the score, which may favour long ones, cannot."""
    ways: tuple[Way, ...] = ()
    """For each required term, how it came to stand there; empty where the engine does not say."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which pieces of a translation an engine made from which pieces of its source, as far as it tells."""

    sources: tuple[tuple[int, int], ...]
    """Where the pieces of the source stand in it, from left to right; one that cannot be found again has no width."""
    targets: tuple[tuple[int, int], ...]
    """The same of the translation."""
    weights: tuple[tuple[float, ...], ...]
    """For each piece of the translation what each piece of the source has given to it: shares, at most 1 together. None
    at all where nothing is known of a piece."""


@dataclass(frozen=True, slots=True)
class ScoredPiece:
    """A part of a translation as the engine's tokenizer cuts it, and how likely the engine finds it there."""

    start: int
    """Offset of its first character in the translation."""
    end: int
    score: float
    """Natural log probability, given the source and all that stands before it."""


@dataclass(frozen=True, slots=True)
class Scored:
    """How likely an engine finds a given translation of a given sentence."""

    pieces: tuple[ScoredPiece, ...]
    """From left to right; a piece that cannot be found in the text again has no width."""
    total: float
    """The sum over all pieces and the end of the sentence; comparable between translations of the same sentence."""

    @property
    def likelihood(self) -> Likelihood:
        """The same in the shape that an engine gives for its own translations."""
        return Likelihood(self.total, len(self.pieces) + 1)

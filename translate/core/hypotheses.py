"""What goes into an engine, and what comes back from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RequiredTerm:
    """A glossary term inside a source sentence, and how it may be rendered."""

    start: int
    """Offset of its first character in the sentence."""
    end: int
    forms: tuple[str, ...]
    """Accepted target forms, the preferred one first; never empty."""


@dataclass(frozen=True, slots=True)
class SourceSentence:
    """One sentence to translate, with the terms that its translation must have."""

    text: str
    """No white space around it, no line end in it, never empty."""
    terms: tuple[RequiredTerm, ...] = ()
    """In order of `start`; they do not overlap."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation that an engine offers."""

    text: str
    score: float | None = None
    """The engine's own score, higher is better; natural log probability where it has one, None where it has none."""


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

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

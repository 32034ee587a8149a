"""What core asks an engine for while it works on drafts; whoever drives it brings the answers."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, TypeVar

from translate.values import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Score:
    """Asks how likely the engine finds translations; answered with a `Scored` for each pair."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Again:
    """Asks for more translations; answered with a tuple of `Hypothesis` for each sentence, which may be empty."""

    sentences: tuple[str, ...]
    hypotheses: int
    without: tuple[str, ...] = ()
    """Phrases to bar."""


@dataclass(frozen=True, slots=True)
class Align:
    """Asks where the words of translations come from; answered with an `Alignment` for each pair."""

    pairs: tuple[tuple[str, str], ...]


Asking = Generator[Score | Again | Align, Any, T]
"""Work that yields its questions, takes the answers, and returns a T: many sentences ask together, in large batches."""

"""How likely an entry needs work, and why: the order in which a translator takes what waits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Where a reason comes from."""

    GLOSSARY = "glossary"
    CHECK = "check"
    MODEL = "model"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks against a translation."""

    kind: Kind
    text: str
    """What it is, in a few words that a translator follows, without a full stop."""
    weight: float
    """What it adds to the risk, in the risk's own unit."""


@dataclass(frozen=True, slots=True)
class Risk:
    """How likely an entry needs work."""

    score: float = 0.0
    """From 0, nothing speaks against it, to 1."""
    reasons: tuple[Reason, ...] = ()
    """The heaviest first; never empty where the score is over 0."""

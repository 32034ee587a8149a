"""The drafts of a sentence among which one is chosen, and the places in them that its terms may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from translate.core.terms.labels import Label
from translate.core.terms.ways import AS_IS, How, Way
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a draft that give way to a term."""

    start: int
    end: int
    labels: Mapping[Label, float] = field(default_factory=dict)
    """In which case and number they are: the probability of each."""
    price: float = 0.0
    """What speaks against it, in nats for each token of the sentence."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of a sentence as it is, or with well-known words in place of some of its terms."""

    text: str
    mean: float | None
    """The engine's mean log probability of its tokens, given the sentence that it was drafted from."""
    rank: int = 1
    """Its place among the engine's offers for the sentence as it is."""
    carried: Mapping[int, Place] = field(default_factory=dict)
    """Where the well-known words stand, by the numbers of the terms whose place they took."""

    @property
    def way(self) -> Way:
        """How a term came that stands in it without more ado."""
        if self.carried:
            return Way(How.REDRAFTED)
        return AS_IS if self.rank == 1 else Way(How.N_BEST, rank=self.rank)

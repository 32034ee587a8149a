"""What became of a sentence, as drafts are assembled from it (`jobs.Said`)."""

from dataclasses import dataclass

from translate.core.offers import UNKNOWN, Likelihood
from translate.core.terms.demands import TermOutcome
from translate.core.terms.ways import Way


@dataclass(frozen=True)
class Told:
    text: str
    ways: tuple[Way, ...] = ()
    likelihood: Likelihood = UNKNOWN
    avoided: tuple[TermOutcome, ...] = ()
    in_parts: bool = False

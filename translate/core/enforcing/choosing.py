"""Ask an engine for a sentence with its terms, and take the best of what it offers."""

from __future__ import annotations

from collections.abc import Sequence

from translate.core.offers import Hypothesis, RequiredTerm, SourceSentence
from translate.core.terms.demands import Demands
from translate.core.terms.glossary import Term
from translate.core.terms.verification import forbidden, verify
from translate.core.terms.ways import AS_IS, How, Way
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """The hypothesis that was taken for a sentence."""

    text: str
    rank: int
    """Its place among the hypotheses, 1 for the engine's own first choice."""

    @property
    def how(self) -> Way:
        """How its terms came about."""
        return AS_IS if self.rank == 1 else Way(How.N_BEST, rank=self.rank)


def to_translate(text: str, asked: Demands) -> SourceSentence:
    """A sentence as engines want it, with the enforced terms in it."""
    return SourceSentence(
        text,
        tuple(RequiredTerm(m.start, m.end, forms_for(m.term, text[m.start : m.end]), m.term) for m in asked.enforced),
    )


def forms_for(term: Term, surface: str) -> tuple[str, ...]:
    """A term's accepted forms in the capitals of the text: ALL CAPS, or a capital that the sentence start gave."""
    if surface.isupper() and not term.source.isupper():
        return tuple(form.upper() for form in term.accepted)
    if surface[:1].isupper() and term.source[:1].islower():
        capitalised = tuple(form[:1].upper() + form[1:] for form in term.accepted)
        return (*capitalised, *term.accepted)  # An engine may put it elsewhere than at the start.
    return term.accepted


def choose(hypotheses: Sequence[Hypothesis], asked: Demands, among: Sequence[int] | None = None) -> Choice:
    """Take the first hypothesis that meets every demand; failing that, the first of those that meet most.

    Args:
        hypotheses: What the engine offers, best first; at least one.
        asked: The demands on this sentence.
        among: The places, counted from 0, of the hypotheses that may be taken; None for all of them.
    """
    faults = {n: _faults(asked, hypotheses[n].text) for n in (among or range(len(hypotheses)))}
    rank = min(faults, key=lambda n: (faults[n], n))
    return Choice(hypotheses[rank].text, rank + 1)


def _faults(asked: Demands, text: str) -> int:
    missing = verify(asked.matches, text).missing if asked.matches else ()
    return len(missing) + len(forbidden(asked.bans, asked.matches, text))

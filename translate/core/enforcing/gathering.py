"""Gather drafts of sentences that lack terms: few where these agree, many where they do not.

Each sentence is drafted with one carrier first. Where that says the same case as the words that would give way to the
term, more carriers and other offers of the engine hardly ever make another draft of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import partial

from translate.core.enforcing.candidate import Candidate
from translate.core.enforcing.carriers import redraft
from translate.core.enforcing.filling import UNRESOLVED_PRICE, Filling, cheapest, fill
from translate.core.enforcing.places import Knowledge
from translate.core.enforcing.pool import Draft
from translate.core.enforcing.voting import Said, heard
from translate.core.questions import Again, Asking
from translate.core.terms.glossary import Term
from translate.values import dataclass

HYPOTHESES = 8
"""Of a sentence whose draft lacks terms."""
FIRST = 1
"""Carriers that a sentence is drafted with before it is known whether more are wanted."""
CHEAP = 0.1
"""The price of a draft that is not compared with the engine's other offers for its sentence."""


@dataclass(slots=True)
class Gathered:
    """A sentence that lacks terms, with the drafts of it and the cheapest way to put its terms into one of them."""

    candidate: Candidate
    known: Knowledge
    offers: list[Draft] = field(default_factory=list)
    """The engine's, its own first choice left out."""
    redrafts: list[Draft] = field(default_factory=list)
    """With carriers."""
    filling: Filling | None = None
    """None where there is none that is sound."""

    @property
    def pool(self) -> list[Draft]:
        """All drafts, the engine's own first choice first."""
        return [Draft(self.candidate.text, self.candidate.likelihood.mean), *self.offers, *self.redrafts]

    @property
    def carriers(self) -> Mapping[int, Said]:
        """What the carriers of each term say."""
        return {number: heard(self.redrafts, number) for number in range(len(self.candidate.terms))}

    @property
    def agrees(self) -> bool:
        """Whether each carrier came through and says one case; what one says of a name is not enough."""
        wanted, carriers = self.candidate.wanted(), self.carriers
        return all(len(carriers[number]) == 1 and not self.candidate.is_name(number) for number in wanted)

    @property
    def is_settled(self) -> bool:
        """Whether there is a draft that is worth it and has all terms, whose words say what its carriers say."""
        found = self.filling
        if found is None or found.disagreements or found.price >= UNRESOLVED_PRICE:  # That of a term that lacks, too.
            return False
        # Where nothing is known of the words that give way, nobody has agreed with the carriers.
        return all(place.labels for place in found.places.values())

    def fill(self) -> None:
        """Look for the cheapest way again."""
        # A draft that lacks nothing is not given up for another one.
        tried = self.pool if self.candidate.missing() else self.pool[:1]
        self.filling = cheapest(self.candidate, tried, partial(fill, self.candidate, self.carriers, self.known))


def gather(several: Sequence[Gathered], stand_ins: Sequence[Term]) -> Asking[None]:
    """Draft sentences again until it is settled which drafts they get.

    Args:
        several: The sentences, of which nothing but the engine's own first choice is known; their drafts and fillings
            are put there.
        stand_ins: The language's carriers.

    Yields:
        What to ask the engine.
    """
    yield from _redraft(several, stand_ins, last=FIRST)
    agreed = [one for one in several if one.agrees]
    for one in agreed:
        one.fill()
    settled = {id(one): one for one in agreed if one.is_settled}
    cheap = {name for name, one in settled.items() if one.filling and one.filling.price <= CHEAP}
    yield from _offer([one for one in several if one.candidate.missing() and id(one) not in cheap])
    yield from _redraft([one for one in several if id(one) not in settled], stand_ins, first=FIRST)
    for one in several:
        if id(one) not in cheap:
            one.fill()


def _redraft(
    several: Sequence[Gathered], stand_ins: Sequence[Term], *, first: int = 0, last: int | None = None
) -> Asking[None]:
    drafts = yield from redraft([one.candidate for one in several], stand_ins, first=first, last=last)
    for one, own in zip(several, drafts, strict=True):
        one.redrafts += own


def _offer(several: Sequence[Gathered]) -> Asking[None]:
    if not several:
        return
    answers = yield Again(tuple(one.candidate.case.source for one in several), HYPOTHESES)
    for one, hypotheses in zip(several, answers, strict=True):
        # If its first choice is another one than the present draft, it has what is forbidden.
        others = [offer for offer in hypotheses if offer.text not in {one.candidate.text, one.candidate.drafted}]
        texts = {offer.text: offer for offer in others}
        one.offers = [Draft(offer.text, offer.likelihood.mean, rank) for rank, offer in enumerate(texts.values(), 2)]

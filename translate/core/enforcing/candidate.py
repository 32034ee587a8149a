"""A sentence on its way up the ladder: its draft, what is missing in it, and how its terms came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from translate.core.enforcing.damage import damaged
from translate.core.offers import UNKNOWN, Hypothesis, Likelihood
from translate.core.terms.demands import Demands, choose
from translate.core.terms.verification import Rendering, forbidden, verify
from translate.core.terms.ways import AS_IS, Way


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence to draft, and what the glossary asks of its draft."""

    source: str
    asked: Demands
    """With offsets in the sentence."""


@dataclass(slots=True)
class Candidate:
    """A case with its present draft."""

    case: Case
    drafted: str
    """The engine's own first choice."""
    text: str
    likelihood: Likelihood = UNKNOWN
    """Of the engine's own first choice."""
    ways: dict[int, Way] = field(default_factory=dict)
    """How the terms came, by their place among the enforced ones."""
    given_up: set[int] = field(default_factory=set)
    """Terms that nothing more is tried for."""
    _seen: dict[str, tuple[Rendering, ...]] = field(default_factory=dict)

    @classmethod
    def start(cls, case: Case, offers: Sequence[Hypothesis]) -> Candidate:
        """Take the best of what an engine offers, of those that are sound beside its first choice."""
        own, terms = offers[0].text, case.asked.enforced
        sound = [n for n, offer in enumerate(offers) if not damaged(case.source, own, offer.text, terms)]
        choice = choose(offers, case.asked, among=sound)
        candidate = cls(case, offers[0].text, choice.text, offers[0].likelihood)
        first = candidate.renderings(candidate.drafted)
        for number, rendering in enumerate(candidate.renderings()):
            if rendering.found:
                candidate.ways[number] = AS_IS if first[number].found else choice.how
        return candidate

    def renderings(self, text: str | None = None) -> tuple[Rendering, ...]:
        """What renders each enforced term in the present draft, or in another one."""
        text = self.text if text is None else text
        if text not in self._seen:
            self._seen[text] = verify(self.case.asked.matches, text).renderings
        return self._seen[text]

    def missing(self, text: str | None = None) -> list[int]:
        """The terms, by their place among the enforced ones, that have to be there and are not."""
        return [number for number, rendering in enumerate(self.renderings(text)) if rendering.missing]

    def offences(self, text: str | None = None) -> int:
        """How many forbidden renderings there are."""
        asked = self.case.asked
        return len(forbidden(asked.bans, asked.matches, self.text if text is None else text))

    def is_taken(self, start: int, end: int) -> bool:
        """Whether a term stands in a span of the present draft, or within a word of it."""
        places = ((r.found.start, r.found.end) if r.found else r.within for r in self.renderings())
        return any(place and place[0] < end and start < place[1] for place in places)

    def take(self, text: str, how: Iterable[tuple[int, Way]]) -> bool:
        """Take a draft in place of the present one if it has more of the terms and is sound.

        Args:
            text: The draft.
            how: How terms came into it, by their place among the enforced ones.

        Returns:
            Whether it was taken.
        """
        missing = self.missing(text)
        if len(missing) >= len(self.missing()) or self.offences(text) > self.offences():
            return False
        if damaged(self.case.source, self.drafted, text, self.case.asked.enforced):
            return False
        self.text = text
        named = dict(how)
        others = next(iter(named.values()), AS_IS)  # What comes along unasked comes in the same way.
        for number, rendering in enumerate(self.renderings()):
            if rendering.found and (number in named or number not in self.ways):
                self.ways[number] = named.get(number, others)
        return True

    def take_clean(self, text: str, how: Way) -> bool:
        """Take a draft with fewer forbidden renderings in place of the present one, if it lacks no more terms."""
        if self.offences(text) >= self.offences() or len(self.missing(text)) > len(self.missing()):
            return False
        if damaged(self.case.source, self.drafted, text, self.case.asked.enforced):
            return False
        self.text = text
        self.ways = {number: how for number, rendering in enumerate(self.renderings()) if rendering.found}
        return True

"""A sentence on its way to a draft with its terms: what is missing in it, and how its terms came."""

from __future__ import annotations

from collections import Counter
from dataclasses import field

from translate.core.enforcing.damage import damaged
from translate.core.offers import UNKNOWN, Hypothesis, Likelihood
from translate.core.terms.demands import Demands, TermOutcome
from translate.core.terms.glossary import NAMES, Action, Term
from translate.core.terms.matching import TermMatch
from translate.core.terms.paradigms import labelled
from translate.core.terms.verification import ForbiddenHit, Rendering, forbidden, verify
from translate.core.terms.ways import How, Way
from translate.core.text.spelling import fold
from translate.core.text.words import TIED_WORD
from translate.values import dataclass

_QUOTES = frozenset("\"'“”„‘’‚«»‹›")


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence to draft, and what the glossary asks of its draft."""

    source: str
    asked: Demands
    """With offsets in the sentence."""


@dataclass(slots=True)
class Candidate:
    """A case with its present draft. Terms go by their numbers, their places among the enforced ones."""

    case: Case
    drafted: str
    """The engine's own first choice."""
    text: str
    terms: tuple[TermMatch, ...]
    """The enforced terms as they were found in the source."""
    likelihood: Likelihood = UNKNOWN
    """Of the engine's own first choice."""
    known: frozenset[int] = frozenset()
    """Terms for which the engine has the glossary's word by itself, when it is asked for nothing else."""
    ways: dict[int, Way] = field(default_factory=dict)
    """How the terms came that did not stand in the engine's own first choice, or what is told of those that lack."""
    avoided: list[TermOutcome] = field(default_factory=list)
    """The forbidden renderings that the engine's own first choice had."""
    _seen: dict[str, tuple[Rendering, ...]] = field(default_factory=dict)

    @classmethod
    def start(cls, case: Case, first: Hypothesis) -> Candidate:
        """Begin with an engine's own first choice."""
        return cls(case, first.text, first.text, case.asked.enforced, first.likelihood)

    def surface(self, number: int) -> str:
        """A term in the letters of the source."""
        match = self.terms[number]
        return self.case.source[match.start : match.end]

    def is_plural(self, number: int) -> bool:
        """Whether the source has a term in another spelling than its first, such as the plural."""
        return self.surface(number).lower() in {variant.lower() for variant in self.terms[number].term.variants}

    def is_name(self, number: int) -> bool:
        """Whether a term is a name, which no engine translates."""
        return _is_name(self.terms[number].term)

    def renderings(self, text: str | None = None) -> tuple[Rendering, ...]:
        """What renders each enforced term in the present draft, or in another one."""
        text = self.text if text is None else text
        if text not in self._seen:
            self._seen[text] = verify(self.case.asked.matches, text).renderings
        return self._seen[text]

    def missing(self, text: str | None = None) -> list[int]:
        """The terms that have to be there and are not."""
        return [number for number, rendering in enumerate(self.renderings(text)) if rendering.missing]

    def lacking(self, text: str) -> list[int]:
        """The terms that another draft lacks, with those that it has only within a word where the present one has none.

        A word that goes on behind a term may say it or may not, so it is no reason to give up the present draft.
        """
        told = enumerate(zip(self.renderings(text), self.renderings(), strict=True))
        return [n for n, (there, here) in told if there.missing or (there.told_of and here.missing)]

    def wanted(self, text: str | None = None) -> list[int]:
        """The terms that are missing, and the names that stand there in their base form, as no name needs to."""
        told = enumerate(self.renderings(text))
        return [number for number, rendering in told if rendering.missing or self._is_bare(rendering)]

    def _is_bare(self, rendering: Rendering) -> bool:
        match, found = rendering.match, rendering.found
        if found is None or found.form.text != match.term.target or not _is_name(match.term):
            return False
        quoted = {self.case.source[match.start - 1 : match.start], self.case.source[match.end : match.end + 1]}
        in_quotes = len(quoted & _QUOTES) == len(quoted)  # There a base form is right in any case.
        return not in_quotes and len(labelled(match.term)) > 1

    def offences(self, text: str | None = None) -> int:
        """How many forbidden renderings there are."""
        return len(self._forbidden(self.text if text is None else text))

    def is_cleaned_by(self, text: str) -> bool:
        """Whether a draft has fewer forbidden renderings than the present one and lacks nothing that this one has.

        The network may well leave the word out that it must not use, or leave it as the source has it.
        """
        left, present = (Counter(hit.rendering for hit in self._forbidden(one)) for one in (text, self.text))
        if not left < present or not set(self.missing(text)) <= set(self.missing()):
            return False
        words, before, source = (_words(one) for one in (text, self.drafted, self.case.source))
        copied = {word for word in words if word in source} - set(before)
        return len(words) >= len(before) and not copied and self.is_sound(text)

    def take_clean(self, text: str) -> None:
        """Take a draft in place of the present one, for its lack of forbidden renderings."""
        gone = Counter(hit.rendering for hit in self._forbidden(text))
        for hit in self._forbidden(self.text):
            if gone[hit.rendering]:
                gone[hit.rendering] -= 1
                continue
            was = self.text[hit.start : hit.end]
            source = hit.term.source or hit.rendering
            self.avoided.append(TermOutcome(source, was, None, Way(How.AVOIDED), forbidden=True))
        self.text = text
        self.ways = {number: Way(How.CLEANED) for number, rendering in enumerate(self.renderings()) if rendering.found}

    def _forbidden(self, text: str) -> tuple[ForbiddenHit, ...]:
        return forbidden(self.case.asked.bans, self.case.asked.matches, text)

    def is_taken(self, start: int, end: int, text: str | None = None) -> bool:
        """Whether a term stands in a span of the present draft or of another one, or within a word of it."""
        places = ((r.found.start, r.found.end) if r.found else r.within or r.unlisted for r in self.renderings(text))
        return any(place and place[0] < end and start < place[1] for place in places)

    def is_sound(self, text: str) -> bool:
        """Whether a draft may be taken in place of the present one: no damage is done, nothing forbidden comes in."""
        if self.offences(text) > self.offences():
            return False
        return not damaged(self.case.source, self.drafted, text, self.terms)


def _is_name(term: Term) -> bool:
    return term.kind in NAMES or term.action in {Action.KEEP, Action.INFLECT}


def _words(text: str) -> list[str]:
    return TIED_WORD.findall(fold(text))

"""Climb, rung by rung, until every glossary term stands in its sentence's draft.

The rungs, each for what the ones before it left missing:

1. another hypothesis of the engine that has the term (n-best);
2. the sentence drafted again with a well-known word in the term's place (`substitution`);
3. the words that stand for the term replaced by the form of it that the engine finds likeliest (`replacement`);
4. where the draft has no word for the term, the term between two words, with a flag.

Before rung 2, a sentence with a rendering that the glossary forbids is drafted again with all forms of it barred. A
step that damages the sentence is not taken; what is still missing then is told. Forms are compared by the log
probability of the frame that they stand in, never by the score that comes with a forced prefix: that is no measure.
After "translate, align, repair" of Bogoychev and Chen (WMT 2023); what the numbers in these rooms rest on is in
``benchmarks/glossary``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.core.enforcing.candidate import Candidate, Case
from translate.core.enforcing.form_ranking import capitalised
from translate.core.enforcing.questions import Again, Asking
from translate.core.enforcing.replacement import repair
from translate.core.enforcing.substitution import redraft
from translate.core.offers import UNKNOWN, Hypothesis, Likelihood
from translate.core.terms.language import Language
from translate.core.terms.verification import forbidden
from translate.core.terms.ways import AS_IS, How, Way

STAND_IN_TURNS = 2
MOST_REPAIRS = 8
"""Terms put into one sentence."""
HYPOTHESES_WITHOUT = 4


@dataclass(frozen=True, slots=True)
class Enforced:
    """What the ladder made of a case."""

    text: str
    ways: tuple[Way, ...]
    """For each enforced term, how it came to stand there."""
    likelihood: Likelihood = UNKNOWN
    """Of the engine's own first choice. That of the text with its terms tells less of its worth: a term that an engine
    would not have chosen makes any sentence unlikely (``benchmarks/risk.py``)."""


def first_choice(case: Case, offers: Sequence[Hypothesis]) -> Enforced:
    """The lowest rung alone, for an engine that cannot climb: the best of what it offers.

    Args:
        case: The sentence.
        offers: What the engine offers, best first; at least one.
    """
    return _told(Candidate.start(case, offers))


def climb(cases: Sequence[Case], offers: Sequence[Sequence[Hypothesis]], language: Language) -> Asking[list[Enforced]]:
    """Enforce the demands on many sentences together.

    Args:
        cases: The sentences.
        offers: What the engine offers for each of them, best first; at least one.
        language: The language of the drafts.

    Yields:
        What to ask the engine.

    Returns:
        What became of each case, in order.
    """
    candidates = [Candidate.start(case, offer) for case, offer in zip(cases, offers, strict=True)]
    # First, since it drafts anew: what the next rungs put into a sentence would be lost by it.
    yield from _without_forbidden([c for c in candidates if c.offences()])
    for turn in range(STAND_IN_TURNS):
        yield from redraft([c for c in candidates if c.missing()], language.stand_ins, turn)
    for _ in range(MOST_REPAIRS):
        if not (yield from repair(candidates, language)):
            break
    return [_told(candidate) for candidate in candidates]


def _told(candidate: Candidate) -> Enforced:
    ways = (candidate.ways.get(number, AS_IS) for number in range(len(candidate.case.asked.enforced)))
    return Enforced(candidate.text, tuple(ways), candidate.likelihood)


def _without_forbidden(candidates: Sequence[Candidate]) -> Asking[None]:
    """Draft again what has a forbidden rendering, with all forms of it barred."""
    by_phrases: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in candidates:
        by_phrases.setdefault(_barred(candidate), []).append(candidate)
    for phrases, same in by_phrases.items():
        answers = yield Again(tuple(c.case.source for c in same), HYPOTHESES_WITHOUT, phrases)
        for candidate, hypotheses in zip(same, answers, strict=True):
            next((h for h in hypotheses if candidate.take_clean(h.text, Way(How.CLEANED))), None)


def _barred(candidate: Candidate) -> tuple[str, ...]:
    """Every form of the forbidden renderings that stand in a draft, in the capitals that a text may give them."""
    asked = candidate.case.asked
    forms: list[str] = []
    for hit in forbidden(asked.bans, asked.matches, candidate.text):
        forms += hit.term.accepted if hit.term in asked.bans else hit.term.forbid
        forms.append(candidate.text[hit.start : hit.end])
    return tuple(sorted({spelling for form in forms for spelling in (form, capitalised(form))}))

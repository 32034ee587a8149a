"""Choose the grammatical form of a term that a place wants.

Whoever knows something of it has a vote: the carriers of the term, each in a draft of its own (`carriers`); the words
that give way, by their ending; the number of the mention in the source; how often each case is wanted at all; then,
for the best few forms, how likely the engine finds each of them in its place, and of names how likely it finds other
well-known words there (`Language.voters`). No single one of them is right often enough. The weights are rounded from
a fit on half of the sets that ``benchmarks/glossary/README.md`` tells of.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from translate.core.enforcing.pool import Draft, Place
from translate.core.terms.endings import Endings
from translate.core.terms.glossary import Term
from translate.core.terms.labels import Label
from translate.core.terms.paradigms import labelled
from translate.values import dataclass

NUMBER = 1.5
USUAL = 1.3
VOTERS = 2.0


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each voice counts."""

    carriers: float
    own: float
    """Of the words that give way, where they are those of a carrier, or occlusion found them."""
    wording: float
    """Of the same, where they are the engine's wording for the term."""
    score: float


WORD = Weights(carriers=3.0, own=1.0, wording=3.0, score=2.0)
NAME = Weights(carriers=4.0, own=0.5, wording=0.5, score=0.5)
"""The network garbles names that it does not know; then neither their endings nor its score are worth much."""


def weights_for(*, name: bool) -> Weights:
    """The weights for a name, or for another term."""
    return NAME if name else WORD


Slot = tuple[str, str]
"""Number and case of a label, the slot of a form among those of its word; genders and the like follow from the word."""
Said = Mapping[Slot, float]
"""The share of each case in what somebody says."""
Ranking = list[tuple[str, float]]
"""Forms with their worth in nats, the best first."""


def case_of(label: Label) -> Slot:
    """The part of a label that a place asks for."""
    return label.number, label.case


def cases_of(term: Term, form: str) -> set[Slot]:
    """The cases that a form of a term may be."""
    return {case_of(label) for text, label in labelled(term) if text == form}


def heard(drafts: Iterable[Draft], number: int) -> Said:
    """What the carriers of a term say; nothing where none came through."""
    return _mean([_shares(draft.carried[number].labels) for draft in drafts if number in draft.carried])


def rank(
    term: Term, *, plural: bool, carriers: Said, place: Place, weights: Weights, own: float, endings: Endings | None
) -> Ranking:
    """Rank all forms of a term by what is known without asking the engine again.

    Args:
        term: The term.
        plural: Whether the source has its plural.
        carriers: What its carriers say.
        place: The place.
        weights: How much each voice counts.
        own: How much the words that give way count.
        endings: What is known of the language's cases.

    Returns:
        The forms; those that nothing is known of in the glossary's order.
    """
    replaced = _shares(place.labels)
    usual = _shares(endings.usual) if endings else {}
    number = "pl" if plural else "sg"
    worth = dict.fromkeys(term.accepted, 0.0)
    for form, label in labelled(term):
        case = case_of(label)
        said = weights.carriers * carriers.get(case, 0.0) + own * replaced.get(case, 0.0) + USUAL * usual.get(case, 0.0)
        worth[form] = max(worth[form], said + NUMBER * (label.number == number))
    return sorted(worth.items(), key=lambda item: -item[1])


def reconsider(
    ranking: Ranking, term: Term, likely: Mapping[str, float], ballots: Sequence[Mapping[Slot, float]], weights: Weights
) -> Ranking:
    """Rank the best few forms again by what the engine says of them.

    Args:
        ranking: All forms.
        term: Their term.
        likely: The log probability of the draft with each of the best few.
        ballots: The log probability of the draft about each of several well-known words instead, by its case.
        weights: How much each voice counts.

    Returns:
        All forms; those that the engine was not asked about keep their worth.
    """
    shares = softmax(likely)
    said = _mean([softmax(ballot) for ballot in ballots])
    worth = dict(ranking)
    for form, share in shares.items():
        voted = max((said[case] for case in cases_of(term, form) if case in said), default=0.0)
        worth[form] += weights.score * share + VOTERS * voted
    return sorted(worth.items(), key=lambda item: -item[1])


def sureness(ranking: Ranking) -> float:
    """The probability of the best form, between 0 and 1."""
    return softmax(dict(ranking))[ranking[0][0]]


T = TypeVar("T", bound=Hashable)


def softmax(logs: Mapping[T, float]) -> dict[T, float]:
    """Shares of log probabilities."""
    top = max(logs.values(), default=0.0)
    likely = {key: math.exp(value - top) for key, value in logs.items()}
    total = sum(likely.values())
    return {key: value / total for key, value in likely.items()}


def _mean(several: Sequence[Said]) -> dict[Slot, float]:
    said: defaultdict[Slot, float] = defaultdict(float)
    for one in several:
        for case, share in one.items():
            said[case] += share / len(several)
    return said


def _shares(labels: Mapping[Label, float]) -> dict[Slot, float]:
    shares: defaultdict[Slot, float] = defaultdict(float)
    for label, share in labels.items():
        shares[case_of(label)] += share
    return shares

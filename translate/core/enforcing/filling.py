"""Put the terms of a sentence into one of its drafts, and tell what that costs.

All prices are in nats for each token of the sentence: what a draft is less likely than the engine's own first choice,
and what speaks against its places. The constants were chosen by hand on half of the sets that
``benchmarks/glossary/README.md`` tells of; within a factor of two of them little changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace

from translate.core.enforcing.candidate import Candidate
from translate.core.enforcing.capitals import in_place
from translate.core.enforcing.places import Knowledge, find_places
from translate.core.enforcing.pool import Draft, Place
from translate.core.enforcing.voting import Ranking, Said, case_of, cases_of, rank, sureness, weights_for
from translate.core.offers import Scored
from translate.core.terms.ways import How, Way
from translate.values import dataclass

REDRAFTED_PRICE = 0.2
DISAGREEMENT_PRICE = 0.1
UNSURE_PRICE = 0.35
"""Of a form that is certainly wrong; a likely one costs a share of it."""
UNRESOLVED_PRICE = 0.4
"""Of a term that is left to a person: what costs more than that is not done for it. The engine knows it by itself, so
it may be another word here: the “lists” of “Lists all files” is no “list”."""
UNHEARD_OF_PRICE = 0.8
"""The same of a term for which the engine never has the glossary's word by itself."""
NAMELESS_PRICE = 5.0
"""The same of a name, which should never lack."""
DOUBTFUL = 8.5
"""Nats by which the beginning of a term surprises the engine in its place: of wrong terms, nine of ten do by more. How
much less likely the whole draft becomes tells wrong terms from right ones less well."""
DOUBTFUL_NAME = 5.8
"""The same of a name, which has few other beginnings."""
SURE_OF_CASE = 0.5
"""The probability at which a name in its base form is put into another case."""
_SURE = 0.1
"""The price of a place at which the words in it are not known to be the engine's wording for the term."""


@dataclass(slots=True)
class Filling:
    """A draft with the forms that its terms are to have in their places."""

    candidate: Candidate
    draft: Draft
    places: Mapping[int, Place]
    rankings: dict[int, Ranking]
    """For each place the forms of its term, the best first."""
    disagreements: frozenset[int]
    """The terms whose carriers say another case than the words that give way, or than the form that stands there."""
    price: float = 0.0
    """What the draft costs with its terms, before it is asked how sure their forms are."""
    left: Mapping[int, str] = field(default_factory=dict)
    """The names that are left as they stand there, with the form that was likelier."""
    surprise: Mapping[int, float] = field(default_factory=dict)
    """For each term that was put into its place, by how many nats its beginning surprises the engine there."""

    @property
    def text(self) -> str:
        """The draft with the best form in each place."""
        return self.with_forms({})

    def with_forms(self, other: Mapping[int, str]) -> str:
        """The draft with the best form in each place, but for some terms with another one, or another word."""
        return self._filled(other)[0]

    @property
    def spans(self) -> dict[int, tuple[int, int]]:
        """Where the terms that were put into their places stand in the text."""
        return self._filled({})[1]

    def _filled(self, other: Mapping[int, str]) -> tuple[str, dict[int, tuple[int, int]]]:
        candidate, draft = self.candidate, self.draft.text
        text, spans, done = "", {}, 0
        for number, place in sorted(self.places.items(), key=lambda item: item[1].start):
            form = other.get(number, self.rankings[number][0][0])
            text += draft[done : place.start]
            start = len(text)
            text += in_place(form, place, draft, candidate.surface(number), candidate.terms[number].term.source)
            spans[number] = start, len(text)
            done = place.end
        return text + draft[done:], spans

    @property
    def is_worth_it(self) -> bool:
        """Whether it costs less than to leave all terms to a person."""
        missing = self.candidate.missing()
        unsure = sum(UNSURE_PRICE * (1 - sureness(self.rankings[number])) for number in self.places)
        return not missing or self.price + unsure < _left_out(self.candidate, missing)

    def leave_unsure(self) -> None:
        """Leave the names as they are that stand there already, and of which it is not sure that they should change."""
        there = self.candidate.renderings(self.draft.text)
        unsure = {
            number
            for number in self.places
            if there[number].found is not None and sureness(self.rankings[number]) < SURE_OF_CASE
        }
        self.left = {number: self.rankings[number][0][0] for number in unsure}
        self.places = {number: place for number, place in self.places.items() if number not in unsure}

    def hear(self, scored: Scored) -> None:
        """Take in how likely the engine finds the text."""
        self.surprise = {
            number: -next((piece.score for piece in scored.pieces if piece.start <= start < piece.end), 0.0)
            for number, (start, _) in self.spans.items()
        }

    def settle(self) -> None:
        """Make it the candidate's draft, and note how each term came that the present one did not have."""
        candidate = self.candidate
        before, candidate.text = candidate.renderings(), self.text
        put_in = self.spans
        for number, rendering in enumerate(candidate.renderings()):
            if rendering.found is None:
                continue
            # Of several mentions of a term, another one may stand there now, or a part of the form.
            here = [n for n, (a, b) in put_in.items() if a < rendering.found.end and rendering.found.start < b]
            if here:
                candidate.ways[number] = self._way(here[0])
            elif number in self.left and self.left[number] != rendering.found.form.text:
                candidate.ways[number] = replace(self.draft.way, doubtful=True)
            elif before[number].found is None:
                candidate.ways[number] = self.draft.way

    def _way(self, number: int) -> Way:
        place, ranking = self.places[number], self.rankings[number]
        was = self.draft.text[place.start : place.end]
        if self.candidate.renderings(self.draft.text)[number].found and was == ranking[0][0]:
            return self.draft.way  # A name that may stay as it is.
        way = Way(How.REDRAFTED) if number in self.draft.carried else Way(How.REPAIRED, was=was)
        if len(ranking) > 1:
            way = replace(way, margin=round(ranking[0][1] - ranking[1][1], 1), also=ranking[1][0])
        return replace(way, doubtful=self._is_doubtful(number))

    def _is_doubtful(self, number: int) -> bool:
        if self.candidate.is_name(number):
            return self._is_torn(number) or self.surprise.get(number, 0.0) > DOUBTFUL_NAME
        # Only the engine's own wording for a term has a case to be trusted.
        disagree = number in self.disagreements and _is_wording(self.draft, number, self.places[number])
        return disagree or self._is_torn(number) or self.surprise.get(number, 0.0) > DOUBTFUL

    def _is_torn(self, number: int) -> bool:
        """Whether a hyphen ties a term that was drafted anew: what it ties easily gets lost, as in “Narva-based”."""
        return number in self.draft.carried and self.candidate.terms[number].compound


def price_of(draft: Draft, candidate: Candidate) -> float:
    """What a draft costs before any term is put into it."""
    own, mean = candidate.likelihood.mean, draft.mean
    less_likely = max(0.0, own - mean) if own is not None and mean is not None else 0.0
    return less_likely + (REDRAFTED_PRICE if draft.carried else 0.0)


def fill(candidate: Candidate, carriers: Mapping[int, Said], known: Knowledge, draft: Draft) -> Filling:
    """Put terms into their places in a draft, each in the form that is likeliest before the engine is asked again.

    Args:
        candidate: The sentence.
        carriers: What the carriers of each term say.
        known: What helps to find the places.
        draft: One of the sentence's drafts.
    """
    places = find_places(candidate, draft, known)
    rankings = {}
    # Of a name that stands there already, nothing but its carriers can tell that it should stand in another case.
    standing = [n for n, rendering in enumerate(candidate.renderings(draft.text)) if rendering.found]
    places = {n: place for n, place in places.items() if n not in standing or carriers[n]}
    for number, place in places.items():
        sure = _is_wording(draft, number, place)
        weights = weights_for(name=candidate.is_name(number))
        rankings[number] = rank(
            candidate.terms[number].term,
            plural=candidate.is_plural(number),
            carriers=carriers[number],
            place=place,
            weights=weights,
            own=weights.wording if sure else weights.own,
            endings=known.endings,
        )
    disagreements = frozenset(_disagreements(candidate, draft, places, rankings, carriers))
    filling = Filling(candidate, draft, places, rankings, disagreements)
    filling.price = (
        price_of(draft, candidate)
        + sum(place.price for place in places.values())
        + DISAGREEMENT_PRICE * len(disagreements)
        + _left_out(candidate, candidate.lacking(filling.text))
    )
    return filling


def _is_wording(draft: Draft, number: int, place: Place) -> bool:
    """Whether a place has the engine's own wording for a term, and one that it has more often than not."""
    return number not in draft.carried and place.price < _SURE


def _left_out(candidate: Candidate, missing: Iterable[int]) -> float:
    return sum(_price_without(candidate, number) for number in missing)


def _price_without(candidate: Candidate, number: int) -> float:
    if candidate.is_name(number):
        return NAMELESS_PRICE
    return UNRESOLVED_PRICE if number in candidate.known else UNHEARD_OF_PRICE


def cheapest(candidate: Candidate, pool: Iterable[Draft], filled: Callable[[Draft], Filling]) -> Filling | None:
    """The cheapest way to put the terms of a sentence into one of its drafts.

    Args:
        candidate: The sentence.
        pool: Its drafts.
        filled: Puts the terms into a draft.

    Returns:
        Of all that is sound and lacks no term that the engine's own draft has; None where there is nothing.
    """
    best: Filling | None = None
    for draft in sorted(pool, key=lambda draft: price_of(draft, candidate)):
        if best is not None and price_of(draft, candidate) >= best.price:
            break  # Nor are those behind it.
        filling = filled(draft)
        cheaper = best is None or filling.price < best.price
        if cheaper and set(candidate.missing(filling.text)) <= set(candidate.missing()):
            best = filling if candidate.is_sound(filling.text) else best
    return best


def _disagreements(
    candidate: Candidate,
    draft: Draft,
    places: Mapping[int, Place],
    rankings: Mapping[int, Ranking],
    carriers: Mapping[int, Said],
) -> Iterable[int]:
    for number, rendering in enumerate(candidate.renderings(draft.text)):
        said, term = carriers.get(number), candidate.terms[number].term
        if not said:
            continue
        if number in places:
            labels, form = places[number].labels, rankings[number][0][0]
            cases = [case_of(max(labels, key=lambda label: labels[label]))] if labels else []
        elif rendering.found is not None:
            cases, form = [max(said, key=lambda case: said[case])], rendering.found.form.text
        else:
            continue
        if any(case not in cases_of(term, form) for case in cases):
            yield number

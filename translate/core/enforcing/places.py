"""Which words of a draft stand for a term.

Three ways, the surest first: the well-known word that the sentence was drafted with (`carriers`); the engine's own
wording for the term (`lexicon`); occlusion: the draft is scored once with the whole source and once with the term left
out, and the words that lose most are the term's. None of them needs attention, which in these models is unreliable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from translate import patterns
from translate.core.enforcing.candidate import Candidate
from translate.core.enforcing.lexicon import Found, Lexicon, find, key
from translate.core.enforcing.pool import Draft, Place
from translate.core.offers import Scored
from translate.core.questions import Asking, Score
from translate.core.terms.compounds import within_compound
from translate.core.terms.endings import Endings
from translate.core.text.words import TIED_WORD
from translate.values import dataclass

LEAST_DROP = 1.5
"""Nats that a word must lose by occlusion to stand for the term."""
DROP_SHARE = 0.5
"""A neighbour stands for it too if it loses this share of that."""
_SHORTEST = 3
"""Letters of a word that may stand for a term: shorter ones are mostly function words."""
OCCLUDED_PRICE = 0.1
UNUSUAL_PRICE = 0.2
"""Of a wording that the engine hardly ever has; one that it has in every second case or more is free."""

Occluded = Mapping[int, tuple[int, int]]
"""The span of the engine's own draft that stands for a term, by the term's number."""

_TIE_BEFORE = patterns.compile(r"(?:\w[.:]|[%$]\()$")
_TIE_BEHIND = patterns.compile(r"[.:]\w|://")
"""Of the parts of an address, and of a placeholder with a name."""
_MARKUP_BEFORE = frozenset("$%#@&/\\<{=_^~*")
_MARKUP_BEHIND = frozenset("$%#@/\\>}=_^~*(")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What helps to find the places of a sentence's terms."""

    lexicon: Lexicon
    """The engine's wordings for its terms."""
    occluded: Occluded
    """What occlusion found in its first draft."""
    endings: Endings | None
    """What the endings of the language tell of case and number; None where nobody has written it down."""


def find_places(candidate: Candidate, draft: Draft, known: Knowledge) -> dict[int, Place]:
    """The places in a draft of the terms that are to be put into it.

    Returns:
        The places by the numbers of their terms, none of them overlapping; a term that has none is left out.
    """
    text = draft.text
    places = dict(draft.carried)
    for number in candidate.wanted(text):
        if number in places:
            continue
        bare = candidate.renderings(text)[number].found
        if bare is not None:
            places[number] = Place(bare.start, bare.end)
            continue
        found = find_wording(candidate, text, number, known.lexicon, tuple(places.values()))
        if found is not None:
            price = UNUSUAL_PRICE * (1 - min(1.0, 2 * found.weight))
            span = found.start, found.end
        elif (
            text == candidate.drafted
            and number in known.occluded
            and Free(candidate, text, number, tuple(places.values()))(*known.occluded[number])
        ):
            price, span = OCCLUDED_PRICE, known.occluded[number]
        else:
            continue
        labels = known.endings.labels_of(text[slice(*span)]) if known.endings else {}
        places[number] = Place(*span, labels, price)
    return places


def find_wording(
    candidate: Candidate, text: str, number: int, lexicon: Lexicon, taken: Sequence[Place] = ()
) -> Found | None:
    """The words of a draft that are the engine's wording for a term, if they are free to give way."""
    match = candidate.terms[number]
    free = Free(candidate, text, number, taken)
    # A compound of the term must be one of it when it is verified.
    joins = match.compounding is not None and " " not in match.term.target
    in_words = joins and bool(within_compound(match.term.target, match.term.source))
    at = match.start / len(candidate.case.source)
    return find(lexicon.get(key(match.term), ()), text, free, at, in_words=in_words)


def occlude(asked: Sequence[tuple[Candidate, int]]) -> Asking[list[tuple[int, int] | None]]:
    """Find the words that lose most where a term is left out of the source.

    Args:
        asked: Sentences, each with the number of one of its terms.

    Yields:
        What to ask the engine.

    Returns:
        For each of them the span of the engine's own draft; None where no word loses enough.
    """
    if not asked:
        return []
    whole = [(candidate.case.source, candidate.drafted) for candidate, _ in asked]
    without = [(_without(candidate, number), candidate.drafted) for candidate, number in asked]
    pairs = tuple(dict.fromkeys((*whole, *without)))
    scored = dict(zip(pairs, (yield Score(pairs)), strict=True))
    return [
        _stands_for(candidate, number, scored[base], scored[less])
        for (candidate, number), base, less in zip(asked, whole, without, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Free:
    """Tells whether a span of a draft may give way: it is no other term's, no number and no part of markup."""

    candidate: Candidate
    text: str
    number: int
    """The term that it is to give way to; the digits of this one may."""
    taken: Sequence[Place] = field(default=())

    def __call__(self, start: int, end: int) -> bool:
        """Whether it may."""
        text, words = self.text, self.text[start:end]
        if any(place.start < end and start < place.end for place in self.taken):
            return False
        if text[max(0, start - 1) : start] in _MARKUP_BEFORE or text[end : end + 1] in _MARKUP_BEHIND or "_" in words:
            return False
        if _TIE_BEFORE.search(text, max(0, start - 2), start) or _TIE_BEHIND.match(text, end):
            return False
        term = self.candidate.terms[self.number].term
        own_digits = _digits(words) <= _digits(f"{term.source}{term.target}")
        return own_digits and not self.candidate.is_taken(start, end, text)


def _without(candidate: Candidate, number: int) -> str:
    """The source without a term: without any mention of it, since another one would speak for the same words."""
    source, term = candidate.case.source, candidate.terms[number].term
    for match in reversed(candidate.terms):  # Right to left, so earlier offsets stay true while we cut.
        if match.term == term:
            source = f"{source[: match.start]} {source[match.end :]}"
    return " ".join(source.split()) or "."


def _stands_for(candidate: Candidate, number: int, base: Scored, without: Scored) -> tuple[int, int] | None:
    """The word that loses most, with neighbours that lose nearly as much; no more words than the term has itself."""
    text, free = candidate.drafted, Free(candidate, candidate.drafted, number)
    words = [word.span() for word in TIED_WORD.finditer(text)]
    taken = [n for n, (start, end) in enumerate(words) if end - start >= _SHORTEST and free(start, end)]
    drops = {n: _sum(base, *words[n]) - _sum(without, *words[n]) for n in taken}
    best = max(drops, key=lambda n: drops[n], default=None)
    if best is None or drops[best] < LEAST_DROP:
        return None
    least = max(DROP_SHARE * drops[best], LEAST_DROP / 2)
    most = max(len(form.split()) for form in candidate.terms[number].term.accepted)
    first = last = best
    while last - first + 1 < most:
        sides = [(first - 1, first), (last + 1, last)]
        near = [n for n, edge in sides if drops.get(n, 0.0) >= least and _side_by_side(text, words[n], words[edge])]
        if not near:
            break
        strongest = max(near, key=lambda n: drops[n])
        first, last = min(first, strongest), max(last, strongest)
    return words[first][0], words[last][1]


def _digits(text: str) -> set[str]:
    return {char for char in text if char.isdigit()}


def _side_by_side(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return text[min(one[1], other[1]) : max(one[0], other[0])] == " "


def _sum(scored: Scored, start: int, end: int) -> float:
    return sum(piece.score for piece in scored.pieces if max(piece.start, start) < min(piece.end, end))

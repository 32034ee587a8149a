"""Put a missing term into a draft: in place of the words that stand for it, or where the draft has none, between words.

Which words stand for a term is found by occlusion: the draft is scored once with the whole source and once with the
term left out; the words that lose most are the term's. This needs no attention, which in these models is unreliable.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.core.enforcing.candidate import Candidate
from translate.core.enforcing.form_ranking import Frame, rank
from translate.core.enforcing.questions import Asking, Score
from translate.core.offers import Scored
from translate.core.terms.glossary import Term
from translate.core.terms.language import Language
from translate.core.terms.ways import How, Way
from translate.core.text.words import TIED_WORD

FORMS = 5
"""Forms tried in the place of a word."""
FORMS_INSERTED = 2
LEAST_DROP = 1.5
"""Nats that a word must lose by occlusion to stand for the term."""
DROP_SHARE = 0.3
"""A neighbour stands for it too if it loses this share of that."""
TAIL = 2
"""Words behind a change that are scored with it; those further on hardly tell forms apart."""

_TIE_BEFORE = re.compile(r"\w[.:]$")
_TIE_BEHIND = re.compile(r"[.:]\w|://")
"""Of the parts of an address."""
_MARKUP_BEFORE = frozenset("$%#@&/\\<{=_^~*")
_MARKUP_BEHIND = frozenset("$%#@/\\>}=_^~*(")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a missing term may go in a draft."""

    candidate: Candidate
    number: int
    """The term's place among the enforced ones."""
    start: int
    end: int
    """The span of the draft that gives way; empty for an insertion."""

    @property
    def was(self) -> str:
        """The words that give way."""
        return self.candidate.text[self.start : self.end]

    @property
    def frame(self) -> Frame:
        """The place as a frame for forms, with the part of the rest that is scored."""
        before, rest = self._around
        ends = [word.end() for word in TIED_WORD.finditer(rest)]
        kept = ends[TAIL - 1] if len(ends) >= TAIL else len(rest)
        match = self.candidate.renderings()[self.number].match
        return Frame(self.candidate.case.source, match, before, rest[:kept], whole=kept == len(rest))

    def with_form(self, form: str) -> str:
        """The draft with a form in the place."""
        _, rest = self._around
        frame = self.frame
        return frame.filled(form.upper() if self._shouts else form) + rest[len(frame.after) :]

    @property
    def _shouts(self) -> bool:
        """Whether a word is in ALL CAPS here, and not as an acronym is."""
        match = self.candidate.renderings()[self.number].match
        surface = self.candidate.case.source[match.start : match.end]
        whole = " " in self.candidate.text.strip() and self.candidate.text.isupper()
        return whole or (
            len(self.was) > 1 and self.was.isupper() and surface.isupper() and surface != match.term.source
        )

    @property
    def _around(self) -> tuple[str, str]:
        before, rest = self.candidate.text[: self.start], self.candidate.text[self.end :]
        if self.start < self.end:
            return before, rest
        if rest[:1].isalnum():
            return before, f" {rest}"
        before = before.rstrip()
        return f"{before} " if before else "", rest


def repair(candidates: Sequence[Candidate], language: Language) -> Asking[bool]:
    """Give each sentence that lacks a term one more of them, in the likeliest form at the likeliest place.

    Args:
        candidates: The sentences. A term that finds no place is given up.
        language: The language of the drafts.

    Yields:
        What to ask the engine.

    Returns:
        Whether there was anything to do.
    """
    missing = [(c, n) for c in candidates if (n := _next(c)) is not None]
    if not missing:
        return False
    whole = tuple((c.case.source, c.text) for c, _ in missing)
    occluded = tuple((_occluded(c, n), c.text) for c, n in missing)
    scored = yield Score((*whole, *occluded))
    halves = zip(missing, scored[: len(missing)], scored[len(missing) :], strict=True)
    places = [_stands_for(candidate, number, base, without) for (candidate, number), base, without in halves]
    # Votes are dear, and between words there is little to tell cases apart by.
    yield from _fill([place for place in places if place.was], language.voters)
    yield from _fill([place for place in places if not place.was], ())
    return True


def _fill(places: Sequence[Place], known: Sequence[Term]) -> Asking[None]:
    ranked = yield from rank([place.frame for place in places], [_promising(place) for place in places], known)
    for place, forms in zip(places, ranked, strict=True):
        _take_best(place, forms)


def _next(candidate: Candidate) -> int | None:
    if not candidate.text.strip():
        return None  # Nothing to put it into.
    return next((number for number in candidate.missing() if number not in candidate.given_up), None)


def _occluded(candidate: Candidate, number: int) -> str:
    """The source without a term: without any mention of it, since another one would speak for the same words."""
    source, term = candidate.case.source, candidate.renderings()[number].match.term
    for match in reversed(candidate.case.asked.enforced):  # Right to left, so earlier offsets stay true while we cut.
        if match.term == term:
            source = f"{source[: match.start]} {source[match.end :]}"
    return " ".join(source.split()) or "."


def _stands_for(candidate: Candidate, number: int, base: Scored, without: Scored) -> Place:
    """The place of the words that lose most by occlusion; one between two words where none loses enough."""
    text = candidate.text
    words = [word.span() for word in TIED_WORD.finditer(text)]
    drops = [_sum(base, *word) - _sum(without, *word) for word in words]
    free = {n for n, word in enumerate(words) if _is_free(candidate, *word)}
    best = max(free, key=lambda n: drops[n], default=None)
    if best is None or drops[best] < LEAST_DROP:
        gap = _gap(candidate, number)
        return Place(candidate, number, gap, gap)
    least = max(DROP_SHARE * drops[best], LEAST_DROP / 2)
    first = last = best
    while first - 1 in free and drops[first - 1] >= least and text[words[first - 1][1] : words[first][0]] == " ":
        first -= 1
    while last + 1 in free and drops[last + 1] >= least and text[words[last][1] : words[last + 1][0]] == " ":
        last += 1
    return Place(candidate, number, words[first][0], words[last][1])


def _sum(scored: Scored, start: int, end: int) -> float:
    return sum(piece.score for piece in scored.pieces if max(piece.start, start) < min(piece.end, end))


def _is_free(candidate: Candidate, start: int, end: int) -> bool:
    """Whether a word may give way: it is no other term's, no number and no part of markup."""
    text = candidate.text
    marked = text[start - 1 : start] in _MARKUP_BEFORE if start else False
    marked = marked or (end < len(text) and text[end] in _MARKUP_BEHIND)
    marked = marked or bool(_TIE_BEFORE.search(text, max(0, start - 2), start) or _TIE_BEHIND.match(text, end))
    word = text[start:end]
    return not (marked or "_" in word or any(map(str.isdigit, word)) or candidate.is_taken(start, end))


def _gap(candidate: Candidate, number: int) -> int:
    """The gap between two words that is as far on in the draft as the term is in the source.

    To score several gaps costs as much as all the rest of a repair, and made no better drafts.
    """
    text, source = candidate.text, candidate.case.source
    match = candidate.renderings()[number].match
    starts = [word.start() for word in TIED_WORD.finditer(text)]
    gaps = [at for at in starts if at > 1 and text[at - 1] == " " and (text[at - 2].isalnum() or text[at - 2] in ",;")]
    gaps = [at for at in gaps if not candidate.is_taken(at - 1, at + 1) or not candidate.is_taken(at - 2, at - 1)]
    gaps.append(len(text.rstrip(".:!?…)\"”'’» ")))
    wanted = (match.start + match.end) / 2 / len(source) * len(text)
    return min(gaps, key=lambda at: abs(at - wanted))


def _promising(place: Place) -> list[str]:
    """The forms worth a try: the first ones of the glossary, then those that end like the words that give way."""
    forms = place.candidate.renderings()[place.number].match.term.accepted
    if not place.was:
        return list(forms[:FORMS_INSERTED])
    rest = sorted(forms[FORMS // 2 :], key=lambda form: -_same_ending(form, place.was))
    return [*forms[: FORMS // 2], *rest][:FORMS]


def _same_ending(a: str, b: str) -> int:
    pairs = zip(reversed(a.lower()), reversed(b.lower()), strict=False)
    return next((n for n, (x, y) in enumerate(pairs) if x != y), min(len(a), len(b)))


def _take_best(place: Place, ranked: Sequence[tuple[str, float]]) -> None:
    """Take the best form that makes a sound draft; give the term up where none does."""
    for (form, worth), (other, less) in zip(ranked, [*ranked[1:], ("", -math.inf)], strict=True):
        how = Way(How.REPAIRED if place.was else How.INSERTED, was=place.was)
        if math.isfinite(worth - less):
            how = replace(how, margin=round(worth - less, 1), also=other)
        if place.candidate.take(place.with_form(form), [(place.number, how)]):
            return
    place.candidate.given_up.add(place.number)

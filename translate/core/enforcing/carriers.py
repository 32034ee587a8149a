"""Draft a sentence again with well-known words in place of its missing terms.

A small network does not know how “Kursk” or “data navigator” inflects, but it knows how “table” does. The draft with
the well-known word, its carrier, is one whose sentence and case go together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from translate.core.enforcing.candidate import Candidate
from translate.core.enforcing.capitals import capitalised, dressed_alike
from translate.core.enforcing.pool import Draft, Place
from translate.core.questions import Again, Asking
from translate.core.terms.glossary import Term
from translate.core.terms.matching import TermMatch
from translate.core.terms.paradigms import labelled
from translate.core.terms.verification import verify
from translate.values import dataclass

ROUNDS = 5
"""Carriers that each term is drafted with, one after the other."""
ROUNDS_UNKNOWN = 8
"""The same in a sentence with a name, or with a term for which the engine has another word: its own draft of that says
least."""
HYPOTHESES = 2
"""Of a disguised sentence: the second one is taken where no carrier came through in the first."""
_STEM = 4


@dataclass(frozen=True, slots=True)
class Substitute:
    """A carrier in the place of a term."""

    number: int
    """The term's place among the enforced ones."""
    match: TermMatch
    carrier: Term
    plural: bool


def redraft(
    candidates: Sequence[Candidate], known: Sequence[Term], *, first: int = 0, last: int | None = None
) -> Asking[list[list[Draft]]]:
    """Draft sentences again, several times each, with carriers in place of the terms that they want.

    Args:
        candidates: The sentences.
        known: The language's carriers.
        first: The round to begin with, counted from 0.
        last: The round to end before; None for all that there are.

    Yields:
        What to ask the engine.

    Returns:
        For each sentence the drafts in which at least one carrier came through, once and in a form of its own.
    """
    rounds = (islice(_plans(candidate, known), first, last) for candidate in candidates)
    plans = [(n, plan) for n, several in enumerate(rounds) for plan in several]
    drafts: list[list[Draft]] = [[] for _ in candidates]
    if not plans:
        return drafts
    answers = yield Again(tuple(_disguised(candidates[n].case.source, plan) for n, plan in plans), HYPOTHESES)
    for (n, plan), hypotheses in zip(plans, answers, strict=True):
        tried = ((h, _all_carried(candidates[n], plan, h.text)) for h in hypotheses)
        best = next(((hypothesis, carried) for hypothesis, carried in tried if carried), None)
        if best is not None:
            drafts[n].append(Draft(best[0].text, best[0].likelihood.mean, carried=best[1]))
    return drafts


def disguised_as(candidate: Candidate, number: int, carrier: Term) -> str:
    """The source of a sentence about a carrier in place of one of its terms."""
    substitute = Substitute(number, candidate.terms[number], carrier, candidate.is_plural(number))
    return _disguised(candidate.case.source, [substitute])


def _plans(candidate: Candidate, known: Sequence[Term]) -> Iterator[list[Substitute]]:
    """For each round a carrier for each term, none of them a word of the sentence; as many terms as there are words."""
    source = candidate.case.source.lower()
    targets = {match.term.target for match in candidate.terms}
    usable = [term for term in known if term.source not in source and term.target not in targets]
    wanted = candidate.wanted()[: len(usable)]
    easy = candidate.known.issuperset(wanted) and not any(map(candidate.is_name, wanted))
    rounds = ROUNDS if easy else ROUNDS_UNKNOWN
    for turn in range(min(rounds, len(usable)) if wanted else 0):
        yield [
            Substitute(
                number, candidate.terms[number], usable[(turn + place) % len(usable)], candidate.is_plural(number)
            )
            for place, number in enumerate(wanted)
        ]


def _disguised(source: str, plan: Sequence[Substitute]) -> str:
    """The source with the carriers in it."""
    # Right to left, so earlier offsets stay true while we cut.
    for substitute in sorted(plan, key=lambda s: s.match.start, reverse=True):
        word = substitute.carrier.variants[0] if substitute.plural else substitute.carrier.source
        start, end = substitute.match.start, substitute.match.end
        before = re.sub(r"\b([Aa])n $", r"\1 ", source[:start])  # No carrier begins with a vowel.
        source = before + _dressed(word, source, substitute.match) + source[end:]
    return source


def _dressed(word: str, source: str, match: TermMatch) -> str:
    """A carrier in the capitals that a common word has in the term's place: those of a name are its own."""
    before, after = source[: match.start], source[match.end :]
    if f"{before}{after}".isupper():
        return word.upper()
    if match.term.source[:1].isupper():
        return word if any(map(str.isalnum, before)) else capitalised(word)
    return dressed_alike(word, source[match.start : match.end])


def _all_carried(candidate: Candidate, plan: Sequence[Substitute], text: str) -> dict[int, Place]:
    """Where the carriers stand in a draft, by the numbers of their terms; nothing where another one is left in it."""
    carried = {s.number: place for s in plan if (place := _carried(candidate, s, text))}
    return {} if any(_leaks(candidate, s, text, 0) for s in plan if s.number not in carried) else carried


def _carried(candidate: Candidate, substitute: Substitute, text: str) -> Place | None:
    """Where a carrier stands in a draft; None if it does not, or more than once, in whatever way."""
    verified = verify([TermMatch(substitute.carrier, 0, 1)], text)
    found = verified.renderings[0].found
    if found is None or verified.excess or _leaks(candidate, substitute, text, 1):
        return None
    labels = [label for form, label in labelled(substitute.carrier) if form == found.form.text]
    return Place(found.start, found.end, dict.fromkeys(labels, 1 / len(labels)))


def _leaks(candidate: Candidate, substitute: Substitute, text: str, times: int) -> bool:
    """Whether a carrier is there more often than that, as part of another word, as a verb or untranslated."""
    low, drafted = text.lower(), candidate.drafted.lower()
    stem, word = _stem(substitute), substitute.carrier.source
    own = times if stem in word else 0
    return low.count(stem) > drafted.count(stem) + times or low.count(word) > drafted.count(word) + own


def _stem(substitute: Substitute) -> str:
    """What the forms of a carrier begin with; the base form where that is hardly anything."""
    columns = zip(*(form.text for form in substitute.carrier.forms), strict=False)
    shared = "".join(letters[0] for letters in takewhile(lambda letters: len(set(letters)) == 1, columns))
    return shared if len(shared) >= _STEM else substitute.carrier.target

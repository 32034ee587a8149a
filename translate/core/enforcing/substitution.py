"""Draft a sentence again with well-known words in place of its missing terms, and put the terms back in their forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product, takewhile

from translate.core.enforcing.candidate import Candidate
from translate.core.enforcing.form_ranking import capitalised
from translate.core.enforcing.questions import Again, Asking
from translate.core.terms.glossary import Term
from translate.core.terms.labels import Label
from translate.core.terms.matching import TermMatch
from translate.core.terms.paradigms import labelled
from translate.core.terms.verification import FormMatch, verify
from translate.core.terms.ways import How, Way

HYPOTHESES = 1
"""Of a disguised sentence: more of them cost more than they find."""
COMBINATIONS = 4
"""Drafts that are tried where a stand-in's form may be of several cases."""
_STEM = 4
"""Letters that tell a word's stem."""
_ACRONYM = 3
"""Letters that capitals may have without the text being in ALL CAPS."""


@dataclass(frozen=True, slots=True)
class Substitute:
    """A stand-in in the place of a missing term."""

    number: int
    """The term's place among the enforced ones."""
    match: TermMatch
    stand_in: Term
    plural: bool


def redraft(candidates: Sequence[Candidate], known: Sequence[Term], turn: int) -> Asking[None]:
    """Try stand-ins for what is missing in some sentences.

    Args:
        candidates: The sentences.
        known: The language's stand-ins.
        turn: 0 for all missing terms of a sentence together, n for the first of them alone, each time another stand-in.

    Yields:
        What to ask the engine.
    """
    plans = [(candidate, plan) for candidate in candidates if (plan := _plan(candidate, known, turn))]
    if not plans:
        return
    disguised = tuple(_disguised(candidate.case.source, plan) for candidate, plan in plans)
    answers = yield Again(disguised, HYPOTHESES)
    for (candidate, plan), hypotheses in zip(plans, answers, strict=True):
        how = [(substitute.number, Way(How.REDRAFTED)) for substitute in plan]
        texts = (text for h in hypotheses for text in _undisguised(h.text, plan))
        next((text for text in texts if not _leaks(candidate, plan, text) and candidate.take(text, how)), None)


def _plan(candidate: Candidate, known: Sequence[Term], turn: int) -> list[Substitute]:
    """A stand-in for each missing term, none of them a word of the sentence."""
    source = candidate.case.source.lower()
    targets = {match.term.target for match in candidate.case.asked.enforced}
    usable = [term for term in known if term.source not in source and term.target not in targets]
    missing = candidate.missing()
    wanted = missing if turn == 0 else missing[:1]
    if len(usable) < len(wanted):
        return []
    plan = []
    for place, number in enumerate(wanted):
        match = candidate.renderings()[number].match
        surface = candidate.case.source[match.start : match.end].lower()
        plural = surface in {variant.lower() for variant in match.term.variants}
        plan.append(Substitute(number, match, usable[(turn + place) % len(usable)], plural))
    return plan


def _disguised(source: str, plan: Sequence[Substitute]) -> str:
    """The source with the stand-ins in it."""
    # Right to left, so earlier offsets stay true while we cut.
    for substitute in sorted(plan, key=lambda s: s.match.start, reverse=True):
        word = substitute.stand_in.variants[0] if substitute.plural else substitute.stand_in.source
        start, end = substitute.match.start, substitute.match.end
        before = re.sub(r"\b([Aa])n $", r"\1 ", source[:start])  # No stand-in begins with a vowel.
        source = before + _dressed(word, source, substitute.match) + source[end:]
    return source


def _dressed(word: str, source: str, match: TermMatch) -> str:
    """A stand-in in the capitals that a common word has in the term's place: those of a name are its own."""
    before, after = source[: match.start], source[match.end :]
    if f"{before}{after}".isupper():
        return word.upper()
    if match.term.source[:1].isupper():
        return word if any(map(str.isalnum, before)) else capitalised(word)
    return _in_capitals_of(word, source[match.start : match.end])


def _undisguised(text: str, plan: Sequence[Substitute]) -> Iterator[str]:
    """The translation with the terms in place of the stand-ins, if each of these stands in it exactly once."""
    places: list[tuple[FormMatch, list[str]]] = []
    for substitute in plan:
        verified = verify([TermMatch(substitute.stand_in, 0, 1)], text)
        found = verified.renderings[0].found
        if found is None or verified.excess:
            return
        places.append((found, _forms_like(substitute.match.term, substitute.stand_in, found.form.text)))
    places.sort(key=lambda place: place[0].start, reverse=True)
    for forms in islice(product(*(forms for _, forms in places)), COMBINATIONS):
        changed = text
        for (found, _), form in zip(places, forms, strict=True):
            form_here = _in_capitals_of(form, text[found.start : found.end])
            changed = changed[: found.start] + form_here + changed[found.end :]
        yield changed


def _leaks(candidate: Candidate, plan: Sequence[Substitute], text: str) -> bool:
    """Whether a stand-in is still there in some form, as part of another word, as a verb or untranslated."""
    traces = [trace for substitute in plan for trace in (_stem(substitute), substitute.stand_in.source)]
    return any(text.lower().count(trace) > candidate.drafted.lower().count(trace) for trace in traces)


def _stem(substitute: Substitute) -> str:
    """What the forms of a stand-in begin with; the base form where that is hardly anything."""
    columns = zip(*(form.text for form in substitute.stand_in.forms), strict=False)
    shared = "".join(letters[0] for letters in takewhile(lambda letters: len(set(letters)) == 1, columns))
    return shared if len(shared) >= _STEM else substitute.stand_in.target


def _forms_like(term: Term, stand_in: Term, form: str) -> list[str]:
    """The term's forms with the labels that a stand-in's form may have; the base form where the glossary has none."""
    labels = [label for text, label in labelled(stand_in) if text == form]
    own = [_first(term, label) or _first(term, label.in_other_number) for label in labels]
    return list(dict.fromkeys(text for text in own if text)) or [term.target]


def _first(term: Term, label: Label) -> str | None:
    return next((text for text, one in labelled(term) if one == label), None)


def _in_capitals_of(word: str, surface: str) -> str:
    if surface.isupper() and len(surface) > _ACRONYM:
        return word.upper()
    return capitalised(word) if surface[:1].isupper() else word

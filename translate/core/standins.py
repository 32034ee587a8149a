"""Draft a sentence again with well-known words in place of its missing terms, and put the terms back in their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product, takewhile

from translate.core.climber import Climber
from translate.core.formchoice import capitalised
from translate.core.glossary import Form, Term
from translate.core.matching import TermMatch
from translate.core.requests import Again, Asking
from translate.core.verification import FormMatch, verify

HYPOTHESES = 1
"""Of a disguised sentence: more of them cost more than they find."""
COMBINATIONS = 4
"""Drafts that are tried where a carrier's form may be of several cases."""
_STEM = 4
"""Letters that tell a word's stem."""
_ACRONYM = 3
"""Letters that capitals may have without the text being in ALL CAPS."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A carrier in the place of a missing term."""

    number: int
    """The term's place among the enforced ones."""
    match: TermMatch
    carrier: Term
    plural: bool


def redraft(climbers: Sequence[Climber], known: Sequence[Term], turn: int) -> Asking[None]:
    """Try carriers for what is missing in some sentences.

    Args:
        climbers: The sentences.
        known: The locale's carriers.
        turn: 0 for all missing terms of a sentence together, n for the first of them alone, each time another carrier.

    Yields:
        What to ask the engine.
    """
    plans = [(climber, plan) for climber in climbers if (plan := _plan(climber, known, turn))]
    if not plans:
        return
    disguised = tuple(_disguised(climber.case.source, plan) for climber, plan in plans)
    answers = yield Again(disguised, HYPOTHESES)
    for (climber, plan), hypotheses in zip(plans, answers, strict=True):
        how = [(stand_in.number, "redrafted") for stand_in in plan]
        texts = (text for h in hypotheses for text in _undisguised(h.text, plan))
        next((text for text in texts if not _leaks(climber, plan, text) and climber.take(text, how)), None)


def _plan(climber: Climber, known: Sequence[Term], turn: int) -> list[StandIn]:
    """A carrier for each missing term, none of them a word of the sentence."""
    source = climber.case.source.lower()
    targets = {match.term.target for match in climber.case.asked.enforced}
    usable = [term for term in known if term.source not in source and term.target not in targets]
    missing = climber.missing()
    wanted = missing if turn == 0 else missing[:1]
    if len(usable) < len(wanted):
        return []
    plan = []
    for place, number in enumerate(wanted):
        match = climber.renderings()[number].match
        surface = climber.case.source[match.start : match.end].lower()
        plural = surface in {variant.lower() for variant in match.term.variants}
        plan.append(StandIn(number, match, usable[(turn + place) % len(usable)], plural))
    return plan


def _disguised(source: str, plan: Sequence[StandIn]) -> str:
    """The source with the carriers in it."""
    # Right to left, so earlier offsets stay true while we cut.
    for stand_in in sorted(plan, key=lambda s: s.match.start, reverse=True):
        word = stand_in.carrier.variants[0] if stand_in.plural else stand_in.carrier.source
        start, end = stand_in.match.start, stand_in.match.end
        before = re.sub(r"\b([Aa])n $", r"\1 ", source[:start])  # No carrier begins with a vowel.
        source = before + _dressed(word, source, stand_in.match) + source[end:]
    return source


def _dressed(word: str, source: str, match: TermMatch) -> str:
    """A carrier in the capitals that a common word has in the term's place: those of a name are its own."""
    before, after = source[: match.start], source[match.end :]
    if f"{before}{after}".isupper():
        return word.upper()
    if match.term.source[:1].isupper():
        return word if any(map(str.isalnum, before)) else capitalised(word)
    return _in_capitals_of(word, source[match.start : match.end])


def _undisguised(text: str, plan: Sequence[StandIn]) -> Iterator[str]:
    """The translation with the terms in place of the carriers, if each of these stands in it exactly once."""
    places: list[tuple[FormMatch, list[str]]] = []
    for stand_in in plan:
        verified = verify([TermMatch(stand_in.carrier, 0, 1)], text)
        found = verified.renderings[0].found
        if found is None or verified.excess:
            return
        places.append((found, _forms_like(stand_in.match.term, stand_in.carrier, found.form.text)))
    places.sort(key=lambda place: place[0].start, reverse=True)
    for forms in islice(product(*(forms for _, forms in places)), COMBINATIONS):
        changed = text
        for (found, _), form in zip(places, forms, strict=True):
            form_here = _in_capitals_of(form, text[found.start : found.end])
            changed = changed[: found.start] + form_here + changed[found.end :]
        yield changed


def _leaks(climber: Climber, plan: Sequence[StandIn], text: str) -> bool:
    """Whether a carrier is still there in some form, as part of another word, as a verb or untranslated."""
    traces = [trace for stand_in in plan for trace in (_stem(stand_in), stand_in.carrier.source)]
    return any(text.lower().count(trace) > climber.drafted.lower().count(trace) for trace in traces)


def _stem(stand_in: StandIn) -> str:
    """What the forms of a carrier begin with; the base form where that is hardly anything."""
    columns = zip(*(form.text for form in stand_in.carrier.forms), strict=False)
    shared = "".join(letters[0] for letters in takewhile(lambda letters: len(set(letters)) == 1, columns))
    return shared if len(shared) >= _STEM else stand_in.carrier.target


def _forms_like(term: Term, carrier: Term, form: str) -> list[str]:
    """The term's forms with the labels that a carrier's form may have; the base form where the glossary has none."""
    labels = [f.label for f in carrier.forms if f.text == form]
    own = [_first(term.forms, label) or _first(term.forms, _other_number(label)) for label in labels]
    return list(dict.fromkeys(text for text in own if text)) or [term.target]


def _first(forms: Iterable[Form], label: str) -> str | None:
    return next((form.text for form in forms if form.label == label), None)


def _other_number(label: str) -> str:
    return label.removeprefix("pl ") if label.startswith("pl ") else f"pl {label}"


def _in_capitals_of(word: str, surface: str) -> str:
    if surface.isupper() and len(surface) > _ACRONYM:
        return word.upper()
    return capitalised(word) if surface[:1].isupper() else word

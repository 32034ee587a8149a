"""Draft sentences with an engine that sees no identifier, and climb the ladder with it where it can."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from translate.core.enforcing import ladder, masking
from translate.core.enforcing.candidate import Case
from translate.core.enforcing.choosing import to_translate
from translate.core.enforcing.ladder import NOTHING, Enforced
from translate.core.enforcing.lexicon import Lexicon
from translate.core.offers import Hypothesis, SourceSentence
from translate.engines.guarding import guarded
from translate.engines.interface import Engine, Progress, ScoringEngine
from translate.languages.loading import load_language
from translate.workflow.answering import answer
from translate.workflow.decoding import Decoded
from translate.workflow.steps import Announce, silently

T = TypeVar("T")


def draft(
    engine: Engine,
    cases: Sequence[Case],
    source: str,
    locale: str,
    *,
    hypotheses: int,
    lexicon: Lexicon | None = None,
    decoded: Decoded | None = None,
    announce: Announce = silently,
) -> list[Enforced]:
    """Draft sentences, all together, with what the glossary asks of each.

    Args:
        engine: An engine that has the pair.
        cases: The sentences.
        source: Their language.
        locale: The locale to draft into.
        hypotheses: How many the engine shall offer for a sentence with a term, if it cannot climb: one that can is
            asked for more where its first choice lacks something.
        lexicon: What is known of the engine's wordings for terms; what is learnt is added.
        decoded: What the engine has made of sentences by now; what it makes is added.
        announce: Told of the steps as they come.

    Returns:
        What became of each, in order; without a text where the engine has no translation.

    Raises:
        EngineError: The engine failed as a whole.
    """
    if not cases:
        return []
    advance: Progress | None = announce(f"Drafting {locale}", len(cases))
    known: Lexicon = {} if lexicon is None else lexicon
    made = Decoded() if decoded is None else decoded
    climbs = _climbs(engine, source, locale)
    wanted = 1 if climbs else hypotheses
    rounds = masking.keep(cases, engine.marks)
    reply: list[Enforced] = []
    while True:
        try:
            asked = rounds.send(reply) if reply else next(rounds)
        except StopIteration as done:
            result: list[Enforced] = done.value
            return result
        offers = _offered(engine, asked, source, locale, hypotheses=wanted, decoded=made, progress=advance)
        if climbs:
            reply = _climbed(engine, asked, offers, source, locale, lexicon=known)
        else:
            reply = [ladder.first_choice(case, offer) for case, offer in zip(asked, offers, strict=True)]
        advance = None  # All have been counted.


def asked_first(
    engine: Engine, cases: Sequence[Case], source: str, locale: str, *, hypotheses: int
) -> dict[int, list[SourceSentence]]:
    """What `draft` asks an engine before all else, by how many hypotheses of it are wanted."""
    wanted = 1 if _climbs(engine, source, locale) else hypotheses
    asked: dict[int, list[SourceSentence]] = {}
    for case in next(masking.keep(cases, engine.marks), ()):
        sentence = to_translate(case.source, case.asked)
        asked.setdefault(wanted if _has_demands(case) else 1, []).append(sentence)
    return asked


def _climbs(engine: Engine, source: str, locale: str) -> bool:
    """Whether an engine can be asked what the ladder asks."""
    with guarded(type(engine)):
        return isinstance(engine, ScoringEngine) and engine.can_score(source, locale)


def _offered(
    engine: Engine,
    cases: Sequence[Case],
    source: str,
    locale: str,
    *,
    hypotheses: int,
    decoded: Decoded,
    progress: Progress | None,
) -> list[Sequence[Hypothesis]]:
    """What an engine offers for each of some sentences: only one hypothesis where the glossary asks nothing."""
    by_number: dict[int, list[int]] = {}
    for place, case in enumerate(cases):
        by_number.setdefault(hypotheses if _has_demands(case) else 1, []).append(place)
    offers: dict[int, Sequence[Hypothesis]] = {}
    for wanted, places in by_number.items():
        sentences = [to_translate(cases[place].source, cases[place].asked) for place in places]
        found = decoded.translate(engine, sentences, source, locale, hypotheses=wanted, progress=progress)
        offers |= zip(places, found, strict=True)
    return [offers[place] for place in range(len(cases))]


def _climbed(
    engine: Engine,
    cases: Sequence[Case],
    offers: Sequence[Sequence[Hypothesis]],
    source: str,
    locale: str,
    *,
    lexicon: Lexicon,
) -> list[Enforced]:
    """What becomes of sentences that are all the engine's own, given its first choice for each of them."""
    climbing = [number for number, case in enumerate(cases) if _has_demands(case) and offers[number]]
    first = [offers[n][0] for n in climbing]
    steps = ladder.climb([cases[n] for n in climbing], first, load_language(locale), lexicon)
    climbed = dict(zip(climbing, answer(steps, engine, source, locale), strict=True))
    return [climbed.get(number) or _unasked(offer) for number, offer in enumerate(offers)]


def _unasked(offers: Sequence[Hypothesis]) -> Enforced:
    """What becomes of a sentence that nothing is asked of: the engine's own first choice, if it has any."""
    return Enforced(offers[0].text, (), likelihood=offers[0].likelihood) if offers else NOTHING


def _has_demands(case: Case) -> bool:
    return bool(case.asked.enforced or case.asked.bans)

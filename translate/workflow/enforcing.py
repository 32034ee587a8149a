"""Draft sentences with an engine that sees no identifier, and climb the ladder with it where it can."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from translate.core.enforcing import ladder, masking
from translate.core.enforcing.candidate import Case
from translate.core.enforcing.choosing import to_translate
from translate.core.enforcing.ladder import NOTHING, Enforced
from translate.core.enforcing.lexicon import Lexicon
from translate.core.offers import Hypothesis, SourceSentence
from translate.core.questions import Again, Align, Asking, Score
from translate.engines.guarding import complete, guarded, shaped
from translate.engines.interface import AligningEngine, Engine, Progress, ScoringEngine
from translate.errors import EngineError
from translate.languages.loading import load_language
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
    announce: Announce = silently,
) -> list[Enforced]:
    """Draft sentences, all in one batch, with what the glossary asks of each.

    Args:
        engine: An engine that has the pair.
        cases: The sentences.
        source: Their language.
        locale: The locale to draft into.
        hypotheses: How many the engine shall offer for a sentence with a term.
        lexicon: What is known of the engine's wordings for terms; what is learnt is added.
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
    rounds = masking.keep(cases, engine.marks)
    reply: list[Enforced] = []
    while True:
        try:
            asked = rounds.send(reply) if reply else next(rounds)
        except StopIteration as done:
            result: list[Enforced] = done.value
            return result
        reply = _ask(engine, asked, source, locale, hypotheses=hypotheses, lexicon=known, progress=advance)
        advance = None  # All have been counted.


def _ask(
    engine: Engine,
    cases: Sequence[Case],
    source: str,
    locale: str,
    *,
    hypotheses: int,
    lexicon: Lexicon,
    progress: Progress | None,
) -> list[Enforced]:
    """Have an engine draft sentences that are all its own."""
    wanted = hypotheses if any(_has_demands(case) for case in cases) else 1
    sentences = [to_translate(case.source, case.asked) for case in cases]
    with guarded(type(engine)):
        answers = engine.translate(sentences, source, locale, hypotheses=wanted, progress=progress)
        offers = complete(engine, answers, len(cases))
        scores = isinstance(engine, ScoringEngine) and engine.can_score(source, locale)
    if not (scores and isinstance(engine, ScoringEngine)):
        return [ladder.first_choice(case, offer) for case, offer in zip(cases, offers, strict=True)]
    climbing = [number for number, case in enumerate(cases) if _has_demands(case) and offers[number]]
    steps = ladder.climb([cases[n] for n in climbing], [offers[n] for n in climbing], load_language(locale), lexicon)
    climbed = dict(zip(climbing, answer(steps, engine, source, locale), strict=True))
    return [climbed.get(number) or _unasked(offer) for number, offer in enumerate(offers)]


def _unasked(offers: Sequence[Hypothesis]) -> Enforced:
    """What becomes of a sentence that nothing is asked of: the engine's own first choice, if it has any."""
    return Enforced(offers[0].text, (), likelihood=offers[0].likelihood) if offers else NOTHING


def _has_demands(case: Case) -> bool:
    return bool(case.asked.enforced or case.asked.bans)


def answer(steps: Asking[T], engine: Engine, source: str, locale: str) -> T:
    """Bring work of the core the engine's answers until it is done; its result.

    Args:
        steps: The work: it asks only what the engine can do.
        engine: The engine.
        source: The source language.
        locale: The locale.

    Raises:
        EngineError: The engine failed as a whole.
    """
    reply: Any = None
    while True:
        try:
            asked = steps.send(reply)
        except StopIteration as done:
            result: T = done.value
            return result
        with guarded(type(engine)):
            reply = _answered(asked, engine, source, locale)


def _answered(asked: Score | Again | Align, engine: Engine, source: str, locale: str) -> Sequence[Any]:
    match asked:
        case Score(pairs) if isinstance(engine, ScoringEngine):
            return complete(engine, engine.score(pairs, source, locale), len(pairs))
        case Align(pairs) if isinstance(engine, AligningEngine):
            return shaped(engine, engine.align(pairs, source, locale), len(pairs))
        case Again(sentences, hypotheses, without):
            if isinstance(engine, ScoringEngine) and engine.can_score(source, locale):
                found = engine.translate_without(sentences, without, source, locale, hypotheses=hypotheses)
            else:
                texts = [SourceSentence(sentence) for sentence in sentences]
                found = engine.translate(texts, source, locale, hypotheses=hypotheses)
            return complete(engine, found, len(sentences))
    raise EngineError(f"the engine “{engine.name}” cannot do what it is asked for")

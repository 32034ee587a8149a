"""Bring the core an engine's answers to what it asks while it works on drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from translate.core.offers import SourceSentence
from translate.core.questions import Again, Align, Asking, Score
from translate.engines.guarding import complete, guarded, shaped
from translate.engines.interface import AligningEngine, Engine, ScoringEngine
from translate.errors import EngineError

T = TypeVar("T")


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

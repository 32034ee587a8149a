"""Put the tags of articles into drafts, with all that an engine can tell of their places."""

from __future__ import annotations

from collections.abc import Sequence

from translate.core.placing.evidence import Means
from translate.core.placing.placed import Effort, Placed
from translate.core.placing.placing import Unplaced, place
from translate.engines.guarding import guarded
from translate.engines.interface import AligningEngine, Engine, ScoringEngine
from translate.workflow.answering import answer
from translate.workflow.steps import Announce, silently

_TOGETHER = 64
"""Texts that the engine is asked about at a time: enough to keep it busy, and few enough that a bar moves."""


def put_in(
    engine: Engine,
    texts: Sequence[Unplaced],
    source: str,
    locale: str,
    effort: Effort,
    *,
    announce: Announce = silently,
) -> list[Placed]:
    """Put tags into drafts.

    Args:
        engine: The engine that drafted them.
        texts: The drafts.
        source: The source language.
        locale: The locale that they are of.
        effort: How much is asked.
        announce: Told of the step.

    Raises:
        EngineError: The engine failed as a whole.
    """
    if not texts:
        return []
    advance = announce(f"Placing tags {locale}", len(texts))
    with guarded(type(engine)):
        means = means_of(engine, source, locale, effort)
    placed: list[Placed] = []
    for some in (texts[start : start + _TOGETHER] for start in range(0, len(texts), _TOGETHER)):
        placed += answer(place(some, means), engine, source, locale)
        advance(len(some))
    return placed


def means_of(engine: Engine, source: str, locale: str, effort: Effort) -> Means:
    """What an engine can be asked of the places of tags, as far as that is wanted."""
    return Means(
        aligns=isinstance(engine, AligningEngine) and engine.can_align(source, locale),
        scores=effort is Effort.THOROUGH and isinstance(engine, ScoringEngine) and engine.can_score(source, locale),
    )

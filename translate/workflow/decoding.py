"""Keep what engines have made of sentences: within a run none is decoded twice, and many are decoded together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from translate.core.offers import Hypothesis, SourceSentence
from translate.engines.guarding import complete, guarded
from translate.engines.interface import Engine, Progress

MOST = 20_000
"""Sentences that are kept; those that nobody has asked for the longest go first."""

Offers = tuple[Hypothesis, ...]


class Decoded:
    """What the engine of a locale has made of sentences so far."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[SourceSentence, int], Offers] = OrderedDict()

    @property
    def has_any(self) -> bool:
        """Whether it has made anything of any sentence."""
        return bool(self._known)

    def translate(
        self,
        engine: Engine,
        sentences: Sequence[SourceSentence],
        source: str,
        locale: str,
        *,
        hypotheses: int,
        progress: Progress | None = None,
    ) -> list[Offers]:
        """What an engine makes of sentences; it is asked for those that are not known yet.

        Args:
            engine: Always the same one.
            sentences: What to translate.
            source: The source language.
            locale: The locale.
            hypotheses: How many different translations of a sentence are wanted at most.
            progress: As `Engine.translate` has it.

        Raises:
            EngineError: The engine failed as a whole.
        """
        found = {sentence: self._known.get((sentence, hypotheses)) for sentence in sentences}
        missing = [sentence for sentence, offers in found.items() if offers is None]
        if progress is not None and len(missing) < len(sentences):
            progress(len(sentences) - len(missing))
        if missing:
            with guarded(type(engine)):
                answers = engine.translate(missing, source, locale, hypotheses=hypotheses, progress=progress)
                found |= zip(missing, complete(engine, answers, len(missing)), strict=True)
        for sentence, offers in found.items():
            self._known[sentence, hypotheses] = offers or ()
            self._known.move_to_end((sentence, hypotheses))
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return [found[sentence] or () for sentence in sentences]

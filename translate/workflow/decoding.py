"""Keep what engines have made of sentences: none is decoded twice, and many are decoded together."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Protocol

from translate.core.offers import SourceSentence
from translate.engines.guarding import complete, guarded
from translate.engines.interface import Engine, Progress
from translate.engines.packing import Offers

MOST = 5_000
"""Sentences that are at hand; those that nobody has asked for the longest go first, and may be known from a file."""


class Keeper(Protocol):
    """Knows what an engine was asked before."""

    def find(
        self, engine: Engine, sentences: Sequence[SourceSentence], source: str, locale: str, *, hypotheses: int
    ) -> dict[SourceSentence, Offers]:
        """What is known of sentences."""

    def put(self, found: Mapping[SourceSentence, Offers], *, hypotheses: int) -> None:
        """Know what the engine has answered just now."""


class Decoded:
    """What the engine of a locale has made of sentences so far.

    Args:
        keeping: What earlier runs have kept of it, and later ones shall know; None where nobody else knows anything.
    """

    def __init__(self, keeping: Keeper | None = None) -> None:
        self._known: OrderedDict[tuple[SourceSentence, int], Offers] = OrderedDict()
        self._keeping = keeping
        self.has_answered = False
        """Whether the engine has answered in this run: whatever happens to it then, it can start."""

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
        if missing and self._keeping:
            found |= self._keeping.find(engine, missing, source, locale, hypotheses=hypotheses)
            missing = [sentence for sentence in missing if found[sentence] is None]
        if progress is not None and len(missing) < len(sentences):
            progress(len(sentences) - len(missing))
        if missing:
            with guarded(type(engine)):
                answers = engine.translate(missing, source, locale, hypotheses=hypotheses, progress=progress)
                made = dict(zip(missing, complete(engine, answers, len(missing)), strict=True))
            self.has_answered = True
            found |= made
            if self._keeping:
                self._keeping.put(made, hypotheses=hypotheses)
        for sentence, offers in found.items():
            self._known[sentence, hypotheses] = offers or ()
            self._known.move_to_end((sentence, hypotheses))
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        return [found[sentence] or () for sentence in sentences]

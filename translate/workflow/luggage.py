"""What a work unit brings along of an engine's answers, so that none is asked for twice, and what it takes home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.core.offers import SourceSentence
from translate.engines.interface import Engine
from translate.engines.packing import Offers, packed, unpacked
from translate.workers.units import Unit
from translate.workflow.editions import Edition


class Luggage:
    """The answers that a unit brings along, and those that are added; see `keeping.Keeping`.

    Args:
        unit: The unit.
        edition: What the engine is here; None where it does not say, and nothing is known then.
    """

    def __init__(self, unit: Unit, edition: Edition | None) -> None:
        self._edition = edition
        self._known = unit.answers if edition and edition.machine == unit.machine else {}
        self.told: dict[str, str] = {}

    def find(
        self, _engine: Engine, sentences: Sequence[SourceSentence], _source: str, _locale: str, *, hypotheses: int
    ) -> dict[SourceSentence, Offers]:
        """What is known of sentences."""
        found: dict[SourceSentence, Offers] = {}
        for sentence in sentences:
            told = self._known.get(self._key(sentence, hypotheses)) if self._known else None
            offers = _offers(told) if told is not None else ()
            if offers and len(offers) <= hypotheses:
                found[sentence] = offers
        return found

    def put(self, found: Mapping[SourceSentence, Offers], *, hypotheses: int) -> None:
        """Have whoever asked know what the engine has answered."""
        if self._edition is not None:
            for sentence, offers in found.items():
                if told := _told(offers):
                    self.told[self._key(sentence, hypotheses)] = told

    def _key(self, sentence: SourceSentence, hypotheses: int) -> str:
        return self._edition.key(sentence, hypotheses).hex() if self._edition else ""


def _offers(told: str) -> Offers:
    try:
        return unpacked(told.encode())
    except ValueError:
        return ()


def _told(offers: Offers) -> str:
    try:
        return packed(offers).decode()
    except ValueError:
        return ""

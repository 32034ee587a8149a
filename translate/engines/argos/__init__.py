"""Translate with the offline packages of Argos Translate, run on CTranslate2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import ClassVar

from translate.core.hypotheses import Hypothesis, Scored, SourceSentence
from translate.engines.argos.model import Model, Offer, Tuning
from translate.engines.argos.packages import Installed, Packages, find_packages
from translate.engines.interface import Progress, ScoringEngine
from translate.errors import EngineError, SettingsError

_OPTIONS = {"beam": 64, "threads": 256}
"""Name and greatest value; all are whole numbers from 1 up."""


class ArgosEngine(ScoringEngine):
    """Packages from Argos Translate's own folders; where no package does a pair, through a third language.

    Options: ``beam`` (hypotheses followed at a time, 4 if not given) and ``threads`` (batches in work at a time, one
    for each processor if not given). Where an option is not given, Argos Translate's own settings hold:
    ``ARGOS_PACKAGES_DIR``, ``ARGOS_BEAM_SIZE``, ``ARGOS_INTER_THREADS``, ``ARGOS_INTRA_THREADS``,
    ``ARGOS_COMPUTE_TYPE`` and ``ARGOS_DEVICE_TYPE``.
    """

    name: ClassVar[str] = "argos"

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        super().__init__(options)
        for option, value in self.options.items():
            if option not in _OPTIONS:
                raise SettingsError(f"engine “argos” has no option “{option}”; there is: {', '.join(_OPTIONS)}")
            limit = _OPTIONS[option]
            if type(value) is not int or not 1 <= value <= limit:
                raise SettingsError(
                    f"engine “argos”: “{option}” must be a whole number from 1 to {limit}, not {value!r}"
                )
        self._models: dict[Path, Model] = {}

    def signature(self, source: str, target: str) -> str | None:
        """Name the packages of the pair, and what else was chosen: ``argos en-ru-et 1.9+1.9 beam 8``.

        Raises:
            EngineError: A folder that is named like the pair's package cannot be read.
        """
        legs = self._packages.route(source, target)
        if not legs:
            return None
        codes = "-".join((legs[0].source, *(leg.target for leg in legs)))
        return " ".join(("argos", codes, "+".join(leg.version for leg in legs), *self._tuning.remarks))

    def translate(
        self,
        sentences: Sequence[SourceSentence],
        source: str,
        target: str,
        *,
        hypotheses: int = 1,
        progress: Progress | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate sentences; see `Engine.translate`.

        A score is CTranslate2's: the natural log probability divided by a power (0.2) of the number of tokens,
        and the sum of all where it went through a third language or in parts. Progress counts shares of the work.
        A sentence that the package has nothing to say for comes back as it is.

        Raises:
            EngineError: No package does the pair, or one that does is broken.
        """
        legs = self._packages.route(source, target)
        if not legs:
            install = f"newsdesk models install {source} {target}"
            raise EngineError(f"no Argos package leads from {source} to {target}; get one with “{install}”")
        found: dict[str, list[Offer]] = {sentence.text: [(sentence.text, 0.0)] for sentence in sentences}
        told = 0

        def tell(leg: int, done: int, of: int) -> None:
            nonlocal told
            reached = len(sentences) * (leg * of + done) // (len(legs) * of)
            if progress and reached > told:
                progress(reached - told)
                told = reached

        for number, leg in enumerate(legs):
            texts = dict.fromkeys(text for offers in found.values() for text, _ in offers)
            onward = self._model(leg).translate(texts, hypotheses, partial(tell, number))
            found = {text: _best(offers, onward, hypotheses) or [(text, 0.0)] for text, offers in found.items()}
        return [tuple(Hypothesis(*offer) for offer in found[sentence.text]) for sentence in sentences]

    def can_score(self, source: str, target: str) -> bool:
        """Whether one package does the pair: what went through a third language is nobody's to score."""
        return len(self._packages.route(source, target)) == 1

    def score(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Scored]:
        """Score translations; see `ScoringEngine.score`."""
        return self._only_model(source, target).score(pairs) if pairs else []

    def translate_without(
        self, sentences: Sequence[str], phrases: Sequence[str], source: str, target: str, *, hypotheses: int = 1
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate sentences while words are barred; see `ScoringEngine.translate_without`."""
        model = self._only_model(source, target)
        found = model.translate(dict.fromkeys(sentences), hypotheses, barred=phrases, narrow=True)
        offers = {text: _best([(text, 0.0)], found, hypotheses) or [(text, 0.0)] for text in found}
        return [tuple(Hypothesis(*offer) for offer in offers[text]) for text in sentences]

    def _only_model(self, source: str, target: str) -> Model:
        legs = self._packages.route(source, target)
        if len(legs) != 1:
            raise EngineError(f"no single Argos package leads from {source} to {target}, so nothing can be scored")
        return self._model(legs[0])

    def _model(self, leg: Installed) -> Model:
        return self._models.setdefault(leg.folder, Model(leg, self._tuning))

    @cached_property
    def _packages(self) -> Packages:
        return find_packages()

    @cached_property
    def _tuning(self) -> Tuning:
        return Tuning.of(self.options)


def _best(offers: list[Offer], onward: Mapping[str, list[Offer]], wanted: int) -> list[Offer]:
    """The best translations of all the offers, each once, none empty; scores add up along the way."""
    pool = [(text, so_far + score) for before, so_far in offers for text, score in onward[before] if text]
    best: dict[str, float] = {}
    for text, score in sorted(pool, key=lambda offer: offer[1], reverse=True):
        best.setdefault(text, score)
    return list(best.items())[:wanted]

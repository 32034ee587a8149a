"""Translate with the offline packages of Argos Translate, run on CTranslate2."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import ClassVar

from translate.core.offers import Alignment, Hypothesis, Scored, SourceSentence
from translate.core.text.guessing import did_you_mean
from translate.engines.argos.basis import basis_of
from translate.engines.argos.model import Model, has_letters
from translate.engines.argos.packages import Installed, Packages, find_packages, package_places
from translate.engines.argos.tuning import Tuning
from translate.engines.interface import AligningEngine, Basis, Progress, ScoringEngine
from translate.engines.processors import processors
from translate.errors import EngineError, SettingsError

_OPTIONS = {"beam": 64, "threads": 256}
"""Name and greatest value; all are whole numbers from 1 up."""


class ArgosEngine(ScoringEngine, AligningEngine):
    """Packages from Argos Translate's own folders; where no package does a pair, through a third language.

    Options: ``beam`` (hypotheses followed at a time, 4 if not given) and ``threads`` (batches in work at a time, one
    for each processor if not given, and never more). Where an option is not given, Argos Translate's own settings hold:
    ``ARGOS_PACKAGES_DIR``, ``ARGOS_BEAM_SIZE``, ``ARGOS_INTER_THREADS``, ``ARGOS_INTRA_THREADS``,
    ``ARGOS_COMPUTE_TYPE`` and ``ARGOS_DEVICE_TYPE``.
    """

    name: ClassVar[str] = "argos"
    project_options: ClassVar[frozenset[str]] = frozenset(_OPTIONS)
    machine_options: ClassVar[frozenset[str] | None] = frozenset()

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        super().__init__(options)
        for option, value in self.options.items():
            if option not in _OPTIONS:
                hint = did_you_mean(option, _OPTIONS)
                raise SettingsError(f"engine “argos” has no option “{option}”; there is: {', '.join(_OPTIONS)}{hint}")
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

    def basis(self, source: str, target: str) -> Basis | None:
        """The files of the packages, what was chosen, the versions of the libraries, and the kind of processor.

        None in floating point and on another device, where the last digits change with what is drafted beside.

        Raises:
            EngineError: As `signature` does.
        """
        return basis_of(self._packages.route(source, target), self._tuning)

    def places(self) -> tuple[Path, ...] | None:
        """The folders of packages, and Argos Translate's own settings; None with a device whose drivers count, too."""
        return package_places() if self._tuning.is_on_cpu else None

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
        and the sum of all where it went through a third language or in parts; so is a likelihood, with the tokens of
        all. Progress counts shares of the work.
        Where a package has nothing to say there is no translation, but of what has no letters: that stays as it is.

        Raises:
            EngineError: No package does the pair, or one that does is broken.
        """
        legs = self._packages.route(source, target)
        if not legs:
            install = f"newsdesk models install {source} {target}"
            raise EngineError(f"no Argos package leads from {source} to {target}; get one with “{install}”")
        found = {sentence.text: _as_it_is(sentence.text) for sentence in sentences}
        told = 0

        def tell(leg: int, done: int, of: int) -> None:
            nonlocal told
            reached = len(sentences) * (leg * of + done) // (len(legs) * of)
            if progress and reached > told:
                progress(reached - told)
                told = reached

        for number, leg in enumerate(legs):
            texts = dict.fromkeys(offer.text for offers in found.values() for offer in offers)
            onward = self._model(leg).translate(texts, hypotheses, partial(tell, number))
            found = {
                text: _best(offers, onward, hypotheses) or _without_letters(text) for text, offers in found.items()
            }
        return [tuple(found[sentence.text]) for sentence in sentences]

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
        offers = {text: _best(_as_it_is(text), found, hypotheses) or _without_letters(text) for text in found}
        return [tuple(offers[text]) for text in sentences]

    def can_align(self, source: str, target: str) -> bool:
        """Whether one package does the pair."""
        return self.can_score(source, target)

    def align(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Alignment]:
        """Tell by the network's attention where words come from; see `AligningEngine.align`."""
        return self._only_model(source, target).align(pairs) if pairs else []

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
        return Tuning.of(self.options, self.jobs or processors())


def _as_it_is(text: str) -> list[Hypothesis]:
    return [Hypothesis(text, 0.0)]


def _without_letters(text: str) -> list[Hypothesis]:
    """A text in which no language has anything to say; nothing where there is a letter in it."""
    return [] if has_letters(text) else _as_it_is(text)


def _best(offers: list[Hypothesis], onward: Mapping[str, list[Hypothesis]], wanted: int) -> list[Hypothesis]:
    """The best translations of all the offers, each once, none empty; scores add up along the way."""
    pool = [
        Hypothesis(after.text, (before.score or 0.0) + (after.score or 0.0), before.likelihood + after.likelihood)
        for before in offers
        for after in onward[before.text]
        if after.text
    ]
    best: dict[str, Hypothesis] = {}
    for offer in sorted(pool, key=lambda offer: offer.score or 0.0, reverse=True):
        best.setdefault(offer.text, offer)
    return list(best.values())[:wanted]

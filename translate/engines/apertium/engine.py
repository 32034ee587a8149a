"""Translate with Apertium's programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import TIMEOUT_MAX
from typing import ClassVar

from translate.apertium.installation import Installation
from translate.apertium.modes import digest, files_of
from translate.apertium.pipeline import Pipeline, read_pipeline
from translate.apertium.trial import trial
from translate.core.offers import Alignment, Hypothesis, Mark, SourceSentence
from translate.core.text.guessing import did_you_mean
from translate.engines.apertium.aligning import Aligning
from translate.engines.apertium.drafting import Drafting
from translate.engines.interface import AligningEngine, Basis, Progress
from translate.errors import EngineError, SettingsError
from translate.languages.loading import load_language

METHOD = "2"
"""The way in which sentences go through a pipeline; a draft that was made in an earlier one is made anew."""


class ApertiumEngine(AligningEngine):
    """Rule-based translation, one hypothesis for each sentence, without a score.

    A required term goes through as one word of the pair's grammar, so that the words around it agree (`agreement`);
    every answer is checked for each term exactly once before it is taken, and the next simpler road is tried where it
    fails (`encoding.Road`). A sentence that breaks Apertium, or comes back untouched, has no hypothesis.

    Args:
        options: ``program`` (``apertium``), ``data`` (its folder of language pairs, by default the one that belongs to
            the program) and ``timeout`` (seconds without an answer, 120).
    """

    name: ClassVar[str] = "apertium"
    project_options: ClassVar[frozenset[str]] = frozenset({"timeout"})
    machine_options: ClassVar[frozenset[str] | None] = frozenset({"program", "data"})
    marks: ClassVar[tuple[Mark, ...]] = (Mark.WORD, Mark.BRACKETS, Mark.NUMBER)
    """Beside a word that it does not know it translates as beside a name: ``en``, where brackets make it ``encima``."""

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        super().__init__(options)
        for name in ("program", "data"):
            self._option(name, "", str)
        self._installation = Installation.named_by(self.options)
        self._timeout = float(str(self._option("timeout", 120, (int, float))))
        known = sorted({"program", "data"} | self.project_options)
        if unknown := sorted(self.options.keys() - {*known}):
            hint = did_you_mean(unknown[0], known)
            raise SettingsError(f"[engines.apertium] knows no “{unknown[0]}”; there is: {', '.join(known)}{hint}")
        if not 0 < self._timeout <= TIMEOUT_MAX:
            raise SettingsError("[engines.apertium] timeout is a number of seconds above 0, and less than an age")
        self._signatures: dict[Path, str] = {}
        self._pipelines: dict[Path, Pipeline] = {}

    def signature(self, source: str, target: str) -> str | None:
        """Apertium's version, the mode and a digest of its data, such as ``apertium 3.8.3 eng-spa 1f0c9a77``.

        The digest also has what tells the genders of terms: the pair's opposite direction, and the language's endings.

        Raises:
            EngineError: The pair does not translate a plain sentence.
        """
        mode = self._installation.mode(source, target)
        if mode is None:
            return None
        if mode not in self._signatures:
            fault = trial(self._installation, self._pipeline(mode), source, patience=self._timeout)
            if fault is not None:
                raise EngineError(f"Apertium's pair {mode.stem} is broken: {fault}")
            language = load_language(target)
            known = (METHOD, repr(language.genders), repr(language.articles))
            data = digest(self._modes(mode, source, target), *known)
            self._signatures[mode] = f"apertium {self._installation.version()} {mode.stem} {data}"
        return self._signatures[mode]

    def basis(self, source: str, target: str) -> Basis | None:
        """The data of the pair and of its opposite direction, and the programs that work on it, as far as they show."""
        mode = self._mode(source, target)
        programs = [Path(program.command[0]) for stage in self._pipeline(mode).stages for program in stage]
        if programs == [self._installation.found]:  # It runs others.
            return None
        data = (file for each in self._modes(mode, source, target) for file in (each, *files_of(each)))
        return Basis((source, target), tuple(dict.fromkeys((*data, *programs))))

    def places(self) -> tuple[Path, ...]:
        """Where its programs, their libraries and its pairs are, or could be."""
        return self._installation.places()

    def translate(
        self,
        sentences: Sequence[SourceSentence],
        source: str,
        target: str,
        *,
        hypotheses: int = 1,  # noqa: ARG002 -- Apertium has one.
        progress: Progress | None = None,
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate sentences, the same sentence once. See the interface."""
        mode = self._mode(source, target)
        numbers: dict[SourceSentence, int] = {}
        places = [numbers.setdefault(sentence, len(numbers)) for sentence in sentences]
        count = Counter(places)
        drafting = Drafting(self._installation, self._pipeline(mode), (source, target), patience=self._timeout)
        found: dict[int, tuple[Hypothesis, ...]] = {}
        for number, hypothesis in drafting.hypotheses(list(numbers)):
            found[number] = (hypothesis,) if hypothesis is not None else ()
            if progress is not None:
                progress(count[number])
        return [found[number] for number in places]

    def can_align(self, source: str, target: str) -> bool:
        """Whether the pair is there, and made of programs between which words can be given notes."""
        mode = self._installation.mode(source, target)
        return mode is not None and self._pipeline(mode).can_be_edited

    def align(self, pairs: Sequence[tuple[str, str]], source: str, target: str) -> list[Alignment]:
        """Tell where the words of translations come from; what Apertium cannot do has no weights. See the interface."""
        pipeline = self._pipeline(self._mode(source, target))
        if not pipeline.can_be_edited:
            raise EngineError(f"Apertium's pair {pipeline.mode} cannot tell which words come from which")
        return Aligning(self._installation, pipeline, source, patience=self._timeout).alignments(pairs)

    def _modes(self, mode: Path, source: str, target: str) -> list[Path]:
        opposite = self._installation.mode(target, source)
        return [mode, opposite] if opposite else [mode]

    def _mode(self, source: str, target: str) -> Path:
        """The file that tells how a pair is translated.

        Raises:
            EngineError: There is none.
        """
        mode = self._installation.mode(source, target)
        if mode is None:
            raise EngineError(f"Apertium has no pair from {source} to {target} here; install it or take another engine")
        return mode

    def _pipeline(self, mode: Path) -> Pipeline:
        if mode not in self._pipelines:
            self._pipelines[mode] = read_pipeline(self._installation, mode)
        return self._pipelines[mode]

    def _option(self, name: str, default: object, kind: type | tuple[type, ...]) -> object:
        value = self.options.get(name, default)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise SettingsError(f"[engines.apertium] {name} cannot be {value!r}")
        return value

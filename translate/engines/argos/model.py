"""Run one package on CTranslate2."""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from translate.engines.argos.packages import Installed, argos, broken
from translate.errors import EngineError

Offer = tuple[str, float]
"""A translation and its score."""

_BEAM = 4
_COMPUTE_TYPE = "int8"
_DEVICE = "cpu"
_LENGTH_PENALTY = 0.2
_UNKNOWN = "<unk>"
_BATCH_TOKENS = 1024
_BATCH_SENTENCES = 32
_LONGEST = 200
"""In tokens; a sentence of more than a hundred words."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """How CTranslate2 is run."""

    beam: int
    threads: int
    """Batches in work at a time."""
    threads_each: int
    """Threads that work on one batch; 0 leaves it to CTranslate2."""
    device: str
    compute_type: str

    @classmethod
    def of(cls, options: Mapping[str, object]) -> Tuning:
        """The options, then Argos Translate's settings where a person made them, then what is fastest.

        Raises:
            EngineError: Argos Translate's own settings cannot be used.
        """
        settings = argos("settings")
        # Argos' defaults (one batch at a time, of 32 tokens) are slow; only what somebody wrote down counts.
        written = {
            key: getattr(settings, key)
            for key in ("inter_threads", "intra_threads", "compute_type")
            if settings.get_setting(f"ARGOS_{key.upper()}") is not None
        }
        threads = len(os.sched_getaffinity(0)) if settings.device == _DEVICE else 1
        chosen = {"beam": settings.beam_size, "threads": written.get("inter_threads", threads)} | dict(options)
        return cls(
            **chosen,
            threads_each=written.get("intra_threads", 1),
            device=settings.device,
            compute_type=written.get("compute_type", _COMPUTE_TYPE),
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """What makes other translations than usual, for a signature."""
        return (
            *((f"beam {self.beam}",) if self.beam != _BEAM else ()),
            *(v for v, usual in ((self.device, _DEVICE), (self.compute_type, _COMPUTE_TYPE)) if v != usual),
        )


class Model:
    """One package, its tokenizer and its network; both are loaded when first needed."""

    def __init__(self, installed: Installed, tuning: Tuning) -> None:
        self._installed = installed
        self._tuning = tuning

    def encode(self, text: str) -> list[str]:
        """Cut a sentence into the package's tokens.

        Raises:
            EngineError: The package's tokenizer cannot be loaded.
        """
        try:
            return list(self._installed.tokenizer.encode(text))
        # Argos' reader of bpe.model ends the program on a bad line.
        except (AttributeError, OSError, RuntimeError, TypeError, ValueError, SystemExit) as error:
            raise self._broken("its tokenizer cannot be loaded") from error

    def decode(self, tokens: Sequence[str]) -> str:
        """Make one line of a translation's tokens, as Argos Translate does (which makes each underscore a space)."""
        if self._installed.prefix and tokens[:1] == [self._installed.prefix]:
            tokens = tokens[1:]
        return " ".join(self._installed.tokenizer.decode(tokens).splitlines()).strip()

    def translate(self, texts: Iterable[str], wanted: int, tell: Callable[[int, int], None]) -> dict[str, list[Offer]]:
        """Translate texts, each by itself; those that are too long in parts.

        Args:
            texts: No two alike.
            wanted: How many translations of each, at most.
            tell: Called with the number of parts that are done, and the number of all.

        Returns:
            For each text its translations, best first; there may be empty ones, and equal ones.

        Raises:
            EngineError: The package cannot be loaded, or CTranslate2 failed.
        """
        parts = {text: self._parts(text) for text in texts}
        tokens = {part: self.encode(part) for several in parts.values() for part in several}
        done: dict[str, list[Offer]] = {}
        for part, offers in self._run(tokens, wanted):
            done[part] = offers
            tell(len(done), len(tokens))
        return {text: _joined([done[part] for part in several]) for text, several in parts.items()}

    def _parts(self, text: str) -> list[str]:
        """Cut a text that is too long at white space near its middle, behind a comma or its like where there is one.

        Networks know positions only up to some number, and CTranslate2 drops what comes behind 1024 tokens, or 256 of
        the translation, without a word.
        """
        # There are hardly ever more tokens than bytes.
        if len(text.encode()) <= _LONGEST or len(self.encode(text)) <= _LONGEST:
            return [text]
        middle = len(text) // 2
        for gap in (r"(?<=[,;:.!?–—])\s+", r"\s+", ""):
            cuts = (match.span() for match in re.finditer(gap, text))
            start, end = min(cuts, key=lambda cut: abs(cut[0] - middle), default=(0, 0))
            if abs(start - middle) < middle // 2:
                break
        return [*self._parts(text[:start]), *self._parts(text[end:])]

    def _run(self, tokens: Mapping[str, list[str]], wanted: int) -> Iterator[tuple[str, list[Offer]]]:
        """Translate on all threads, the longest first, so that little is padded and no thread ends late."""
        # Without a token there is nothing to translate, and a network would invent something.
        yield from ((text, [(text, 0.0)]) for text in tokens if not tokens[text])
        queue = sorted((text for text in tokens if tokens[text]), key=lambda text: len(tokens[text]), reverse=True)
        # CTranslate2 4.8.5 mixes up the attention of a batch's sentences when the beam is wider than 1, and so replaces
        # unknown tokens by the wrong words. Whoever has one goes again, alone.
        size = max(1, min(_BATCH_SENTENCES, len(queue) // (2 * self._tuning.threads)))
        again = []
        for text, result in self._results(queue, size, tokens, num_hypotheses=wanted):
            if any(_UNKNOWN in hypothesis for hypothesis in result.hypotheses):
                again.append(text)
            else:
                yield text, self._offers(result)
        for text, result in self._results(again, 1, tokens, num_hypotheses=wanted, replace_unknowns=True):
            yield text, self._offers(result)

    def _offers(self, result: Any) -> list[Offer]:
        return [(self.decode(tokens), score) for tokens, score in zip(result.hypotheses, result.scores, strict=True)]

    def _results(
        self, queue: Sequence[str], size: int, tokens: Mapping[str, list[str]], **options: Any
    ) -> Iterator[tuple[str, Any]]:
        """CTranslate2's results for the texts of a queue, in its order, in batches of so many."""
        under_way: deque[tuple[str, Any]] = deque()
        for start in range(0, len(queue), size):
            batch = queue[start : start + size]
            under_way.extend(zip(batch, self._start([tokens[text] for text in batch], **options), strict=True))
            # Enough to keep every thread busy, but an interrupt must not wait for the whole queue.
            while len(under_way) > 2 * size * self._tuning.threads:
                yield self._finish(*under_way.popleft())
        while under_way:
            yield self._finish(*under_way.popleft())

    def _start(self, batch: list[list[str]], *, num_hypotheses: int, replace_unknowns: bool = False) -> list[Any]:
        prefix = self._installed.prefix
        return list(
            self._translator.translate_batch(
                batch,
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                replace_unknowns=replace_unknowns,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                beam_size=max(num_hypotheses, self._tuning.beam),
                num_hypotheses=num_hypotheses,
                length_penalty=_LENGTH_PENALTY,
                return_scores=True,
                asynchronous=True,
            )
        )

    def _finish(self, text: str, promise: Any) -> tuple[str, Any]:
        try:
            return text, promise.result()
        except (RuntimeError, ValueError, MemoryError) as error:
            raise EngineError(f"CTranslate2 failed ({error})", path=str(self._installed.folder)) from error

    @cached_property
    def _translator(self) -> Any:
        import ctranslate2  # noqa: PLC0415 - slow to import, so only when used.

        folder = self._installed.folder / "model"
        try:
            return ctranslate2.Translator(
                str(folder),
                device=self._tuning.device,
                inter_threads=self._tuning.threads,
                intra_threads=self._tuning.threads_each,
                compute_type=self._tuning.compute_type,
            )
        except (RuntimeError, ValueError, MemoryError) as error:
            # A device or type that cannot be had is a ValueError; a missing driver comes as a file's own trouble does.
            if isinstance(error, ValueError) or "CUDA" in str(error):
                raise EngineError(
                    f"CTranslate2 cannot run so ({error}); look at ARGOS_DEVICE_TYPE and ARGOS_COMPUTE_TYPE"
                ) from error
            raise self._broken(error) from error

    def _broken(self, reason: object) -> EngineError:
        return broken(self._installed.folder, reason, self._installed.source, self._installed.target)


def _joined(parts: list[list[Offer]]) -> list[Offer]:
    """Translations of a whole from those of its parts: the best with the best, the second with the second."""
    return [
        (" ".join(text for text, _ in several), sum(score for _, score in several))
        for several in zip(*parts, strict=False)
    ]

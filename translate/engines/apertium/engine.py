"""Translate with Apertium's programs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import ClassVar

from translate.apertium.installation import Installation
from translate.apertium.modes import digest
from translate.core.offers import Hypothesis, SourceSentence
from translate.core.text.guessing import did_you_mean
from translate.engines.apertium.stream import Way, decode, encode
from translate.engines.identity import with_terms
from translate.engines.interface import Engine, Progress
from translate.errors import EngineError, SettingsError

BATCH = 200
"""Sentences for one process: its start costs as much as translating some dozens of them."""

PROBE = "[b0][e0]\0"
"""An empty sentence, which a program in order gives back."""

_GRACE = 0.5
"""Seconds for the programs to end by themselves; less than a run that is asked to end has for all."""

_UNIT = re.compile(r"\[b(\d+)\](.*)\[e\1\]", re.DOTALL)


class ApertiumEngine(Engine):
    """Rule-based translation, one hypothesis for each sentence, without a score.

    A required term is protected with a note that Apertium carries along (see `stream.Way`); every answer is checked for
    each term exactly once before it is taken, and the next simpler way is tried where it fails. A sentence that breaks
    Apertium or leaves nothing comes back as Apertium gives back a word that it does not know: as it is, terms replaced.

    Args:
        options: ``program`` (``apertium``), ``data`` (its folder of language pairs, by default the one that belongs to
            the program) and ``timeout`` (seconds for 200 sentences, 120).
    """

    name: ClassVar[str] = "apertium"

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        super().__init__(options)
        command = str(self._option("program", "apertium", str))
        self._installation = Installation(command, str(self._option("data", "", str)))
        self._timeout = float(str(self._option("timeout", 120, (int, float))))
        if unknown := sorted(self.options.keys() - {"program", "data", "timeout"}):
            hint = did_you_mean(unknown[0], ("data", "program", "timeout"))
            raise SettingsError(f"[engines.apertium] knows no “{unknown[0]}”; there is: data, program, timeout{hint}")
        if not 0 < self._timeout < float("inf"):
            raise SettingsError("[engines.apertium] timeout is a number of seconds above 0")
        self._signatures: dict[Path, str] = {}

    def signature(self, source: str, target: str) -> str | None:
        """Apertium's version, the mode and a digest of its data, such as ``apertium 3.8.3 eng-spa 1f0c9a77``."""
        mode = self._installation.mode(source, target)
        if mode is None:
            return None
        if mode not in self._signatures:
            self._signatures[mode] = f"apertium {self._installation.version()} {mode.stem} {digest(mode)}"
        return self._signatures[mode]

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
        mode = self._installation.mode(source, target)
        if mode is None:
            raise EngineError(f"Apertium has no pair from {source} to {target} here; install it or take another engine")
        found: dict[SourceSentence, str] = {}
        count = Counter(sentences)
        for batch in _batches(count):
            found.update(self._draft(batch, mode))
            if progress is not None:
                progress(sum(count[sentence] for sentence in batch))
        return [(Hypothesis(found[sentence]),) for sentence in sentences]

    def _draft(self, batch: Sequence[SourceSentence], mode: Path) -> dict[SourceSentence, str]:
        """Translate a batch, each sentence in the first way that keeps its terms."""
        found: dict[SourceSentence, str] = {}
        for way in Way:
            # Without terms all ways are one.
            pending = [s for s in batch if s not in found and (s.terms or way is Way.WORDS)]
            outputs = self._pipe([encode(sentence, way) for sentence in pending], mode)
            for sentence, output in zip(pending, outputs, strict=True):
                text = None if output is None else decode(sentence, way, output)
                if text is not None:
                    found[sentence] = text
        return {sentence: found.get(sentence) or with_terms(sentence) for sentence in batch}

    def _pipe(self, units: Sequence[str], mode: Path) -> list[str | None]:
        """Send encoded sentences through one process, or a few more where one of them breaks it.

        Each stands between blanks that hold its number, so that an answer is known to be its own even where Apertium
        swallowed a sentence's end; None stands for no answer.
        """
        answers: list[str | None] = [None] * len(units)
        pending = list(range(len(units)))
        while pending:
            output, trouble = self._run("".join(f"[b{n}]{units[n]}[e{n}]\0" for n in pending), mode)
            for piece in output.split("\0"):
                unit = _UNIT.fullmatch(piece)
                if unit and int(unit[1]) in pending:
                    answers[int(unit[1])] = unit[2]
            left = [n for n in pending if answers[n] is None]
            if len(left) == len(pending):
                # Either the first one is in the way of the others, or not even an empty sentence comes through.
                if not self._run(PROBE, mode)[0].startswith(PROBE):
                    raise EngineError(f"Apertium gives no translation: {trouble}")
                left = left[1:]
            pending = left
        return answers

    def _run(self, text: str, mode: Path) -> tuple[str, str]:
        """Run the program once; return what it wrote, and its complaint in one line."""
        program = str(self._installation.found or self._installation.command)
        # -z: sentences end with a NUL and do not see each other. -u: no marks on unknown words.
        command = [program, "-z", "-u", "-f", "none", "-d", str(mode.parent.parent), mode.stem]
        try:
            # A group of its own, since the program is a shell script: a kill must reach the whole pipeline.
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError as error:
            raise EngineError(f"{program} cannot be run: {error.strerror}") from error
        try:
            output, complaint = process.communicate(text.encode(), timeout=self._timeout)
        except subprocess.TimeoutExpired:
            _end(process)
            raise EngineError(f"Apertium took more than {self._timeout:g} seconds and was stopped") from None
        except BaseException:
            # Ctrl-C does not reach the group by itself.
            _end(process)
            raise
        lines = complaint.decode(errors="replace").split("\n")
        trouble = next((line.strip() for line in lines if line.strip()), f"it ended with {process.returncode}")
        return output.decode(errors="replace"), trouble

    def _option(self, name: str, default: object, kind: type | tuple[type, ...]) -> object:
        value = self.options.get(name, default)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise SettingsError(f"[engines.apertium] {name} cannot be {value!r}")
        return value


def _batches(sentences: Iterable[SourceSentence]) -> Iterator[tuple[SourceSentence, ...]]:
    rest = iter(sentences)
    while batch := tuple(islice(rest, BATCH)):
        yield batch


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill what is left of a process group, and close its pipes."""
    # Apertium's script removes its temporary file when it is asked to end, and cannot when it is killed.
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=_GRACE if number == signal.SIGTERM else None)
            return

"""Ask the programs of Apertium's pair from English to Spanish, as a person would at a terminal."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translate.apertium.installation import Installation
from translate.core.text.sentences import cut, join
from translate.segmentation import segmenter_for

INSTALLED = Installation()
ENGLISH, SPANISH = "en", "es"
MARK = "\0"
"""Ends a sentence, so that the next one does not see it."""

_UNIT = re.compile(r"\^((?:[^\\^$/]|\\.)*)((?:/(?:[^\\^$/]|\\.)*)*)\$")
_READING = re.compile(r"/((?:[^\\/]|\\.)*)")
_NEW_READINGS = re.compile(r"^Word '(.+)'\.$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text as the dictionary of its language has it."""

    text: str
    readings: tuple[str, ...]
    """Such as ``el<det><def><f><sg>``; none where it is unknown."""
    start: int
    """Offset of its first character in the text."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def found() -> bool:
    """Whether the pair is installed, in both directions."""
    return INSTALLED.mode(ENGLISH, SPANISH) is not None and INSTALLED.mode(SPANISH, ENGLISH) is not None


def analyse(texts: Sequence[str], language: str) -> list[list[Word]]:
    """The words of texts, each with all its readings; spaces and unknown signs are no words."""
    if not texts:
        return []
    output = _run([_program("lt-proc"), "-z", _data(language, "automorf.bin")], MARK.join(map(_escaped, texts)) + MARK)
    return [list(_words(text, one)) for text, one in zip(texts, output.split(MARK), strict=False)]


def command(texts: Sequence[str]) -> list[str]:
    """What ``apertium -u eng-spa`` makes of texts, each cut into sentences as newsdesk cuts them."""
    segmenter = segmenter_for(ENGLISH)
    sentences = [cut(text, segmenter, ()) for text in texts]
    answers = iter(command_on([one.text for some in sentences for one in some]))
    return [join(text, some, [next(answers) for _ in some]) for text, some in zip(texts, sentences, strict=True)]


def command_on(sentences: Sequence[str]) -> list[str]:
    """What ``apertium -u eng-spa`` makes of sentences, each of them the only one that it is given, in the format txt.

    Most go through one process, which gives the same at a hundredth of the time.
    """
    units = [_run([_program("apertium-destxt")], sentence) + MARK for sentence in sentences]
    apart = _unsettling(units)
    together = iter(raw_command("".join(unit for n, unit in enumerate(units) if n not in apart)).split(MARK))
    outputs = [raw_command(unit).partition(MARK)[0] if n in apart else next(together) for n, unit in enumerate(units)]
    return [_run([_program("apertium-retxt")], output).strip() for output in outputs]


def raw_command(stream: str) -> str:
    """What the pair's own command makes of sentences in Apertium's stream format, each ended by a `MARK`."""
    mode = _mode(ENGLISH)
    return _run([_program("apertium"), "-z", "-u", "-f", "none", "-d", str(mode.parent.parent), mode.stem], stream)


def _unsettling(units: Sequence[str]) -> set[int]:
    """Which sentences have a word that makes the tagger (3.8.3) take those behind them otherwise than by themselves.

    These are words whose set of readings it was not trained on, such as “I”; asked for it, it tells them.
    """
    analysed = _run([_program("lt-proc"), "-z", _data(ENGLISH, "automorf.bin")], "".join(units))
    tagger = [_program("apertium-tagger"), "-d", "-g", "-z", _data(ENGLISH, "prob")]
    told = subprocess.run(tagger, input=analysed, capture_output=True, text=True, check=True).stderr
    words = set(_NEW_READINGS.findall(told))
    return {n for n, unit in enumerate(analysed.split(MARK)) if any(f"^{word}/" in unit for word in words)}


def _words(text: str, output: str) -> Iterable[Word]:
    at = 0
    for unit in _UNIT.finditer(output):
        surface = _plain(unit[1])
        start = text.find(surface, at)
        if start >= 0:
            at = start + len(surface)
            readings = (_plain(one) for one in _READING.findall(unit[2]))
            yield Word(surface, tuple(one for one in readings if not one.startswith("*")), start)


def _escaped(text: str) -> str:
    return re.sub(r"[\[\]{}$/\\@<>^~]", r"\\\g<0>", text)


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


@cache
def _data(language: str, ending: str) -> str:
    """The first file of such a kind that the pair from a language names."""
    named = re.search(rf"'([^']+\.{re.escape(ending)})'", _mode(language).read_text("utf-8"))
    if named is None:
        raise SystemExit(f"the pair from {language} names no .{ending} file; install apertium-eng-spa")
    return named[1]


@cache
def _mode(source: str) -> Path:
    mode = INSTALLED.mode(source, SPANISH if source == ENGLISH else ENGLISH)
    if mode is None:
        raise SystemExit(f"Apertium has no pair from {source} here; install apertium-eng-spa")
    return mode


@cache
def _program(name: str) -> str:
    path = INSTALLED.program(name)
    if path is None:
        raise SystemExit(f"there is no {name} here; install apertium-eng-spa")
    return path


def _run(command: Sequence[str], text: str) -> str:
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout

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
_DATA = re.compile(r"'([^']+\.automorf\.bin)'")


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
    output = _run([_program("lt-proc"), "-z", _analyser(language)], MARK.join(map(_escaped, texts)) + MARK)
    return [list(_words(text, one)) for text, one in zip(texts, output.split(MARK), strict=False)]


def command(texts: Sequence[str]) -> list[str]:
    """What ``apertium -u eng-spa`` makes of texts, each cut into sentences as newsdesk cuts them.

    Each sentence goes through the format ``txt`` by itself, as at a terminal, and all of them through one pipeline.
    """
    segmenter = segmenter_for(ENGLISH)
    sentences = [cut(text, segmenter, ()) for text in texts]
    answers = iter(command_on([one.text for some in sentences for one in some]))
    return [join(text, some, [next(answers) for _ in some]) for text, some in zip(texts, sentences, strict=True)]


def command_on(sentences: Sequence[str]) -> list[str]:
    """What ``apertium -u eng-spa`` makes of sentences, each given by itself."""
    units = [_run([_program("apertium-destxt")], sentence) for sentence in sentences]
    output = raw_command("".join(unit + MARK for unit in units)).split(MARK)
    return [_run([_program("apertium-retxt")], one).strip() for one in output[: len(sentences)]]


def raw_command(stream: str) -> str:
    """What the pair's own command makes of sentences in Apertium's stream format, each ended by a `MARK`."""
    mode = _mode(ENGLISH)
    return _run([_program("apertium"), "-z", "-u", "-f", "none", "-d", str(mode.parent.parent), mode.stem], stream)


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
def _analyser(language: str) -> str:
    named = _DATA.search(_mode(language).read_text("utf-8"))
    if named is None:
        raise SystemExit(f"the pair from {language} names no dictionary; install apertium-eng-spa")
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

"""Keep Apertium's tagger from remembering what it should not.

A word may have readings that the tagger was never trained with, all together. At such a word ``apertium-tagger``
(3.8.3, its hidden Markov model) overwrites what it takes an unknown word for, and every unknown word from there on, in
all sentences that follow, is taken for something else. So other taggers see each sentence first: one tells which words
these are, and one that has met no other kind of them tells which reading they have, as a tagger would that has just
started. The tagger of the pipeline then finds no choice there, and every sentence is tagged by itself.
"""

from __future__ import annotations

import contextlib
import os
import select
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Self

from translate import patterns
from translate.apertium.pipeline import Pipeline
from translate.apertium.programs import CHUNK, Programs
from translate.apertium.stream import Unit, parse, written
from translate.values import dataclass

_MOST = 12
"""Taggers that are kept, each for one kind of word; there are some dozen kinds in news."""
_LONGEST = 30_000
"""Bytes of a sentence; what fits into the pipes on both sides of a program, so that nobody waits for the other."""
_AMBIGUOUS = patterns.compile(r"\^([^/$\\]*)/([^$\\]*/[^$\\]*)\$")
_LEMMA = patterns.compile(r"(?:^|(?<=/))[^<]*")
_CLOSED = patterns.compile(r"(?:^|/)[^<]*<(?!n>|np>|adj>|adv>|vblex>)")
"""A reading of another class than nouns, names, adjectives, adverbs and verbs."""
_NEW = patterns.compile(r"Word '(.*)'\.\nNew ambiguity class: (.*)\n")


class Scout:
    """Taggers that tell which words they were not trained for. As a context it leaves no process behind."""

    def __init__(self, pipeline: Pipeline, path: str, *, patience: float) -> None:
        """Start one, where the pipeline has a tagger of this kind; else all stays as it is.

        Args:
            pipeline: The pipeline.
            path: The search path that the programs get.
            patience: Seconds that may go by without an answer.
        """
        self._command = _command(pipeline)
        self._path = path
        self._patience = patience
        self._first = self._start()
        self._known: dict[str, str] = {}
        """What a word may be that the tagger was not trained for, by its readings; empty where it was."""
        self._kept: dict[str, _Tagger] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for tagger in (self._first, *self._kept.values()):
            if tagger is not None:
                tagger.close()

    def settled(self, piece: str) -> str:
        """An analysed sentence, in which each word that the tagger was not trained for has one reading."""
        if self._first is None:
            return piece
        words = [(word, readings, _shape(readings)) for word, readings in _AMBIGUOUS.findall(piece)]
        self._learn({shape: readings for _, readings, shape in words if shape not in self._known}, self._first)
        new = {word: self._known[shape] for word, _, shape in words if self._known.get(shape)}
        if not new:
            return piece
        tagged = self._tagged(piece, set(new.values()))
        parts = parse(piece)
        chosen = [part for part in parse(tagged) if isinstance(part, Unit)]
        if len(chosen) != sum(isinstance(part, Unit) for part in parts):
            return piece
        choices = iter(chosen)
        return written([_settled(part, next(choices), new) if isinstance(part, Unit) else part for part in parts])

    def _learn(self, unseen: Mapping[str, str], tagger: _Tagger) -> None:
        """Find out of some readings whether a tagger was trained for a word that has them."""
        if not unseen:
            return
        answer = tagger.ask("\0".join(f"^{number}/{readings}$" for number, readings in enumerate(unseen.values())))
        new = dict(answer.new) if answer else {}
        self._known.update({shape: new.get(str(number), "") for number, shape in enumerate(unseen)})

    def _tagged(self, piece: str, kinds: set[str]) -> str:
        """A sentence as a tagger has it that has met no other kind of new word before."""
        (kind, *others) = kinds
        kept = not others and (kind in self._kept or len(self._kept) < _MOST)
        tagger = (self._kept.get(kind) if kept else None) or self._start()
        if tagger is None:
            return ""
        answer = tagger.ask(piece)
        if kept:
            self._kept[kind] = tagger
        else:
            tagger.close()
        return answer.text if answer else ""

    def _start(self) -> _Tagger | None:
        with contextlib.suppress(OSError):
            return _Tagger(self._command, self._path, self._patience) if self._command else None
        return None


@dataclass(frozen=True, slots=True)
class _Answer:
    text: str
    new: tuple[tuple[str, str], ...]
    """The words that the tagger was not trained for, each with what it may be."""


class _Tagger:
    """A tagger that complains."""

    def __init__(self, command: Sequence[str], path: str, patience: float) -> None:
        self._patience = patience
        self._programs = Programs(path)
        self._process = self._programs.start(tuple(command), bufsize=0)
        if self._process.stderr:
            os.set_blocking(self._process.stderr.fileno(), False)

    def ask(self, piece: str) -> _Answer | None:
        """What it makes of a sentence, or of several with a NUL between them; None where it answers no more."""
        sentence = piece.encode(errors="replace") + b"\0"
        wanted = sentence.count(b"\0")
        answer, complaints = b"", b""
        if len(sentence) > _LONGEST or self._process.returncode is not None:
            return None
        try:
            self._write(sentence)
            while answer.count(b"\0") < wanted:
                chunk = self._read()
                if not chunk:
                    self.close()
                    return None
                answer += chunk
            # What it complains of was written before the answer.
            complaints = (self._process.stderr.read(CHUNK) if self._process.stderr else b"") or b""
        except OSError:
            self.close()
            return None
        new = _NEW.findall(complaints.decode(errors="replace"))
        return _Answer(answer.removesuffix(b"\0").decode(errors="replace"), tuple(new))

    def _write(self, sentence: bytes) -> None:
        if self._process.stdin:
            self._process.stdin.write(sentence)

    def _read(self) -> bytes:
        """What it has written next; nothing where it has ended, or takes too long."""
        if self._process.stdout is None or not select.select([self._process.stdout], [], [], self._patience)[0]:
            return b""
        return os.read(self._process.stdout.fileno(), CHUNK)

    def close(self) -> None:
        """End it."""
        self._programs.end()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                pipe.close()


def _command(pipeline: Pipeline) -> tuple[str, ...]:
    """How the pipeline's tagger is called, with its complaints; nothing where it has another kind of tagger."""
    programs = (program for stage in pipeline.stages for program in stage if program.name == "apertium-tagger")
    tagger = next(programs, None)
    if tagger is None or "-g" not in tagger.command:
        return ()
    return (tagger.command[0], "-d", *tagger.command[1:])


# Few words make most of a text.
@lru_cache(maxsize=1 << 14)
def _shape(readings: str) -> str:
    """What a tagger goes by: the tags; the words as well where one of them is of a closed class, which has few."""
    return readings if _CLOSED.search(readings) else _LEMMA.sub("", readings)


def _settled(unit: Unit, chosen: Unit, new: Collection[str]) -> Unit:
    surface, *readings = unit.parts
    return Unit((surface, chosen.parts[0])) if surface in new and chosen.parts[0] in readings else unit

"""Ask an engine which words of a translation stand for which words of its source.

There are three witnesses. The engine's own alignment, such as a network's attention, costs little and is seldom sharp.
Leaving one word after the other out of the source, and seeing which words of the translation become unlikely (as Li,
Monroe and Jurafsky 2016 do it for classifiers), costs most and tells most. What the words within a tag are translated
to when they stand alone tells where they are, and not where they end. All are asked about one sentence at a time, and
only about those in which a tag begins or ends.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from translate.core.offers import Alignment, Hypothesis, Scored
from translate.core.placing.units import Units
from translate.core.questions import Again, Align, Asking, Score
from translate.core.text.aligning import Span
from translate.values import dataclass

ROWS = 16
"""Parts of a sentence that are left out one by one; of a longer one, two or more words at a time."""
ALIGNED, DROPPED, NEAR = 1.0, 2.0, 0.5
"""What the engine's own alignment counts, what becomes unlikely, and what a proportion says."""
NEARNESS = 2.0
"""How fast a word's share falls with the distance to its place in proportion, by the length of the sentence."""
ALONE = 2
"""Hypotheses for the words within a tag."""
_STEM = 5
"""Letters by which a word is known again in another form."""

Rows = list[list[float]]
"""For each unit of a translation the share that each unit of the source has given to it."""


@dataclass(frozen=True, slots=True)
class Means:
    """What an engine can be asked."""

    aligns: bool
    scores: bool
    """Whether words may be left out of the source one by one."""
    alone: bool = True
    """Whether it translates what stands within a tag by itself."""


@dataclass(slots=True)
class Sentence:
    """A sentence with tags inside it, and its translation, by the units of the whole text."""

    source: Units
    target: Units
    here: tuple[int, int]
    """The first unit of the sentence in the source, and the one behind the last."""
    there: tuple[int, int]
    """The same in the translation."""
    edges: frozenset[int]
    """The units of the source before which a tag begins or ends."""
    witnesses: list[tuple[float, Rows]] = field(default_factory=list)
    """What each says, and what that counts."""

    @property
    def pair(self) -> tuple[str, str]:
        """The sentence and its translation."""
        return self._text(self.source, self.here), self._text(self.target, self.there)

    @staticmethod
    def _text(units: Units, span: tuple[int, int]) -> str:
        return units.text[units.spans[span[0]][0] : units.spans[span[1] - 1][1]]

    def chunks(self) -> list[tuple[int, int]]:
        """The parts of the sentence that are left out one by one, by units: no tag begins or ends within one."""
        words = [number for number in range(*self.here) if self.source.words[number]]
        size = -(-len(words) // ROWS)
        found: list[tuple[int, int]] = []
        count = size
        for number in words:
            crosses = bool(found) and any(edge in self.edges for edge in range(found[-1][1], number + 1))
            if count >= size or crosses:
                found.append((number, number + 1))
                count = 1
            else:
                found[-1] = (found[-1][0], number + 1)
                count += 1
        return found

    def without(self, chunk: tuple[int, int]) -> str:
        """The sentence without a part of it."""
        text, start = self.pair[0], self.source.spans[self.here[0]][0]
        begin, end = self.source.spans[chunk[0]][0] - start, self.source.spans[chunk[1] - 1][1] - start
        return " ".join(f"{text[:begin]} {text[end:]}".split()) or "."

    def hear_alignment(self, told: Alignment) -> None:
        """Add what the engine's own alignment says."""
        if not told.weights:
            return
        columns = [[*self._units(self.source, self.here, span)] for span in told.sources]
        rows = self._empty()
        for span, weights in zip(told.targets, told.weights, strict=True):
            for unit in self._units(self.target, self.there, span):
                row = rows[unit - self.there[0]]
                for column, weight in zip(columns, weights, strict=True):
                    for source in column:
                        row[source - self.here[0]] += weight
        self._hear(ALIGNED, rows)

    def hear_proportion(self) -> None:
        """Add that words stand where they stand in proportion, for want of anything better."""
        rows = self._empty()
        for number, row in enumerate(rows):
            at = (number + 0.5) / len(rows)
            row[:] = [math.exp(-NEARNESS * abs(at - (other + 0.5) / len(row))) for other in range(len(row))]
        self._hear(NEAR, rows)

    def hear_drops(self, whole: Scored, without: Mapping[tuple[int, int], Scored]) -> None:
        """Add what becomes unlikely without each part of the sentence."""
        rows = self._empty()
        base = self._scores(whole)
        for chunk, scored in without.items():
            left = self._scores(scored)
            words = [number for number in range(*chunk) if self.source.words[number]]
            for number, (before, after) in enumerate(zip(base, left, strict=True)):
                drop = max(0.0, before - after) / len(words)
                for word in words:
                    rows[number][word - self.here[0]] = drop
        self._hear(DROPPED, rows)

    def _scores(self, scored: Scored) -> list[float]:
        found = [0.0] * (self.there[1] - self.there[0])
        for piece in scored.pieces:
            for unit in self._units(self.target, self.there, (piece.start, piece.end)):
                found[unit - self.there[0]] += piece.score
        return found

    def _empty(self) -> Rows:
        return [[0.0] * (self.here[1] - self.here[0]) for _ in range(*self.there)]

    def _hear(self, weight: float, rows: Rows) -> None:
        # Marks attract what belongs to no word, and a network that overflows says what is no number.
        words = self.source.words[self.here[0] : self.here[1]]
        for row in rows:
            row[:] = [
                share if word and 0.0 <= share < math.inf else 0.0 for word, share in zip(words, row, strict=True)
            ]
            total = sum(row)
            if total > 0.0:
                row[:] = [weight / total for weight in row]
        self.witnesses.append((weight, rows))

    @staticmethod
    def _units(units: Units, within: tuple[int, int], span: Span) -> Iterator[int]:
        """The units that a piece of a sentence has a part of; one without width counts to the next."""
        offset = units.spans[within[0]][0]
        start, end = span[0] + offset, span[1] + offset
        first, last = units.touched(start, max(end, start + 1))
        yield from range(max(first, within[0]), min(last, within[1]))

    def shares(self) -> Rows:
        """What all witnesses say, on average; a row of noughts where none knows a unit."""
        found = self._empty()
        for number, row in enumerate(found):
            heard = [(weight, rows[number]) for weight, rows in self.witnesses if any(rows[number])]
            total = sum(weight for weight, _ in heard)
            for weight, one in heard:
                row[:] = [before + share * weight / total for before, share in zip(row, one, strict=True)]
        return found


def gather(sentences: Sequence[Sentence], means: Means) -> Asking[None]:
    """Ask an engine about sentences, as far as it can be asked.

    Yields:
        What to ask it, all sentences together.
    """
    if not means.scores:
        for sentence in sentences:
            sentence.hear_proportion()
    pairs = tuple(dict.fromkeys(sentence.pair for sentence in sentences))
    if means.aligns and pairs:
        alignments: Mapping[tuple[str, str], Alignment] = dict(zip(pairs, (yield Align(pairs)), strict=True))
        for sentence in sentences:
            sentence.hear_alignment(alignments[sentence.pair])
    if means.scores and pairs:
        without = [
            {chunk: (sentence.without(chunk), sentence.pair[1]) for chunk in sentence.chunks()}
            for sentence in sentences
        ]
        asked = tuple(dict.fromkeys((*pairs, *(pair for each in without for pair in each.values()))))
        scored: Mapping[tuple[str, str], Scored] = dict(zip(asked, (yield Score(asked)), strict=True))
        for sentence, each in zip(sentences, without, strict=True):
            sentence.hear_drops(scored[sentence.pair], {chunk: scored[pair] for chunk, pair in each.items()})


def stem(name: str) -> str:
    """What a word is known again by in another form."""
    return name[:_STEM]


def alone(phrases: Sequence[str]) -> Asking[dict[str, frozenset[str]]]:
    """Ask an engine for what phrases are translated to when they stand alone.

    Returns:
        For each the stems of all words in its hypotheses.
    """
    asked = tuple(dict.fromkeys(phrases))
    if not asked:
        return {}
    answers: Sequence[Sequence[Hypothesis]] = yield Again(asked, ALONE)
    return {phrase: frozenset(_stems(offers)) for phrase, offers in zip(asked, answers, strict=True)}


def _stems(offers: Sequence[Hypothesis]) -> Iterator[str]:
    for offer in offers:
        units = Units.of(offer.text)
        yield from (stem(name) for name, word in zip(units.names, units.words, strict=True) if word)

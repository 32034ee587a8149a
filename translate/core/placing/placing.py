"""Put the tags of many texts into their translations together.

What speaks for each word of a translation to be within a pair of tags is added up in log odds: the shares of the
witnesses (`evidence`), whether it is among the words that those within the tag are translated to by themselves, and
whether it is the same on both sides. Then each pair gets the interval with the greatest sum (`nesting`). The numbers
were chosen on the halves that ``benchmarks/tags`` does not report on.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from translate.core.placing.doubting import sureness
from translate.core.placing.evidence import Means, Rows, Sentence, alone, gather, stem
from translate.core.placing.nesting import Nesting
from translate.core.placing.nodes import Node, tree
from translate.core.placing.placed import Doubt, Placed, TagDoubt
from translate.core.placing.sharing import Interval, Wish
from translate.core.placing.units import Units
from translate.core.placing.writing import written
from translate.core.questions import Asking
from translate.core.text import identifiers, tags
from translate.core.text.aligning import Pair

LONGEST = 1_000
"""Units of a text whose tags are placed so; in a longer one a proportion tells."""
MOST = 40_000
"""Units times tags of such a text: a text of 400 words may have 100 tags."""
LEAST = 0.02
"""No share is less sure than this, or surer than what it leaves."""
ALONE, NOT_ALONE = 1.5, -1.0
"""What it says that a word is, or is not, among those that a tag's words are translated to by themselves."""
SAME = 3.0
"""… that the very word stands in the source."""
KNOWN = 12.0
"""… that a unit is of a term or an identifier whose place is known."""
UNKNOWN = -0.05
"""… that no witness knows a unit."""
SPLIT = 0.5
"""What it says for a gap that a word before it comes from before the point, or one behind it from behind …"""
NEIGHBOUR = 4.0
"""… that the word right before it, or right behind it, is the one that stands there in the source …"""
LOOSE = 0.5
"""… of that, where it stands there behind a space, and the other one without …"""
SAME_MARK = 1.5
"""… that the same mark stands before it in the source."""
SAME_SPACE = 1.0
"""… that there is a space in it, as in the source, or none in both."""
WORDS = 0.5
"""A probability from which a unit stands for the words of a tag."""
SURE = 0.38
"""A place that is less likely than this should be looked at."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A translation whose tags are to be put in."""

    source: str
    """With tags."""
    text: str
    """The translation without."""
    sentences: tuple[Pair, ...] = ()
    """Where the sentences stand in both without tags, as far as that is known; in order."""
    known: tuple[Pair, ...] = ()
    """Terms and identifiers: what is known to stand for what."""


def place(texts: Sequence[Unplaced], means: Means) -> Asking[list[Placed]]:
    """Put the tags of sources into their translations.

    Args:
        texts: The translations.
        means: What the engine can be asked.

    Yields:
        What to ask it.

    Returns:
        For each text itself with its tags; without them it is the same as before.
    """
    works = [_Work.of(text) for text in texts]
    sentences = [sentence for work in works if work for sentence in work.sentences]
    yield from gather(sentences, means)
    asked = [phrase for work in works if work and means.alone for phrase in work.phrases()]
    phrases = yield from alone(asked)
    return [work.placed(phrases) if work else in_proportion(text) for work, text in zip(works, texts, strict=True)]


def in_proportion(text: Unplaced) -> Placed:
    """Put the tags of a source into its translation without asking an engine: each where it stands in the source."""
    found = tags.put(text.text, text.source, text.sentences, text.known)
    return Placed(found, is_guessed=found not in {text.text, text.source})


@dataclass(slots=True)
class _Work:
    """A text on its way to its tags."""

    unplaced: Unplaced
    root: Node
    source: Units
    target: Units
    blocks: list[tuple[Interval, Interval]]
    """The sentences, by the units of the source and of the translation."""
    sentences: list[Sentence]
    """Those in which a tag begins or ends."""

    @classmethod
    def of(cls, text: Unplaced) -> _Work | None:
        """Get ready; None where a proportion has to do, or where there is nothing to place."""
        tagged = tags.parted(text.source)
        if not tagged.places or tagged.plain == text.text or len(tagged.places) > MOST:
            return None
        source, target = Units.of(tagged.plain), Units.of(text.text)
        longest = max(len(source), len(target))
        if not len(target) or longest > LONGEST or longest * len(tagged.places) > MOST:
            return None
        root = tree(tagged, source)
        if root is None:
            return None
        edges = frozenset(edge for node in root.within() for edge in (node.first, node.last))
        blocks = [*_blocks(text.sentences, source, target)]
        sentences = [
            Sentence(source, target, here, there, edges)
            for here, there in blocks
            if any(here[0] < edge < here[1] for edge in edges)
        ]
        return cls(text, root, source, target, blocks, sentences)

    def phrases(self) -> Iterator[str]:
        """The words within tags, to be translated by themselves."""
        for node in self.root.within():
            if self.is_open(node) and (phrase := self.phrase(node)):
                yield phrase

    def is_open(self, node: Node) -> bool:
        """Whether it is to be found where a tag belongs: it begins or ends within a sentence."""
        ends = {node.first, node.last}
        return any(one.here[0] < end < one.here[1] for one in self.sentences for end in ends)

    def words(self, node: Node) -> str:
        """The words of the source that a pair is around."""
        if node.is_point:
            return ""
        return self.source.text[self.source.spans[node.first][0] : self.source.spans[node.last - 1][1]]

    def phrase(self, node: Node) -> str:
        """What of them an engine can translate; nothing where that is nothing."""
        phrase = " ".join(identifiers.blanked(self.words(node)).split())
        return phrase if any(map(str.isalpha, phrase)) else ""

    def placed(self, phrases: Mapping[str, frozenset[str]]) -> Placed:
        """The translation with its tags."""
        told = _Told(self, self._cumulated(), phrases)
        places = Nesting(self.source, self.target, told.around, told.gaps).places(self.root)
        text = written(self.root, places, self.source, self.target)
        return Placed(text, tuple(_doubts(self, told, places)))

    def _cumulated(self) -> Rows:
        """For each unit of the translation the shares of the source's units, added up from the left."""
        rows: Rows = [[] for _ in range(len(self.target))]
        asked = {sentence.here: sentence.shares() for sentence in self.sentences}
        for here, there in self.blocks:
            width = here[1] - here[0]
            shares = asked.get(here)
            for number in range(*there):
                whole = [0.0] * len(self.source)
                whole[here[0] : here[1]] = shares[number - there[0]] if shares else [1 / width] * width
                rows[number] = [*accumulate(whole, initial=0.0)]
        return [row or [0.0] * (len(self.source) + 1) for row in rows]


def _blocks(sentences: Sequence[Pair], source: Units, target: Units) -> Iterator[tuple[Interval, Interval]]:
    for here, there in sentences or (((0, len(source.text)), (0, len(target.text))),):
        block = source.touched(*here), target.touched(*there)
        if block[0][0] < block[0][1] and block[1][0] < block[1][1]:
            yield block


def _doubts(work: _Work, told: _Told, places: Mapping[Node, Interval]) -> Iterator[TagDoubt]:
    """What somebody should look at."""
    pending = [(inner, work.root) for inner in reversed(work.root.inner)]
    while pending:
        node, parent = pending.pop()
        pending += [(inner, node) for inner in reversed(node.inner)]
        place, around = places[node], places[parent]
        is_emptied = not node.is_point and place[0] == place[1]
        # Of two that are around the same words one doubt is enough.
        is_looked_at = work.is_open(node) and (node.first, node.last) != (parent.first, parent.last)
        if is_looked_at or (is_emptied and around[0] < around[1]):
            doubt = _doubt(node, told, place, around)
            if doubt:
                yield TagDoubt(doubt, str(node.begins), work.words(node))


def _doubt(node: Node, told: _Told, place: Interval, around: Interval) -> Doubt | None:
    """Why somebody should look at a tag, if anybody should."""
    if node.is_point:
        gaps = told.gaps(node)[around[0] : around[1] + 1]
        return None if sureness(gaps, gaps[place[0] - around[0]]) >= SURE else Doubt.UNSURE
    if place[0] == place[1]:
        return Doubt.EMPTY
    wish = told.around(node)
    if max(wish.told) < _logit(WORDS):
        # Of marks alone nobody misses a word.
        return Doubt.NO_WORDS if wish.says else Doubt.UNSURE
    words = told.work.target.words
    # Where marks belong is no doubt.
    inner = [number for number in range(*place) if words[number] is wish.says]
    every: list[float] = []
    chosen = -math.inf
    for one, at, size in wish.by_size(range(*around), words, (0, len(words))):
        every += one
        if inner and size == len(inner):
            chosen = one[bisect_left(at, inner[0] - around[0])]
    return None if sureness(every, chosen) >= SURE else Doubt.UNSURE


@dataclass(slots=True)
class _Told:
    """What is told of the places of tags."""

    work: _Work
    cumulated: Rows
    phrases: Mapping[str, frozenset[str]]

    def around(self, node: Node) -> Wish:
        """What speaks for each unit of the translation to be within a pair; see `Nesting`."""
        source, target = self.work.source, self.work.target
        stems = self.phrases.get(self.work.phrase(node))
        inside = {*source.names[node.first : node.last]}
        outside = {*source.names[: node.first], *source.names[node.last :]}
        says = any(source.words[node.first : node.last])
        found = []
        for row, name, word in zip(self.cumulated, target.names, target.words, strict=True):
            told = UNKNOWN
            if word or not says:
                told = _logit(row[node.last] - row[node.first]) if row[-1] else UNKNOWN
                if stems is not None:
                    told += ALONE if stem(name) in stems else NOT_ALONE
                if (name in inside) != (name in outside):
                    told += SAME if name in inside else -SAME
            found.append(told)
        inner = [pair for pair in self._known if node.first <= pair[0][0] and pair[0][1] <= node.last]
        told_of = {number for here, _ in inner for number in range(*here)}
        if says and all(number in told_of for number in range(node.first, node.last) if source.words[number]):
            found = [-KNOWN if word else told for told, word in zip(found, target.words, strict=True)]
        for here, there in self._known:
            if here[1] <= node.first or node.last <= here[0]:
                found[slice(*there)] = [-KNOWN] * (there[1] - there[0])
        for _, there in inner:
            found[slice(*there)] = [KNOWN] * (there[1] - there[0])
        share = sum(target.words) / max(sum(source.words), 1)
        return Wish(found, says, max(sum(source.words[node.first : node.last]) * share, 1.0) if says else 0.0)

    def gaps(self, node: Node) -> list[float]:
        """For each gap of the translation what speaks for it to be that of a point; see `Nesting`."""
        source, target = self.work.source, self.work.target
        left, right = {*source.names[: node.first]}, {*source.names[node.first :]}
        before = []
        for row, name, word in zip(self.cumulated, target.names, target.words, strict=True):
            told = row[node.first] * 2 - row[-1] if word else 0.0
            if word and (name in left) != (name in right):
                told += 1.0 if name in left else -1.0
            before.append(told)
        for here, there in self._known:
            side = KNOWN if here[1] <= node.first else -KNOWN if node.first <= here[0] else 0.0
            if side:
                before[slice(*there)] = [side] * (there[1] - there[0])
        sums = [*accumulate(before, initial=0.0)]
        beside = self._beside(node)
        return [
            SPLIT * (total - sums[-1] / 2) + NEIGHBOUR * near + self._likeness(node, gap)
            for gap, (total, near) in enumerate(zip(sums, beside, strict=True))
        ]

    def _beside(self, node: Node) -> list[float]:
        """For each gap how far the words on its sides stand for those on the sides of a point in the source."""
        source, target = self.work.source.words, self.work.target.words
        before = next((number for number in range(node.first - 1, -1, -1) if source[number]), None)
        behind = next((number for number in range(node.first, len(source)) if source[number]), None)
        to_left = self._carried(before, target, range(len(target)))
        to_right = self._carried(behind, target, range(len(target) - 1, -1, -1))
        left, right = self._ties(node)
        both = zip([0.0, *to_left], [*to_right[::-1], 0.0], strict=True)
        return [left * one + right * other for one, other in both]

    def _ties(self, node: Node) -> tuple[float, float]:
        """What the words on both sides of a point count: the one that it stands at without a space counts more."""
        text, at = self.work.source.text, node.begins.at if node.begins else 0
        follows, leads = at > 0 and not text[at - 1].isspace(), at < len(text) and not text[at].isspace()
        return (1.0, LOOSE) if follows and not leads else (LOOSE, 1.0) if leads and not follows else (1.0, 1.0)

    def _carried(self, unit: int | None, words: Sequence[bool], order: Sequence[int]) -> list[float]:
        """How far each word of the translation stands for a unit of the source; a mark counts as the word before it."""
        found: list[float] = []
        for number in order:
            if unit is not None and words[number]:
                row = self.cumulated[number]
                found.append(row[unit + 1] - row[unit])
            else:
                found.append(found[-1] if found else 0.0)
        return found

    def _likeness(self, node: Node, gap: int) -> float:
        """What it says that a gap looks like that of a point in the source."""
        source, target = self.work.source, self.work.target
        alike = SAME_SPACE if source.is_spaced(node.first) == target.is_spaced(gap) else 0.0
        here, there = node.first - 1, gap - 1
        if here < 0 or there < 0 or source.words[here] or target.words[there]:
            return alike
        return alike + SAME_MARK if source.names[here] == target.names[there] else alike

    @property
    def _known(self) -> Iterator[tuple[Interval, Interval]]:
        for here, there in self.work.unplaced.known:
            yield self.work.source.touched(*here), self.work.target.touched(*there)


def _logit(share: float) -> float:
    share = min(max(share, LEAST), 1 - LEAST)
    return math.log(share / (1 - share))

"""Put the tags of many texts into their translations together.

An engine is asked which words stand for which (`evidence`); what it says is added up to what speaks for each place
(`odds`); each pair gets the interval with the greatest sum (`nesting`), and what is not sure is told (`doubting`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from translate.core.placing.doubting import doubt
from translate.core.placing.evidence import Means, Rows, Sentence, alone, gather
from translate.core.placing.nesting import Nesting
from translate.core.placing.nodes import Node, tree
from translate.core.placing.odds import Odds
from translate.core.placing.placed import Placed, TagDoubt
from translate.core.placing.sharing import Interval
from translate.core.placing.units import Units
from translate.core.placing.writing import written
from translate.core.questions import Asking
from translate.core.text import identifiers, tags
from translate.core.text.aligning import Pair
from translate.values import dataclass

LONGEST = 1_000
"""Units of a text whose tags are placed so; in a longer one a proportion tells."""
MOST = 40_000
"""Units times tags of such a text: a text of 400 words may have 100 tags."""


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
        touched = self.source.touched, self.target.touched
        known = [(touched[0](*here), touched[1](*there)) for here, there in self.unplaced.known]
        odds = Odds(self.source, self.target, known, self._cumulated(), lambda node: phrases.get(self.phrase(node)))
        # Asked for the place of a tag, and again for how sure it is.
        nesting = Nesting(self.source, self.target, cache(odds.around), cache(odds.gaps))
        places = nesting.places(self.root)
        text = written(self.root, places, self.source, self.target)
        return Placed(text, tuple(_doubts(self, nesting, places)))

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


def _doubts(work: _Work, nesting: Nesting, places: Mapping[Node, Interval]) -> Iterator[TagDoubt]:
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
            why = doubt(node, nesting, place, around)
            if why:
                yield TagDoubt(why, str(node.begins), work.words(node))

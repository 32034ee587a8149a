"""What speaks for which place of a tag, in log odds.

Added up are the shares of the witnesses (`evidence`), whether a word is among those that the words within the tag are
translated to by themselves, whether it is the same on both sides, and the places of terms and identifiers. The numbers
were chosen on the halves that ``benchmarks/tags`` does not report on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import accumulate

from translate.core.placing.evidence import Rows, stem
from translate.core.placing.nodes import Node
from translate.core.placing.sharing import Interval, Wish
from translate.core.placing.units import Units
from translate.values import dataclass

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


@dataclass(slots=True)
class Odds:
    """What speaks for the places of the tags of a text."""

    source: Units
    target: Units
    known: Sequence[tuple[Interval, Interval]]
    """What is known to stand for what: units of the source, and of the translation."""
    cumulated: Rows
    """For each unit of the translation the shares of the source's units, added up from the left."""
    stems: Callable[[Node], frozenset[str] | None]
    """What the words within a pair are translated to by themselves (`evidence.alone`); None where nobody says."""

    def around(self, node: Node) -> Wish:
        """What speaks for each unit of the translation to be within a pair; see `Nesting`."""
        source, target = self.source, self.target
        stems = self.stems(node)
        inside = {*source.names[node.first : node.last]}
        outside = {*source.names[: node.first], *source.names[node.last :]}
        says = any(source.words[node.first : node.last])
        found = []
        for row, name, word in zip(self.cumulated, target.names, target.words, strict=True):
            told = UNKNOWN
            if word or not says:
                told = logit(row[node.last] - row[node.first]) if row[-1] else UNKNOWN
                if stems is not None:
                    told += ALONE if stem(name) in stems else NOT_ALONE
                if (name in inside) != (name in outside):
                    told += SAME if name in inside else -SAME
            found.append(told)
        inner = [pair for pair in self.known if node.first <= pair[0][0] and pair[0][1] <= node.last]
        told_of = {number for here, _ in inner for number in range(*here)}
        if says and all(number in told_of for number in range(node.first, node.last) if source.words[number]):
            found = [-KNOWN if word else told for told, word in zip(found, target.words, strict=True)]
        for here, there in self.known:
            if here[1] <= node.first or node.last <= here[0]:
                found[slice(*there)] = [-KNOWN] * (there[1] - there[0])
        for _, there in inner:
            found[slice(*there)] = [KNOWN] * (there[1] - there[0])
        share = sum(target.words) / max(sum(source.words), 1)
        return Wish(found, says, max(sum(source.words[node.first : node.last]) * share, 1.0) if says else 0.0)

    def gaps(self, node: Node) -> list[float]:
        """For each gap of the translation what speaks for it to be that of a point; see `Nesting`."""
        source, target = self.source, self.target
        left, right = {*source.names[: node.first]}, {*source.names[node.first :]}
        before = []
        for row, name, word in zip(self.cumulated, target.names, target.words, strict=True):
            told = row[node.first] * 2 - row[-1] if word else 0.0
            if word and (name in left) != (name in right):
                told += 1.0 if name in left else -1.0
            before.append(told)
        for here, there in self.known:
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
        source, target = self.source.words, self.target.words
        before = next((number for number in range(node.first - 1, -1, -1) if source[number]), None)
        behind = next((number for number in range(node.first, len(source)) if source[number]), None)
        to_left = self._carried(before, target, range(len(target)))
        to_right = self._carried(behind, target, range(len(target) - 1, -1, -1))
        left, right = self._ties(node)
        both = zip([0.0, *to_left], [*to_right[::-1], 0.0], strict=True)
        return [left * one + right * other for one, other in both]

    def _ties(self, node: Node) -> tuple[float, float]:
        """What the words on both sides of a point count: the one that it stands at without a space counts more."""
        text, at = self.source.text, node.begins.at if node.begins else 0
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
        source, target = self.source, self.target
        alike = SAME_SPACE if source.is_spaced(node.first) == target.is_spaced(gap) else 0.0
        here, there = node.first - 1, gap - 1
        if here < 0 or there < 0 or source.words[here] or target.words[there]:
            return alike
        return alike + SAME_MARK if source.names[here] == target.names[there] else alike


def logit(share: float) -> float:
    """The log odds of a share, within what is sure enough."""
    share = min(max(share, LEAST), 1 - LEAST)
    return math.log(share / (1 - share))

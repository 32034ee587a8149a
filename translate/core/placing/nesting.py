"""Choose the words that tags are put around, pairs within pairs, so that none can cross another.

The best interval of words is chosen for one pair after the other, the surest first, out of what the pair around it has
and no other has taken. What is in a pair is chosen within its words. So nothing is lost, doubled or crossed, whatever
the evidence is.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from translate.core.placing.nodes import Node
from translate.core.placing.units import Units

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
Interval = tuple[int, int]
"""The first unit of a translation, and the one behind the last; of no width it is a gap."""


@dataclass(frozen=True, slots=True)
class Nesting:
    """What speaks for which place of a tag in a translation."""

    source: Units
    target: Units
    around: Callable[[Node], Sequence[float]]
    """For a pair, what speaks for each unit of the translation to be in it; below nought, against that."""
    gaps: Callable[[Node], Sequence[float]]
    """For a point, what speaks for each gap of the translation, from that before the first unit on."""

    def places(self, root: Node) -> dict[Node, Interval]:
        """The interval of each tag in a tree; one that is around words has words, where there are enough."""
        found: dict[Node, Interval] = {root: (0, len(self.target))}
        pending = [root]
        while pending:
            node = pending.pop()
            free = _Free(found[node])
            self._pairs([inner for inner in node.inner if not inner.is_point], node, free, found)
            self._points(node, free, found)
            pending += [inner for inner in node.inner if inner.inner]
        return found

    def _pairs(self, pairs: Sequence[Node], parent: Node, free: _Free, found: dict[Node, Interval]) -> None:
        sums = [[*map(float, self.around(node))] for node in pairs]

        def best(number: int) -> tuple[float, int, Interval]:
            node = pairs[number]
            if self._is_as_wide(node, parent):
                return 0.0, number, self._trimmed(free.whole)
            total, span = self._best(node, sums[number], free)
            return -total, number, span

        queue = [best(number) for number in range(len(pairs))]
        heapq.heapify(queue)
        while queue:
            _, number, span = heapq.heappop(queue)
            if free.has(span):
                span = self._with_marks(pairs[number], span, free)
                free.take(span)
                found[pairs[number]] = span
            else:
                heapq.heappush(queue, best(number))

    def _is_as_wide(self, node: Node, parent: Node) -> bool:
        """Whether all words of a pair are in the one within it."""
        outside = (*range(parent.first, node.first), *range(node.last, parent.last))
        return not any(self.source.words[number] for number in outside) and self._says(node)

    def _says(self, node: Node) -> bool:
        return any(self.source.words[node.first : node.last])

    def _trimmed(self, span: Interval) -> Interval:
        """An interval without the marks at its ends, if there are words in it."""
        first, last = span
        words = self.target.words
        if not any(words[first:last]):
            return span
        while not words[first]:
            first += 1
        while not words[last - 1]:
            last -= 1
        return first, last

    def _best(self, node: Node, told: Sequence[float], free: _Free) -> tuple[float, Interval]:
        """The interval of greatest sum in what is free: it begins and ends with words where the pair has any."""
        words = self.target.words
        wanted = self._says(node)
        best, chosen = float("-inf"), None
        for run in free.runs():
            total, begin = 0.0, -1
            for number in run:
                ends = words[number] or not wanted
                if begin < 0 or (total <= 0.0 and ends):
                    if not ends:
                        continue
                    total, begin = 0.0, number
                total += told[number]
                if ends and total > best:
                    best, chosen = total, (begin, number + 1)
        if chosen is None:
            gap = free.whole[0] + round((free.whole[1] - free.whole[0]) * node.first / max(len(self.source), 1))
            return best, (gap, gap)
        return best, chosen

    def _with_marks(self, node: Node, span: Interval, free: _Free) -> Interval:
        """An interval of words with as many marks at its ends as the pair has in the source."""
        first, last = span
        if first == last or not self._says(node):
            return span
        inside = self.source.words[node.first : node.last]
        leading, trailing = inside.index(True), inside[::-1].index(True)
        while leading and free.is_free(first - 1) and self._may_join(first - 1, _CLOSING):
            first, leading = first - 1, leading - 1
        while trailing and free.is_free(last) and self._may_join(last, _OPENING):
            last, trailing = last + 1, trailing - 1
        return first, last

    def _may_join(self, number: int, other_way: frozenset[str]) -> bool:
        """Whether a unit is a mark that may stand at an end of a pair."""
        return not self.target.words[number] and self.target.names[number] not in other_way

    def _points(self, parent: Node, free: _Free, found: dict[Node, Interval]) -> None:
        begin, end = free.whole
        for _, same in groupby((node for node in parent.inner if node.is_point), key=_place):
            nodes = [*same]
            gap = self._gap(nodes, parent, free, found, (begin, end))
            found |= dict.fromkeys(nodes, (gap, gap))

    def _gap(
        self, nodes: Sequence[Node], parent: Node, free: _Free, found: dict[Node, Interval], within: Interval
    ) -> int:
        """The gap for points that stand together."""
        begin, end = within
        node = nodes[0]
        if begin == end or node.first <= parent.first:
            return begin
        if node.first >= parent.last:
            return end
        told = self.gaps(node)
        gaps = [*_beside(node, parent, found)] or [gap for gap in range(begin, end + 1) if free.is_edge(gap)]
        if node.begins and node.begins.parts:
            gaps = [gap for gap in gaps if gap in {begin, end} or self.target.is_spaced(gap)] or gaps
        return max(gaps, key=lambda gap: told[gap])


def _place(node: Node) -> tuple[int, int]:
    at = node.begins.at if node.begins else 0
    return node.first, at


def _beside(node: Node, parent: Node, found: dict[Node, Interval]) -> Iterable[int]:
    """The ends of the pairs that a point stands at without anything between."""
    at = node.begins.at if node.begins else 0
    for other in parent.inner:
        if other.begins and other.ends and not other.is_point:
            if other.ends.at == at:
                yield found[other][1]
            elif other.begins.at == at:
                yield found[other][0]


class _Free:
    """What of an interval no pair has taken yet."""

    def __init__(self, whole: Interval) -> None:
        self.whole = whole
        self._taken: set[int] = set()
        self._inside: set[int] = set()

    def is_free(self, number: int) -> bool:
        """Whether a unit is free."""
        return self.whole[0] <= number < self.whole[1] and number not in self._taken

    def has(self, span: Interval) -> bool:
        """Whether all units of an interval are free."""
        return not any(number in self._taken for number in range(*span))

    def is_edge(self, gap: int) -> bool:
        """Whether a gap is in no interval that was taken."""
        return gap not in self._inside

    def take(self, span: Interval) -> None:
        """Take an interval."""
        self._taken.update(range(*span))
        self._inside.update(range(span[0] + 1, span[1]))

    def runs(self) -> Iterator[Sequence[int]]:
        """The units that are free, by runs."""
        run: list[int] = []
        for number in range(*self.whole):
            if number in self._taken:
                if run:
                    yield run
                run = []
            else:
                run.append(number)
        if run:
            yield run

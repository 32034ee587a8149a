"""Choose the words that tags are put around, pairs within pairs, so that none can cross another.

The best interval of words is chosen for one pair after the other, the surest first, out of what the pair around it has
and no other has taken. What is in a pair is chosen within its words. So nothing is lost, doubled or crossed, whatever
the evidence is.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from translate.core.placing.nodes import Node
from translate.core.placing.sharing import Free, Interval, Wish, best_interval
from translate.core.placing.units import Units
from translate.values import dataclass

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


@dataclass(frozen=True, slots=True)
class Nesting:
    """What speaks for which place of a tag in a translation."""

    source: Units
    target: Units
    around: Callable[[Node], Wish]
    """For a pair, what speaks for each unit of the translation to be in it."""
    gaps: Callable[[Node], Sequence[float]]
    """For a point, what speaks for each gap of the translation, from that before the first unit on."""

    def places(self, root: Node) -> dict[Node, Interval]:
        """The interval of each tag in a tree; one that is around words has words, where there are enough."""
        found: dict[Node, Interval] = {root: (0, len(self.target))}
        needs = self._needs(root)
        pending = [root]
        while pending:
            node = pending.pop()
            free = Free(found[node], self.target.words)
            found |= self._pairs(node, free, needs)
            self._points(node, free, found)
            pending += [inner for inner in node.inner if inner.inner]
        return found

    def _needs(self, root: Node) -> dict[Node, int]:
        """How many words each pair wants at least, so that those in it have one each."""
        needs: dict[Node, int] = {}
        for node in reversed([*root.within()]):
            needs[node] = max(int(self._says(node)), sum(needs[inner] for inner in node.inner))
        return needs

    def _pairs(self, parent: Node, free: Free, needs: Mapping[Node, int]) -> dict[Node, Interval]:
        pairs = [inner for inner in parent.inner if not inner.is_point]
        has_enough = sum(needs[node] for node in pairs) <= free.left
        found = self._surest_first(pairs, parent, free, needs)
        if has_enough and any(free.words(span) < needs[node] for node, span in found.items()):
            # What the surest have left over is enough, but in pieces.
            free.clear()
            found = self._in_order(pairs, free, needs)
        return found

    def _surest_first(
        self, pairs: Sequence[Node], parent: Node, free: Free, needs: Mapping[Node, int]
    ) -> dict[Node, Interval]:
        wishes = [self.around(node) for node in pairs]
        waiting = sum(needs[node] for node in pairs)
        found: dict[Node, Interval] = {}

        def most(number: int) -> int:
            """How many words a pair may have, so that enough are left for those that wait."""
            need = needs[pairs[number]]
            return max(need, free.left - waiting + need)

        def best(number: int) -> tuple[float, int, Interval]:
            node = pairs[number]
            whole = self._trimmed(free.whole)
            if self._is_as_wide(node, parent) and free.has(whole) and free.words(whole) <= most(number):
                return 0.0, number, whole
            says = self._says(node)
            chosen = best_interval(wishes[number], free, (max(needs[node], says), most(number)))
            chosen = chosen or best_interval(wishes[number], free, (int(says), most(number)))
            if chosen is None:
                width = free.whole[1] - free.whole[0]
                gap = free.whole[0] + round(width * node.first / max(len(self.source), 1))
                return math.inf, number, (gap, gap)
            return -chosen[0], number, chosen[1]

        queue = [best(number) for number in range(len(pairs))]
        heapq.heapify(queue)
        while queue:
            _, number, span = heapq.heappop(queue)
            if free.has(span) and free.words(span) <= most(number):
                waiting -= needs[pairs[number]]
                found[pairs[number]] = self._taken(pairs[number], span, free)
            else:
                heapq.heappush(queue, best(number))
        return found

    def _in_order(self, pairs: Sequence[Node], free: Free, needs: Mapping[Node, int]) -> dict[Node, Interval]:
        """The pairs in the order of the source, each with the words that it needs: then there are enough for all."""
        found: dict[Node, Interval] = {}
        begin, waiting = free.whole[0], sum(needs[node] for node in pairs)
        for node in pairs:
            waiting -= needs[node]
            room = Free((begin, free.before_the_last(waiting)), self.target.words)
            says = self._says(node)
            chosen = best_interval(self.around(node), room, (max(needs[node], says), room.left))
            found[node] = self._taken(node, chosen[1] if chosen else (begin, begin), free)
            begin = max(begin, found[node][1])
        return found

    def _taken(self, node: Node, span: Interval, free: Free) -> Interval:
        span = self._with_marks(node, span, free)
        free.take(span)
        return span

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

    def _with_marks(self, node: Node, span: Interval, free: Free) -> Interval:
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

    def _points(self, parent: Node, free: Free, found: dict[Node, Interval]) -> None:
        begin, end = free.whole
        for _, same in groupby((node for node in parent.inner if node.is_point), key=_place):
            nodes = [*same]
            gap = self._gap(nodes, parent, free, found, (begin, end))
            found |= dict.fromkeys(nodes, (gap, gap))

    def _gap(
        self, nodes: Sequence[Node], parent: Node, free: Free, found: dict[Node, Interval], within: Interval
    ) -> int:
        """The gap for points that stand together."""
        begin, end = within
        node = nodes[0]
        if begin == end:
            return begin
        if node.first <= parent.first:
            gaps = [begin]
        elif node.first >= parent.last:
            gaps = [end]
        else:
            gaps = [*_beside(node, parent, found)] or [gap for gap in range(begin, end + 1) if free.is_edge(gap)]
        if node.begins and node.begins.breaks:
            gaps = [gap for gap in gaps if self.target.is_spaced(gap)] or gaps
        told = self.gaps(node)
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

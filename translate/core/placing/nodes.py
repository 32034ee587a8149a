"""The tags of a source as a tree: what stands around what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from translate.core.placing.units import Units
from translate.core.text.tags import Place, Side, Tagged
from translate.values import dataclass


@dataclass(slots=True, eq=False)
class Node:
    """A pair of tags, or a point, by the units of the source that it is around."""

    begins: Place | None
    """None for the text as a whole."""
    first: int
    last: int
    """The unit behind the last one; for a point, and a pair around nothing, as `first`: the gap that it stands in."""
    ends: Place | None = None
    """None for a point."""
    inner: list[Node] = field(default_factory=list)
    """In the order of the source."""

    @property
    def is_point(self) -> bool:
        """Whether it is around nothing."""
        return self.first == self.last

    def within(self) -> Iterator[Node]:
        """All that stand in it, each before those in it."""
        pending = self.inner[::-1]
        while pending:
            node = pending.pop()
            yield node
            pending += reversed(node.inner)


def tree(tagged: Tagged, units: Units) -> Node | None:
    """The tags of a text as a tree.

    Args:
        tagged: The text.
        units: Of it without its tags.

    Returns:
        The text as a whole, with all tags in it; None where a tag has no other end or crosses another pair.
    """
    root = Node(None, 0, len(units))
    pending = [root]
    for place in tagged.places:
        if place.side is Side.CLOSE:
            node = pending.pop()
            if node.begins is None or node.begins.name != place.name:
                return None
            node.ends = place
            node.first, node.last = units.touched(node.begins.at, place.at)
            if node.first >= node.last or node.begins.at == place.at:
                node.first = node.last = units.gap(node.begins.at)
            continue
        gap = units.gap(place.at)
        node = Node(place, gap, gap)
        pending[-1].inner.append(node)
        if place.side is Side.OPEN:
            pending.append(node)
    return root if len(pending) == 1 else None

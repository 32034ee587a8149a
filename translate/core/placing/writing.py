"""Write a translation with its tags, each where it was placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from translate.core.placing.nodes import Node
from translate.core.placing.sharing import Interval
from translate.core.placing.units import Units
from translate.core.text.tags import Place, is_lone_space


def written(root: Node, places: Mapping[Node, Interval], source: Units, target: Units) -> str:
    """Write a translation with the tags of a tree.

    Args:
        root: The source as a whole.
        places: The interval of each tag in it, each within that of the one around it.
        source: Without tags.
        target: The translation without tags.
    """
    text = target.text
    pieces: list[str] = []
    done = 0
    for place, wanted in _spots(root, places, source, target):
        spot = max(wanted, done)
        words = text[done:spot]
        done = spot
        if place.parts and words and is_lone_space(text, spot - 1):  # It stands for the tag in the plain text.
            words = words[:-1]
        elif place.parts and is_lone_space(text, spot):
            done += 1
        pieces += (words, str(place))
    return "".join((*pieces, text[done:]))


def _spots(root: Node, places: Mapping[Node, Interval], source: Units, target: Units) -> Iterator[tuple[Place, int]]:
    """Each tag with its offset in the translation, in the order in which they stand there."""
    pending: list[tuple[Node, Place | None, int]] = [(root, None, len(target))]
    while pending:
        node, ends, limit = pending.pop()
        begin, end = places[node]
        if ends:
            yield ends, target.spans[end - 1][1] if begin < end else _offset(begin, ends, limit, source, target)
            continue
        if node.begins:
            at = target.spans[begin][0] if begin < end else _offset(begin, node.begins, limit, source, target)
            yield node.begins, at
        if node.ends:
            pending.append((node, node.ends, limit))
        order = sorted(enumerate(node.inner), key=lambda each: (places[each[1]], each[0]))
        pending += [(inner, None, end) for _, inner in reversed(order)]


def _offset(gap: int, place: Place, limit: int, source: Units, target: Units) -> int:
    """The offset of a gap: right behind the unit before it where the source has it so, else right before the next.

    Args:
        gap: How many units stand before it.
        place: The tag in the source.
        limit: The gap at which the pair around it ends.
        source: Without tags.
        target: The translation without tags.
    """
    follows = place.at > 0 and not source.text[place.at - 1].isspace()
    if gap and (follows or gap == limit):
        return target.spans[gap - 1][1]
    return target.spans[gap][0] if gap < len(target) else 0

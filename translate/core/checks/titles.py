"""Check the titles of lists: as wide as a screen allows, numbered as the source is, each for one title of a channel."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from translate.core.article import Kind
from translate.core.checks.findings import Finding, Level, Unit
from translate.core.quantities.quantity import Quantity
from translate.core.quantities.reading import has_digits, quantities, roman_numbers
from translate.core.text.spelling import normalise

_OWN_NAMES = frozenset({Kind.SHOW, Kind.FILM})
"""What has a name of its own; many an episode is “Part 1”."""
_NUMBERED = frozenset({Kind.EPISODE, Kind.PART})


def check_width(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``title-width`` where a title is wider than its list allows."""
    limit, wide = unit.broadcast.limit, width(unit.target)
    if limit is not None and wide > limit:
        yield Finding("title-width", Level.WARNING, f"it is {wide} columns wide, and may be {limit}; shorten it")


def check_numbering(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``title-number`` for each number of an episode, however small, that its translation has not."""
    if unit.context not in _NUMBERED or not has_digits(unit.source):
        return
    wanted = quantities(unit.source, unit.source_language.notation())
    there = _values((*quantities(unit.target, unit.language.notation()), *roman_numbers(unit.target)))
    for one in wanted:
        value = next((value for value in one.values if there[value]), None)
        if value is not None:
            there[value] -= 1
        elif one.small:  # Of others the check of numbers tells.
            message = f"“{one.text}” of the source is not here; an episode keeps its number"
            yield Finding("title-number", Level.WARNING, message)


def _values(there: Sequence[Quantity]) -> Counter[str]:
    return Counter(value for one in there for value in one.values)


def check_twins(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Yield a warning ``title-twice`` for each title that is called as another one of the same channel.

    Args:
        units: The titles of all lists.
    """
    called: defaultdict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(units):
        if unit.context in _OWN_NAMES:
            called[normalise(unit.target).folded].append(place)
    for places in called.values():
        for place in places:
            others = (units[other] for other in places if other != place)
            twin = next((other for other in others if _meet(units[place], other)), None)
            if twin:
                message = f"“{twin.source}” is called so, too{_where(units[place], twin)}; tell the two apart"
                yield place, Finding("title-twice", Level.WARNING, message)


def _meet(one: Unit, other: Unit) -> bool:
    """Whether two different titles may stand side by side: on one channel, or where a list names none."""
    if normalise(one.source).folded == normalise(other.source).folded:
        return False
    channels = set(one.broadcast.channels), set(other.broadcast.channels)
    return not all(channels) or not channels[0].isdisjoint(channels[1])


def _where(one: Unit, other: Unit) -> str:
    shared = [name for name in one.broadcast.channels if name in other.broadcast.channels]
    return f" on {shared[0]}" if shared else ""


@lru_cache(maxsize=1 << 12)
def width(text: str) -> int:
    """How many columns a text takes on a screen: two for a Chinese sign, none for a combining mark."""
    from unicode_segmentation_rs import text_width

    found: int = text_width(text)
    return found

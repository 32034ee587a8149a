"""Check the titles of lists: as wide as a screen allows, numbered as the source is, each for one title of a channel."""

from __future__ import annotations

from collections import defaultdict
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
_BOTH = 2


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
    there = [*quantities(unit.target, unit.language.notation()), *roman_numbers(unit.target)]
    lost: list[Quantity] = []
    for one in wanted:
        found = next((other for other in there if one.values & other.values), None)
        if found:
            there.remove(found)
        else:
            lost.append(one)
    # Where another number stands in its place, or the number is no small one, the check of numbers tells.
    for one in (one for one in lost if one.small and not there):
        message = f"“{one.text}” of the source is not here; an episode keeps its number"
        yield Finding("title-number", Level.WARNING, message)


_ANY, _NO = "any", "no"
"""All channels together, and the titles whose lists name none: such a one may stand beside any other."""


def check_twins(units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
    """Yield a warning ``title-twice`` for each title that is called as another one of the same channel.

    Args:
        units: The titles of all lists.
    """
    named = [(place, unit) for place, unit in enumerate(units) if unit.context in _OWN_NAMES]
    # By what they are called and by channel the first title, and the first other one: one of them is another's twin.
    seen: defaultdict[tuple[str, tuple[str, str]], dict[str, Unit]] = defaultdict(dict)
    for _, unit in named:
        for channel in ((_ANY, ""), *_channels(unit)):
            known = seen[_called(unit), channel]
            if len(known) < _BOTH:
                known.setdefault(_own(unit), unit)
    for place, unit in named:
        where = (*_channels(unit), (_NO, "")) if unit.broadcast.channels else ((_ANY, ""),)
        beside = ((name, other) for kind, name in where for other in seen[_called(unit), (kind, name)].values())
        twin = next(((name, other) for name, other in beside if _own(other) != _own(unit)), None)
        if twin:
            on = f" on {twin[0]}" if twin[0] else ""
            message = f"“{twin[1].source}” is called so, too{on}; tell the two apart"
            yield place, Finding("title-twice", Level.WARNING, message)


def _channels(unit: Unit) -> tuple[tuple[str, str], ...]:
    return tuple(("one", name) for name in unit.broadcast.channels) or ((_NO, ""),)


def _called(unit: Unit) -> str:
    return normalise(unit.target).folded


def _own(unit: Unit) -> str:
    return normalise(unit.source).folded


@lru_cache(maxsize=1 << 12)
def width(text: str) -> int:
    """How many columns a text takes on a screen: two for a Chinese sign, none for a combining mark."""
    from unicode_segmentation_rs import text_width

    found: int = text_width(text)
    return found

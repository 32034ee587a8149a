"""Tell by which other numbers a language says the same: the 19th century by the 1800 of “1800-talet”."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.quantities.clock import half_hours
from translate.core.quantities.notation import Notation
from translate.core.quantities.quantity import Kind, Quantity

_CENTURIES = frozenset(map(str, range(10, 22)))
"""Those that are also told by their hundreds."""


def other_ways(one: Quantity, notation: Notation) -> Iterator[str]:
    """Yield other numbers that say the same.

    Args:
        one: A quantity of the source.
        notation: How the translation's language writes quantities.
    """
    number = "".join(one.parts[:1])
    if one.kind == Kind.ALWAYS:
        yield from one.parts
    elif one.kind == Kind.CLOCK:
        yield from half_hours(one)
    elif one.kind == Kind.DECADE and len(number) > len("80") and number.endswith("00"):
        yield str(int(number[:-2]) + 1)  # The 1800s are the 19th century.
    elif one.kind == Kind.DECADE and notation.ways.decades:
        yield str(int(number[-2]) + 1)
    elif notation.ways.hundreds and number in _CENTURIES and len(one.parts) == 1:
        yield f"{int(number) - 1}00"

"""Write a number with its noun, as every report for people has it."""

from __future__ import annotations

from collections.abc import Sequence

from translate.core.results.worst import MOST


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``1 entry``, ``2,000 entries``.

    Args:
        number: How many there are.
        one: The noun for one of them.
        many: For several, where it is not the same with an “s”.
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def some(names: Sequence[str], most: int) -> str:
    """Names in a row, those that are too many as a number: ``a.pdf, b.jpg and 3 more``.

    Args:
        names: At least one.
        most: So many are named.
    """
    shown, left = names[:most], len(names) - most
    return f"{', '.join(shown)} and {left:,} more" if left > 0 else ", ".join(shown)


def unnamed(number: int) -> str:
    """What is told below a list of PO files that names the worst: how many others there are."""
    return f"and {count(number, 'PO file')} more: the worst are named, {MOST:,} in a language at most"

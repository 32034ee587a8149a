"""Write a number with its noun, as every report for people has it."""

from __future__ import annotations


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``1 entry``, ``2,000 entries``.

    Args:
        number: How many there are.
        one: The noun for one of them.
        many: For several, where it is not the same with an “s”.
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"

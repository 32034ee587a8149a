"""Tell running text from names and titles."""

from __future__ import annotations

from collections.abc import Iterable

FEWEST = 3
"""Words in small letters from which on a text is prose."""
TELLING = 25
"""Characters from which on a text tells which language it is in."""


def is_prose(words: Iterable[str]) -> bool:
    """Whether a text of these words is prose, which nobody approves as its own translation."""
    return sum(word.islower() for word in words) >= FEWEST

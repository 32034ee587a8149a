"""Know of each character of a text whether a span covers it: one look for many spans and many words."""

from __future__ import annotations

from collections.abc import Iterable


def covered(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """Mark the characters of a text that spans (start, end) cover.

    Returns:
        Of each character 1 where any does, else 0; `any` and `all` of a slice ask for a part of the text.
    """
    there = bytearray(len(text))
    for start, end in spans:
        there[start:end] = b"\1" * (end - start)
    return there

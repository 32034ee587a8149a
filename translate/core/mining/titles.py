"""Find titles between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.mining.facts import Facts
from translate.core.mining.rows import words_of
from translate.core.text.quotations import QUOTED

_MOST_IN_TITLE = 7
"""Words of a quoted title; more are what somebody says."""


def titles_in(text: str, facts: Facts) -> Iterator[tuple[int, int]]:
    """Where quoted titles stand in a text: each word has its capital, but for small ones within.

    One word at the beginning of a text, or before a comma, may be what somebody says and is none.
    """
    for found in QUOTED.finditer(text):
        start, end = found.start() + 1, found.end() - 1
        while start < end and text[end - 1] in ",. ":
            end -= 1
        inside = text[start:end]
        words = words_of(inside, facts)
        if not 0 < len(words) <= _MOST_IN_TITLE or inside != inside.strip() or not inside[:1].isalnum():
            continue
        if any(mark in inside for mark in ".!?;:") or not words[0].capital or not words[-1].capital:
            continue
        alone = len(words) == 1 and (not found.start() or text[end : end + 1] == ",")
        if not alone and all(word.capital or word.key in facts.small or word.text.isdigit() for word in words):
            yield start, end

"""Find four words in a row that a text says again, as a machine does that goes round in circles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise, product

from translate.core.text.spelling import fold
from translate.core.text.words import WORD
from translate.values import dataclass

WORDS = 4
"""So many in a row no sound text says twice, as a rule."""
_CIRCLE = 30
"""Words, at most, after which a machine begins anew."""
_WEIGHT = 4
"""Letters that tell a word of weight from “of” and “the”."""
_STEM = 5
"""Letters by which the forms of a word are one: “Korea”, “Korean”."""
_TIMES = 3
"""Of one word in a row no sound text says so many."""
_PARTS = 16
"""Parts of a text that tell where in it something stands."""
_APART = range(-1, 2)
"""By how many of them two texts differ that say the same."""

Phrase = tuple[str, ...]
Parts = tuple[int, int]
"""In which part of a text something is said, and in which one again."""


@dataclass(frozen=True, slots=True)
class Again:
    """Four words that a text has said before."""

    span: tuple[int, int]
    times: int
    """How often they have been said with this time."""
    at_once: bool
    """Whether all that was said since their last time is said again with them."""
    parts: Parts
    row: int = WORDS
    """How many words in a row, up to these, come again like this."""

    def echoes(self, others: Collection[Parts]) -> bool:
        """Whether another text says something again in the same places; see `said_again`."""
        first, second = self.parts
        return any((first + one, second + other) in others for one, other in product(_APART, _APART))


def phrases(text: str) -> Iterator[tuple[Phrase, tuple[int, int]]]:
    """Every four words in a row, whatever their capitals and the marks between them, and where they stand."""
    words = list(WORD.finditer(fold(text)))
    for place in range(len(words) - WORDS + 1):
        piece = words[place : place + WORDS]
        yield tuple(word[0] for word in piece), (piece[0].start(), piece[-1].end())


def repetitions(text: str) -> int:
    """How many of its phrases a text says again."""
    said = Counter(phrase for phrase, _ in phrases(text))
    return sum(times - 1 for times in said.values())


def again(text: str) -> Iterator[Again]:
    """Every four words in a row that have been said before, from left to right."""
    said = list(phrases(text))
    words = [phrase[0] for phrase, _ in said] + list(said[-1][0][1:] if said else ())
    last: dict[Phrase, int] = {}
    times: Counter[Phrase] = Counter()
    row = apart = 0
    for place, (phrase, span) in enumerate(said):
        times[phrase] += 1
        if phrase not in last:
            row = 0
        else:
            before, since = last[phrase], place - last[phrase]
            row = row + 1 if row and since == apart else WORDS
            apart = since
            at_once = since <= _CIRCLE and words[before:place] == words[place : place + since]
            parts = (said[before][1][0] * _PARTS // len(text), span[0] * _PARTS // len(text))
            yield Again(span, times[phrase], at_once or since < WORDS, parts, row)
        last[phrase] = place


def stammers(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says one word three times in a row; in writing without spaces, all between two marks."""
    row: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        if row and fold(row[-1][0]) != fold(word[0]):
            row = []
        row.append(word)
        if len(row) == _TIMES and word[0].isalpha():
            yield row[0].start(), word.end()


def said_again(text: str, ignoring: Collection[str] = ()) -> frozenset[Parts]:
    """Where a text says a word of weight, and where it does so again, in any of its forms.

    Args:
        text: Any text.
        ignoring: Long words that are of no weight.
    """
    last: dict[str, int] = {}
    found: set[Parts] = set()
    for word in WORD.finditer(text):
        folded = fold(word[0])
        if (len(folded) < _WEIGHT and not word[0].isupper() and not word[0].isdigit()) or folded in ignoring:
            continue
        part = word.start() * _PARTS // len(text)
        if folded[:_STEM] in last:
            found.add((last[folded[:_STEM]], part))
        last[folded[:_STEM]] = part
    return frozenset(found)


def rows_again(text: str) -> frozenset[Parts]:
    """Where a text says two words in a row, and where it does so again."""
    last: dict[Phrase, int] = {}
    found: set[Parts] = set()
    for first, second in pairwise(WORD.finditer(fold(text))):
        part = first.start() * _PARTS // len(text)
        row = first[0], second[0]
        if row in last:
            found.add((last[row], part))
        last[row] = part
    return frozenset(found)

"""Tell whether a text means the same wherever it stands: by its length, its kind, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate import patterns
from translate.core.article import Kind
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Position, of_kind
from translate.core.entries.template import CONTEXTS
from translate.core.text.tags import plain
from translate.core.text.words import READING_WORD, UNSPACED

LONG_ENOUGH = 5
"""From so many words on a text says itself what it is about.

Measured on ``tests/cases/context/short-texts.csv``, 120 texts as articles have them, twenty of each length, with the
Spanish of two articles where both cannot have the same one. Another article would need another translation of 17 of
those of one word (“No.” is “No” or “number”), of 13 of those of two, of 11 of three and of 12 of four (“They were both
injured.”: *heridos* or *heridas*), but of one only of those of five, and of one of the longer ones: a clause of five
words has mostly room for its own subject and object. So five is where the share falls below one in ten.
"""
_A_WORD = 3
"""Letters of a script without spaces for each word: a Chinese word has one or two, a Thai one four."""

_BOILERPLATE = frozenset({Kind.FOOTER, Kind.CREDIT})
"""What every article repeats: it means the same in all of them, and tells none from the others."""
_UNSPACED = patterns.compile(UNSPACED)


def length(text: str) -> int:
    """How many words a text has, for what it says of itself; numbers are none."""
    spaced, letters = _UNSPACED.subn(" ", text)
    return len(READING_WORD.findall(spaced)) + letters // _A_WORD


def speaks_for_itself(message: Entry) -> bool:
    """Whether a message means the same in each article."""
    return length(plain(message.msgid)) >= LONG_ENOUGH or _is_boilerplate(message)


def telling(messages: Iterable[Entry]) -> tuple[str, ...]:
    """The texts by which an article is known to be about what another is about."""
    return tuple(message.msgid for message in messages if not _is_boilerplate(message))


def vouched(text: str, shared: Iterable[Sequence[str]]) -> bool:
    """Whether a text that does not speak for itself means the same as in one of the articles that have it.

    Args:
        text: The text.
        shared: For each of those, what else it has in common with the article that the text stands in. With the text
            it must be as much as one that speaks for itself: an answer of one word vouches for no other.
    """
    return any(length(text) + sum(map(length, texts)) >= LONG_ENOUGH for texts in shared)


def _is_boilerplate(message: Entry) -> bool:
    places = {position.kind for position in of_kind(message, Position)}
    return message.msgctxt == CONTEXTS[Kind.CREDIT] or (bool(places) and places <= _BOILERPLATE)

"""Put the runs of text and the tags of a paragraph together to the piece of an article that is translated.

The white space at its ends, and tags that are around all of it or have no text in them there, go to the frame: nobody
has to translate around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate import patterns
from translate.core.article import Kind, Part, Tag
from translate.core.text.decoding import INVISIBLE
from translate.core.text.tags import STANDING, TAG, Side
from translate.documents.layout import Piece
from translate.values import dataclass

_SPACE = patterns.compile(r"[ \t\r\n\f]+")
_NO_LETTER = patterns.compile(r"[^a-z]+")
_LONGEST_NAME = 12
_NO_NAMES = frozenset({"", "h", *STANDING}) - {"code", "kbd", "samp", "var", "math"}
"""With a number these would be a heading, or stand for words."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: as the file has it, or one character that the file spells."""

    start: int
    """Offset of its first character in the text of the file."""
    end: int
    text: str
    """As long as from `start` to `end`; any other length is one that cannot be cut."""


@dataclass(frozen=True, slots=True)
class Mark:
    """An inline tag."""

    start: int
    end: int
    name: str
    """What it is, such as ``a``; only its letters from a to z are shown."""
    side: Side
    original: str
    """What another text's file has in its place; mostly what this one has."""
    word: bool = False
    """Whether a reader sees it as a word of the sentence; then it is never left out of the piece."""


Item = Run | Mark


def piece_of(kind: Kind, items: Sequence[Item], coding: str = "") -> Piece | None:
    """The piece that some runs and tags make.

    Args:
        kind: What it is in its article.
        items: They follow upon one another in the text of the file. An end that has no beginning, or crosses another
            tag, becomes a point, and a beginning that has no end as well.
        coding: As `Segment.coding`.

    Returns:
        The piece, with white space as one space each; None where there is nothing to see.
    """
    inner = _peeled([*_paired(list(cut(items)))])
    if not inner:
        return None
    return Piece(inner[0].start, inner[-1].end, kind, _parts(inner), coding)


def cut(items: Sequence[Item]) -> Iterator[Item]:
    """Runs that are white space or have none at their ends."""
    for item in items:
        if isinstance(item, Mark) or len(item.text) != item.end - item.start:
            yield item
            continue
        body = item.text.strip(INVISIBLE)
        lead = len(item.text) - len(item.text.lstrip(INVISIBLE)) if body else len(item.text)
        middle = (lead, lead + len(body))
        for start, end in ((0, lead), middle, (middle[1], len(item.text))):
            if start < end:
                yield Run(item.start + start, item.start + end, item.text[start:end])


def _paired(items: Sequence[Item]) -> Iterator[Item]:
    """The same, where each beginning has its end: what has none is a point."""
    pending: list[int] = []
    fits: set[int] = set()
    for number, item in enumerate(items):
        if isinstance(item, Mark) and item.side is Side.OPEN:
            pending.append(number)
        elif isinstance(item, Mark) and item.side is Side.CLOSE and pending:
            begin = items[pending[-1]]
            if isinstance(begin, Mark) and begin.name == item.name:
                fits |= {pending.pop(), number}
    for number, item in enumerate(items):
        if isinstance(item, Mark) and number not in fits:
            yield replace(item, side=Side.VOID)
        else:
            yield item


def _peeled(items: Sequence[Item]) -> Sequence[Item]:
    """What is left when all that a translator need not see is taken from the ends."""
    ends = dict(_ends(items))
    low, high = 0, len(items) - 1
    while low <= high:
        if _is_idle(items[low]):
            low += 1
        elif _is_idle(items[high]):
            high -= 1
        elif ends.get(low) == high:
            low, high = low + 1, high - 1
        elif low in ends and all(map(_is_bare, items[low + 1 : ends[low]])):
            low = ends[low] + 1
        elif high in ends and all(map(_is_bare, items[ends[high] + 1 : high])):
            high = ends[high] - 1
        else:
            break
    inner = items[low : high + 1]
    return inner if any(isinstance(item, Run) and item.text.strip(INVISIBLE) for item in inner) else ()


def _is_idle(item: Item) -> bool:
    if isinstance(item, Mark):
        return item.side is Side.VOID and not item.word
    return not item.text.strip(INVISIBLE)


def _is_bare(item: Item) -> bool:
    return _is_idle(item) if isinstance(item, Run) else not item.word


def _ends(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Of each tag that is one end of a pair the place, with that of the other."""
    pending: list[int] = []
    for number, item in enumerate(items):
        if isinstance(item, Mark) and item.side is Side.OPEN:
            pending.append(number)
        elif isinstance(item, Mark) and item.side is Side.CLOSE:
            other = pending.pop()
            yield other, number
            yield number, other


def _parts(items: Sequence[Item]) -> tuple[Part, ...]:
    """The parts of a segment: tags numbered as they come, white space as one space."""
    text = "".join(item.text for item in items if isinstance(item, Run))
    taken = {int(re.sub(r"\D", "", match["name"])) for match in TAG.finditer(text)} if "<" in text else set()
    numbers = (number for number in range(1, 10_000) if number not in taken)
    found: list[Part] = []
    pending: list[str] = []
    words: list[str] = []

    def flush() -> None:
        if words:
            found.append("".join(words))
            words.clear()

    for item in items:
        if isinstance(item, Run):
            spaced = _SPACE.sub(" ", item.text)
            if words and words[-1].endswith(" "):
                spaced = spaced.removeprefix(" ")
            if spaced:
                words.append(spaced)
            continue
        flush()
        name = pending.pop() if item.side is Side.CLOSE else f"{_letters(item)}{next(numbers)}"
        if item.side is Side.OPEN:
            pending.append(name)
        found.append(Tag(name, item.side, item.original))
    flush()
    return tuple(found)


def _letters(mark: Mark) -> str:
    """What the name of a tag begins with."""
    letters = _NO_LETTER.sub("", mark.name.lower())[:_LONGEST_NAME]
    if mark.word:
        return letters if letters in STANDING else "x"
    return letters if letters not in _NO_NAMES else "g"

"""Tell which lines of a plain text are one paragraph that was wrapped, and wrap another text in its place.

A file is wrapped if lines in it break off within sentences, and break where the next word would have been too much: a
poem, a list and a file with a paragraph a line do not. Whoever hands in wrapped copy gets wrapped copy back, as wide
as it was: it goes on to a wire or a mail that wants it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from translate import patterns
from translate.core.text.decoding import LINE_END
from translate.core.text.words import LETTERS
from translate.documents.text.lines import Line
from translate.values import dataclass

NARROWEST, WIDEST = 40, 100
"""Columns that lines are wrapped at."""
FEWEST = 2
"""So many full lines that end no sentence make a file a wrapped one."""
FEWEST_WORDS = 4
"""A line that breaks off has so many; a script without spaces is not wrapped at them."""
RAGGED = 0.2
"""How much of its width a line may lack where the file was not filled from line to line, as by hand."""

_OPENING = "\"'“„‘‚«»("
_ENDS = ("\n", "\r", "\r\n")
_SUSPENDED = frozenset(
    {"and", "or", "to", "und", "oder", "bis", "ja", "või", "ega", "och", "eller", "y", "o", "et", "ou"}
)
"""What follows a hyphen that stays apart: “pre- and post-war”."""
_WORDS = patterns.compile(rf"{LETTERS.pattern}(?:-{LETTERS.pattern})*")
_BEFORE_HYPHEN = patterns.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST_WORD = patterns.compile(rf"{LETTERS.pattern}-?")
_STARTS = patterns.compile(r"[-–—*•·‣◦▪#>=_]+$|\w{1,3}[.)]$")
"""A word that would look like something else at the start of a line."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file is wrapped."""

    width: int
    """The columns of its widest wrapped line."""
    is_ragged: bool
    """Whether lines end a little earlier than they had to."""
    depth: int | None = None
    """The columns before a line that goes on with a paragraph; None where they differ."""

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether a line ends where it does since the next word was too much for it."""
        return self.takes(line) and line.width + 1 + len(following.text.split(maxsplit=1)[0]) > self.width

    def takes(self, line: Line) -> bool:
        """Whether a line is no wider than wrapped ones are; a single word may be, such as an address."""
        return line.width <= self.width + NARROWEST // 4 or len(line.text.split(maxsplit=1)) == 1

    def joins(self, block: Sequence[Line]) -> list[bool]:
        """Of each line of a block but the last whether the next one goes on with its paragraph.

        Args:
            block: Lines without a blank one between them.
        """
        pairs = list(pairwise(block))
        full = [self.is_full(*pair) for pair in pairs]
        some = any(full)
        return [is_full or self._goes_on(*pair, some_full=some) for is_full, pair in zip(full, pairs, strict=True)]

    def _goes_on(self, line: Line, following: Line, *, some_full: bool) -> bool:
        """Whether a line that had place for another word goes on all the same, as after a word was taken out."""
        if not self.takes(line) or not self.takes(following):
            return False
        is_nearly = line.width >= self.width * (1 - RAGGED)
        if breaks_off(line, following):
            return some_full or is_nearly
        return self.is_ragged and some_full and is_nearly


def breaks_off(line: Line, following: Line) -> bool:
    """Whether a line ends within a sentence, for all that can be told."""
    first = following.text[0]
    return _has_no_end(line, following) and first.isalpha() and not first.isupper()


def _has_no_end(line: Line, following: Line) -> bool:
    """Whether a line may end within a sentence; a headline does not end one, either."""
    last = line.text[-1]
    first = following.text[0]
    return (last.isalnum() or last in ",-") and (first.isalnum() or first in _OPENING)


def wrapping_of(blocks: Sequence[Sequence[Line]]) -> Wrapping | None:
    """How a file is wrapped; None where each of its lines is a paragraph.

    Args:
        blocks: Its lines, parted where blank lines are.
    """
    pairs = [pair for block in blocks for pair in pairwise(block)]
    endless = [
        (line, following)
        for line, following in pairs
        if line.width <= WIDEST and len(line.text.split()) >= FEWEST_WORDS and _has_no_end(line, following)
    ]
    broken = [pair for pair in endless if breaks_off(*pair)]
    if not broken or sum(line.width > WIDEST for line, _ in pairs) > len(broken):
        return None
    width = max(line.width for line, _ in broken)
    depths = {following.depth for _, following in broken}
    found = Wrapping(width, is_ragged=False, depth=depths.pop() if len(depths) == 1 else None)
    if width < NARROWEST or sum(found.is_full(*pair) for pair in endless) < FEWEST:
        return None
    full = sum(found.is_full(*pair) for pair in broken)
    if full * 20 >= len(broken) * 19:
        return found
    near = sum(line.width >= width * (1 - RAGGED) for line, _ in broken)
    return replace(found, is_ragged=True) if near * 4 >= len(broken) * 3 else None


class Words:
    """The words of an article, asked whether a hyphen at the end of a line is one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._known: frozenset[str] | None = None

    def joined(self, lines: Sequence[Line]) -> str:
        """The text of a paragraph that was wrapped.

        Args:
            lines: Its lines, in order.
        """
        done = [lines[0].text]
        for line in lines[1:]:
            done.append(self._glue(done, line.text))
            done.append(line.text)
        return "".join(done)

    def _glue(self, done: list[str], following: str) -> str:
        """What stands between a line and the next; the hyphen that only the end of the line asked for is taken off."""
        before = done[-1]
        if before.endswith("\u00ad"):
            done[-1] = before[:-1]
            return ""
        head, tail = _BEFORE_HYPHEN.search(before), _FIRST_WORD.match(following)
        if not head or not tail or tail[0].lower() in _SUSPENDED:
            return " "
        rest = tail[0].removesuffix("-")
        whole, parted = f"{head[1]}{rest}".lower(), f"{head[1]}-{rest}".lower()
        if whole in self._all() and parted not in self._all():
            done[-1] = before[:-1]
        return ""

    def _all(self) -> frozenset[str]:
        if self._known is None:
            self._known = frozenset(word for line in self._lines for word in _WORDS.findall(line.text.lower()))
        return self._known


def coding_of(wrapping: Wrapping, lines: Sequence[Line], text: str) -> str:
    """How another text is wrapped in the place of a paragraph: width, column, line end and indent.

    Args:
        wrapping: The file's.
        lines: The paragraph's.
        text: All of the file's.
    """
    end = LINE_END.search(text, lines[0].end)
    column = lines[0].depth
    indent = lines[1].indent if len(lines) > 1 else ""
    return f"{wrapping.width} {column} {_ENDS.index(end[0]) if end else 0} {indent}"


def wrapped(text: str, coding: str) -> str:
    """A text as a paragraph in the place of another.

    Args:
        text: What is written; only spaces part its lines.
        coding: As `coding_of` has it.
    """
    width, column, end, indent = coding.split(" ", 3)
    return f"{_ENDS[int(end)]}{indent}".join(_filled(text, int(width), int(column), len(indent.expandtabs())))


def _filled(text: str, width: int, column: int, indent: int) -> Iterator[str]:
    """The lines of a text, each as full as it can be."""
    line: list[str] = []
    for word in text.split(" "):
        fits = column + len(word) <= width
        held = _STARTS.match(word) or not word or (line and (not line[-1] or line[-1].endswith(("-", "\u00ad"))))
        if line and not fits and not held:
            yield " ".join(line)
            line, column = [], indent
        line.append(word)
        column += len(word) + 1
    yield " ".join(line)

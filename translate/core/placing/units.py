"""The words and marks of a text, between which tags may stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from translate.core.text import identifiers
from translate.core.text.aligning import Span, words_of
from translate.core.text.spelling import fold
from translate.core.text.words import CHARACTER
from translate.values import dataclass

_SIGILS = frozenset("%$#@&")


@dataclass(frozen=True, slots=True)
class Units:
    """A text in the pieces that no tag may part: words, identifiers, and marks by themselves."""

    text: str
    spans: tuple[Span, ...]
    """From left to right; all that is no space belongs to one."""
    words: tuple[bool, ...]
    """For each of them whether it is a word, or stands for one as an address does."""
    names: tuple[str, ...]
    """For each of them what it is known again by, whatever its capitals."""

    @classmethod
    def of(cls, text: str) -> Units:
        """Cut a text without tags into its units."""
        words = (_with_sigil(text, *word) for word in words_of(text))
        taken = [*_joined(sorted((*identifiers.spans(text), *words)))]
        found = sorted((*((span, True) for span in taken), *((span, False) for span in _marks(text, taken))))
        spans = tuple(span for span, _ in found)
        return cls(text, spans, tuple(word for _, word in found), tuple(_name(text[slice(*span)]) for span in spans))

    def __len__(self) -> int:
        return len(self.spans)

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """The first unit that has a part between two offsets, and the one behind the last."""
        first = bisect_right(self.spans, start, key=lambda span: span[1])
        return first, max(first, bisect_left(self.spans, end, key=lambda span: span[0]))

    def is_spaced(self, gap: int) -> bool:
        """Whether there is a space between the units on both sides of a gap; at the ends of the text there is."""
        return not 0 < gap < len(self.spans) or self.spans[gap - 1][1] < self.spans[gap][0]

    def gap(self, at: int) -> int:
        """How many units begin before an offset."""
        return bisect_left(self.spans, at, key=lambda span: span[0])


def _name(unit: str) -> str:
    """What a unit is known again by: a number is the same however a language parts its digits."""
    name = fold(unit)
    return "".join(filter(str.isalnum, name)) if name[:1].isdecimal() else name


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans, those that overlap as one: an identifier with the ending that is tied to it."""
    start, end = 0, 0
    for span in spans:
        if span[0] >= end:
            if end:
                yield start, end
            start, end = span
        end = max(end, span[1])
    if end:
        yield start, end


def _with_sigil(text: str, start: int, end: int) -> Span:
    """A word with the sign of a placeholder or the like right before it: ``%1``, ``$5``, ``&brand;``."""
    alone = start < 2 or not text[start - 2].isalnum()  # noqa: PLR2004 -- The sign, and what is before it.
    if not (start and text[start - 1] in _SIGILS and alone):
        return start, end
    return start - 1, end + (text[start - 1] == "&" and text[end : end + 1] == ";")


def _marks(text: str, taken: Sequence[Span]) -> Iterator[Span]:
    done = 0
    for start, end in (*taken, (len(text), len(text))):
        yield from (found.span() for found in CHARACTER.finditer(text, done, start))
        done = max(done, end)

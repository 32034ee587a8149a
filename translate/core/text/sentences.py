"""Cut a segment into sentences and put their translations together again."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol

from translate.values import dataclass

LONGEST = 600
"""Characters in a sentence at most: beyond this an engine starts to drop and repeat words."""

BREAKS = (";；", ",，、،", "")
"""What a sentence that is too long is cut after, the best first; at last any white space will do."""


class Segmenter(Protocol):
    """Something that knows where the sentences of a language end."""

    def split(self, text: str) -> list[str]:
        """Cut a text after each sentence; the pieces, white space included, join back to the text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a segment, without the white space around it."""

    text: str
    start: int
    """Offset of its first character, counted in the segment's text."""
    end: int


def cut(
    text: str,
    segmenter: Segmenter,
    protected: Sequence[tuple[int, int]] = (),
    longest: int = LONGEST,
) -> tuple[Sentence, ...]:
    """Cut a segment into sentences.

    Args:
        text: The segment.
        segmenter: For the language of the text.
        protected: Spans (start, end) that stay in one sentence, such as glossary terms.
        longest: Characters in a sentence at most, as far as the protected spans allow it.

    Returns:
        The sentences, in order. What is left out of them is white space; a text of nothing else has none.

    Raises:
        ValueError: The segmenter's pieces do not join back to the text.
    """
    pieces = segmenter.split(text)
    if "".join(pieces) != text:
        raise ValueError("the segmenter's pieces do not join back to the text")
    spans = _merged(protected)
    ends = [end for end in _ends(pieces) if _outside(end, spans) == end]
    sentences = []
    start = 0
    for end in (*ends, len(text)):
        for stop in (*_shortened(text, start, end, spans, longest), end):
            if sentence := _stripped(text, start, stop):
                sentences.append(sentence)
            start = stop
    return tuple(sentences)


def join(text: str, sentences: Sequence[Sentence], translations: Sequence[str]) -> str:
    """Put translations in the places of the sentences, keeping what stands between these.

    Args:
        text: The segment that was cut.
        sentences: What `cut` returned for it.
        translations: One for each sentence. The sentences' own texts give the segment back.
    """
    parts: list[str] = []
    start = 0
    for sentence, translation in zip(sentences, translations, strict=True):
        parts += (text[start : sentence.start], translation)
        start = sentence.end
    return "".join((*parts, text[start:]))


def _merged(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same ground in spans that are sorted and share no character."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _outside(position: int, spans: Sequence[tuple[int, int]]) -> int:
    """The position itself, or the end of the span that it would tear apart."""
    index = bisect_left(spans, (position,)) - 1
    return max(position, spans[index][1]) if index >= 0 else position


def _ends(pieces: Sequence[str]) -> Iterator[int]:
    """Where pieces end and a sentence may; a piece without a letter or digit belongs to the one before it."""
    end = 0
    worded = False
    for piece in pieces:
        has_word = any(map(str.isalnum, piece))
        if worded and has_word:
            yield end
        worded = worded or has_word
        end += len(piece)


def _shortened(text: str, start: int, end: int, spans: Sequence[tuple[int, int]], longest: int) -> Iterator[int]:
    """Where to cut a sentence that is too long: after a mark, else at a space, else where the limit is."""
    while end - start > longest:
        limit = start + longest
        window = range(limit, start + longest // 2, -1)
        places = [at for at in window if text[at].isspace() or text[at - 1] in "；，、،"]
        places = [at for at in places if _outside(at, spans) == at]
        best = (at for marks in BREAKS for at in places if not marks or text[at - 1] in marks)
        start = next(best, None) or _hard(text, limit, spans)
        if start >= end:
            return
        yield start


def _hard(text: str, limit: int, spans: Sequence[tuple[int, int]]) -> int:
    """The first place from the limit on that tears no span, and no letter from its accents."""
    at = _outside(limit, spans)
    while at < len(text) and unicodedata.category(text[at]).startswith("M"):
        at = _outside(at + 1, spans)
    return at


def _stripped(text: str, start: int, end: int) -> Sentence | None:
    sentence = text[start:end].strip()
    if not sentence:
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Sentence(sentence, start, start + len(sentence))

"""Descriptions of tags in the middle of a sentence: segments of their own, which are written into their tags.

The tag that a translator sees has a gap where its description stands. The segment of that follows upon its sentence,
has no place of its own in the file, and knows by its coding which gap it fills.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from translate.core.article import Document, Part, Segment, Tag
from translate.core.text.tags import Side
from translate.documents.html import fragments
from translate.documents.layout import Piece, filled
from translate.values import dataclass

_FORM = "in"
"""How the coding of such a segment begins, before tag, place, quotation mark and what the file has."""


@dataclass(frozen=True, slots=True)
class _Gap:
    """A place in a tag, and what fills it."""

    at: int
    """Offset in the tag with its gaps."""
    was: str
    new: str


def parted(html: str, piece: Piece, labels: Sequence[Piece]) -> Iterator[Piece]:
    """A piece and the descriptions of its tags.

    Args:
        html: The file's text.
        piece: A paragraph.
        labels: What stands in its tags, in order.
    """
    waiting = [*reversed(labels)]
    parts: list[Part] = []
    inner: list[Piece] = []
    at = piece.start
    for part in piece.parts:
        if not isinstance(part, Tag):
            parts.append(part)
            continue
        start = html.index(part.original, at, piece.end)
        at = start + len(part.original)
        original, taken = part.original, 0
        while waiting and waiting[-1].start < at:
            label = waiting.pop()
            gap = label.start - start - taken
            was = html[label.start : label.end]
            original = original[:gap] + original[gap + len(was) :]
            taken += len(was)
            coding = f"{_FORM}:{part.name}:{gap}:{label.coding}:{was}"
            inner.append(Piece(piece.end, piece.end, label.kind, label.parts, coding))
        parts.append(replace(part, original=original))
    yield replace(piece, parts=tuple(parts))
    yield from inner


def written(document: Document, texts: Sequence[str]) -> tuple[Document, list[str]]:
    """A document and its texts, where descriptions stand in their tags and are no segments any more.

    Args:
        document: As it was read.
        texts: One for each of its segments.

    Raises:
        ValueError: There are more texts than segments, or fewer.
        DocumentError: A description has a line end or another control character in it, or nothing that is seen.
    """
    segments: list[Segment] = []
    kept: list[str] = []
    frame = [document.frame[0]]
    gaps: defaultdict[int, dict[str, list[_Gap]]] = defaultdict(lambda: defaultdict(list))
    for segment, text, after in zip(document.segments, texts, document.frame[1:], strict=True):
        if not segment.coding.startswith(f"{_FORM}:"):
            segments.append(segment)
            kept.append(text)
            frame.append(after)
            continue
        _, name, at, quote, was = segment.coding.split(":", 4)
        alone = replace(document, segments=(replace(segment, raw=was, coding=quote),), frame=("", ""))
        gaps[len(segments) - 1][name].append(_Gap(int(at), was, filled(alone, [text], fragments.spelt)))
        frame[-1] += after
    for number, of_tags in gaps.items():
        segments[number] = _closed(segments[number], of_tags)
    return replace(document, segments=tuple(segments), frame=tuple(frame)), kept


def _closed(segment: Segment, gaps: dict[str, list[_Gap]]) -> Segment:
    """A segment whose tags have no gaps any more."""
    raw = segment.raw or ""
    at = 0
    done: list[str] = []
    parts: list[Part] = []
    for part in segment.parts:
        if not isinstance(part, Tag):
            parts.append(part)
            continue
        own = gaps.get(part.name, []) if part.side is not Side.CLOSE else []
        was = _with(part.original, [(gap.at, gap.was) for gap in own])
        new = _with(part.original, [(gap.at, gap.new) for gap in own])
        start = raw.index(was, at)
        done += raw[at:start], new
        at = start + len(was)
        parts.append(replace(part, original=new))
    return replace(segment, parts=tuple(parts), raw="".join((*done, raw[at:])))


def _with(original: str, values: Sequence[tuple[int, str]]) -> str:
    """A tag with something in its gaps."""
    for at, value in reversed(values):
        original = original[:at] + value + original[at:]
    return original

"""The paragraphs of a plain text: a line each, or the lines that one was wrapped to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate import patterns
from translate.documents.text.lines import Line
from translate.documents.text.signs import END, SEPARATOR, byline, known_label, label, marker
from translate.documents.text.wrapping import Words, Wrapping, breaks_off, coding_of, wrapping_of
from translate.values import dataclass

_TOP = 6
"""A byline stands in so many lines from the first."""
_ENDED = patterns.compile(r"[.!?…:;]\W*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a line that only parts some."""

    lines: tuple[Line, ...]
    text: str
    """In one line."""
    coding: str = ""
    """How another text is wrapped in its place; empty where the file is not wrapped."""


def paragraphs_of(lines: Sequence[Line], text: str) -> list[Paragraph]:
    """Put the lines of a text together.

    Args:
        lines: Those that are not blank.
        text: All of the text.
    """
    blocks = list(_blocks(lines))
    wrapping = wrapping_of(blocks)
    if not wrapping:
        return [Paragraph((line,), line.text) for line in lines]
    words = Words(lines)
    end = _end_block(lines)
    top = lines[: _TOP + 1][-1].start
    return [
        Paragraph(run, words.joined(run), coding_of(wrapping, run, text))
        for number, block in enumerate(blocks)
        for run in _runs(block, wrapping, end, top, is_headline=not number)
    ]


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """The lines that stand together."""
    found: list[Line] = []
    for line in lines:
        if line.apart and found:
            yield tuple(found)
            found = []
        found.append(line)
    if found:
        yield tuple(found)


def _end_block(lines: Sequence[Line]) -> int:
    """Where the end block starts in the text; behind everything where there is none."""
    inner = [line.start for line in lines[1:-1] if END.fullmatch(line.text)]
    return inner[-1] if inner else lines[-1].end + 1


def _runs(
    block: Sequence[Line], wrapping: Wrapping, end: int, top: int, *, is_headline: bool
) -> Iterator[tuple[Line, ...]]:
    """The lines of each paragraph in a block."""
    run = [block[0]]
    joins = wrapping.joins(block)
    for before, line, joined in zip(block, block[1:], joins, strict=False):
        goes_on = joined or (is_headline and breaks_off(before, line) and wrapping.takes(line))
        if goes_on and not _starts(run, line, wrapping, end, top):
            run.append(line)
        else:
            yield tuple(run)
            run = [line]
    yield tuple(run)


def _starts(run: Sequence[Line], line: Line, wrapping: Wrapping, end: int, top: int) -> bool:
    """Whether a line evidently starts something, though the one before it is full."""
    before = run[-1]
    if SEPARATOR.fullmatch(line.text) or SEPARATOR.fullmatch(before.text):
        return True
    told = label(line.text)
    if (told and line.start > end) or known_label(told):
        return True
    if line.start <= top and (byline(line.text) or byline(before.text)):
        return True
    if marker(line.text) and (marker(run[0].text) or _ENDED.search(before.text)):
        return True
    if marker(run[0].text):  # What goes on with an item stands below its text.
        return line.depth < run[0].depth
    return line.depth > (before.depth if wrapping.depth is None else wrapping.depth)

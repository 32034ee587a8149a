"""What waits for people → lines for a person, the worst first, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from translate.core.results.review import Review, Waiting
from translate.core.text.showing import on_a_page

_WIDTH = 110


def text_lines(review: Review, most: int) -> Iterator[str]:
    """The entries that ask most for a person: where they are, why, and both texts."""
    for entry in review.waiting[:most]:
        yield from _lines(entry)
    left_out = review.waiting_in_all - min(most, len(review.waiting))
    if not review.waiting_in_all:
        yield "Nothing waits: every entry is approved, and the checks find nothing."
    elif left_out > 0:
        yield f"{left_out:,} more of {review.waiting_in_all:,} wait; --worst {review.waiting_in_all} names all."


def _lines(entry: Waiting) -> Iterator[str]:
    kind = f", {entry.context}" if entry.context else ""
    yield _one_line(f"{entry.path}:{entry.line}: {entry.risk.band} risk {entry.risk.score:.2f} ({entry.stage}{kind})")
    for why in (*entry.flags, *entry.findings, *(reason.text for reason in entry.risk.reasons)):
        yield f"    - {_one_line(why)}"
    yield f"    {shorten(_one_line(entry.source.text), _WIDTH, placeholder=' …')}"
    if entry.target.text:
        yield f"    {shorten(_one_line(entry.target.text), _WIDTH, placeholder=' …')}"


def _one_line(text: str) -> str:
    return on_a_page(text).replace("\n", " ")

"""An article, as the parts that are translated and the frame that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a segment is in its article."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    FOOTER = "footer"
    """Boilerplate behind the separator line, such as an invitation to follow the newsroom."""
    CREDIT = "credit"
    """A labelled line at the end: ``Editor: …``, ``Source: …``."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable part of an article: one PO entry."""

    kind: Kind
    text: str
    """The text without surrounding white space; never empty, never with a line end in it."""
    line: int
    """The line of the file that it starts on, counted from 1."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article, complete: its segments between the pieces of its frame give the file back byte for byte."""

    slug: str
    """The name of its catalogs: letters, digits, ``-``, ``_`` and ``.`` only."""
    path: str
    """The file as the newsroom knows it, relative to the project, with ``/`` between folders."""
    segments: tuple[Segment, ...]
    frame: tuple[str, ...]
    """What stands before, between and after the segments: always one piece more than there are segments."""
    notes: tuple[str, ...] = ()
    """What a person should know about the file though it could be read, such as a byte order mark."""

    def __post_init__(self) -> None:
        if len(self.frame) != len(self.segments) + 1:
            raise ValueError("a frame has one piece more than there are segments")

    @property
    def title(self) -> str:
        """The headline, or the first segment where there is none."""
        return next((s.text for s in self.segments if s.kind is Kind.HEADLINE), self.segments[0].text)

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
    SHOW = "show title"
    """Of a series, in a list of what is broadcast."""
    EPISODE = "episode title"
    FILM = "film title"
    PART = "segment title"
    """Of a part of a show."""


TITLES = frozenset({Kind.SHOW, Kind.EPISODE, Kind.FILM, Kind.PART})
"""What a list of titles is made of."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a list says of a title beside its name, for whoever translates it."""

    channel: str = ""
    original: str = ""
    """The language that it was made in, as the list has it."""
    limit: int | None = None
    """So many columns its translation may have at most: a letter has one, a Chinese sign two."""
    first: str = ""
    """The day of its first broadcast, such as ``2026-09-12``."""
    note: str = ""
    mentions: tuple[tuple[str, int], ...] = ()
    """The articles that mention it, each with how often."""


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable part of an article: one PO entry."""

    kind: Kind
    text: str
    """The text without surrounding white space; never empty, never with a line end in it."""
    line: int
    """The line of the file that it starts on, counted from 1."""
    raw: str | None = None
    """How the file writes it, with quotes or escapes; None where that is the text itself."""
    facts: Facts = NO_FACTS
    """Of a title; anything else has none."""
    path: str = ""
    """The file that it stands in; empty where that is its document's."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article, complete: its segments as they are written, between the pieces of its frame, give the file back."""

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

"""An article, as the parts that are translated and the frame that holds them."""

from __future__ import annotations

from enum import StrEnum

from translate.core.text.tags import TAG, Side, plain
from translate.values import dataclass


class Kind(StrEnum):
    """What a segment is in its article."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    FOOTER = "footer"
    """Boilerplate behind the separator line, such as an invitation to follow the newsroom."""
    CREDIT = "credit"
    """A labelled line at the end: ``Editor: …``, ``Source: …``."""
    BYLINE = "byline"
    """Who wrote it, beside the headline."""
    SUMMARY = "summary"
    """What a feed, a search engine or a front page shows of the article."""
    SUBHEAD = "subheading"
    ITEM = "list item"
    CELL = "table cell"
    CAPTION = "caption"
    IMAGE = "image description"
    """What is read to whoever does not see the picture."""
    LABEL = "label"
    """A short text that is shown on demand, such as the title of a link."""
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
class Tag:
    """Inline markup in the text of a segment, such as where a link begins.

    Translators see its short name, which their tools protect: ``<a1>…</a1>``, ``<br2/>``. What the file has stands in
    `original`, so that an address that changes is no other text.
    """

    name: str
    """Letters of what it is, and its number in the segment: ``a1``; the two ends of one have the same."""
    side: Side
    original: str
    """What the file has in its place, with all attributes; empty for an end that the file leaves out."""

    def __str__(self) -> str:
        return self.side.written(self.name)


Part = str | Tag
"""A piece of a segment's text, or a tag in it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One translatable part of an article: one PO entry."""

    kind: Kind
    parts: tuple[Part, ...]
    """Its text and its tags, in order. As a whole it starts and ends with no white space and has no line end, and it
    has more than tags. Tags are balanced; where the text itself has something like one, no tag has its name."""
    line: int
    """The line of the file that it starts on, counted from 1."""
    raw: str | None = None
    """How the file writes it, with quotes, escapes or tags; None where that is the text itself."""
    facts: Facts = NO_FACTS
    """Of a title; anything else has none."""
    path: str = ""
    """The file that it stands in; empty where that is its document's."""
    coding: str = ""
    """How its format has to write another text in its place, in the format's own words; nobody else reads it."""

    @property
    def text(self) -> str:
        """The text with the short names of its tags, as a PO entry has it; never empty."""
        return "".join(map(str, self.parts))

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Its tags, in order."""
        return tuple(part for part in self.parts if isinstance(part, Tag))

    def parts_of(self, text: str) -> tuple[Part, ...]:
        """The parts of another text for the segment, ready to be written.

        Args:
            text: A translation, with the short names of the segment's tags.

        Returns:
            Its pieces, and the tags that are the segment's. They are balanced whatever the text has: an end without its
            beginning or across another, and a tag that comes twice, is left out, and what is open is closed at the end.
            What looks like a tag and is none of the segment's is text.
        """
        known = {(tag.name, tag.side): tag for tag in self.tags}
        found: list[Part] = []
        pending: list[str] = []
        used: set[tuple[str, Side]] = set()
        end = 0
        for match in TAG.finditer(text):
            key = (match["name"], Side.of(match))
            if key not in known:
                continue
            found.append(text[end : match.start()])
            end = match.end()
            closes = key[1] is Side.CLOSE
            if key in used or (closes and pending[-1:] != [key[0]]):
                continue
            used.add(key)
            found.append(known[key])
            if closes:
                pending.pop()
            elif key[1] is Side.OPEN:
                pending.append(key[0])
        found.append(text[end:])
        found += [known[name, Side.CLOSE] for name in reversed(pending)]
        return tuple(part for part in found if part)


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
    format: str = ""
    """The name of the format that it was read in; whoever reads a project sets it."""
    encoding: str = "utf-8"
    """How the characters of its file are encoded."""
    package: bytes = b""
    """The whole file, where its text is but a part of that, as in an archive; empty elsewhere."""

    def __post_init__(self) -> None:
        if len(self.frame) != len(self.segments) + 1:
            raise ValueError("a frame has one piece more than there are segments")

    @property
    def title(self) -> str:
        """The headline, or the first segment where there is none."""
        return plain(next((s.text for s in self.segments if s.kind is Kind.HEADLINE), self.segments[0].text))


@dataclass(frozen=True, slots=True)
class Collection:
    """One file of several articles, such as a feed: the articles, between the pieces of its frame, give it back."""

    path: str
    """The file as the newsroom knows it."""
    articles: tuple[Document, ...]
    """Each with the path of the file, ``/`` and its name there, which is as safe as a slug, has no dot, and stays the
    same as long as the article is the same; and with that name as its slug. Lines are those of the file. Articles and
    frame together give the text of the file, as the parts of a document do."""
    frame: tuple[str, ...]
    """What stands before, between and after the articles: always one piece more than there are articles."""
    notes: tuple[str, ...] = ()
    """As a document's."""
    format: str = ""
    encoding: str = "utf-8"

    def __post_init__(self) -> None:
        if len(self.frame) != len(self.articles) + 1:
            raise ValueError("a frame has one piece more than there are articles")


class Making(StrEnum):
    """How a translated article came about."""

    MACHINE = "machine translation that nobody has reviewed"
    """As a whole or in part."""
    REVIEWED = "machine translation that a person has reviewed"
    HUMAN = "translation by a person"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a translated article says about itself, in every format that has a field for it."""

    language: str
    """A tag of BCP 47, such as ``et`` or ``pt-BR``."""
    direction: str
    """``ltr`` or ``rtl``."""
    making: Making

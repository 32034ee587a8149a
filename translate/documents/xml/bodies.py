"""The text of an article that is elements of XML itself: XHTML and NITF."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import field
from html import unescape
from types import MappingProxyType

from translate.core.article import Kind
from translate.core.text.tags import Side
from translate.documents.html.elements import APART, BLOCKS, KINDS, TERSE, VOID, WHOLE
from translate.documents.inline import Item, Mark, Run, piece_of
from translate.documents.layout import Piece
from translate.documents.xml.texts import ESCAPED, LITERAL, tokens
from translate.documents.xml.tree import Element, values
from translate.values import dataclass

MARKED, QUOTED = "m", "q"
"""The codings of a paragraph, and of the value of an attribute."""
_NITF_KINDS = MappingProxyType(
    {
        "abstract": Kind.SUMMARY,
        "byline": Kind.BYLINE,
        "byttl": Kind.BYLINE,
        "bq": Kind.PARAGRAPH,
        "dateline": Kind.BYLINE,
        "hl1": Kind.HEADLINE,
        "hl2": Kind.SUBHEAD,
        "media-caption": Kind.CAPTION,
        "media-producer": Kind.CREDIT,
        "tagline": Kind.FOOTER,
    }
)
_NITF_BLOCKS = frozenset(
    {"abstract", "block", "body", "body.content", "body.end", "body.head", "bq", "byline", "byttl", "caption", "credit"}
    | {"dateline", "dd", "distributor", "dl", "dt", "fn", "hedline", "hl1", "hl2", "hr", "li", "media", "media-caption"}
    | {"media-producer", "nitf", "nitf-table", "note", "ol", "p", "series", "table", "tagline", "td", "th", "tr", "ul"}
)
_NITF_APART = frozenset(
    {"bibliography", "copyrite", "custom-table", "head", "media-metadata", "media-object", "media-reference"}
    | {"nitf-table-metadata", "pre", "rights", "story.date"}
)
MOST_TAGS = 1_000
"""In a paragraph; what has more is none that anybody translates."""
_ATTRIBUTES = MappingProxyType({"alt": Kind.IMAGE, "title": Kind.LABEL})


@dataclass(slots=True)
class _Body:
    """What was found on the way through an element."""

    text: str
    language: str
    is_nitf: bool
    blocks: AbstractSet[int]
    """The elements that a paragraph ends with, by their identity."""
    pieces: list[Piece] = field(default_factory=list)
    _items: list[Item] = field(default_factory=list)
    _literal: list[tuple[int, int]] = field(default_factory=list)
    _labels: list[Piece] = field(default_factory=list)

    def enter(self, element: Element, kind: Kind) -> None:
        """Go through the content of an element; its text is of a kind where nothing says otherwise."""
        self._content(element, kind)
        self._paragraph(kind)

    def _content(self, element: Element, kind: Kind) -> None:
        at = element.inner
        for child in element.children:
            self._runs(at, child.start)
            self._element(child, kind)
            at = child.end
        self._runs(at, element.close)

    def _element(self, element: Element, kind: Kind) -> None:
        name = element.local
        if self._stays(element):
            self._paragraph(kind)
        elif self._is_block(element):
            self._paragraph(kind)
            self.enter(element, self._kind_of(element, kind))
            return
        elif name in WHOLE or name in TERSE or element.inner == element.end or name in VOID:
            self._mark(element, element.start, element.end, Side.VOID)
        else:
            self._mark(element, element.start, element.inner, Side.OPEN)
            self._content(element, kind)
            self._mark(element, element.close, element.end, Side.CLOSE)
            return
        if name == "img":
            self._labels += self._values(element)

    def _stays(self, element: Element) -> bool:
        """Whether nothing in an element is translated, and a paragraph ends there."""
        if element.local in APART or (self.is_nitf and element.local in _NITF_APART):
            return True
        if not self._is_block(element):
            return False
        return element.attributes.get("translate") == "no" or is_foreign(element, self.language)

    def _kind_of(self, element: Element, kind: Kind) -> Kind:
        """What text in a block is."""
        own = _NITF_KINDS.get(element.local) if self.is_nitf else None
        return own or KINDS.get(element.local, kind)

    def _is_block(self, element: Element) -> bool:
        return id(element) in self.blocks

    def _runs(self, start: int, end: int) -> None:
        for item, is_literal in tokens(self.text, start, end):
            self._items.append(item)
            if is_literal:
                self._literal.append((item.start, item.end))

    def _mark(self, element: Element, start: int, end: int, side: Side) -> None:
        self._items.append(Mark(start, end, element.local, side, self.text[start:end]))

    def _paragraph(self, kind: Kind) -> None:
        """What was found since the last paragraph is one."""
        crowded = sum(isinstance(item, Mark) for item in self._items) > MOST_TAGS
        piece = None if crowded else piece_of(kind, self._items)
        if piece:
            coding = "".join(self._state(at) for at in (piece.start, piece.end - 1))
            piece = piece.moved(lambda at: at, coding + MARKED)
        outside = [each for each in self._labels if not piece or not piece.start <= each.start < piece.end]
        self.pieces += sorted([piece, *outside] if piece else outside, key=lambda each: each.start)
        self._items.clear()
        self._literal.clear()
        self._labels.clear()

    def _state(self, at: int) -> str:
        return LITERAL if any(start <= at < end for start, end in self._literal) else ESCAPED

    def _values(self, element: Element) -> Iterator[Piece]:
        for name, start, end in values(self.text, element):
            if kind := _ATTRIBUTES.get(name):
                run = Run(start, end, unescape(self.text[start:end]))
                if piece := piece_of(kind, [run], f"{ESCAPED}{ESCAPED}{QUOTED}{self.text[end]}"):
                    yield piece


def pieces(text: str, element: Element, kind: Kind, language: str = "") -> list[Piece]:
    """What is translated of the content of an element.

    Args:
        text: The text of the file.
        element: The element, with others in it or not.
        kind: What text is that stands in no other element that tells.
        language: The one that is translated from; empty where that is not known. What says another stays as it is.
    """
    is_nitf = element.local == "nitf"
    blocks = _blocks(element, _NITF_BLOCKS if is_nitf else BLOCKS)
    body = _Body(text, language, is_nitf, blocks)
    body.enter(element, kind)
    return body.pieces


def _blocks(root: Element, names: AbstractSet[str]) -> AbstractSet[int]:
    """What has a block in it is one: so that no tag in a sentence has half of it elsewhere."""
    found: set[int] = set()
    for element in reversed([*root.walk()]):
        if element.local in names or any(id(child) in found for child in element.children):
            found.add(id(element))
    return found


def is_foreign(element: Element, language: str) -> bool:
    """Whether an element names another language than the one that is translated from."""
    spoken = element.language
    return bool(spoken and language and _primary(spoken) != _primary(language))


def _primary(language: str) -> str:
    """A language without its region."""
    return language.replace("_", "-").partition("-")[0].lower()

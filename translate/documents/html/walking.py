"""Walk through HTML from tag to tag, and find what is translated on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import field, replace

from translate import patterns
from translate.core.article import Kind
from translate.core.text.decoding import CONTROL
from translate.core.text.tags import Side
from translate.documents.html.attributes import piece_in
from translate.documents.html.elements import (
    APART,
    BLOCKS,
    CLOSING,
    KINDS,
    PICTURES,
    SUMMARIES,
    TERSE,
    VOID,
    WHOLE,
)
from translate.documents.html.notes import with_signs
from translate.documents.html.parsing import Token, What
from translate.documents.html.saying import is_around, is_of_the_site, is_short, is_signed, says_to_stay, spoken_in
from translate.documents.inline import Item, Mark, Run, piece_of
from translate.documents.layout import Piece
from translate.errors import DocumentError
from translate.values import dataclass

MOST_TAGS = 1_000
"""In a paragraph; what has more is a list of links."""
DEEPEST = 2_000
"""So many elements may be open at once; browsers take 512."""
_UNFIT = patterns.compile(rf"(?!\f)(?:{CONTROL.pattern}|[\ud800-\udfff])")
"""What no PO file can hold; a form feed is white space in HTML."""
_BLANK_LINE = patterns.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)")
_BLOCK_COMMENT = patterns.compile(r"<!--\s*(?:/?wp:|more|nextpage)")
_NO_PARAGRAPH = frozenset({"article", "body", "center", "figure", "form", "main", "ol", "section", "table", "ul"})
_ROWS = frozenset({"tbody", "tfoot", "tr"})
"""A cell and its row end where one of these begins."""
_LONGEST_BYLINE = 120
"""Characters."""
_DEEPEST_IMPLIED = 8
"""So many elements further out one may be that ends though nothing says so."""


@dataclass(slots=True)
class Place:
    """An element that text is in, and a paragraph ends with."""

    name: str
    kind: Kind
    tag: Token
    """Its start tag."""
    stays: bool = False
    """Whether nothing in it is translated."""
    aside: bool = False
    """Whether it is about the site and not the article: its navigation, its head and foot."""
    used: bool = False
    """Whether anything in it is translated."""
    byline: bool = False
    """Whether it says who wrote the article."""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece, and what it stands in."""

    piece: Piece
    aside: bool
    heading: bool = False
    """Whether it is the text of an ``<h1>``."""
    head: bool = False
    """Whether it stands in the head of a page."""
    inner: tuple[Piece, ...] = ()
    """The descriptions of tags in the middle of it, which only a format of pages translates."""


@dataclass(slots=True)
class Walker:
    """What is found on the way; `walk` goes it once."""

    html: str
    language: str = ""
    """The one that is translated from, as the page has it, without its region; empty where it does not say."""
    lines: bool = False
    """Whether a blank line parts paragraphs where no element does."""
    crowded: int = 0
    """How many paragraphs have too many tags to be one."""
    speaking: list[Token] = field(default_factory=list)
    """The start tags that say the language or the direction of what is translated, each behind those in it."""
    _places: list[Place] = field(default_factory=list)
    _open: Counter[str] = field(default_factory=Counter)
    _items: list[Item] = field(default_factory=list)
    _labels: list[Piece] = field(default_factory=list)
    _whole: tuple[Token, int] | None = None
    """An element that stays as it is, and how many of its name are open in it."""
    _broken: bool = False
    """Whether the last that came was a line break."""
    _signed: bool = False
    """Whether a tag in the paragraph says that an author is named there."""

    def walk(self, tokens: Iterable[Token]) -> Iterator[Found]:
        """The pieces, in the order of the text.

        Raises:
            DocumentError: Elements are nested too deep; without a path, since only whoever asks knows it.
        """
        for token in tokens:
            if self._whole and self._skips(*self._whole, token):
                continue
            if token.what is What.START:
                yield from self._start(token)
            elif token.what is What.END:
                yield from self._end(token)
            elif token.what is What.COMMENT:
                if _BLOCK_COMMENT.match(self.html, token.start, token.end):
                    yield from self._paragraph()
                else:
                    self._mark(token, "g", Side.VOID)
            else:
                yield from self._text(token)
        if self._whole and is_short(self._whole[0]):
            self._ends_whole(len(self.html))
        yield from self._paragraph()
        while self._places:
            self._leave()

    def _text(self, token: Token) -> Iterator[Found]:
        text = token.text or self.html[token.start : token.end]
        if not text.isspace():
            self._broken = False
        if token.what is What.REFERENCE:
            unfit = _UNFIT.search(text)
            self._items.append(
                Mark(token.start, token.end, "g", Side.VOID, self.html[token.start : token.end])
                if unfit
                else Run(token.start, token.end, text)
            )
            return
        start = token.start
        if self.lines and not self._places:
            for found in _BLANK_LINE.finditer(self.html, token.start, token.end):
                self._run(start, found.start())
                yield from self._paragraph()
                start = found.end()
        self._run(start, token.end)

    def _run(self, start: int, end: int) -> None:
        for found in _UNFIT.finditer(self.html, start, end):
            if start < found.start():
                self._items.append(Run(start, found.start(), self.html[start : found.start()]))
            self._items.append(Mark(found.start(), found.end(), "g", Side.VOID, found[0]))
            start = found.end()
        if start < end:
            self._items.append(Run(start, end, self.html[start:end]))

    def _mark(self, token: Token, name: str, side: Side) -> None:
        self._items.append(Mark(token.start, token.end, name, side, self.html[token.start : token.end]))

    def _start(self, token: Token) -> Iterator[Found]:
        name = token.name
        stays = says_to_stay(token)
        if name in BLOCKS:
            yield from self._paragraph()
            if name == "meta":
                yield from self._summary(token)
            elif name not in VOID and not token.closed:
                self._enter(token, stays=stays or self._is_foreign(token))
            yield from self._alone(token)
        elif name in APART or name in WHOLE or name in TERSE or (stays and name not in VOID):
            if name in APART:
                yield from self._paragraph()
            if name not in VOID and not token.closed:
                self._whole = (token, 1)
            elif name not in APART:
                self._mark(token, name, Side.VOID)
        elif name == "br":
            if self._broken:
                yield from self._paragraph()
            self._mark(token, name, Side.VOID)
            self._broken = True
        else:
            self._mark(token, name, Side.VOID if name in VOID or token.closed else Side.OPEN)
            self._labels += self._described(token)
            self._signed = self._signed or is_signed(token)
            self._broken = self._broken and name != "img"

    def _end(self, token: Token) -> Iterator[Found]:
        name = token.name
        if name in BLOCKS:
            yield from self._paragraph()
            if self._open[name]:
                while self._leave() != name:
                    pass
        elif name in APART:
            yield from self._paragraph()
        else:
            self._mark(token, name, Side.VOID if name in VOID else Side.CLOSE)

    def _enter(self, token: Token, *, stays: bool) -> None:
        """Come to an element that paragraphs end with, and leave those that end there though nothing says so."""
        name = token.name
        if self._places and self._places[-1].name == "p":
            self._leave()
        ending, around = CLOSING.get(name, (frozenset(), frozenset()))
        leaving = 0
        for depth, place in enumerate(reversed(self._places[-_DEEPEST_IMPLIED:]), start=1):
            if place.name in around:
                break
            if place.name in ending:
                leaving = depth
                if name not in _ROWS:
                    break
        for _ in range(leaving):
            self._leave()
        outer = self._places[-1] if self._places else Place("", Kind.PARAGRAPH, token)
        kind = KINDS.get(name, outer.kind)
        if name in _NO_PARAGRAPH or (name == "p" and kind is Kind.CELL):
            kind = Kind.PARAGRAPH
        within = self._open["article"] or self._open["main"]
        aside = is_of_the_site(token) or (is_around(token) and not within)
        if len(self._places) == DEEPEST:
            raise DocumentError(f"the HTML is nested more than {DEEPEST:,} elements deep; is it an article?")
        signed = outer.byline or is_signed(token)
        self._places.append(Place(name, kind, token, stays or outer.stays, aside or outer.aside, byline=signed))
        self._open[name] += 1

    def _leave(self) -> str:
        place = self._places.pop()
        self._open[place.name] -= 1
        if place.used:
            if spoken_in(place.tag) or "dir" in place.tag.attributes:
                self.speaking.append(place.tag)
            if self._places:
                self._places[-1].used = True
        return place.name

    def _skips(self, whole: Token, depth: int, token: Token) -> bool:
        """Whether a token belongs to an element that stays as it is."""
        if is_short(whole) and token.name in BLOCKS:
            self._ends_whole(token.start)
            return False
        if token.name == whole.name and token.what is What.START and not token.closed:
            self._whole = (whole, depth + 1)
        elif token.name == whole.name and token.what is What.END:
            self._whole = (whole, depth - 1)
            if depth == 1:
                self._ends_whole(token.end)
        return True

    def _ends_whole(self, end: int) -> None:
        if self._whole is None:
            return
        token, self._whole = self._whole[0], None
        if token.name not in APART:
            original = self.html[token.start : end]
            self._items.append(Mark(token.start, end, token.name, Side.VOID, original, is_short(token)))
            self._broken = False

    def _is_foreign(self, token: Token) -> bool:
        spoken = spoken_in(token)
        return bool(spoken) and spoken != self.language and token.name != "html"  # Its body knows better.

    def _described(self, token: Token) -> Iterator[Piece]:
        for name, kind in (("alt", Kind.IMAGE), ("title", Kind.LABEL)):
            if name in token.attributes and (piece := piece_in(self.html, token, name, kind)):
                yield piece

    def _alone(self, token: Token) -> Iterator[Found]:
        """The descriptions of an element that paragraphs end with."""
        if self._open["head"]:
            return
        for piece in sorted(self._described(token), key=lambda piece: piece.start):
            yield from self._found(piece)

    def _summary(self, token: Token) -> Iterator[Found]:
        name = (token.attributes.get("name") or token.attributes.get("property") or "").lower()
        kind = Kind.SUMMARY if name in SUMMARIES else Kind.IMAGE if name in PICTURES else None
        if kind and (piece := piece_in(self.html, token, "content", kind)):
            yield from self._found(piece, head=True)

    def _paragraph(self) -> Iterator[Found]:
        """What has come since the last paragraph ended."""
        items, labels, signed = self._items, self._labels, self._signed
        self._items, self._labels, self._broken, self._signed = [], [], False, False
        if not items:
            return
        piece = None
        if sum(isinstance(item, Mark) for item in items) > MOST_TAGS:
            self.crowded += 1
            labels = []
        elif not (self._places and self._places[-1].stays):
            kind = self._places[-1].kind if self._places else Kind.PARAGRAPH
            piece = piece_of(kind, with_signs(self.html, items))
        if piece and (signed or (self._places and self._places[-1].byline)):
            piece = _signed(piece)
        first, last = (piece.start, piece.end) if piece else (0, 0)
        inner = tuple(label for label in labels if first <= label.start < last and _says(label))
        apart = [label for label in labels if not first <= label.start < last]
        for each in sorted([*apart, *([piece] if piece else [])], key=lambda each: each.start):
            yield from self._found(each, inner=inner if each is piece else ())

    def _found(self, piece: Piece, *, head: bool = False, inner: tuple[Piece, ...] = ()) -> Iterator[Found]:
        place = self._places[-1] if self._places else None
        if (place and place.stays) or not _says(piece):
            return
        if place:
            place.used = place.used or not place.aside
        heading = bool(self._open["h1"]) and not piece.coding
        yield Found(piece, bool(place and place.aside), heading, head or bool(self._open["title"]), inner)


def _says(piece: Piece) -> bool:
    """Whether there is a letter or a figure in a piece."""
    text = "".join(part for part in piece.parts if isinstance(part, str))
    return any(map(str.isalnum, text))


def _signed(piece: Piece) -> Piece:
    """A piece where an author is named; it is a byline where it is short, and no sentence."""
    text = "".join(part for part in piece.parts if isinstance(part, str))
    if piece.kind is not Kind.PARAGRAPH or len(text) > _LONGEST_BYLINE or text.endswith((".", "!", "?")):
        return piece
    return replace(piece, kind=Kind.BYLINE)

"""The blocks of a Markdown file that have text: what each is, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from translate import patterns
from translate.core.article import Kind
from translate.documents.html import fragments
from translate.documents.markdown.parsing import DEEPEST, Known, blocks_of
from translate.documents.markdown.places import Lines, of_heading, of_paragraph, of_row
from translate.values import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

_AROUND = frozenset({"blockquote_open", "dd_open", "footnote_reference_open", "list_item_open"})
_TAG_IN_LINES = patterns.compile(r"<[^<>]*[\r\n]")
_TASKS = ("[ ] ", "[x] ", "[X] ")


class Form(StrEnum):
    """How a block is written, which tells what has to be escaped in it; the word for `Segment.coding`."""

    TEXT = "text"
    HEADING = "heading"
    """Behind number signs."""
    CELL = "cell"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text."""

    kind: Kind
    form: Form
    content: str
    """What the parser has of it, without what says which block it is."""
    places: tuple[int, ...]
    """Where each character of the content stands in the file, and its end."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a file, and what is known of it."""

    blocks: tuple[Block, ...]
    known: Known
    lost: tuple[int, ...]
    """The first lines, from 0, of blocks that could not be found in the file as the parser tells them; they stay."""


def read_blocks(text: str, begin: int) -> Blocks:
    """Find the blocks that have text.

    Args:
        text: All of the file's.
        begin: Where the Markdown begins, behind front matter.
    """
    tokens, known = blocks_of(text[begin:])
    lost: list[int] = []
    found = tuple(_Reader(Lines.of(text, begin), lost).blocks(tokens))
    return Blocks(found, known, tuple(lost))


class _Reader:
    """Goes through the tokens, and knows in which blocks it stands."""

    def __init__(self, lines: Lines, lost: list[int]) -> None:
        self._lines = lines
        self._lost = lost
        self._open: list[Token] = []
        self._row: list[Token] = []

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks, in the order of the file."""
        for token in tokens:
            if token.nesting > 0:
                self._open.append(token)
                if token.level >= DEEPEST - 1 and token.type in _AROUND and token.map:
                    self._lost.append(token.map[0])  # The parser reads no more of it.
            elif token.nesting < 0:
                self._open.pop()
                if token.type == "tr_close":
                    yield from self._cells()
            elif token.type == "inline":
                yield from self._inline(token)
            elif token.type == "html_block" and token.map:
                yield from self._html(token, token.map)

    def _inline(self, token: Token) -> Iterator[Block]:
        around = self._open[-1]
        if around.type in {"th_open", "td_open"}:
            self._row.append(token)
            return
        if not token.content.strip() or not token.map:
            return
        first, sign = token.map[0], around.markup
        if around.type == "heading_open" and sign.startswith("#"):
            places, form = of_heading(self._lines, first, sign, token.content), Form.HEADING
        else:
            places, form = of_paragraph(self._lines, first, token.content), Form.TEXT
        if places is None:
            self._lost.append(first)
            return
        lead = 4 if token.content.startswith(_TASKS) and self._inner() == "list_item_open" else 0
        if token.content[lead:].strip():
            yield Block(self._kind(around), form, token.content[lead:], tuple(places[lead:]))

    def _cells(self) -> Iterator[Block]:
        row, self._row = self._row, []
        if not row or not row[0].map:
            return
        found = of_row(self._lines, row[0].map[0], [token.content for token in row])
        for token, places in zip(row, found, strict=True):
            if places:
                yield Block(Kind.CELL, Form.CELL, token.content, tuple(places))
            elif token.content.strip():
                self._lost.append(row[0].map[0])

    def _html(self, token: Token, lines: list[int]) -> Iterator[Block]:
        if self._open:  # Each of its lines may have something before it.
            content = token.content.rstrip("\r\n")
            places = of_paragraph(self._lines, lines[0], content)
            if places is not None and not _TAG_IN_LINES.search(content):
                yield Block(Kind.PARAGRAPH, Form.HTML, content, tuple(places))
            elif fragments.pieces(token.content):
                self._lost.append(lines[0])
            return
        start, end = self._lines.start(lines[0]), self._lines.start(lines[1])
        yield Block(Kind.PARAGRAPH, Form.HTML, self._lines.text[start:end], tuple(range(start, end + 1)))

    def _inner(self) -> str:
        return self._open[-2].type if len(self._open) > 1 else ""

    def _kind(self, around: Token) -> Kind:
        if around.type == "heading_open":
            return Kind.HEADLINE if around.tag == "h1" else Kind.SUBHEAD
        if around.type == "dt_open" or self._inner() in {"list_item_open", "dd_open"}:
            return Kind.ITEM
        return Kind.PARAGRAPH

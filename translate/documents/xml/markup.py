"""What is translated of an element that holds text, or HTML that is escaped once more, or elements of XHTML."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import StrEnum

from translate import patterns
from translate.core.article import Kind, Part, Segment
from translate.core.text.decoding import INVISIBLE, LINE_END
from translate.documents import shortcodes
from translate.documents.html import fragments
from translate.documents.inline import piece_of
from translate.documents.layout import LONGEST_PARAGRAPH, Piece, Sheet
from translate.documents.xml import bodies
from translate.documents.xml.texts import Told, escaped, marked_up, spelt, told
from translate.documents.xml.tree import Element
from translate.errors import DocumentError

_HTML = patterns.compile(r"</?[A-Za-z][A-Za-z0-9:-]*[\s/>]|<!--|&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]+);")
_BLANK_LINE = patterns.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_WHITE = patterns.compile(r"[ \t\r\n\f]+")
LONGEST_TEXT = 1_000_000
"""Characters in one element."""


class Style(StrEnum):
    """What an element's text is, once what XML escapes is read; the name is its coding's."""

    TEXT = "t"
    GUESSED = "g"
    """HTML where it looks like that, and else text."""
    HTML = "h"
    LINES = "l"
    """Text in which a blank line parts paragraphs; where there is none, any line end does."""
    WORDPRESS = "w"
    """HTML with shortcodes, in which a blank line parts paragraphs."""


def pieces_of(sheet: Sheet, element: Element, kind: Kind, style: Style, language: str = "") -> list[Piece]:
    """What is translated of an element.

    Args:
        sheet: The text of the file.
        element: The element. One with others in it is of XHTML, whatever its style.
        kind: What its text is: all of it, or where it has paragraphs of its own the first.
        style: What its text is made of.
        language: The one that is translated from; empty where that is not known.

    Raises:
        DocumentError: There is too much text in it.
    """
    if element.close - element.inner > LONGEST_TEXT:
        size = f"{element.close - element.inner:,} characters in one element, where {LONGEST_TEXT:,} are allowed"
        raise sheet.fault(f"{size}; is it an article?", element.start)
    if element.children:
        return _titled(bodies.pieces(sheet.text, element, Kind.PARAGRAPH, language), kind)
    said = told(sheet.text, element)
    if style is Style.LINES:
        return [*_lines(said, kind)]
    if style is Style.TEXT or (style is Style.GUESSED and not _HTML.search(said.text)):
        if (length := len(" ".join(said.text.split()))) > LONGEST_PARAGRAPH:
            told_of = f"a paragraph of {length:,} characters, where {LONGEST_PARAGRAPH:,} are allowed"
            raise sheet.fault(f"{told_of}; is it an article, with its paragraphs apart?", element.start)
        return _plain(said, kind, style)
    try:
        found = _found(said.text, style)
    except DocumentError as error:
        raise sheet.fault(error.message, element.start) from None
    return _titled([_placed(piece, said, style) for piece in found], kind)


def speller(encoding: str) -> Callable[[Segment, tuple[Part, ...]], str]:
    """How a file in some encoding writes the parts of a text in the place of a segment."""

    def write(segment: Segment, parts: tuple[Part, ...]) -> str:
        states, mode, own = segment.coding[:2], segment.coding[2], segment.coding[3:]
        if mode == bodies.MARKED:
            return marked_up(parts, states)
        if mode == bodies.QUOTED:
            text = escaped("".join(map(str, parts)))
            return text.replace(own, {'"': "&quot;", "'": "&#39;"}[own])
        if mode in {Style.HTML, Style.WORDPRESS}:
            return spelt(fragments.spelt(replace(segment, coding=own), parts), states, encoding)
        text = "".join(map(str, parts))
        if mode == Style.GUESSED and _HTML.search(text):
            text = html.escape(text, quote=False)
        return spelt(text, states, encoding)

    return write


def _found(text: str, style: Style) -> list[Piece]:
    """The pieces of HTML."""
    if style is not Style.WORDPRESS:
        return fragments.pieces(text)
    masked = shortcodes.masked(text)
    return [shortcodes.unmasked(piece) for piece in fragments.pieces(masked, lines=True)]


def _plain(said: Told, kind: Kind, style: Style) -> list[Piece]:
    piece = piece_of(kind, said.runs)
    if piece is None:
        return []
    states = said.states(piece.start, piece.end)
    return [piece.moved(lambda at: at, f"{states}{style}")]


def _lines(said: Told, kind: Kind) -> Iterator[Piece]:
    """The paragraphs of a plain text."""
    parting = _BLANK_LINE if _BLANK_LINE.search(said.text.strip()) else LINE_END
    begin = 0
    for end, after in (*(match.span() for match in parting.finditer(said.text)), (len(said.text), 0)):
        body = said.text[begin:end].strip(INVISIBLE)
        if body:
            at = begin + said.text[begin:end].index(body)
            start, stop, states = said.spot(at, at + len(body))
            yield Piece(start, stop, kind, (_WHITE.sub(" ", body),), f"{states}{Style.LINES}")
        begin = after


def _placed(piece: Piece, said: Told, style: Style) -> Piece:
    """A piece of HTML in the file that the HTML is escaped in."""
    start, end, states = said.spot(piece.start, piece.end)
    mode = Style.HTML if style is Style.GUESSED else style
    return replace(piece, start=start, end=end, coding=f"{states}{mode}{piece.coding}")


def _titled(found: list[Piece], kind: Kind) -> list[Piece]:
    """The pieces of an element whose text is of some kind: a summary of several paragraphs is none."""
    texts = [number for number, piece in enumerate(found) if piece.kind is Kind.PARAGRAPH]
    if kind is Kind.PARAGRAPH or not texts or (kind is Kind.SUMMARY and len(texts) > 1):
        return found
    found[texts[0]] = replace(found[texts[0]], kind=kind)
    return found

"""HTML pages: the article that a page holds, without the navigation around it; or a fragment, of which all is one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import ClassVar

from translate import patterns
from translate.core.article import Document, Imprint, Kind, Part, Segment
from translate.core.text.decoding import check_characters, check_size, notes_on
from translate.documents import shortcodes
from translate.documents.html import data as data_of
from translate.documents.html import fragments, inner
from translate.documents.html.charsets import WINDOWS, decoded, encoded
from translate.documents.html.fragments import language_of
from translate.documents.html.imprint import imprinted
from translate.documents.html.parsing import Token, What, main_content, tokens
from translate.documents.html.walking import Found, Walker
from translate.documents.interface import DocumentFormat
from translate.documents.layout import MOST_PARAGRAPHS, NOUN, Piece, Sheet, filled
from translate.documents.text.signs import byline
from translate.errors import DocumentError

LARGEST_FILE = 5_000_000
"""Bytes."""
_SHARE = 0.2
"""So much of a page's prose, at least, what seems to be its article must have: elsewhere it is links mostly."""
_BYLINES = 4
"""So many pieces from the headline what says who wrote it may stand."""
_LONGEST_LINK = 40
"""Characters."""
_PAGE = patterns.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
"""What a CMS hands out has none of them; there what stands in brackets may be for its site to fill in."""
_FORMATTING = frozenset({"a", "b", "big", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
_MOST_UNCLOSED = 50


class HtmlFormat(DocumentFormat):
    """HTML as newsrooms publish it.

    Of a page the article is taken: what stands in its main part, with its ``<h1>``, its title, and what it tells search
    engines. What has neither ``<html>`` nor ``<head>`` nor ``<body>`` is a fragment, and is taken as a whole.
    """

    name: ClassVar[str] = "html"
    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, path: str) -> Document:
        """Read an article; see the interface. Its bytes are read as it declares them itself."""
        check_size(data, path, NOUN, LARGEST_FILE)
        text, encoding = decoded(data, path)
        check_characters(text.replace("\f", " "), path)
        sheet = Sheet(path, text, encoding)
        html = text if _PAGE.search(text) else shortcodes.masked(text)
        try:
            found = [*tokens(html)]
            language = language_of(found)
            walker = Walker(html, language)
            walked = [*islice(walker.walk(found), 2 * MOST_PARAGRAPHS)]
        except DocumentError as error:
            raise sheet.fault(error.message) from None
        notes = [*notes_on(text), *_notes(walker, encoding)]
        own = _article(html, found, walked)
        told = [Found(piece, aside=False) for piece in data_of.pieces(html, found, language)]
        pieces = map(shortcodes.unmasked, _pieces(html, _in_order([*own, *told])))
        return sheet.document(pieces, notes)

    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:
        """Write the article back; see the interface. A character that its encoding has not is spelt with its number."""
        text = filled(*inner.written(document, texts), _spelt)
        return encoded(imprinted(text, imprint) if imprint else text, document.encoding)


def _article(text: str, found: Sequence[Token], walked: Sequence[Found]) -> list[Found]:
    """What belongs to the article of a page."""
    opened = [token for token in found if token.what is What.START]
    if not any(token.name in {"html", "head", "body"} for token in opened):
        return [*walked]
    body = [each for each in walked if not (each.aside or each.head)] or [each for each in walked if not each.head]
    within = _inside(body, main_content(text)) if _is_sound(found) else []
    if not within or _prose(within) < _SHARE * _prose(body):
        within = body
    heading = next((each for each in (*body, *walked) if each.heading), None)
    taken = {each.piece.start for each in within} | ({heading.piece.start} if heading else set())
    return [each for each in walked if each.head or each.piece.start in taken]


def _inside(body: Sequence[Found], where: tuple[int, int] | None) -> list[Found]:
    return [each for each in body if where and where[0] <= each.piece.start < where[1]]


def _prose(found: Sequence[Found]) -> float:
    """How much there is to read in some pieces."""
    sizes = (sum(len(part) for part in each.piece.parts if isinstance(part, str)) for each in found)
    return sum(size / 10 + max(0, size - _LONGEST_LINK) for size in sizes)


def _is_sound(found: Sequence[Token]) -> bool:
    """Whether a page can be taken apart in no time: each paragraph repeats what is bold and has no end."""
    unclosed: Counter[str] = Counter()
    most = 0
    for token in found:
        if token.name in _FORMATTING:
            unclosed[token.name] += 1 if token.what is What.START else -1
            most = max(most, unclosed[token.name])
    return most <= _MOST_UNCLOSED


def _in_order(found: Sequence[Found]) -> Iterator[Found]:
    """By their places; what stands within another, such as a script in a sentence, is a part of that."""
    done = 0
    for each in sorted(found, key=lambda each: each.piece.start):
        if done <= each.piece.start:
            yield each
            done = each.piece.end


def _pieces(text: str, found: Iterable[Found]) -> Iterator[Piece]:
    """The pieces, of which the first ``<h1>`` is the headline, and what says behind it who wrote it a byline."""
    behind = None
    for each in found:
        piece = each.piece
        if each.heading and behind is None:
            piece, behind = replace(piece, kind=Kind.HEADLINE), 0
        elif behind is not None and not each.head:
            behind += 1
            if behind <= _BYLINES and piece.kind is Kind.PARAGRAPH and byline(_plain(piece)):
                piece = replace(piece, kind=Kind.BYLINE)
        yield from inner.parted(text, piece, each.inner)


def _plain(piece: Piece) -> str:
    return "".join(part for part in piece.parts if isinstance(part, str))


def _spelt(segment: Segment, parts: tuple[Part, ...]) -> str:
    if segment.coding == data_of.FORM:
        return data_of.spelt("".join(map(str, parts)))
    return fragments.spelt(segment, parts)


def _notes(walker: Walker, encoding: str) -> Iterator[str]:
    if encoding != "utf-8":
        shown = "Windows-1252" if encoding == WINDOWS else encoding.upper()
        yield f"is in {shown}; it is written back so, and what that cannot hold is spelt with its number"
    if walker.crowded:
        yield f"has {walker.crowded} paragraph with too many tags to be one; it stays as it is"

"""Articles as ninjs, IPTC's news in JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from translate import patterns
from translate.core.article import Document, Imprint
from translate.core.text.decoding import MARK, check_characters, check_size, decode, notes_on
from translate.documents.interface import DocumentFormat
from translate.documents.jsonvalues import Many, Pairs, value_of
from translate.documents.layout import NOUN, Piece, Sheet, filled
from translate.documents.ninjs.imprint import signed
from translate.documents.ninjs.passages import KEYS, Item, item_of
from translate.documents.ninjs.spelling import pieces_in, spelling_of, spelt

LARGEST_FILE = 5_000_000
"""Bytes."""

_BEGINNING = patterns.compile(rb"[\[\s]*\{")
_NAMED = patterns.compile(rb'"uri"\s*:')
_FILLED = patterns.compile(rb'"(?:%b)(?:_\w+)?"\s*:' % "|".join(KEYS).encode(), re.IGNORECASE)


class Ninjs(DocumentFormat):
    """ninjs 1.x, 2.x and 3.x in UTF-8: one item in a file.

    Headlines, titles, descriptions, bodies and who wrote them are translated, of the item and of what goes with it,
    such as its pictures. A body that is there as text and as HTML is translated as both.
    """

    name: ClassVar[str] = "ninjs"
    suffixes: ClassVar[tuple[str, ...]] = (".json", ".ninjs")

    def recognises(self, data: bytes) -> bool:
        """Whether it is an object that has an address and something to read; see the interface."""
        begins = _BEGINNING.match(data.removeprefix(MARK.encode()))
        return bool(begins and _NAMED.search(data) and _FILLED.search(data))

    def read(self, data: bytes, path: str) -> Document:
        """Read an article; see the interface."""
        check_size(data, path, NOUN, LARGEST_FILE)
        text = decode(data, path, NOUN)
        check_characters(text, path)
        sheet = Sheet(path, text)
        root = value_of(sheet)
        if isinstance(root, Many):
            raise sheet.fault(
                "is a list of ninjs items; write each into a file of its own, since a file holds one article",
                root.start,
            )
        if not isinstance(root, Pairs):
            raise sheet.fault("is no ninjs: it has no object with “uri” and a headline or a body", root.start)
        item = item_of(sheet, root)
        return sheet.document(_pieces(sheet, item), (*notes_on(text), *_notes(item)))

    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:
        """Write the article back; see the interface."""
        text = filled(document, texts, spelt)
        if imprint:
            text = signed(Sheet(document.path, text), imprint)
        return text.encode()


def _pieces(sheet: Sheet, item: Item) -> Iterator[Piece]:
    spelling = spelling_of(sheet)
    for passage in item.passages:
        yield from pieces_in(sheet, passage, spelling)


def _notes(item: Item) -> Iterator[str]:
    if item.unread:
        yield f"has text as {', '.join(item.unread)}, which is kept but not translated"

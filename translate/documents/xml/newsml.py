"""Articles in NewsML-G2, the form in which news agencies hand their texts over.

The text is inline: NITF, XHTML or plain. What describes the item and not its text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from translate import patterns
from translate.core.article import Document, Imprint, Kind
from translate.documents.disclosure import digital_source_type, qcode
from translate.documents.interface import DocumentFormat
from translate.documents.layout import NOUN, Piece, Sheet, filled
from translate.documents.xml.bodies import is_foreign
from translate.documents.xml.encodings import beginning, encoded, notes, opened
from translate.documents.xml.imprints import Change, added, attribute, changed, language
from translate.documents.xml.markup import Style, pieces_of, speller
from translate.documents.xml.tree import Element, parsed, root_of

_ROOT = patterns.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*<(?:[A-Za-z_][\w.-]*:)?(?:newsItem|newsMessage)[\s>]", re.DOTALL)
_ITEMS = frozenset({"newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"})
_META = {
    "headline": (Kind.HEADLINE, Style.TEXT),
    "by": (Kind.BYLINE, Style.TEXT),
    "dateline": (Kind.BYLINE, Style.TEXT),
    "description": (Kind.SUMMARY, Style.TEXT),
}
_BEFORE_SOURCE = ("icon", "urgency", "contentcreated", "contentmodified")
"""What stands before `digitalSourceType` in the metadata of content, in the schema's order."""


class NewsmlFormat(DocumentFormat):
    """NewsML-G2 with one news item, alone or in a message."""

    name: ClassVar[str] = "newsml"
    suffixes: ClassVar[tuple[str, ...]] = (".xml",)

    def recognises(self, data: bytes) -> bool:
        """Whether a file begins with a news item or a message."""
        return bool(_ROOT.match(beginning(data)))

    def read(self, data: bytes, path: str) -> Document:
        """Read an article; see the interface."""
        sheet = opened(data, path, NOUN)
        root = root_of(sheet)
        items = [element for element in root.walk() if element.local in _ITEMS]
        news = [item for item in items if item.local == "newsitem"]
        if len(items) != 1 or not news:
            told = f"has {len(items)} items, and {len(news)} of them news"
            raise sheet.fault(f"{told}; newsdesk reads files with one news item, so split it", root.start)
        found = _pieces(sheet, news[0])
        if not found:
            raise sheet.fault("has no text in it: no headline, no description, no inline text", news[0].start)
        return sheet.document(found, notes(sheet))

    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:
        """Write the article back; see the interface.

        It says its language and the direction of its letters where it has said them, the direction also where they run
        from right to left; and as `digitalSourceType` how it came about.
        """
        text = filled(document, texts, speller(document.encoding))
        if imprint:
            text = changed(text, _says(text, parsed(text), imprint))
        return encoded(text, document.encoding)


def _pieces(sheet: Sheet, item: Element) -> list[Piece]:
    """What is translated of a news item."""
    found: list[Piece] = []
    spoken = _spoken(item)
    for part in item.children:
        if part.local == "contentmeta":
            for element in part.children:
                if element.local in _META and not is_foreign(element, spoken):
                    kind, style = _META[element.local]
                    found += pieces_of(sheet, element, kind, style, spoken)
        elif part.local == "contentset":
            for element in part.children:
                found += _content(sheet, element, spoken)
    return _with_one_headline(found)


def _spoken(item: Element) -> str:
    """The language that an item names for its text."""
    tags = (element.attributes.get("tag", "") for element in item.walk() if element.local == "language")
    return item.language or next(tags, "")


def _content(sheet: Sheet, element: Element, spoken: str) -> list[Piece]:
    """What is translated of one rendition of a text."""
    if is_foreign(element, spoken):
        return []
    if element.local == "inlinexml":
        held = [child for child in element.children if child.local in {"nitf", "html", "div", "body"}]
        return [piece for child in held for piece in pieces_of(sheet, child, Kind.PARAGRAPH, Style.TEXT, spoken)]
    form = element.attributes.get("contenttype", "text/plain").partition(";")[0].strip().lower()
    if element.local != "inlinedata" or element.attributes.get("encoding") or not form.startswith("text/"):
        return []
    style = Style.HTML if form == "text/html" else Style.LINES
    return pieces_of(sheet, element, Kind.PARAGRAPH, style, spoken)


def _with_one_headline(found: Sequence[Piece]) -> list[Piece]:
    """The pieces, of which the first headline is the only one."""
    first = next((piece for piece in found if piece.kind is Kind.HEADLINE), None)
    return [
        replace(piece, kind=Kind.SUBHEAD) if piece.kind is Kind.HEADLINE and piece is not first else piece
        for piece in found
    ]


def _says(text: str, root: Element, imprint: Imprint) -> Iterator[Change]:
    """What an item says of itself."""
    item = next(element for element in root.walk() if element.local == "newsitem")
    spoken = _spoken(item)
    yield from _language(text, item, imprint, spoken)
    if imprint.direction == "rtl" and "dir" not in item.attributes:
        yield added(item, text, "dir", "rtl")
    metas = [part for part in item.children if part.local == "contentmeta"]
    for meta in metas:
        yield from _meta(text, meta, imprint, spoken)
    for part in item.children:
        if part.local == "contentset":
            for element in part.children:
                for each in (element, *element.children):
                    yield from _language(text, each, imprint, spoken)
        elif part.local == "itemmeta" and not metas:
            prefix = _prefix(text, part)
            yield part.end, part.end, f"<{prefix}contentMeta>{_source(prefix, imprint)}</{prefix}contentMeta>"


def _language(text: str, element: Element, imprint: Imprint, spoken: str) -> Iterator[Change]:
    """What an element says of its language and direction, where that is what was translated."""
    yield from language(text, element, imprint.language, spoken)
    if not is_foreign(element, spoken):
        yield from attribute(text, element, "dir", imprint.direction)


def _meta(text: str, meta: Element, imprint: Imprint, spoken: str) -> Iterator[Change]:
    """What the metadata of a content say of its language, and of how it came about."""
    yield from _language(text, meta, imprint, spoken)
    for element in meta.children:
        if element.local == "language":
            yield from attribute(text, element, "tag", imprint.language)
        elif element.local in _META:
            yield from _language(text, element, imprint, spoken)
    source = next((element for element in meta.children if element.local == "digitalsourcetype"), None)
    before = [element for element in meta.children if element.local in _BEFORE_SOURCE]
    prefix = _prefix(text, meta)
    if source:
        yield source.start, source.end, _source(_prefix(text, source), imprint, source)
    elif meta.inner == meta.end:  # <contentMeta/>
        yield meta.end - 2, meta.end, f">{_source(prefix, imprint)}</{prefix}contentMeta>"
    else:
        at = before[-1].end if before else meta.inner
        lead = text[meta.inner : meta.children[0].start] if meta.children else ""
        yield at, at, (lead if lead.isspace() else "") + _source(prefix, imprint)


def _source(prefix: str, imprint: Imprint, old: Element | None = None) -> str:
    """How a text came about: as an address, or in the short form where the file has that and so knows its prefix."""
    is_short = old is not None and "qcode" in old.attributes and "uri" not in old.attributes
    value = f'qcode="{qcode(imprint.making)}"' if is_short else f'uri="{digital_source_type(imprint.making)}"'
    return f"<{prefix}digitalSourceType {value}/>"


def _prefix(text: str, element: Element) -> str:
    """The prefix of NewsML-G2 in a file, with its colon."""
    name = re.split(r"[\s/>]", text[element.start + 1 : element.inner], maxsplit=1)[0]
    return name[: name.index(":") + 1] if ":" in name else ""

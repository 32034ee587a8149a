"""Feeds in RSS and Atom: each item is an article, and what the feed says of itself is one more.

RSS 0.9x and 2.0 have their items in the channel, RSS 1.0 beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import ClassVar

from translate import patterns
from translate.core.article import Collection, Imprint, Kind
from translate.documents.interface import CollectionFormat
from translate.documents.layout import Piece, Sheet
from translate.documents.xml.bodies import is_foreign
from translate.documents.xml.collecting import Found, collected, limited, written
from translate.documents.xml.encodings import beginning, notes, opened
from translate.documents.xml.imprints import Change, attribute, content, language
from translate.documents.xml.markup import Style, pieces_of
from translate.documents.xml.names import CHANNEL, Names
from translate.documents.xml.texts import text_of
from translate.documents.xml.tree import Element, root_of

NOUN = "a feed"
_ROOT = patterns.compile(r"<(?:[A-Za-z_][\w.-]*:)?(?P<name>rss|RDF|feed)[\s>]")
_BEFORE = patterns.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_WORDPRESS = patterns.compile(r"https?://wordpress\.org/export/")
_ITEMS = ("item", "atom:entry")
_TEXTS = {
    "title": (Kind.HEADLINE, Style.GUESSED),
    "description": (Kind.SUMMARY, Style.GUESSED),
    "content:encoded": (Kind.PARAGRAPH, Style.HTML),
    "dc:title": (Kind.HEADLINE, Style.GUESSED),
    "dc:description": (Kind.SUMMARY, Style.GUESSED),
    "itunes:title": (Kind.LABEL, Style.TEXT),
    "itunes:subtitle": (Kind.SUMMARY, Style.TEXT),
    "itunes:summary": (Kind.SUMMARY, Style.GUESSED),
    "fullitem": (Kind.PARAGRAPH, Style.HTML),
    "body": (Kind.PARAGRAPH, Style.HTML),
    "html:body": (Kind.PARAGRAPH, Style.HTML),
    "html:div": (Kind.PARAGRAPH, Style.HTML),
    "media:title": (Kind.CAPTION, Style.TEXT),
    "media:description": (Kind.CAPTION, Style.TEXT),
    "media:credit": (Kind.CREDIT, Style.TEXT),
    "media:text": (Kind.PARAGRAPH, Style.TEXT),
    "atom:title": (Kind.HEADLINE, Style.TEXT),
    "atom:subtitle": (Kind.SUMMARY, Style.TEXT),
    "atom:tagline": (Kind.SUMMARY, Style.TEXT),
    "atom:info": (Kind.SUMMARY, Style.TEXT),
    "atom:summary": (Kind.SUMMARY, Style.TEXT),
    "atom:content": (Kind.PARAGRAPH, Style.TEXT),
}
"""What is translated of an item, or of the feed: what it is, and what it is made of where no attribute tells."""
_HOLDERS = frozenset({"media:group", "media:content", "image"})
"""What has more of it in it."""
_STYLES = {
    "html": Style.HTML,
    "text/html": Style.HTML,
    "text": Style.TEXT,
    "text/plain": Style.TEXT,
    "plain": Style.TEXT,
}
_INLINE = frozenset({"", "xhtml", "application/xhtml+xml"}) | set(_STYLES)


class FeedFormat(CollectionFormat):
    """RSS 0.9x, 1.0 and 2.0, and Atom, with what Media RSS says of pictures."""

    name: ClassVar[str] = "feed"
    suffixes: ClassVar[tuple[str, ...]] = (".rss", ".atom", ".xml")

    def recognises(self, data: bytes) -> bool:
        """Whether a file is a feed, and no export of WordPress, which has the shape of one."""
        text = beginning(data)
        root = _ROOT.match(text, found.end()) if (found := _BEFORE.match(text)) else None
        return root is not None and not _WORDPRESS.search(text)

    def read(self, data: bytes, path: str) -> Collection:
        """Read all articles; see the interface.

        What the feed says of itself is the first article, as far as it stands before the items.
        """
        sheet = opened(data, path, NOUN)
        root = root_of(sheet)
        if not _is_feed(root):
            raise sheet.fault(f"is XML, but no feed: it begins with <{root.name[:40]}>", root.start)
        holders = (*root.every("channel"), root)
        items = limited(sheet, [item for holder in holders for item in holder.every(*_ITEMS)])
        spoken = _language(sheet.text, root)
        names = Names()
        about = _about(sheet, root, items, spoken)
        found = [Found(about[0].start, about[-1].end, CHANNEL, lambda: about)] if about else []
        for item in items:
            name = names.of(_identity(sheet.text, item))
            pieces = partial(_pieces, sheet, item.children, _spoken_in(item, spoken))
            found.append(Found(item.start, item.end, name, pieces))
        return collected(sheet, found, (*notes(sheet), *names.notes), self.name)

    def write(
        self, collection: Collection, texts: Sequence[Sequence[str] | None], imprints: Sequence[Imprint | None] = ()
    ) -> bytes:
        """Write the feed back; see the interface.

        It says the language of its articles where it has said one. Feeds have no field for the direction of their
        letters, nor for how a text came about.
        """
        return written(collection, texts, imprints, _article_says, _feed_says)


def _is_feed(root: Element) -> bool:
    return root.name in {"rdf:RDF", "atom:feed"} or root.local == "rss"


def _about(sheet: Sheet, root: Element, items: Sequence[Element], spoken: str) -> list[Piece]:
    """What the feed says of itself before its items."""
    first = items[0].start if items else len(sheet.text)
    holders = [root] if root.name == "atom:feed" else [*root.every("channel", "image")]
    parts = [part for each in holders for part in each.children if part.name not in _ITEMS]
    found = _pieces(sheet, parts, spoken)
    return [*takewhile(lambda piece: piece.end <= first, found)]


def _identity(text: str, item: Element) -> str:
    """What stays the same of an item when its text does not."""
    address = item.attributes.get("rdf:about", "")
    links = (text_of(text, link) or link.attributes.get("href", "") for link in item.every("link", "atom:link"))
    told = (text_of(text, item.first(name)) for name in ("guid", "atom:id"))
    title = (text_of(text, item.first(name)) for name in ("title", "atom:title"))
    return next(filter(None, (*told, address, *links, *title)), text[item.start : item.end])


def _language(text: str, root: Element) -> str:
    """The language that a feed names for all that is in it."""
    channel = root.first("channel")
    named = channel.first("language", "dc:language") if channel else root.first("dc:language")
    return root.language or text_of(text, named)


def _spoken_in(item: Element, spoken: str) -> str:
    """The language of an item: its own, or the one that each of its texts names, or that of the feed."""
    told = {element.language for element in item.children if element.name in _TEXTS}
    return item.language or (told.pop() if len(told) == 1 else "") or spoken


def _pieces(sheet: Sheet, elements: Sequence[Element], spoken: str) -> list[Piece]:
    """What is translated of some elements."""
    found: list[Piece] = []
    for element in elements:
        if element.name in _HOLDERS:
            found += (piece for piece in _pieces(sheet, element.children, spoken))
        elif element.name in _TEXTS:
            found += _text(sheet, element, spoken)
    return _with_one_headline(found)


def _text(sheet: Sheet, element: Element, spoken: str) -> list[Piece]:
    kind, style = _TEXTS[element.name]
    if is_foreign(element, spoken):
        return []
    said = element.attributes.get("type", "").strip().lower()
    if element.name.startswith(("atom:", "media:")):
        is_data = said not in _INLINE or element.attributes.get("mode") == "base64"
        if is_data or element.attributes.get("src"):
            return []
        style = _STYLES.get(said, style)
        if element.attributes.get("mode") == "escaped" and said not in _STYLES:  # In Atom 0.3.
            style = Style.GUESSED
    return pieces_of(sheet, element, kind, style, spoken)


def _with_one_headline(found: list[Piece]) -> list[Piece]:
    """The pieces, of which the first headline is the only one: a picture of the feed has a title, too."""
    first = next((number for number, piece in enumerate(found) if piece.kind is Kind.HEADLINE), 0)
    return [
        replace(piece, kind=Kind.LABEL) if piece.kind is Kind.HEADLINE and number > first else piece
        for number, piece in enumerate(found)
    ]


def _article_says(text: str, root: Element, item: Element, imprint: Imprint) -> Iterator[Change]:
    """What an item says of its language, and of that of each text in it."""
    spoken = _spoken_in(item, _language(text, root))
    yield from language(text, item, imprint.language)
    for element in item.children:
        if element.name == "dc:language":
            yield from content(text, element, imprint.language)
        elif element.name in _TEXTS:
            yield from language(text, element, imprint.language, spoken)
            for child in element.every("html:div"):
                yield from language(text, child, imprint.language, spoken)
                if not is_foreign(child, spoken):
                    yield from attribute(text, child, "dir", imprint.direction)
        elif element.name in _HOLDERS:
            for each in element.walk():
                if each.name in _TEXTS:
                    yield from language(text, each, imprint.language, spoken)


def _feed_says(text: str, root: Element, imprint: Imprint) -> Iterator[Change]:
    """What a feed says of the language of all that is in it."""
    channels = [*root.every("channel")]
    for holder in (root, *channels):
        yield from language(text, holder, imprint.language)
        for element in holder.every("language", "dc:language"):
            yield from content(text, element, imprint.language)

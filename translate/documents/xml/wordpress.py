"""Exports of WordPress (WXR): each post and each page is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from translate import patterns
from translate.core.article import Collection, Imprint, Kind
from translate.documents.disclosure import CODES, SCHEME, digital_source_type
from translate.documents.interface import CollectionFormat
from translate.documents.layout import Piece, Sheet
from translate.documents.xml.collecting import Found, collected, limited, written
from translate.documents.xml.encodings import beginning, notes, opened
from translate.documents.xml.imprints import Change, content, language
from translate.documents.xml.markup import Style, pieces_of
from translate.documents.xml.names import Names
from translate.documents.xml.texts import text_of
from translate.documents.xml.tree import Element, root_of

NOUN = "an export of WordPress"
_SPACE = patterns.compile(r"https?://wordpress\.org/export/[\d.]+/")
_TYPES = frozenset({"post", "page", "attachment"})
_UNWRITTEN = frozenset({"auto-draft", "trash"})
_TEXTS = {
    "title": (Kind.HEADLINE, Style.GUESSED),
    "content:encoded": (Kind.PARAGRAPH, Style.WORDPRESS),
    "excerpt:encoded": (Kind.SUMMARY, Style.WORDPRESS),
}
_PICTURE = {
    "title": (Kind.LABEL, Style.GUESSED),
    "content:encoded": (Kind.PARAGRAPH, Style.WORDPRESS),
    "excerpt:encoded": (Kind.CAPTION, Style.WORDPRESS),
}
"""Of an attachment, where WordPress keeps its caption as the excerpt."""
_IMAGE_TEXT = "_wp_attachment_image_alt"
_SOURCE = "digital_source_type"
"""The name of the custom field for how a text came about, on sites that have one."""


class WxrFormat(CollectionFormat):
    """WXR, which WordPress writes under Tools, Export."""

    name: ClassVar[str] = "wordpress"
    suffixes: ClassVar[tuple[str, ...]] = (".xml", ".wxr")

    def recognises(self, data: bytes) -> bool:
        """Whether a file names the namespace of such exports at its beginning."""
        return bool(_SPACE.search(beginning(data)))

    def read(self, data: bytes, path: str) -> Collection:
        """Read all posts, pages and attachments; see the interface. What is in the trash stays as it is."""
        sheet = opened(data, path, NOUN)
        root = root_of(sheet)
        channel = root.first("channel")
        if channel is None:
            raise sheet.fault(f"is XML, but no export of WordPress: it begins with <{root.name[:40]}>", root.start)
        spoken = text_of(sheet.text, channel.first("language"))
        names = Names()
        found = [
            Found(item.start, item.end, names.single(name), partial(_pieces, sheet, item, form, spoken))
            for item in limited(sheet, [*channel.every("item")])
            for name, form in _articles(sheet.text, item)
        ]
        return collected(sheet, found, (*notes(sheet), *names.notes), self.name)

    def write(
        self, collection: Collection, texts: Sequence[Sequence[str] | None], imprints: Sequence[Imprint | None] = ()
    ) -> bytes:
        """Write the export back; see the interface.

        It says the language of its posts where it has said one. How a text came about is said where a post has a
        custom field called ``digital_source_type``: WordPress has none of its own.
        """
        return written(collection, texts, imprints, _post_says, _file_says)


def _articles(text: str, item: Element) -> Iterator[tuple[str, str]]:
    """The name and the type of an item; none where it is no article."""
    form, status = text_of(text, item.first("wp:post_type")), text_of(text, item.first("wp:status"))
    if form not in _TYPES or status in _UNWRITTEN:
        return
    number = re.sub(r"\D", "", text_of(text, item.first("wp:post_id")))
    if number:
        yield f"{form}-{number[:20]}", form
    else:
        identity = text_of(text, item.first("guid")) or text_of(text, item.first("link", "title"))
        yield Names().of(identity), form


def _pieces(sheet: Sheet, item: Element, form: str, spoken: str) -> list[Piece]:
    """What is translated of an item."""
    texts = _PICTURE if form == "attachment" else _TEXTS
    found: list[Piece] = []
    for element in item.children:
        if element.name in texts:
            kind, style = texts[element.name]
            found += pieces_of(sheet, element, kind, style, spoken)
        elif form == "attachment" and _key(sheet.text, element) == _IMAGE_TEXT:
            for value in element.every("wp:meta_value"):
                found += pieces_of(sheet, value, Kind.IMAGE, Style.TEXT, spoken)
    return found


def _key(text: str, element: Element) -> str:
    """The name of a custom field; empty where an element is none."""
    return text_of(text, element.first("wp:meta_key")) if element.name == "wp:postmeta" else ""


def _post_says(text: str, _root: Element, item: Element, imprint: Imprint) -> Iterator[Change]:
    """What a post says of how it came about."""
    for element in item.children:
        if _key(text, element) == _SOURCE:
            for value in element.every("wp:meta_value"):
                is_address = text_of(text, value).startswith(SCHEME)
                said = digital_source_type(imprint.making) if is_address else CODES[imprint.making]
                yield from content(text, value, said)


def _file_says(text: str, root: Element, imprint: Imprint) -> Iterator[Change]:
    """What an export says of the language of all that is in it."""
    yield from language(text, root, imprint.language)
    for channel in root.every("channel"):
        for element in channel.every("language"):
            yield from content(text, element, imprint.language)

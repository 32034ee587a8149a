"""Lists as XMLTV files, the format of programme guides: http://xmltv.org, whose DTD says what may stand where.

What stands in one is found in `programmes`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import ClassVar

from translate import patterns
from translate.core.article import Document
from translate.core.text.decoding import check_size, decode
from translate.core.text.locales import parse
from translate.errors import DocumentError
from translate.schedules.interface import ListFormat
from translate.schedules.programmes import own_titles, titles_of
from translate.schedules.sheets import LARGEST_FILE, NOUN, NOWHERE, Sheet, text_of, written

_ENCODING = patterns.compile(r"""\ufeff?<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ENCODINGS = patterns.compile(r"utf-?8|us-ascii|ascii|iso-8859-\d{1,2}|windows-125\d|koi8-[ru]", re.IGNORECASE)
"""What a guide may be in: a byte a character, or UTF-8. Others have bytes that could be taken for markup."""
_LONGEST_DECLARATION = 200
_TAG = patterns.compile(r"""(<(?P<name>[^\s/>]+)(?:[^>"'/]|"[^"]*"|'[^']*')*)(?P<empty>/?)>""")
_ATTRIBUTE = patterns.compile(r"""([^\s=<>"'/]+)(\s*=\s*)("[^"]*"|'[^']*')""")


class XmltvList(ListFormat):
    """XMLTV in UTF-8, or in an encoding of single bytes that its first line names."""

    name: ClassVar[str] = "xmltv"
    suffixes: ClassVar[tuple[str, ...]] = (".xml", ".xmltv")

    def read(self, data: bytes, path: str, *, source: str = "") -> Document:
        """Read a list; see the interface."""
        check_size(data, path, NOUN, LARGEST_FILE)
        sheet = _opened(data, path)
        return sheet.document(titles_of(sheet, source))

    def write(self, document: Document, texts: Sequence[str], locale: str) -> bytes:
        """Write the list back; see the interface.

        A guide that has a title in the locale beside the one that was read has the new text there: one title a
        language. A letter that its encoding has not got is written as its number.
        """
        found = parse(locale)
        tag = found.tag if found else locale
        is_new = any(segment.text != text for segment, text in zip(document.segments, texts, strict=True))
        elsewhere = own_titles(Sheet(document.path, text_of(document)), locale) if is_new else NOWHERE
        text = written(document, texts, lambda raw, text: _spelt(raw, text, tag), elsewhere)
        return text.encode(_encoding(text), "xmlcharrefreplace")


def _opened(data: bytes, path: str) -> Sheet:
    """The text of a guide.

    Raises:
        DocumentError: It is not in the encoding that it names, or in one that is not known here.
    """
    encoding = _encoding(data[:_LONGEST_DECLARATION].decode("utf-8", "replace"))
    if encoding.lower() in {"utf-8", "utf8"}:
        return Sheet(path, decode(data, path, NOUN))
    if not _ENCODINGS.fullmatch(encoding):
        raise DocumentError(f"its encoding {encoding} is not known here; save it as UTF-8", path=path, line=1)
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        message = f"is not in the encoding {encoding} that its first line names; save it as UTF-8"
        raise DocumentError(message, path=path, line=1) from None
    return Sheet(path, text)


def _encoding(text: str) -> str:
    """The encoding that an XML declaration names, if there is one."""
    found = _ENCODING.match(text)
    return found[1] if found else "utf-8"


def _spelt(raw: str, text: str, tag: str) -> str:
    """An element with another text, and the tag of its language where it has one."""
    opening = _TAG.match(raw)
    if opening is None:
        raise ValueError("a title is an element")
    begin = _ATTRIBUTE.sub(lambda each: f'{each[1]}{each[2]}"{tag}"' if each[1] == "lang" else each[0], opening[1])
    end = f"</{opening['name']}>" if opening["empty"] else raw[raw.rindex("</") :]
    return f"{begin}>{html.escape(text, quote=False)}{end}"

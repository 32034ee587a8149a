"""The text of an XML file in the encoding that it names, and its bytes again."""

from __future__ import annotations

import codecs
import re

from translate import patterns
from translate.core.text.decoding import MARK, check_size, decode, notes_on
from translate.documents.layout import NOUN, Sheet
from translate.errors import DocumentError

LARGEST_FILE = 20_000_000
"""Bytes."""
_DECLARED = patterns.compile(r"""\ufeff?<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_LONGEST_DECLARATION = 200
_UNICODE = patterns.compile(r"utf-?8", re.IGNORECASE)
_SIXTEEN = patterns.compile(r"utf-?16.*|ucs-?2|iso-10646-ucs-2", re.IGNORECASE)
_UNFIT = patterns.compile(r"utf_?7|unicode_escape|raw_unicode_escape|punycode|idna|undefined|mbcs|oem|utf_?(?:16|32).*")
_PRINTED = bytes(range(0x20, 0x7F))


def opened(data: bytes, path: str, noun: str = NOUN) -> Sheet:
    """The text of an XML file.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.
        noun: What it is, with its article: ``a feed``.

    Raises:
        DocumentError: It is too large, not in the encoding that it names, or in one that is not known here.
    """
    check_size(data, path, noun, LARGEST_FILE)
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark) and not data.startswith(codecs.BOM_UTF32_LE):
            return Sheet(path, _decoded(data, path, encoding), encoding)
    named = _named(data)
    if _UNICODE.fullmatch(named) or data.startswith(codecs.BOM_UTF8):
        return Sheet(path, decode(data, path, noun))
    if _SIXTEEN.fullmatch(named):
        return Sheet(path, decode(data, path, noun))  # Who reads it as letters sees that it is not what it says.
    if not _is_known(named):
        raise DocumentError(f"its encoding {named[:40]} is not known here; save it as UTF-8", path=path, line=1)
    return Sheet(path, _decoded(data, path, named), named.lower())


def beginning(data: bytes, size: int = 20_000) -> str:
    """What a file begins with, for whoever wants to know what it is; letters that are not ASCII may be others."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[: 2 * size].decode(encoding, "replace").removeprefix(MARK)
    return data[:size].decode("utf-8", "replace").removeprefix(MARK)


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of a file's text; a letter that its encoding has not got is written as its number."""
    return text.encode(encoding, "xmlcharrefreplace")


def lacks(encoding: str, text: str) -> bool:
    """Whether an encoding has no byte for some letter of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return True
    return False


def notes(sheet: Sheet) -> tuple[str, ...]:
    """What a person should know about the text of a file; the line ends of XML are one and the same to all."""
    return tuple(note for note in notes_on(sheet.text) if "line ends" not in note and "lines that end" not in note)


def _named(data: bytes) -> str:
    """The encoding that an XML declaration names, if there is one."""
    found = _DECLARED.match(data[:_LONGEST_DECLARATION].decode("utf-8", "replace"))
    return found[1] if found else "utf-8"


def _is_known(encoding: str) -> bool:
    """Whether an encoding is one of texts, in which markup is what it is in ASCII."""
    try:
        name = codecs.lookup(encoding).name.replace("-", "_")
        return not _UNFIT.fullmatch(name) and _PRINTED.decode(encoding) == _PRINTED.decode("ascii")
    except (LookupError, UnicodeError, TypeError):
        return False


def _decoded(data: bytes, path: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
        same = text.encode(encoding) == data
    except (UnicodeError, LookupError):
        same = False
    if not same:
        message = f"is not in the encoding {encoding} that its beginning names; save it as UTF-8"
        raise DocumentError(message, path=path, line=1)
    return text

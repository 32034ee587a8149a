"""The encoding of an HTML file: as its byte order mark or it itself declares it, and as it is written back."""

from __future__ import annotations

import codecs
import re
from types import MappingProxyType

from translate import patterns
from translate.core.text.decoding import MARK, decode, line_behind
from translate.documents.layout import NOUN
from translate.errors import DocumentError

_LOOKED_AT = 4_096
"""Bytes. Browsers look at 1,024."""
_COMMENT = patterns.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_DECLARED = patterns.compile(
    rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
_WIDER = MappingProxyType(
    {
        "ascii": "cp1252",
        "iso8859-1": "cp1252",
        "iso8859-9": "cp1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "shift_jis": "cp932",
        "euc_kr": "cp949",
        "utf-16": "utf-8",
        "utf-16-le": "utf-8",
        "utf-16-be": "utf-8",
    }
)
"""What browsers take an encoding for: what is read as ASCII cannot be declared in UTF-16."""
_KNOWN = patterns.compile(
    r"utf-8|iso8859-\d+|cp125\d|cp866|cp874|cp932|cp949|koi8-[rut]|mac-\w+|big5|big5hkscs|gb18030|euc_jp|iso2022_jp"
)
WINDOWS = "cp1252"


def decoded(data: bytes, path: str) -> tuple[str, str]:
    """The text of a page or a fragment, with its byte order mark, and its encoding.

    Without word of an encoding it is UTF-8, or Windows-1252 where it cannot be that.

    Raises:
        DocumentError: It is in no encoding that we know, or not in the one that it declares.
    """
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark) and not data.startswith(codecs.BOM_UTF32_LE):
            return _strictly(data, name, path), name
    if data.startswith(MARK.encode()):
        return decode(data, path, NOUN), "utf-8"
    declared = _declared(data, path)
    if declared == "utf-8" or (not declared and not _is_older(data)):
        return decode(data, path, NOUN), "utf-8"
    return _strictly(data, declared or WINDOWS, path), declared or WINDOWS


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of a text; a character that its encoding has not is spelt with its number."""
    return text.encode(encoding, "xmlcharrefreplace")


def _declared(data: bytes, path: str) -> str:
    """The encoding that a file declares; empty where it declares none."""
    found = _DECLARED.search(_COMMENT.sub(b"", data[:_LOOKED_AT]))
    if not found:
        return ""
    label = (found[1] or found[2]).decode("ascii", "replace")
    try:
        name = codecs.lookup(label).name
    except LookupError:
        name = ""
    name = _WIDER.get(name, name)
    if not _KNOWN.fullmatch(name):
        raise DocumentError(
            f"the file declares the encoding “{label}”, which newsdesk does not read; use UTF-8", path=path
        )
    return name


def _is_older(data: bytes) -> bool:
    """Whether a file that declares nothing can be no UTF-8: its first letter beyond ASCII is none."""
    if data.count(0) * 4 > len(data):
        return False
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return data[: error.start].isascii() and error.reason != "unexpected end of data"
    return False


def _strictly(data: bytes, name: str, path: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(name, "replace")
        raise DocumentError(
            f"byte 0x{data[error.start]:02X} is not {name.upper()}, which the file is in by its own word; "
            "convert it to UTF-8, and declare that",
            path=path,
            line=line_behind(before),
        ) from None
    if text.encode(name, "replace") != data:
        raise DocumentError(
            f"the file spells something in {name.upper()} in a way of its own; convert it to UTF-8, and declare that",
            path=path,
        )
    return text

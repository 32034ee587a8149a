"""Compile what people have approved to the .mo file that programs read."""

from __future__ import annotations

import struct

from translate import patterns
from translate.catalogs.reading import HEADER_KEY, PoFile
from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Entry
from translate.core.entries.stamp import is_unconfirmed

_CHARSET = patterns.compile(r"(?im)^(Content-Type:[^\n]*?charset=)[^\s;]+")
_MAGIC = 0x950412DE
_START = 7 * 4
"""Bytes before the tables."""


def compile_catalog(read: PoFile) -> bytes:
    """Compile a PO file as ``msgfmt`` does, to UTF-8 whatever the file's charset is.

    polib's own compiler would put the header's fields into another order and drop repeated ones, and confuse an empty
    context with none; the format (GNU gettext's manual, “The Format of GNU MO Files”) is less work than its mending.

    Args:
        read: The PO file.

    Returns:
        The .mo file, little-endian and without a hash table, which no reader needs: the header, and every live entry
        that is translated and not fuzzy.
    """
    messages = dict(_message(entry) for entry in cleared(read.catalog).entries if _approved(entry))
    header = read.header_entry
    if header is not None and header.msgstr:
        messages[b""] = _CHARSET.sub(r"\g<1>UTF-8", header.msgstr).encode()
    ordered = sorted(messages.items())  # By their bytes: gettext looks them up by halving.
    texts = [msgid for msgid, _ in ordered] + [msgstr for _, msgstr in ordered]
    offset = _START + 8 * len(texts)
    table = []
    for text in texts:
        table += [len(text), offset]
        offset += len(text) + 1
    start = struct.pack("<7I", _MAGIC, 0, len(ordered), _START, _START + 8 * len(ordered), 0, _START + 8 * len(texts))
    return start + struct.pack(f"<{len(table)}I", *table) + b"".join(text + b"\0" for text in texts)


def _approved(entry: Entry) -> bool:
    translated = entry.msgstr if entry.msgid_plural is None else entry.msgstr_plural[0]
    return entry.key != HEADER_KEY and bool(translated) and not (entry.obsolete or entry.fuzzy or is_unconfirmed(entry))


def _message(entry: Entry) -> tuple[bytes, bytes]:
    context = "" if entry.msgctxt is None else f"{entry.msgctxt}\4"
    if entry.msgid_plural is None:
        return f"{context}{entry.msgid}".encode(), entry.msgstr.encode()
    return f"{context}{entry.msgid}\0{entry.msgid_plural}".encode(), "\0".join(entry.msgstr_plural).encode()

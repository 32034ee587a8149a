"""Texts of ninjs as pieces to translate, and how the file writes another text in the place of one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from translate import patterns
from translate.core.article import Kind, Part, Segment
from translate.core.text.decoding import LINE_END
from translate.documents.html import fragments
from translate.documents.inline import piece_of
from translate.documents.jsonvalues import decoded
from translate.documents.layout import NOUN, Piece, Sheet
from translate.documents.ninjs.passages import Passage
from translate.errors import DocumentError

_ALL = "u"
"""In a spelling: whatever is no ASCII is written as an escape."""
_OPTIONAL = "/<>&'"
"""Characters that some programs write as escapes though they need not, as PHP does ``/`` and Go ``<``."""
_ESCAPED = patterns.compile(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<sign>.))")
LONGEST_HTML = 1_000_000
"""Characters of a body with its tags."""
_HTML = " html "


def spelling_of(sheet: Sheet) -> str:
    """Which characters the program escapes that wrote a file, beyond those that it must."""
    written = {match["sign"] or chr(int(match["code"], 16)) for match in _ESCAPED.finditer(sheet.text)}
    everything = sheet.text.isascii() and not all(map(str.isascii, written))
    chosen = [sign for sign in _OPTIONAL if sign in written and (sign == "/" or sign not in sheet.text)]
    return (_ALL if everything else "") + "".join(chosen)


def pieces_in(sheet: Sheet, passage: Passage, spelling: str) -> Iterator[Piece]:
    """The pieces of a passage, in order: the paragraphs of HTML, or the lines of a text.

    Args:
        sheet: The file.
        passage: A text for readers.
        spelling: See `spelling_of`.

    Raises:
        DocumentError: It has a character that no text has, or is too long.
    """
    said = decoded(sheet, passage.node)
    if passage.markup:
        if len(said.text) > LONGEST_HTML:
            raise sheet.fault(
                f"a text of {len(said.text):,} characters of HTML, where {LONGEST_HTML:,} are allowed; is it {NOUN}?",
                passage.node.start,
            )
        try:
            found = fragments.pieces(said.text)
        except DocumentError as error:
            raise sheet.fault(error.message, passage.node.start) from None
        for piece in found:
            kind = passage.kind if piece.kind is Kind.PARAGRAPH else piece.kind
            yield replace(piece, kind=kind).moved(said.at, f"{spelling}{_HTML}{piece.coding}")
        return
    start = 0
    kind = passage.kind
    for number, line in enumerate(LINE_END.split(said.text)):
        end = start + len(line)
        # Every second one is a line end; a line without a letter or a figure parts paragraphs.
        if number % 2 == 0 and any(map(str.isalnum, line)):
            yield from filter(None, [piece_of(kind, list(said.runs(start, end)), spelling)])
            kind = Kind.SUMMARY if kind is Kind.HEADLINE else kind
        start = end


def spelt(segment: Segment, parts: tuple[Part, ...]) -> str:
    """How the file writes the parts of a text in the place of a segment."""
    spelling, html, coding = segment.coding.partition(_HTML)
    text = fragments.spelt(replace(segment, coding=coding), parts) if html else "".join(map(str, parts))
    written = json.dumps(text, ensure_ascii=_ALL in spelling)[1:-1]
    for sign in spelling.replace(_ALL, ""):
        written = written.replace(sign, r"\/" if sign == "/" else f"\\u{ord(sign):04x}")
    return written

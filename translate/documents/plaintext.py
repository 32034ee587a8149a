"""Plain text articles: a headline, paragraphs in a line or wrapped, and an end block of footer and credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from translate.core.article import Document, Imprint, Kind, Part, Segment
from translate.core.text.decoding import check_characters, check_size, decode, notes_on
from translate.documents.interface import DocumentFormat
from translate.documents.layout import NOUN, Piece, Sheet, filled
from translate.documents.text.kinds import kinds_of
from translate.documents.text.lines import lines_of
from translate.documents.text.paragraphs import Paragraph, paragraphs_of
from translate.documents.text.signs import marker
from translate.documents.text.wrapping import wrapped
from translate.errors import DocumentError

LARGEST_FILE = 5_000_000
"""Bytes."""
MOST_LINES = 30_000
_WRAPPED = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.FOOTER})
"""What is wrapped where it stood in one line, and another text is too long for that."""


class PlainText(DocumentFormat):
    """Plain text in UTF-8.

    The first line that is not blank is the headline, and every other is a paragraph; where the file is wrapped, a
    paragraph is the lines that it was wrapped to. The last line of nothing but dashes starts the end block: there a
    line with a short label (``Editor: …``) is a credit, any other is footer. Without an end block, the last lines are
    credits as long as their labels are known.
    """

    name: ClassVar[str] = "txt"
    suffixes: ClassVar[tuple[str, ...]] = (".txt",)

    def read(self, data: bytes, path: str) -> Document:
        """Read an article; see the interface. Only CR, LF and CR LF end a line."""
        check_size(data, path, NOUN, LARGEST_FILE)
        text = decode(data, path, NOUN)
        check_characters(text, path)
        return _document(text, path)

    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:  # noqa: ARG002
        """Write the article back; see the interface. It says nothing about itself: plain text has no place for it.

        Where the file is wrapped, another text is wrapped to its width, unless that would be read as other paragraphs.

        Raises:
            DocumentError: A text has a line end or another control character in it.
        """
        written = filled(document, texts, _spelt)
        if any(segment.coding for segment in document.segments) and not _says(written, document.path, texts):
            written = filled(document, texts, lambda _, parts: _text(parts))
        return written.encode()


def _document(text: str, path: str) -> Document:
    sheet = Sheet(path, text)
    if sheet.line(len(text)) > MOST_LINES:
        raise sheet.fault(f"the file has more than {MOST_LINES:,} lines; is it {NOUN}?")
    lines = list(lines_of(text))
    paragraphs = paragraphs_of(lines, text) if lines else []
    kinds = kinds_of(paragraphs)
    if not any(kinds):
        raise DocumentError("there is no text in the file; write the headline on its first line", path=path)
    return sheet.document(_pieces(paragraphs, kinds), notes_on(text))


def _pieces(paragraphs: Sequence[Paragraph], kinds: Sequence[Kind | None]) -> Iterator[Piece]:
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind is not None:
            lines, text = paragraph.lines, paragraph.text
            lead = len(marker(text)) if kind is Kind.ITEM else 0
            coding = paragraph.coding if len(lines) > 1 or kind in _WRAPPED else ""
            yield Piece(lines[0].start + lead, lines[-1].end, kind, (text[lead:],), coding)


def _text(parts: Sequence[Part]) -> str:
    return "".join(map(str, parts))


def _spelt(segment: Segment, parts: Sequence[Part]) -> str:
    text = _text(parts)
    return wrapped(text, segment.coding) if segment.coding else text


def _says(written: str, path: str, texts: Sequence[str]) -> bool:
    """Whether these texts are what is read in a file."""
    return [segment.text for segment in _document(written, path).segments] == list(texts)

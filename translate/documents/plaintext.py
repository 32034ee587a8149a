"""Plain text articles: a headline, a paragraph a line, and an end block of footer and credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import ClassVar

from translate.core.article import Document, Imprint, Kind
from translate.core.text.decoding import (
    INVISIBLE,
    LINE_END,
    check_characters,
    check_size,
    decode,
    notes_on,
)
from translate.documents.interface import DocumentFormat
from translate.documents.layout import NOUN, Piece, Sheet, filled
from translate.errors import DocumentError
from translate.languages.loading import load_languages

LARGEST_FILE = 5_000_000
"""Bytes."""

END = re.compile(r"(?:[-–—_=]\s?){2,}|[—⸻]")
"""A line that an end block may start with."""
SEPARATOR = re.compile(rf"{END.pattern}|(?:\*\s?){{3,}}")
"""Asterisks part an article's sections."""
LABEL = re.compile(r"([^\W\d_][\w/&.’'-]*(?: [\w/&.’'-]+){0,2})\s?[:：]\s*\S")
"""The label of a credit: one to three words."""


class PlainText(DocumentFormat):
    """Plain text in UTF-8.

    The first line that is not blank is the headline, and every other is a paragraph. The last line of nothing but
    dashes starts the end block: there a line with a short label (``Editor: …``) is a credit, any other is
    footer. Without an end block, the last lines are credits as long as their labels are known.
    """

    name: ClassVar[str] = "txt"
    suffixes: ClassVar[tuple[str, ...]] = (".txt",)

    def read(self, data: bytes, path: str) -> Document:
        """Read an article; see the interface. Only CR, LF and CR LF end a line."""
        check_size(data, path, NOUN, LARGEST_FILE)
        text = decode(data, path, NOUN)
        check_characters(text, path)
        lines = list(_lines(text))
        kinds = _kinds([line for _, _, line in lines])
        if not any(kinds):
            raise DocumentError("there is no text in the file; write the headline on its first line", path=path)
        pieces = (
            Piece(start, start + len(line), kind, (line,))
            for (_, start, line), kind in zip(lines, kinds, strict=True)
            if kind is not None
        )
        return Sheet(path, text).document(pieces, notes_on(text))

    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:  # noqa: ARG002
        """Write the article back; see the interface. It says nothing about itself: plain text has no place for it.

        Raises:
            DocumentError: A text has a line end or another control character in it.
        """
        return filled(document, texts, lambda _, parts: "".join(map(str, parts))).encode()


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Each line that is not blank, without the space around it: its number, its offset in the text, itself."""
    start = 0
    for index, piece in enumerate(LINE_END.split(text)):
        if index % 2 == 0 and (line := piece.strip(INVISIBLE)):  # Every second piece is a line end.
            yield index // 2 + 1, start + len(piece) - len(piece.lstrip(INVISIBLE)), line
        start += len(piece)


def _kinds(lines: Sequence[str]) -> list[Kind | None]:
    """What each line is; None for a separator."""
    kinds = [None if SEPARATOR.fullmatch(line) else Kind.PARAGRAPH for line in lines]
    texts = [index for index, kind in enumerate(kinds) if kind]
    if not texts:
        return kinds
    kinds[texts[0]] = Kind.HEADLINE
    separators = [i for i, line in enumerate(lines) if END.fullmatch(line) and texts[0] < i < texts[-1]]
    for index in reversed(texts[1:]):
        label = _label(lines[index])
        if separators and index > separators[-1]:
            kinds[index] = Kind.CREDIT if label else Kind.FOOTER
        elif not separators and _known_label().fullmatch(label):
            kinds[index] = Kind.CREDIT
        else:
            break
    return kinds


def _label(line: str) -> str:
    """The label of a credit line with a capital first; empty for any other line."""
    found = LABEL.match(line)
    return found[1] if found and not found[1][0].islower() else ""


@cache
def _known_label() -> re.Pattern[str]:
    """The labels, of any language, that make a credit where no separator line stands before it."""
    labels = {label for language in load_languages() for label in language.credit_labels}
    return re.compile("|".join(map(re.escape, sorted(labels))), re.IGNORECASE)

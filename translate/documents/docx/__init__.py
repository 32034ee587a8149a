"""Articles as DOCX, the files of Word and other word processors."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from translate.core.article import Document, Imprint, Kind
from translate.core.text.decoding import check_size
from translate.documents.docx.archive import archive_of
from translate.documents.docx.imprint import signed
from translate.documents.docx.markup import part_of, prefix_of
from translate.documents.docx.parts import SEPARATOR, Parts, parts_of
from translate.documents.docx.pieces import Found, alternative_in, pieces_in
from translate.documents.docx.spelling import spelt
from translate.documents.docx.styles import Styles, styles_in
from translate.documents.docx.walking import Walk
from translate.documents.interface import DocumentFormat
from translate.documents.layout import MOST_PARAGRAPHS, NOUN, Sheet, filled
from translate.errors import DocumentError
from translate.values import dataclass

LARGEST_FILE = 50_000_000
"""Bytes, most of them pictures."""


class Docx(DocumentFormat):
    """DOCX: the document itself, its footnotes and endnotes, and what stands above and below each page.

    The line of a segment is the number of its paragraph, counted from 1 through all of these. The first heading is the
    headline.

    Args:
        accept_changes: Whether changes that are tracked are taken as accepted; otherwise a file that has any is
            refused, since nobody could tell which text is meant.
    """

    name: ClassVar[str] = "docx"
    suffixes: ClassVar[tuple[str, ...]] = (".docx",)

    def __init__(self, *, accept_changes: bool = False) -> None:
        self._accepts = accept_changes

    def read(self, data: bytes, path: str) -> Document:
        """Read an article; see the interface."""
        check_size(data, path, NOUN, LARGEST_FILE)
        archive = archive_of(data, path)
        parts = parts_of(archive)
        styles = Styles({})
        if parts.styles:
            styles = styles_in(part_of(archive.read(parts.styles), parts.styles, path))
        found = list(_found(parts, styles, path, accepts=self._accepts))
        if not found:
            raise DocumentError("there is no text in the file; is it an article?", path=path)
        numbers = [each.number for each in found]
        sheet = _Numbered(path, parts.text, starts=[each.piece.start for each in found], numbers=numbers)
        document = sheet.document(each.piece for each in found)
        numbered = zip(document.segments, numbers, strict=True)
        return replace(document, segments=tuple(replace(each, line=line) for each, line in numbered), package=data)

    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:
        """Write the article back; see the interface."""
        text = filled(document, texts, spelt)
        archive = archive_of(document.package, document.path)
        parts = parts_of(archive)
        now = zip(parts.names, parts.texts, text.split(SEPARATOR), strict=True)
        changed = {name: after.encode() for name, before, after in now if before != after}
        if imprint:
            changed = signed(archive, parts, changed, imprint)
        return archive.written(changed) if changed else document.package


@dataclass(frozen=True, slots=True)
class _Numbered(Sheet):
    """The text of all parts, whose lines are paragraphs."""

    starts: Sequence[int] = ()
    """Where the pieces begin."""
    numbers: Sequence[int] = ()
    """Of the paragraphs that they stand in."""

    def line(self, offset: int) -> int:
        """The number of the paragraph that a piece stands in."""
        return self.numbers[bisect_right(self.starts, offset) - 1]


def _found(parts: Parts, styles: Styles, path: str, *, accepts: bool) -> Iterator[Found]:
    """All pieces, in the order of the file."""
    number = start = 0
    text = parts.text
    headed = False
    for name, part, role in zip(parts.names, parts.texts, parts.kinds, strict=True):
        prefix = prefix_of(part)
        if prefix is None:
            raise DocumentError(f"{name} in it is no part of a Word document; is it one?", path=path)
        walk = Walk(path, text, start, start + len(part), prefix, accepts, number)
        walk.run()
        number, start = walk.number, start + len(part) + len(SEPARATOR)
        found: list[Found] = []
        for paragraph in walk.paragraphs:
            if len(found) > MOST_PARAGRAPHS:
                raise DocumentError(f"the file has more than {MOST_PARAGRAPHS:,} texts; is it {NOUN}?", path=path)
            kind = Kind.FOOTER if role in {"header", "footer"} else styles.kind_of(paragraph)
            for each in pieces_in(paragraph, kind, prefix):
                is_first = kind is Kind.SUBHEAD and not role and not headed
                headed = headed or is_first
                found.append(replace(each, piece=replace(each.piece, kind=Kind.HEADLINE)) if is_first else each)
        yield from _with_alternatives(walk, sorted(found, key=_place))


def _with_alternatives(walk: Walk, found: Sequence[Found]) -> Sequence[Found]:
    """The pieces, and what is read of pictures beside them; of a picture in the middle of a text that stays."""
    starts = [each.piece.start for each in found]
    beside = []
    for alternative in walk.alternatives:
        number = bisect_right(starts, alternative.start) - 1
        inside = number >= 0 and alternative.start < found[number].piece.end
        if not inside and (each := alternative_in(walk.text, alternative)):
            beside.append(each)
    return sorted([*found, *beside], key=_place)


def _place(found: Found) -> int:
    return found.piece.start

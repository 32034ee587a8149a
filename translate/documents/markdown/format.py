"""Markdown as a format of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from translate import patterns
from translate.core.article import Document, Imprint, Kind, Part, Segment, Tag
from translate.core.text.decoding import check_characters, check_size, decode, notes_on
from translate.documents.html import fragments
from translate.documents.inline import Item, Mark, Run, cut, piece_of
from translate.documents.interface import DocumentFormat
from translate.documents.layout import NOUN, Piece, Sheet, filled
from translate.documents.markdown import codes, frontmatter
from translate.documents.markdown.blocks import Block, Form, read_blocks
from translate.documents.markdown.escaping import escaped, plain, settled
from translate.documents.markdown.parsing import Known
from translate.documents.markdown.spans import items_of

LARGEST_FILE = 2_000_000
"""Bytes."""
MOST_LINES = 30_000
MOST_BRACKETS = 2_000
"""In a paragraph; each takes a look at all that follows there."""
MOST_SIGNS = 60_000
"""In a file; each takes a moment, whether it is markup or none."""
_SIGNS = "*_[<`&~!\\{}$%@^=+"
_LINE_START = patterns.compile(r"(?:\r\n|\r|\n)[ \t>]*")


class Markdown(DocumentFormat):
    """Markdown in UTF-8: CommonMark with tables, footnotes, definition lists and front matter.

    The title of the front matter, or else the first heading of the first level, is the headline. Code, addresses,
    definitions of links and whatever else nobody reads stay in the frame.
    """

    name: ClassVar[str] = "markdown"
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown")

    def read(self, data: bytes, path: str) -> Document:
        """Read an article; see the interface."""
        check_size(data, path, NOUN, LARGEST_FILE)
        text = decode(data, path, NOUN)
        check_characters(text, path)
        return _document(Sheet(path, text))

    def write(self, document: Document, texts: Sequence[str], imprint: Imprint | None = None) -> bytes:
        """Write the article back; see the interface. Only front matter has a place for what it says about itself."""
        known: list[Known] = []

        def of_file() -> Known:
            """What the parser knows of the article as it was."""
            if not known:
                known.append(_known(filled(document, [segment.text for segment in document.segments], _never)))
            return known[0]

        written = filled(document, texts, lambda segment, parts: _spelt(segment, parts, of_file))
        return (frontmatter.imprinted(written, imprint) if imprint else written).encode()


def _document(sheet: Sheet) -> Document:
    if sheet.line(len(sheet.text)) > MOST_LINES:
        raise sheet.fault(f"the file has more than {MOST_LINES:,} lines; is it {NOUN}?")
    if sum(map(sheet.text.count, _SIGNS)) > MOST_SIGNS:
        raise sheet.fault(f"the file has more than {MOST_SIGNS:,} signs of markup; is it {NOUN}?")
    matter = frontmatter.read(sheet)
    found = read_blocks(codes.masked(sheet.text, matter.end), matter.end)
    notes = [*notes_on(sheet.text), *matter.notes]
    if found.lost:
        first = sheet.line(matter.end) + found.lost[0]
        notes.append(f"has text in line {first} that cannot be told from its markup; it stays as it is")
    body = (piece for block in found.blocks for piece in _pieces(sheet, block, found.known))
    return sheet.document(_one_headline([*matter.pieces, *body]), notes)


def _pieces(sheet: Sheet, block: Block, known: Known) -> Iterator[Piece]:
    if block.form is Form.HTML:
        yield from _of_html(sheet.text, block)
        return
    if block.content.count("[") > MOST_BRACKETS:
        told = f"a paragraph has more than {MOST_BRACKETS:,} opening brackets"
        raise sheet.fault(f"{told}; is it {NOUN}, with its paragraphs apart?", block.places[0])
    items = items_of(block.content, known)
    kind = Kind.IMAGE if block.kind is Kind.PARAGRAPH and _is_picture(items) else block.kind
    # White space is told from text before a sign of it has a backslash in the file, and so another length.
    own = [*codes.parted([_in_file(sheet.text, item, block.places) for item in cut(items)], sheet.text)]
    found = piece_of(kind, own, block.form)
    outside = (
        value
        for item in own
        if isinstance(item, Mark) and not (found and found.start <= item.start < found.end)
        for value in codes.values(sheet.text, item.start, item.end)
    )
    yield from sorted((*outside, *([found] if found else ())), key=lambda piece: piece.start)


def _of_html(text: str, block: Block) -> Iterator[Piece]:
    """What is translated of a block of HTML, of which each line may have something before it in the file."""
    html = codes.as_html(block.content)
    own = "".join(text[place] for place in block.places[: len(html)])
    for found in fragments.pieces(html):
        piece = codes.in_html(found, html, own)
        yield replace(
            piece,
            start=block.places[piece.start],
            end=block.places[piece.end - 1] + 1,
            coding=f"{Form.HTML}:{piece.coding}",
        )


def _in_file(text: str, item: Item, places: Sequence[int]) -> Item:
    """The same where it stands in the file."""
    start, end = places[item.start], places[item.end]
    if isinstance(item, Run):
        return Run(start, end, item.text)
    return Mark(start, end, item.name, item.side, text[start:end])


def _is_picture(items: Sequence[Item]) -> bool:
    """Whether a paragraph is one picture, which may be a link, and no more."""
    marks = [item for item in items if isinstance(item, Mark)]
    names = [mark.name for mark in marks]
    if names not in (["img", "img"], ["a", "img", "img", "a"]):
        return False
    first, last = (mark for mark in marks if mark.name == "img")
    return all(
        not item.text.strip() or first.start < item.start < last.start for item in items if isinstance(item, Run)
    )


def _one_headline(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The same, of which the first headline stays one."""
    seen = False
    for piece in pieces:
        if piece.kind is Kind.HEADLINE:
            yield replace(piece, kind=Kind.SUBHEAD) if seen else piece
            seen = True
        else:
            yield piece


def _known(text: str) -> Known:
    begin = frontmatter.read(Sheet("", text)).end
    return read_blocks(codes.masked(text, begin), begin).known


def _never(_: Segment, parts: Sequence[Part]) -> str:
    raise AssertionError(parts)


def _spelt(segment: Segment, parts: tuple[Part, ...], known: Callable[[], Known]) -> str:
    """How the file writes the parts of a text in the place of a segment."""
    form, _, coding = segment.coding.partition(":")
    if form == Form.HTML:
        return fragments.spelt(replace(segment, coding=coding), parts)
    if form == frontmatter.FORM:
        return frontmatter.spelt(coding, "".join(map(str, parts)))
    if form == codes.FORM:
        return codes.spelt(coding, "".join(map(str, parts)))
    whole = settled(parts)
    for tried in (whole, settled(plain(whole))):
        bare = [replace(part, original=_unquoted(part.original)) if isinstance(part, Tag) else part for part in tried]
        for all_signs in (False, True):
            if _says(escaped(bare, Form(form), all_signs=all_signs), bare, known()):
                return escaped(tried, Form(form), all_signs=all_signs)
    return escaped(settled(plain(whole)), Form(form), all_signs=True)


def _unquoted(original: str) -> str:
    """What the file has for a tag, without what quotations and lists have at the start of its lines."""
    return _LINE_START.sub("\n", original)


def _says(written: str, parts: Sequence[Part], known: Known) -> bool:
    """Whether a piece of Markdown is read as these parts."""
    items = [*codes.parted(items_of(codes.masked(written), known), written)]
    text = "".join(item.text for item in items if isinstance(item, Run))
    meant = "".join(part for part in parts if isinstance(part, str))
    tags = [part.original for part in parts if isinstance(part, Tag)]
    marks = [item.original for item in items if isinstance(item, Mark)]
    return text.split() == meant.split() and marks == tags

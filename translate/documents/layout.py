"""The text of an article on its way from its file to a document and back, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from translate.core.article import Document, Kind, Part, Segment
from translate.core.text.decoding import CONTROL, INVISIBLE, LINE_END, MARK, named
from translate.documents.slugs import slug_of
from translate.errors import DocumentError
from translate.values import dataclass

NOUN = "an article"
LONGEST_PARAGRAPH = 20_000
"""Characters."""
MOST_PARAGRAPHS = 5_000


@dataclass(frozen=True, slots=True)
class Piece:
    """What is translated, where it stands in the text of its file."""

    start: int
    """Offset of its first character in the text of the file."""
    end: int
    kind: Kind
    parts: tuple[Part, ...]
    """As `Segment.parts`, which is more than tags; what the file has from `start` to `end` says the same."""
    coding: str = ""
    """As `Segment.coding`."""

    def moved(self, at: Callable[[int], int], coding: str | None = None) -> Piece:
        """The same in the text of the file that its own text is spelt in, as in a string of JSON.

        Args:
            at: The offset in the file by that in the text.
            coding: How the file writes it; None where that is as before.
        """
        own = self.coding if coding is None else coding
        return replace(self, start=at(self.start), end=at(self.end), coding=own)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of an article, and where it comes from."""

    path: str
    """The file as the newsroom knows it."""
    text: str
    """With its byte order mark."""
    encoding: str = "utf-8"

    @property
    def begin(self) -> int:
        """Where the text begins, behind a byte order mark."""
        return len(MARK) if self.text.startswith(MARK) else 0

    def line(self, offset: int) -> int:
        """The number of the line that something stands on, counted from 1."""
        return 1 + _line_ends(self.text, 0, offset)

    def line_ends(self, start: int, end: int) -> int:
        """How many lines end in a piece of the text."""
        return _line_ends(self.text, start, end)

    def fault(self, message: str, offset: int | None = None) -> DocumentError:
        """What is raised where something is wrong with the article.

        Args:
            message: What, and what to do, as errors have it.
            offset: Where; None where it is the article as a whole.
        """
        return DocumentError(message, path=self.path, line=None if offset is None else self.line(offset))

    def document(
        self,
        pieces: Iterable[Piece],
        notes: Iterable[str] = (),
        *,
        within: tuple[int, int] | None = None,
        line: int | None = None,
        name: str = "",
    ) -> Document:
        """The document of the pieces that were found in the text.

        Args:
            pieces: What is translated, in the order of the text; none overlaps another.
            notes: What a person should know about the file.
            within: Where the article begins and ends in the text; None for all of the text.
            line: The number of the line that it begins on; None where nobody has counted.
            name: The article's, in a file of several (`Collection.articles`).

        Raises:
            DocumentError: There is no text, or too much of it for an article.
        """
        done, last = within or (0, len(self.text))
        segments: list[Segment] = []
        frame: list[str] = []
        line, counted = (1, 0) if line is None else (line, done)
        for piece in pieces:
            line += _line_ends(self.text, counted, piece.start)
            counted = piece.start
            segment = self._segment(piece, line)
            segments.append(segment)
            frame.append(self.text[done : piece.start])
            done = piece.end
            if len(segments) > MOST_PARAGRAPHS:
                raise self.fault(f"the file has more than {MOST_PARAGRAPHS:,} paragraphs; is it {NOUN}?")
        if not segments:
            raise self.fault("there is no text in the file; is it an article?")
        slug, path = (name, f"{self.path}/{name}") if name else (slug_of(self.path), self.path)
        return Document(
            slug, path, tuple(segments), (*frame, self.text[done:last]), tuple(notes), encoding=self.encoding
        )

    def _segment(self, piece: Piece, line: int) -> Segment:
        raw = self.text[piece.start : piece.end]
        segment = Segment(piece.kind, piece.parts, line, coding=piece.coding)
        text = segment.text
        if len(text) > LONGEST_PARAGRAPH:
            raise self.fault(
                f"a paragraph of {len(text):,} characters, where {LONGEST_PARAGRAPH:,} are allowed; "
                "is it an article, with its paragraphs apart?",
                piece.start,
            )
        if raw == text and not segment.tags:
            return segment
        return Segment(piece.kind, piece.parts, line, raw, coding=piece.coding)


def filled(document: Document, texts: Sequence[str], spelt: Callable[[Segment, tuple[Part, ...]], str]) -> str:
    """The text of an article's file with other texts in its frame.

    Args:
        document: The article.
        texts: A text for each segment, with the short names of its tags. A segment's own text leaves what the file has.
        spelt: How the file writes the parts of a text in the place of a segment.

    Raises:
        ValueError: There are more texts than segments, or fewer.
        DocumentError: A text has a line end or another control character in it, or nothing that is seen.
    """
    return "".join(_filled(document, texts, spelt))


def _filled(
    document: Document, texts: Sequence[str], spelt: Callable[[Segment, tuple[Part, ...]], str]
) -> Iterator[str]:
    yield document.frame[0]
    for segment, text, after in zip(document.segments, texts, document.frame[1:], strict=True):
        if text == segment.text:
            yield text if segment.raw is None else segment.raw
        else:
            yield spelt(segment, _checked(document, segment, text))
        yield after


def _checked(document: Document, segment: Segment, text: str) -> tuple[Part, ...]:
    """The parts of a text that can stand in an article."""
    if found := LINE_END.search(text) or CONTROL.search(text):
        raise DocumentError(
            f"the new text has {named(found[0])} in it, but a paragraph is one line; take it out",
            path=document.path,
            line=segment.line,
        )
    parts = segment.parts_of(text)
    if not any(isinstance(part, str) and part.strip(INVISIBLE) for part in parts):
        raise DocumentError("the new text is empty; write one", path=document.path, line=segment.line)
    return parts


def _line_ends(text: str, start: int, end: int) -> int:
    """How many lines end in a piece of a text; as no pattern counts them, of a text of millions of letters."""
    return text.count("\n", start, end) + text.count("\r", start, end) - text.count("\r\n", start, end)

"""The text of a list, on its way from its file to a document and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from translate.core.article import Document, Segment
from translate.core.text.decoding import LINE_END, MARK, check_characters, check_size, decode, named, notes_on
from translate.errors import DocumentError
from translate.schedules.titles import NAMES, Title, facts_of, fault_of, kind_of, one_line
from translate.values import dataclass

NOUN = "a list of titles"
SLUG = "shows"
"""All lists of a project have their titles in one catalog."""
LARGEST_FILE = 20_000_000
"""Bytes."""
MOST_TITLES = 50_000
"""Repeats included."""
MOST_PARTS = 500_000
"""Elements, or cells, in one file; each takes time and memory, and no list has so many."""

Place = tuple[int, int]
"""Where something in a text begins and ends."""
NOWHERE: Mapping[int, Place] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of a list, and where it comes from."""

    path: str
    """The file as the newsroom knows it."""
    text: str
    """With its byte order mark."""

    @property
    def begin(self) -> int:
        """Where the text begins, behind a byte order mark."""
        return len(MARK) if self.text.startswith(MARK) else 0

    def fault(self, message: str, offset: int | None = None) -> DocumentError:
        """What is raised where something is wrong with the list.

        Args:
            message: What, as errors have it.
            offset: Where; None where it is the list as a whole.
        """
        line = None if offset is None else 1 + self._line_ends(0, offset)
        return DocumentError(message, path=self.path, line=line)

    def title(self, start: int, end: int, name: str, about: Mapping[str, str]) -> Title:
        """A title with what the list tells of it.

        Args:
            start: Where it stands.
            end: Where that ends.
            name: The title.
            about: Cells about it, by their names.

        Raises:
            DocumentError: One of these cannot be used.
        """
        cells = {key: one_line(text) for key, text in about.items() if text}
        try:
            facts = facts_of(cells)
            return Title(start, end, one_line(name), kind_of(cells.get("kind", "")), facts)
        except ValueError as error:
            raise self.fault(str(error), start) from None

    def document(self, titles: Iterable[Title], notes: Iterable[str] = ()) -> Document:
        """The document of the titles that were found in the text, in its order.

        Raises:
            DocumentError: There is none, there are too many, or one of them cannot be a title.
        """
        segments: list[Segment] = []
        frame: list[str] = []
        nameless: list[int] = []
        done, line, counted = 0, 1, 0
        for title in titles:
            line += self._line_ends(counted, title.start)
            counted = title.start
            if not title.text:
                nameless.append(line)
                continue
            if fault := fault_of(title.text):
                raise self.fault(f"the title {fault}", title.start)
            raw = self.text[title.start : title.end]
            spelt = None if raw == title.text else raw
            segments.append(Segment(title.kind, (title.text,), line, spelt, title.facts))
            frame.append(self.text[done : title.start])
            done = title.end
            if len(segments) > MOST_TITLES:
                raise self.fault(f"the file has more than {MOST_TITLES:,} titles; split it into several")
        if not segments:
            raise self.fault(f"there is no title in the file; is it {NOUN}?")
        told = (*notes_on(self.text), *_nameless(nameless), *notes)
        return Document(SLUG, self.path, tuple(segments), (*frame, self.text[done:]), told)

    def _line_ends(self, start: int, end: int) -> int:
        """How many lines end in a piece of the text; as no pattern counts them, of a text of twenty million letters."""
        count = self.text.count
        return count("\n", start, end) + count("\r", start, end) - count("\r\n", start, end)


def open_sheet(data: bytes, path: str) -> Sheet:
    """The text of a list in UTF-8, ready to be read.

    Raises:
        DocumentError: It is too large, no UTF-8, or has a control character in it.
    """
    check_size(data, path, NOUN, LARGEST_FILE)
    text = decode(data, path, NOUN)
    check_characters(text, path)
    return Sheet(path, text)


def text_of(document: Document) -> str:
    """The text of a list that a format read."""
    raws = [segment.text if segment.raw is None else segment.raw for segment in document.segments]
    return "".join(piece for pair in zip(document.frame, (*raws, ""), strict=True) for piece in pair)


def written(
    document: Document, texts: Sequence[str], spell: Callable[[str, str], str], elsewhere: Mapping[int, Place] = NOWHERE
) -> str:
    """The text of a list with other titles in it.

    Args:
        document: What a format read.
        texts: A text for each segment, in order.
        spell: Given what the file has in the place of a title, and the new text: what it has there then.
        elsewhere: By where a title begins, the place that its new text belongs in, where that is not its own.

    Raises:
        DocumentError: A text can be no title.
    """
    was, done = text_of(document), 0
    changes: list[tuple[Place, str]] = []
    for segment, text, before in zip(document.segments, texts, document.frame[:-1], strict=True):
        start = done + len(before)
        done = start + len(segment.text if segment.raw is None else segment.raw)
        if text == segment.text:
            continue
        if fault := _fault_of_new(text):
            raise DocumentError(f"the new text {fault}", path=document.path, line=segment.line)
        changes.append((elsewhere.get(start, (start, done)), text))
    parts: list[str] = []
    done = 0
    for (start, end), text in sorted(changes):
        parts += was[done:start], spell(was[start:end], text)
        done = end
    return "".join((*parts, was[done:]))


def _fault_of_new(text: str) -> str | None:
    if found := LINE_END.search(text):
        return f"has {named(found[0])} in it, but a title is one line; take it out"
    return fault_of(text) if one_line(text) else "is empty, and a title is not; write one"


def _nameless(lines: Sequence[int]) -> list[str]:
    if not lines:
        return []
    if len(lines) == 1:
        return [f"has no {NAMES[0]} in line {lines[0]}, which is passed over"]
    return [f"has {len(lines):,} titles without a {NAMES[0]}, which are passed over; the first is in line {lines[0]}"]

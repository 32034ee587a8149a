"""What the text of an XML element says, where each character of it stands, and how another is spelt in its place."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from html.entities import html5
from itertools import accumulate
from types import MappingProxyType

from translate import patterns
from translate.core.article import Part
from translate.core.text.tags import Side
from translate.documents.inline import Mark, Run
from translate.documents.xml.encodings import lacks
from translate.documents.xml.tree import Element
from translate.values import dataclass

_TOKEN = patterns.compile(
    r"(?P<text>[^<&]+)|&(?P<entity>[^;<&]*);|<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!--.*?-->|<\?.*?\?>", re.DOTALL
)
_PLAIN = MappingProxyType({"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"})
_LONGEST_FACT = 2_000
OPEN, END = "<![CDATA[", "]]>"
ESCAPED, LITERAL = "e", "c"
"""How a text is spelt where it begins, and where it ends: with escapes, or as it is in a CDATA section."""


@dataclass(frozen=True, slots=True)
class Told:
    """The text of an element that has no others in it, and where it stands.

    It is made of runs: as the file has them, or one character that it spells.
    """

    text: str
    """With all that is escaped once read."""
    begins: list[int]
    """Where each run begins in the text."""
    starts: list[int]
    """Where it begins in the file."""
    ends: list[int]
    literal: list[bool]
    """Whether it stands in a CDATA section."""

    @property
    def runs(self) -> list[Run]:
        """The runs themselves."""
        lasts = (*self.begins[1:], len(self.text))
        places = zip(self.begins, lasts, self.starts, self.ends, strict=False)  # Of nothing there is no last.
        return [Run(start, end, self.text[begin:last]) for begin, last, start, end in places]

    def spot(self, start: int, end: int) -> tuple[int, int, str]:
        """Where a part of the text stands in the file, and how it is spelt at its two ends.

        Args:
            start: Offset of its first character in the text.
            end: Behind its last; there is at least one.
        """
        first, last = bisect_right(self.begins, start) - 1, bisect_right(self.begins, end - 1) - 1
        states = "".join(LITERAL if self.literal[number] else ESCAPED for number in (first, last))
        return self._place(first, start), self._place(last, end - 1, behind=True), states

    def states(self, start: int, end: int) -> str:
        """How the text is spelt at the two ends of a place in the file."""
        numbers = (bisect_right(self.starts, at) - 1 for at in (start, end - 1))
        return "".join(LITERAL if self.literal[number] else ESCAPED for number in numbers)

    def _place(self, number: int, offset: int, *, behind: bool = False) -> int:
        start, end, begin = self.starts[number], self.ends[number], self.begins[number]
        length = (self.begins[number + 1] if number + 1 < len(self.begins) else len(self.text)) - begin
        if length != end - start:
            return end if behind else start
        return start + offset - begin + behind


def told(text: str, element: Element, longest: int | None = None) -> Told:
    """What the text of an element says.

    Args:
        text: The text of the file.
        element: One without others in it.
        longest: How much of it is read; None for all.
    """
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    literal: list[bool] = []
    end = element.close if longest is None else min(element.close, element.inner + longest)
    for match in _TOKEN.finditer(text, element.inner, end):
        kind = match.lastgroup
        if kind is None or match.start(kind) == match.end(kind):
            continue
        is_entity = kind == "entity"
        parts.append(_said(match[kind]) if is_entity else match[kind])
        starts.append(match.start() if is_entity else match.start(kind))
        ends.append(match.end() if is_entity else match.end(kind))
        literal.append(kind == "cdata")
    begins = [*accumulate(map(len, parts), initial=0)][:-1]
    return Told("".join(parts), begins, starts, ends, literal)


def tokens(text: str, start: int, end: int) -> Iterator[tuple[Run | Mark, bool]]:
    """The runs of text between two tags of an XML file, each with whether it stands in a CDATA section.

    A comment or an instruction between them is a point.

    Args:
        text: The text of the file.
        start: Behind the one tag.
        end: Before the other.
    """
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "text":
            yield Run(match.start(), match.end(), match[0]), False
        elif kind == "entity":
            yield Run(match.start(), match.end(), _said(match["entity"])), False
        elif kind == "cdata":
            if match["cdata"]:
                yield Run(match.start("cdata"), match.end("cdata"), match["cdata"]), True
        else:
            yield Mark(match.start(), match.end(), "x", Side.VOID, match[0]), False


def text_of(text: str, element: Element | None) -> str:
    """What an element says, on one line and without space around it; empty where there is none.

    It is for addresses, dates and the like: of what is longer the beginning.
    """
    return "" if element is None else " ".join(told(text, element, _LONGEST_FACT).text.split())


def spelt(text: str, states: str, encoding: str) -> str:
    """A text as the file has it in the place of another.

    Args:
        text: What shall be read there.
        states: How the other is spelt at its two ends.
        encoding: The file's, which may have no byte for a letter.
    """
    if states[0] == ESCAPED:
        return escaped(text) + (OPEN if states[1] == LITERAL else "")
    found = text.replace(END, f"]]{END}{OPEN}>")
    if lacks(encoding, found):
        found = "".join(f"{END}&#{ord(c)};{OPEN}" if lacks(encoding, c) else c for c in found)
    return found + (END if states[1] == ESCAPED else "")


def marked_up(parts: tuple[Part, ...], states: str) -> str:
    """The parts of a text with elements of XML in it, as the file has them in the place of another."""
    before = END if states[0] == LITERAL else ""
    after = OPEN if states[1] == LITERAL else ""
    return before + "".join(escaped(part) if isinstance(part, str) else part.original for part in parts) + after


def escaped(text: str) -> str:
    """A text as an element of XML has it."""
    return html.escape(text, quote=False)


def _said(entity: str) -> str:
    """What a reference says; one that nobody knows says what stands there."""
    if known := _PLAIN.get(entity):
        return known
    if entity.startswith("#x"):
        return chr(int(entity.removeprefix("#x"), base=16))
    if entity.startswith("#"):
        return chr(int(entity.removeprefix("#")))
    return html5.get(f"{entity};", f"&{entity};")

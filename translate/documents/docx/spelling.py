"""How a DOCX file writes another text in the place of a segment: as runs, each with its look."""

from __future__ import annotations

import json
from collections.abc import Sequence

from translate.core.article import Part, Segment, Tag
from translate.core.text.tags import Side
from translate.documents.docx.looks import key_of
from translate.documents.docx.markup import escaped
from translate.values import dataclass

ATTRIBUTE = "attribute"
"""The coding of what stands in an attribute."""

_WITH_TEXT = frozenset({"a", "bdi", "bdo", "g", "ins"})
"""What is nothing without text in it, by its name in a text; a field or a content control still is one."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What is around a place in a paragraph."""

    where: str
    """``t`` in the text of a run, ``r`` in a run, ``o`` between runs."""
    look: str = ""
    """That of the run."""
    keeps: bool = True
    """Whether space at the ends of the text counts."""


@dataclass(frozen=True, slots=True)
class Coding:
    """What has to be known to write another text in the place of a segment."""

    prefix: str
    """What the names of Word's own elements begin with."""
    base: str
    """The look of text without tags."""
    begin: Spot
    end: Spot
    hidden: str
    """What stands between and is seen by nobody, such as bookmarks; it is written behind the text."""

    def written(self) -> str:
        """The same as a `Segment.coding`."""
        spots = [[spot.where, spot.look, spot.keeps] for spot in (self.begin, self.end)]
        return json.dumps([self.prefix, self.base, *spots, self.hidden], ensure_ascii=False)

    @classmethod
    def read(cls, coding: str) -> Coding:
        """What a `Segment.coding` says."""
        prefix, base, begin, end, hidden = json.loads(coding)
        return cls(prefix, base, Spot(*begin), Spot(*end), hidden)


def spelt(segment: Segment, parts: Sequence[Part]) -> str:
    """How the file writes the parts of a text in the place of a segment."""
    if segment.coding == ATTRIBUTE:
        return escaped("".join(map(str, parts)))
    return _Writing(Coding.read(segment.coding)).done(parts)


class _Writing:
    """A text on its way into its paragraph."""

    def __init__(self, coding: Coding) -> None:
        self._coding = coding
        self._done: list[str] = []
        self._spot = coding.begin
        self._looks = [coding.base]
        self._waiting: list[str] = []
        """What has begun around runs, and has nothing in it so far."""

    def done(self, parts: Sequence[Part]) -> str:
        for part in parts:
            if isinstance(part, str):
                self._text(part)
            elif part.side is Side.VOID:
                self._leave()
                self._done.append(part.original)
            elif part.side is Side.OPEN:
                self._open(part)
            else:
                self._close(part)
        self._finish()
        return "".join(self._done)

    def _named(self, name: str) -> str:
        return f"{self._coding.prefix}{name}"

    def _open(self, tag: Tag) -> None:
        around, look = _parted(tag.original, self._named("rPr"))
        if around:
            self._waiting.append(around)
        self._looks.append(look)

    def _close(self, tag: Tag) -> None:
        self._looks.pop()
        if not tag.original:
            return
        if self._waiting and tag.name.rstrip("0123456789") in _WITH_TEXT:
            self._waiting.pop()
        else:
            self._leave()
            self._done.append(tag.original)

    def _text(self, text: str) -> None:
        look = self._looks[-1]
        spot = self._spot
        fits = (
            not self._waiting
            and spot.where == "t"
            and key_of(spot.look) == key_of(look)
            and (spot.keeps or text == text.strip())
        )
        if not fits:
            self._leave()
            self._enter(look)
        self._done.append(escaped(text))

    def _leave(self) -> None:
        """Go out of the run that is open."""
        if self._spot.where == "t":
            self._done.append(f"</{self._named('t')}>")
        if self._spot.where != "o":
            self._done.append(f"</{self._named('r')}>")
        self._spot = Spot("o")
        self._done += self._waiting
        self._waiting.clear()

    def _enter(self, look: str) -> None:
        """Begin a run with text."""
        self._done.append(f'<{self._named("r")}>{look}<{self._named("t")} xml:space="preserve">')
        self._spot = Spot("t", look)

    def _finish(self) -> None:
        """Be where the file goes on."""
        end = self._coding.end
        if self._coding.hidden:
            self._leave()
            self._done.append(self._coding.hidden)
        if end.where == "t" and self._spot.where == "t" and key_of(self._spot.look) == key_of(end.look):
            return
        if end.where == "o":
            self._leave()
            return
        if end.where == "r" and self._spot.where == "t":
            self._done.append(f"</{self._named('t')}>")
            self._spot = Spot("r", self._spot.look)
        if self._spot.where == "r" and end.where == "r":
            return
        self._leave()
        if end.where == "t":
            self._enter(end.look)
        else:
            self._done.append(f"<{self._named('r')}>{end.look}")


def _parted(original: str, named: str) -> tuple[str, str]:
    """What a tag has around runs, and the look of the text in it."""
    start = original.rfind(f"<{named}")
    ends = original.endswith((f"</{named}>", f"<{named}/>"))
    if start < 0 or not ends:
        return ("", "") if original == "<rPr/>" else (original, "")
    return original[:start], original[start:]

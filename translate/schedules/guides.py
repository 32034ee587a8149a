"""What programme guides in XMLTV say: their programmes, their channels and the texts of these.

Expat reads the text. A DOCTYPE is taken as it is: nothing that it names is fetched, and one that defines entities is
refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache
from xml.parsers import expat

from translate.core.text.locales import Locale, parse
from translate.errors import DocumentError
from translate.schedules.sheets import MOST_PARTS, MOST_TITLES
from translate.schedules.titles import one_line
from translate.values import dataclass

_TOLD = frozenset({"title", "sub-title", "category", "orig-language", "display-name"})
"""The elements whose text is read."""
_MOST_TOLD = 5 * MOST_TITLES
_MOST_PIECES = 100
"""Expat hands a text over in pieces, each of some thousand characters where there is no markup in it."""
_GUIDE, _PROGRAMME, _PART = 1, 2, 3
"""How deep they are."""


@dataclass(slots=True, eq=False)
class Element:
    """One that has a text."""

    start: int
    """In bytes, as all that Expat tells."""
    line: int
    locale: Locale | None
    """That of its text, if it names one."""
    end: int = 0
    text: str = ""
    """On one line, without space around it."""


@dataclass(slots=True)
class Programme:
    """One that is on air, or a channel."""

    channel: str
    start: str
    parts: dict[str, list[Element]] = field(default_factory=dict)
    """Its elements that have a text, by their names."""

    def first(self, name: str) -> str:
        """The first text that an element has, if any."""
        return next((each.text for each in self.parts.get(name, ()) if each.text), "")


class Guide:
    """What a guide says."""

    def __init__(self, path: str, text: bytes) -> None:
        """Read a guide.

        Args:
            path: The file as the newsroom knows it.
            text: All that is in it, in UTF-8.

        Raises:
            DocumentError: It is no guide, or cannot be read.
        """
        self.programmes: list[Programme] = []
        self.channels: list[Programme] = []
        self._path = path
        self._text = text
        self._depth = 0
        self._parts = 0
        self._told = 0
        self._programme: Programme | None = None
        self._element: Element | None = None
        self._pieces: list[str] = []
        self._locale = cache(parse)  # A guide names few, each many times.
        # The text was decoded already; what its first line says of its encoding is of its bytes.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity
        self._parser.SkippedEntityHandler = self._skipped
        self._read()

    def _read(self) -> None:
        try:
            self._parser.Parse(self._text, True)
        except expat.ExpatError as error:
            message = f"is no XML that can be read: {expat.ErrorString(error.code)}; look at the lines before, too"
            raise DocumentError(message, path=self._path, line=error.lineno) from None

    def _fault(self, message: str) -> DocumentError:
        return DocumentError(message, path=self._path, line=self._parser.CurrentLineNumber)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise self._fault(f"has more than {MOST_PARTS:,} elements; split it into several")
        if self._depth == _GUIDE and name != "tv":
            raise self._fault(f"is XML, but no guide of XMLTV: that begins with <tv>, and this with <{name[:40]}>")
        if self._depth == _PROGRAMME and name in {"programme", "channel"}:
            channel = attributes.get("channel" if name == "programme" else "id", "")
            self._programme = Programme(channel, attributes.get("start", ""))
            every = self.programmes if name == "programme" else self.channels
            every.append(self._programme)
            if len(every) > MOST_TITLES:
                raise self._fault(f"has more than {MOST_TITLES:,} {name}s; split it into several")
        elif self._depth == _PART and self._programme and name in _TOLD:
            self._told += 1
            if self._told > _MOST_TOLD:
                raise self._fault(f"has more than {_MOST_TOLD:,} titles, categories and names; split it into several")
            start, line = self._parser.CurrentByteIndex, self._parser.CurrentLineNumber
            self._element = Element(start, line, self._locale(attributes.get("lang", "")))
            self._pieces.clear()
            self._programme.parts.setdefault(name, []).append(self._element)
        elif self._depth == _PART and self._programme and name == "previously-shown":
            self._programme.start = attributes.get("start") or self._programme.start
        elif self._depth > _PART and self._element:
            raise self._fault(f"has an element <{name[:40]}> in a text that has none, such as a title; take it out")

    def _end(self, _name: str) -> None:
        if self._depth == _PART and self._element:
            at = self._parser.CurrentByteIndex
            is_empty = not self._pieces and self._text.endswith(b"/>", self._element.start, at)  # <title/>
            self._element.end = at if is_empty else self._text.index(b">", at) + 1
            self._element.text = one_line("".join(self._pieces))
            self._element = None
        elif self._depth == _PROGRAMME:
            self._programme = None
        self._depth -= 1

    def _characters(self, text: str) -> None:
        if self._element:
            self._pieces.append(text)
            if len(self._pieces) > _MOST_PIECES:
                message = "has a text that is too long to be a title; is its element never closed?"
                raise DocumentError(message, path=self._path, line=self._element.line)

    def _entity(self, name: str, *_: object) -> None:
        raise self._fault(f"defines an entity, “{name[:40]}”, which no guide needs; take it out")

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        if self._element:
            raise self._fault(
                f"has an entity in a title, &{name[:40]};, which nothing defines; write the letter itself"
            )

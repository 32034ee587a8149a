"""Lists as JSON files.

The standard library reads each value, and tells where it ends; only the lists and the objects that hold titles are
walked through here, to know where each value begins.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from json import JSONDecodeError, JSONDecoder
from typing import Any, ClassVar

from translate import patterns
from translate.core.article import Document
from translate.schedules.interface import ListFormat
from translate.schedules.nodes import MOST_VALUES, Many, Node, Other, Pairs, Word, document_of
from translate.schedules.sheets import MOST_TITLES, Sheet, open_sheet, written

_SPACE = patterns.compile(r"[ \t\r\n]*")
_DECODER = JSONDecoder(parse_constant=bool)
"""NaN and the like are no JSON, and no text: what is made of them does not matter."""
_LEVELS = 3
"""Lists and objects that are walked through: what holds the list, the list, a title."""


class JsonList(ListFormat):
    """JSON in UTF-8: see `nodes` for the shape."""

    name: ClassVar[str] = "json"
    suffixes: ClassVar[tuple[str, ...]] = (".json",)

    def read(self, data: bytes, path: str, *, source: str = "") -> Document:  # noqa: ARG002  A list has one language.
        """Read a list; see the interface."""
        sheet = open_sheet(data, path)
        try:
            return document_of(sheet, _Walk(sheet).root())
        except JSONDecodeError as error:
            problem = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
            raise sheet.fault(f"is no JSON that can be read: {problem}", error.pos) from None

    def write(self, document: Document, texts: Sequence[str], locale: str) -> bytes:  # noqa: ARG002  No key names it.
        """Write the list back; see the interface."""
        return written(document, texts, lambda _, text: json.dumps(text, ensure_ascii=False)).encode()


class _Walk:
    """A way through the text of a list."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._text = sheet.text
        self._parts = 0

    def root(self) -> Node:
        """The value that the text is.

        Raises:
            JSONDecodeError: It is none.
            DocumentError: It is one that cannot be read.
        """
        node, end = self._node(self._behind_space(self._sheet.begin), _LEVELS)
        if (end := self._behind_space(end)) != len(self._text):
            raise JSONDecodeError("Extra data", self._text, end)
        return node

    def _node(self, start: int, levels: int) -> tuple[Node, int]:
        """The value that begins at an offset, and where it ends."""
        self._count(start)
        if levels and self._text.startswith("[", start):
            items: list[Node] = []
            return Many(start, items), self._through(start, "]", lambda at: self._item(at, levels, items))
        if levels and self._text.startswith("{", start):
            pairs: list[tuple[str, Node]] = []
            return Pairs(start, pairs), self._through(start, "}", lambda at: self._pair(at, levels, pairs))
        value, end = self._value(start)
        match value:
            case str() | None:
                return Word(start, end, value or ""), end
            case bool() | list() | dict():
                return Other(start), end
            case _:
                return Word(start, end, self._text[start:end]), end  # A number, as it is written.

    def _count(self, start: int) -> None:
        self._parts += 1
        if self._parts > MOST_VALUES:
            raise self._sheet.fault("holds more than a list of titles has; split it into several", start)

    def _value(self, start: int) -> tuple[Any, int]:
        try:
            return _DECODER.raw_decode(self._text, start)
        except RecursionError:
            raise self._sheet.fault("holds something that is nested too deep to be read", start) from None
        except JSONDecodeError:
            raise
        except ValueError:  # Of Python: more digits than it makes a number of.
            raise self._sheet.fault("holds a number that is too long to be read", start) from None

    def _through(self, start: int, closing: str, step: Callable[[int], int]) -> int:
        """Go through the values between brackets; a step takes where one begins and tells where it ends."""
        at = self._behind_space(start + 1)
        if self._text.startswith(closing, at):
            return at + 1
        for _ in range(MOST_TITLES):
            at = self._behind_space(step(at))
            if self._text.startswith(closing, at):
                return at + 1
            if not self._text.startswith(",", at):
                raise JSONDecodeError("Expecting ',' delimiter", self._text, at)
            at = self._behind_space(at + 1)
        raise self._sheet.fault(f"holds more than {MOST_TITLES:,} values in a list; split it into several", at)

    def _item(self, at: int, levels: int, items: list[Node]) -> int:
        node, end = self._node(at, levels - 1)
        items.append(node)
        return end

    def _pair(self, at: int, levels: int, pairs: list[tuple[str, Node]]) -> int:
        if not self._text.startswith('"', at):
            raise JSONDecodeError("Expecting property name enclosed in double quotes", self._text, at)
        self._count(at)
        key, at = self._value(at)
        at = self._behind_space(at)
        if not self._text.startswith(":", at):
            raise JSONDecodeError("Expecting ':' delimiter", self._text, at)
        node, end = self._node(self._behind_space(at + 1), levels - 1)
        pairs.append((key, node))
        return end

    def _behind_space(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

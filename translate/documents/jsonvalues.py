"""JSON as values that know where they stand in their file.

It is gone through once, without recursion, so that what is nested without an end is refused before it costs anything.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field

from translate import patterns
from translate.core.text.decoding import CONTROL, named
from translate.documents.inline import Run
from translate.documents.layout import NOUN, Sheet
from translate.values import dataclass

MOST_VALUES = 100_000
"""Keys, values and brackets in one file."""
MOST_ESCAPES = 200_000
"""Characters in one file that are written as escapes, or about as many: a book, in letters that all are."""
DEEPEST = 64
"""How deep values may be nested; those of an article with pictures are about seven deep."""

_SPACE = patterns.compile(r"[ \t\r\n]*+")
_STRING = patterns.compile(r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+"')
_WORD = patterns.compile(r"true|false|null|-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_ESCAPE = patterns.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.")
_HALF = patterns.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, in its quotes."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Plain:
    """A number, or true, false or null."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Member:
    """A key with its value."""

    start: int
    """Where the quotes of the key open."""
    key: str
    value: Value


@dataclass(slots=True)
class Pairs:
    """An object: its members in the file's order, with what stands twice."""

    start: int
    end: int = 0
    members: list[Member] = field(default_factory=list)

    def last(self, *keys: str) -> Value | None:
        """The value of one of some keys; of several the last, as whoever reads JSON takes it."""
        return next((member.value for member in reversed(self.members) if member.key in keys), None)


@dataclass(slots=True)
class Many:
    """A list of values."""

    start: int
    end: int = 0
    items: list[Value] = field(default_factory=list)


Value = Text | Plain | Pairs | Many


def value_of(sheet: Sheet) -> Value:
    """The value that the text of a file is.

    Raises:
        DocumentError: It is no JSON, or more of it than an article has; with the line.
    """
    if sheet.text.count("\\") > MOST_ESCAPES:
        raise sheet.fault(f"holds more than {MOST_ESCAPES:,} escapes; is it {NOUN}?")
    return _Walk(sheet).root()


class _Walk:
    """A way through the text of a file."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._text = sheet.text
        self._at = 0
        self._seen = 0

    def root(self) -> Value:
        self._skip(self._sheet.begin)
        root = self._begun()
        open_values = [root] if isinstance(root, Pairs | Many) else []
        fresh = True
        self._skip(self._at)
        while open_values:
            holder = open_values[-1]
            closing = "}" if isinstance(holder, Pairs) else "]"
            if self._takes(closing):
                holder.end = self._at
                open_values.pop()
                fresh = False
            elif not fresh and not self._takes(","):
                raise self._missing(f"a comma or “{closing}”")
            else:
                value = self._added(holder)
                fresh = isinstance(value, Pairs | Many)
                if isinstance(value, Pairs | Many):
                    open_values.append(value)
                    if len(open_values) > DEEPEST:
                        raise self._sheet.fault(
                            f"holds something that is nested more than {DEEPEST} deep; is it {NOUN}?", value.start
                        )
            self._skip(self._at)
        if self._at != len(self._text):
            raise self._sheet.fault(
                "is no JSON that can be read: it goes on behind its end; write each article into a file of its own",
                self._at,
            )
        return root

    def _added(self, holder: Pairs | Many) -> Value:
        """The next value, as one of its holder's; of an object with its key."""
        self._skip(self._at)
        if isinstance(holder, Many):
            value = self._begun()
            holder.items.append(value)
            return value
        start = self._at
        found = _STRING.match(self._text, start)
        if not found:
            raise self._missing("a key in quotes")
        self._count()
        self._skip(found.end())
        if not self._takes(":"):
            raise self._missing("a colon")
        self._skip(self._at)
        value = self._begun()
        holder.members.append(Member(start, json.loads(found[0]), value))
        return value

    def _begun(self) -> Value:
        """The value that begins here; of a list or an object only that it does."""
        self._count()
        start = self._at
        if self._takes("{"):
            return Pairs(start)
        if self._takes("["):
            return Many(start)
        if found := _STRING.match(self._text, start):
            self._at = found.end()
            return Text(start, self._at)
        if found := _WORD.match(self._text, start):
            self._at = found.end()
            return Plain(start, self._at)
        raise self._missing("a value")

    def _count(self) -> None:
        self._seen += 1
        if self._seen > MOST_VALUES:
            raise self._sheet.fault(f"holds more than {MOST_VALUES:,} values; is it {NOUN}?", self._at)

    def _takes(self, sign: str) -> bool:
        taken = self._text.startswith(sign, self._at)
        self._at += taken
        return taken

    def _skip(self, start: int) -> None:
        found = _SPACE.match(self._text, start)
        self._at = found.end() if found else start

    def _missing(self, what: str) -> Exception:
        if self._at >= len(self._text):
            told = f"it ends where {what} is missing; was all of it copied?"
        else:
            sign = self._text[self._at]
            told = f"{what} is missing where {f'“{sign}”' if sign.isprintable() else named(sign)} stands; mend it"
        return self._sheet.fault(f"is no JSON that can be read: {told}", self._at)


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a text says, and where in the file it says it."""

    text: str
    escapes: Sequence[int]
    """The offsets of its characters that the file writes as escapes."""
    here: Sequence[int]
    """Offsets in `text`, of its beginning and behind each escape."""
    there: Sequence[int]
    """The same in the file."""

    def at(self, offset: int) -> int:
        """The offset in the file by that in `text`."""
        number = bisect_right(self.here, offset) - 1
        return self.there[number] + offset - self.here[number]

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The runs of a piece of `text`: what the file has as it is, and each character that it writes as an escape."""
        for number in range(bisect_left(self.escapes, start), bisect_left(self.escapes, end)):
            escape = self.escapes[number]
            if start < escape:
                yield Run(self.at(start), self.at(escape), self.text[start:escape])
            start = escape + 1
            yield Run(self.at(escape), self.at(start), self.text[escape])
        if start < end:
            yield Run(self.at(start), self.at(end), self.text[start:end])


def decoded(sheet: Sheet, node: Text) -> Decoded:
    """What a text says.

    Raises:
        DocumentError: It has a character that no text has, or half a character; with the line.
    """
    at, end = node.start + 1, node.end - 1
    said: list[str] = []
    escapes, here, there = [], [0], [at]
    length = 0
    for match in _ESCAPE.finditer(sheet.text, at, end):
        character = json.loads(f'"{match[0]}"')
        if _HALF.search(character):
            raise sheet.fault(f"{match[0]} is half of a character; write all of it", match.start())
        if CONTROL.search(character):
            raise sheet.fault(f"{named(character)} stands in a text as {match[0]}; take it out", match.start())
        said += sheet.text[at : match.start()], character
        length += match.start() - at + 1
        at = match.end()
        escapes.append(length - 1)
        here.append(length)
        there.append(at)
    said.append(sheet.text[at:end])
    return Decoded("".join(said), escapes, here, there)

"""Where the titles stand in a programme guide in XMLTV, and what it tells of them.

Expat reads the text. A DOCTYPE is taken as it is: nothing that it names is fetched, and one that defines entities is
refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from translate.core.text.locales import parse
from translate.errors import DocumentError
from translate.schedules.sheets import MOST_PARTS, MOST_TITLES, Sheet
from translate.schedules.titles import Title, one_line

FILMS = frozenset({"film", "films", "movie", "movies", "feature film"})
"""What categories call a film; one may name several kinds, as “Movie / Drama” of the television standard DVB does."""

_TITLES = {"title": "show", "sub-title": "episode"}
"""The elements that are titles, and the kind of each in any programme but a film."""
_TOLD = frozenset({*_TITLES, "category", "orig-language", "display-name"})
"""The elements whose text is read."""
_MOST_TOLD = 8 * MOST_TITLES
_MOST_PIECES = 100
"""Expat hands a text over in pieces, each of some thousand characters where there is no markup in it."""
_GUIDE, _PROGRAMME, _PART = 1, 2, 3
"""How deep they are."""
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")


@dataclass(slots=True)
class _Element:
    """One that has a text."""

    start: int
    """In bytes, as all that Expat tells."""
    line: int
    lang: str
    end: int = 0
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return one_line("".join(self.pieces))


@dataclass(slots=True)
class _Programme:
    """One that is on air, or a channel."""

    channel: str
    start: str
    parts: dict[str, list[_Element]] = field(default_factory=dict)

    def first(self, name: str) -> str:
        """The first text that an element has, if any."""
        return next((text for each in self.parts.get(name, ()) if (text := each.text)), "")


def titles_of(sheet: Sheet, source: str) -> Iterator[Title]:
    """Find the titles of a guide.

    Args:
        sheet: Its text.
        source: The locale of the titles to translate.

    Yields:
        Those of each programme: its title and its sub-title. Of several in other languages it is the one in the
        source's, or the first where none is.

    Raises:
        DocumentError: It is no guide, or cannot be read.
    """
    text = sheet.text[sheet.begin :].encode()
    reader = _Reader(sheet.path, text)
    reader.read()
    names = {each.channel: each.first("display-name") for each in reader.channels}
    done, offset = 0, sheet.begin
    for element, name, about in sorted(_chosen(reader.programmes, names, source), key=lambda found: found[0].start):
        offset += len(text[done : element.start].decode())
        start = offset
        offset += len(text[element.start : element.end].decode())
        done = element.end
        yield sheet.title(start, offset, name, about)


def _chosen(
    programmes: Sequence[_Programme], names: Mapping[str, str], source: str
) -> Iterator[tuple[_Element, str, Mapping[str, str]]]:
    """The elements that are to be translated, each with its text and what is told of it."""
    for programme in programmes:
        is_film = any(map(_is_film, programme.parts.get("category", ())))
        day = _DAY.match(programme.start)
        about = {
            "channel": names.get(programme.channel) or programme.channel,
            "original": programme.first("orig-language"),
            "first_broadcast": "-".join(day.groups()) if day else "",
        }
        for name, kind in _TITLES.items():
            if elements := programme.parts.get(name):
                element = _in_language(elements, source)
                yield element, element.text, about | {"kind": "film" if is_film and name == "title" else kind}


def _is_film(category: _Element) -> bool:
    return not FILMS.isdisjoint(part.strip().lower() for part in category.text.split("/"))


def _in_language(elements: Sequence[_Element], source: str) -> _Element:
    """The element in a language, or the first; one that is empty only where all are."""
    elements = [each for each in elements if each.text] or elements
    wanted = parse(source)
    locales = [(parse(each.lang), each) for each in elements if each.lang]
    same = (each for locale, each in locales if locale and locale == wanted)
    alike = (each for locale, each in locales if locale and wanted and locale.language == wanted.language)
    return next(same, None) or next(alike, elements[0])


class _Reader:
    """Reads the elements that are wanted."""

    def __init__(self, path: str, text: bytes) -> None:
        self.programmes: list[_Programme] = []
        self.channels: list[_Programme] = []
        self._path = path
        self._text = text
        self._depth = 0
        self._parts = 0
        self._told = 0
        self._programme: _Programme | None = None
        self._element: _Element | None = None
        # The text was decoded already; what its first line says of its encoding is of its bytes.
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity
        self._parser.SkippedEntityHandler = self._skipped

    def read(self) -> None:
        """Read all of the text.

        Raises:
            DocumentError: It is no guide.
        """
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
            self._programme = _Programme(channel, attributes.get("start", ""))
            (self.programmes if name == "programme" else self.channels).append(self._programme)
        elif self._depth == _PART and self._programme and name in _TOLD:
            self._told += 1
            if self._told > _MOST_TOLD:
                raise self._fault(f"has more than {MOST_TITLES:,} titles; split it into several")
            self._element = _Element(
                self._parser.CurrentByteIndex, self._parser.CurrentLineNumber, attributes.get("lang", "")
            )
            self._programme.parts.setdefault(name, []).append(self._element)
        elif self._depth == _PART and self._programme and name == "previously-shown":
            self._programme.start = attributes.get("start") or self._programme.start
        elif self._depth > _PART and self._element:
            raise self._fault(f"has an element <{name[:40]}> in a text that has none, such as a title; take it out")

    def _end(self, _name: str) -> None:
        if self._depth == _PART and self._element:
            at = self._parser.CurrentByteIndex
            is_empty = not self._text.startswith(b"</", at)  # <title/>
            self._element.end = self._element.start if is_empty else self._text.index(b">", at) + 1
            self._element = None
        elif self._depth == _PROGRAMME:
            self._programme = None
        self._depth -= 1

    def _characters(self, text: str) -> None:
        if self._element:
            self._element.pieces.append(text)
            if len(self._element.pieces) > _MOST_PIECES:
                message = "has a text that is too long to be a title; is its element never closed?"
                raise DocumentError(message, path=self._path, line=self._element.line)

    def _entity(self, name: str, *_: object) -> None:
        raise self._fault(f"defines an entity, “{name[:40]}”, which no guide needs; take it out")

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        if self._element:
            raise self._fault(
                f"has an entity in a title, &{name[:40]};, which nothing defines; write the letter itself"
            )

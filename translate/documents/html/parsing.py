"""The tags, texts and comments of HTML with their offsets; the only module that knows turbohtml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import NamedTuple

from translate import patterns
from translate.errors import DocumentError

MOST_TOKENS = 150_000
"""A long article has a few thousand."""

_LINE_END = patterns.compile(r"\r\n|\r|\n")
_UNKNOWN = patterns.compile(r"[\0\ud800-\udfff]")
_CLOSED = patterns.compile(r"<(?=(?:script|style|title|textarea|iframe|noscript)\b[^<>]*/>)[a-z]", re.IGNORECASE)
"""The first letter of an element that is empty in XML, and has all that follows as its text in HTML."""


class What(Enum):
    """What a piece of HTML is."""

    TEXT = auto()
    REFERENCE = auto()
    """One character, or two, that the file spells: ``&amp;``."""
    START = auto()
    END = auto()
    COMMENT = auto()
    """Anything that is neither text nor tag."""


_NOTHING: Mapping[str, str] = MappingProxyType({})


class Token(NamedTuple):
    """A piece of HTML, and where it stands."""

    what: What
    start: int
    """Offset of its first character."""
    end: int
    name: str = ""
    """A tag's, in small letters."""
    attributes: Mapping[str, str] = _NOTHING
    """A start tag's, by their names in small letters; of two with one name the first."""
    closed: bool = False
    """Whether a start tag ends in ``/>``."""
    text: str = ""
    """What a reference stands for."""


def tokens(html: str) -> Iterator[Token]:
    """The pieces of a page or a fragment, in order; all of it, but for a tag that has no end.

    Args:
        html: The decoded text, with whatever line ends and unfit characters.

    Raises:
        DocumentError: There are too many for an article; without a path, since only whoever asks knows it.
    """
    # Slow to import, so only when used.
    from turbohtml import TokenType, tokenize

    kinds = {
        TokenType.TEXT: What.TEXT,
        TokenType.CHARACTER_REFERENCE: What.REFERENCE,
        TokenType.START_TAG: What.START,
        TokenType.END_TAG: What.END,
    }
    # Each as long as before, so that the offsets stay true.
    plain = _CLOSED.sub("<x", _UNKNOWN.sub("\ufffd", html))
    lines = _lines(html)
    found = None
    begin = 0
    for number, token in enumerate(tokenize(plain, resolve_references=False, capture_source=True)):
        if number == MOST_TOKENS:
            raise DocumentError(f"the HTML has more than {MOST_TOKENS:,} tags and texts; is it an article?")
        start = lines[token.line - 1] + token.col
        if found is not None:
            yield _token(html, kinds.get(found.type, What.COMMENT), found, begin, start)
        found, begin = token, start
    if found is not None:
        size = len(found.source if found.source is not None else found.data or "")
        yield _token(html, kinds.get(found.type, What.COMMENT), found, begin, _reach(html, begin, size))


def _token(html: str, what: What, found: object, start: int, end: int) -> Token:
    if what is What.START or what is What.END:
        name = found.tag  # type: ignore[attr-defined]
        name = html[start + 1].lower() + name[1:] if what is What.START else name
        pairs = reversed(found.attrs or ()) if what is What.START else ()  # type: ignore[attr-defined]
        return Token(what, start, end, name, dict(pairs), found.self_closing)  # type: ignore[attr-defined]
    if what is What.REFERENCE:
        return Token(what, start, end, text=found.data or "")  # type: ignore[attr-defined]
    return Token(what, start, end)


def _reach(html: str, start: int, size: int) -> int:
    """Where a piece of so many characters ends, of which a line end is one."""
    for found in re.finditer(r"\r\n|.", html[start:], re.DOTALL):
        if not size:
            return start + found.start()
        size -= 1
    return len(html)


def main_content(html: str) -> tuple[int, int] | None:
    """Where in a page its article stands, with the tags around it; None where that cannot be told.

    It is the ``<article>`` around what looks like it, or the ``<main>``, where there is one: a body may come in pieces.
    """
    from turbohtml import parse

    element = parse(_UNKNOWN.sub("\ufffd", html), positions=False, source_locations=True).main_content()
    if element is None:
        return None
    around = [element, *element.ancestors]
    outer = next((one for name in ("article", "main") for one in around if getattr(one, "tag", "") == name), element)
    if (where := outer.source_location) is None:
        return None
    lines = _lines(html)  # Its own offsets count CR LF as one.
    start = lines[where.start_tag.start_line - 1] + where.start_tag.start_col
    return start, lines[where.end_tag.end_line - 1] + where.end_tag.end_col if where.end_tag else len(html)


def _lines(html: str) -> list[int]:
    """Where each line begins."""
    return [0, *(found.end() for found in _LINE_END.finditer(html))]

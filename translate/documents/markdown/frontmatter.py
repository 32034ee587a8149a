"""The front matter of a Markdown file: fields in YAML, TOML or JSON, before the article itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from translate import patterns
from translate.core.article import Imprint, Kind
from translate.core.text.decoding import LINE_END
from translate.documents.disclosure import digital_source_type
from translate.documents.layout import Piece, Sheet
from translate.documents.markdown import jsonfields, tomlfields, yamlfields
from translate.documents.markdown.fields import Field, NoFieldsError
from translate.values import dataclass

FORM = "field"
"""How the coding of a field begins, before its language and how it is written."""

_FENCE = patterns.compile(r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_LANGUAGES = {"---": yamlfields, "+++": tomlfields, "{": jsonfields}
_REST = patterns.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_KINDS = {
    **dict.fromkeys(("title", "headline"), Kind.HEADLINE),
    **dict.fromkeys(
        ("subtitle", "description", "summary", "excerpt", "lead", "lede", "dek", "standfirst", "abstract"), Kind.SUMMARY
    ),
}
_INNER = {
    **dict.fromkeys(("alt", "image_alt", "imagealt", "alt_text"), Kind.IMAGE),
    **dict.fromkeys(("caption", "image_caption", "imagecaption"), Kind.CAPTION),
}
"""Fields that a picture has, which may be a field itself."""
_DIRECTIONS = frozenset({"dir", "direction"})
_LOCALES = frozenset({"lang", "language", "locale"})
_SOURCE_TYPE = "digitalSourceType"


@dataclass(frozen=True, slots=True)
class Matter:
    """What stands before the article itself."""

    end: int
    """Where it ends in the text of the file."""
    pieces: tuple[Piece, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the fields stand, without what is around them."""

    fence: str
    start: int
    stop: int
    end: int
    """Behind the line that closes them."""


def read(sheet: Sheet) -> Matter:
    """Read the front matter of a file; none ends where it begins."""
    place = _place(sheet.text, sheet.begin)
    if not place:
        return Matter(sheet.begin)
    try:
        fields = _LANGUAGES[place.fence].read(sheet.text[place.start : place.stop])
    except NoFieldsError as error:
        line = sheet.line(place.start) + error.line
        return Matter(place.end, notes=(f"has front matter that cannot be read in line {line}; it stays as it is",))
    return Matter(place.end, tuple(_pieces(fields, place)))


def spelt(coding: str, text: str) -> str:
    """How a field's language writes a text.

    Args:
        coding: The segment's, without what it begins with.
        text: What is written.
    """
    code, _, style = coding.partition(":")
    language = next(language for language in _LANGUAGES.values() if code == language.CODE)
    return str(language.spelt(style, text))


def imprinted(text: str, imprint: Imprint) -> str:
    """A file whose front matter says what the article is; without front matter it says nothing.

    Args:
        text: All of the file's.
        imprint: What it says.
    """
    sheet = Sheet("", text)
    place = _place(text, sheet.begin)
    if not place:
        return text
    language = _LANGUAGES[place.fence]
    try:
        fields = language.read(text[place.start : place.stop])
    except NoFieldsError:
        return text
    done, changes = text, list(_changes(fields, imprint))
    source_type = digital_source_type(imprint.making)
    known = next((field for field in fields if field.path == (_SOURCE_TYPE,)), None)
    if known:
        changes.append((known, source_type))
    else:
        line_end = LINE_END.search(text, sheet.begin)
        at, added = language.added(
            text[place.start : place.stop], _SOURCE_TYPE, source_type, line_end[0] if line_end else "\n"
        )
        at += place.start
        done = done[:at] + added + done[at:]
    for field, value in sorted(changes, key=lambda change: change[0].start, reverse=True):
        if value != field.text:
            start, end = place.start + field.start, place.start + field.end
            done = done[:start] + language.spelt(field.style, value) + done[end:]
    return done


def _changes(fields: Sequence[Field], imprint: Imprint) -> Iterator[tuple[Field, str]]:
    """The fields that say what the article is, each with what it is to say."""
    for field in fields:
        name = field.path[0].lower() if len(field.path) == 1 else ""
        if name in _LOCALES:
            yield field, imprint.language.replace("-", "_") if "_" in field.text else imprint.language
        elif name in _DIRECTIONS:
            yield field, imprint.direction


def _pieces(fields: Sequence[Field], place: _Place) -> Iterator[Piece]:
    code = _LANGUAGES[place.fence].CODE
    for field in fields:
        text = " ".join(field.text.split())
        if (kind := _kind(field)) and text and field.is_text:
            yield Piece(
                place.start + field.start, place.start + field.end, kind, (text,), f"{FORM}:{code}:{field.style}"
            )


def _kind(field: Field) -> Kind | None:
    name = field.path[-1].lower() if field.path else ""
    return _KINDS.get(name) if len(field.path) == 1 and name in _KINDS else _INNER.get(name)


def _place(text: str, begin: int) -> _Place | None:
    if text.startswith("{", begin):
        return _object(text, begin)
    found = _FENCE.match(text, begin)
    if not found:
        return None
    fence = found["fence"]
    last = r"(?:---|\.\.\.)" if fence == "---" else r"\+\+\+"
    closing = re.compile(rf"(?:(?<=\n)|(?<=\r)){last}[ \t]*(?:\r\n|\r|\n|\Z)").search(text, found.end())
    if not closing:
        return None
    return _Place(fence, found.end(), closing.start(), closing.end())


def _object(text: str, begin: int) -> _Place | None:
    """An object of JSON that begins a file, and ends with its line; one that is no front matter is text in braces."""
    try:
        value, end = json.JSONDecoder().raw_decode(text, begin)
    except (ValueError, RecursionError):
        return None
    found = _REST.match(text, end)
    return _Place("{", begin, end, found.end()) if found and value else None

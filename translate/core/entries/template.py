"""The messages of a document, before anybody has translated them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from translate.core.article import TITLES, Document, Kind, Segment
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Position, TagMeaning
from translate.core.entries.titlelines import facts_lines
from translate.core.text.tags import Side

Key = tuple[str | None, str]

CONTEXTS: dict[Kind, str] = {kind: kind.value for kind in (Kind.HEADLINE, Kind.CREDIT, *sorted(TITLES))}
"""Short strings say what they are; body text has no context, so that its identity is its text alone."""


def key_of(segment: Segment) -> Key:
    """The identity of the message that a segment becomes."""
    return (CONTEXTS.get(segment.kind), segment.text)


def is_title(message: Entry) -> bool:
    """Whether a message is a title of a list: the glossary decides it, where it has a row for it."""
    return message.msgctxt in TITLES


def in_reference(path: str) -> str:
    """An article's path as references have it: a space would end them."""
    return path.replace(" ", "%20")


def template(document: Document) -> tuple[Entry, ...]:
    """The document's messages in order, each once, with where they stand and what they are.

    Returns:
        Entries without a translation. A segment that repeats adds a reference to the first of its kind.
    """
    found: dict[Key, list[tuple[Segment, int]]] = {}
    seen: Counter[Kind] = Counter()
    for segment in document.segments:
        seen[segment.kind] += 1
        found.setdefault(key_of(segment), []).append((segment, seen[segment.kind]))
    return tuple(
        Entry(
            msgid, "", context, extracted=_told(places, document.title), references=_references(places, document.path)
        )
        for (context, msgid), places in found.items()
    )


def _told(places: Sequence[tuple[Segment, int]], title: str) -> tuple[str, ...]:
    if places[0][0].kind in TITLES:
        return facts_lines(segment.facts for segment, _ in places)
    positions = [str(_position(segment.kind, number, title)) for segment, number in places]
    return (*positions, *dict.fromkeys(line for segment, _ in places for line in _meanings(segment)))


def _meanings(segment: Segment) -> Iterator[str]:
    ends = {tag.name: tag.original for tag in segment.tags if tag.side is Side.CLOSE}
    for tag in segment.tags:
        if tag.side is not Side.CLOSE:
            yield str(TagMeaning.of(tag, ends.get(tag.name, "")))


def _position(kind: Kind, number: int, title: str) -> Position:
    return Position(kind) if kind is Kind.HEADLINE else Position(kind, number, title)


def _references(places: Sequence[tuple[Segment, int]], path: str) -> tuple[str, ...]:
    lines = ((in_reference(segment.path or path), segment.line, segment.kind in TITLES) for segment, _ in places)
    # A title is broadcast again and again: the first place in each list is enough.
    once = {(file, 0 if is_title else line): f"{file}:{line}" for file, line, is_title in reversed([*lines])}
    return tuple(reversed(once.values()))

"""The messages of a document, before anybody has translated them."""

from __future__ import annotations

from collections import Counter

from translate.core.article import Document, Kind, Segment
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Position

Key = tuple[str | None, str]

CONTEXTS: dict[Kind, str] = {Kind.HEADLINE: "headline", Kind.CREDIT: "credit"}
"""Short strings say what they are; body text has no context, so that its identity is its text alone."""


def key_of(segment: Segment) -> Key:
    """The identity of the message that a segment becomes."""
    return (CONTEXTS.get(segment.kind), segment.text)


def in_reference(path: str) -> str:
    """An article's path as references have it: a space would end them."""
    return path.replace(" ", "%20")


def template(document: Document) -> tuple[Entry, ...]:
    """The document's messages in order, each once, with where they stand and what they are.

    Returns:
        Entries without a translation. A segment that repeats adds a reference to the first of its kind.
    """
    entries: dict[Key, Entry] = {}
    seen: Counter[Kind] = Counter()
    path = in_reference(document.path)
    for segment in document.segments:
        seen[segment.kind] += 1
        key = key_of(segment)
        earlier = entries.get(key)
        entries[key] = Entry(
            msgid=segment.text,
            msgctxt=key[0],
            extracted=(*(earlier.extracted if earlier else ()), _position(segment, seen[segment.kind], document.title)),
            references=(*(earlier.references if earlier else ()), f"{path}:{segment.line}"),
        )
    return tuple(entries.values())


def _position(segment: Segment, number: int, title: str) -> str:
    if segment.kind is Kind.HEADLINE:
        return str(Position(Kind.HEADLINE))
    return str(Position(segment.kind, number, title))

"""Changes to attributes and elements of an XML text that tell of the article itself, such as its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from translate.documents.xml.bodies import is_foreign
from translate.documents.xml.texts import told
from translate.documents.xml.tree import Element, values

Change = tuple[int, int, str]
"""Where something begins and ends in a text, and what stands there then."""


def changed(text: str, changes: Iterable[Change]) -> str:
    """A text with changes; none overlaps another."""
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(changes):
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))


def attribute(text: str, element: Element, name: str, value: str) -> Iterator[Change]:
    """The change to an attribute, for an element that has it."""
    for own, start, end in values(text, element):
        if own == name:
            yield start, end, escape(value)


def added(element: Element, text: str, name: str, value: str) -> Change:
    """The change that gives an element an attribute."""
    found = re.compile(r"<[^\s/>]+").match(text, element.start)
    at = found.end() if found else element.start
    return at, at, f' {name}="{escape(value)}"'


def language(text: str, element: Element, value: str, spoken: str = "") -> Iterator[Change]:
    """The changes to what an element says of its language, where it says that it is the one that was translated.

    Args:
        text: The text that it stands in.
        element: The element.
        value: The new language.
        spoken: The one that was translated from; empty for any.
    """
    if not is_foreign(element, spoken):
        for name in ("xml:lang", "lang"):
            yield from attribute(text, element, name, value)


def content(text: str, element: Element, value: str) -> Iterator[Change]:
    """The change to the text of an element, for one that has text alone."""
    said = told(text, element)
    body = said.text.strip()
    if element.children or not body:
        return
    begin = said.text.index(body)
    start, end, states = said.spot(begin, begin + len(body))
    if len(set(states)) == 1:
        yield start, end, escape(value, quote=False)

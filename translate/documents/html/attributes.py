"""Where the values of a tag's attributes stand, and what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import unescape

from translate import patterns
from translate.core.article import Kind
from translate.documents.html.parsing import Token
from translate.documents.inline import Run, piece_of
from translate.documents.layout import Piece
from translate.values import dataclass

BARE = "="
"""The coding of a value without quotes; that of any other is its quote."""

_ATTRIBUTE = patterns.compile(
    r"""[\s/]*(?P<name>[^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"'][^\s>]*)))?"""
)
_REFERENCE = patterns.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*;)")
_GROUPS = {"double": '"', "single": "'", "bare": BARE}


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an attribute, as the file has it."""

    start: int
    end: int
    quote: str
    """``"``, ``'`` or `BARE`."""


def value_of(html: str, tag: Token, name: str) -> Value | None:
    """Where the value of an attribute stands.

    Args:
        html: The text that the tag stands in.
        tag: A start tag.
        name: The attribute's, in small letters.

    Returns:
        The place; None where the attribute is not there, has no value, or is written in a way that cannot be followed.
    """
    at = tag.start + 1 + len(tag.name)
    last = tag.end - (2 if tag.closed else 1)
    while at < last and (found := _ATTRIBUTE.match(html, at, last)):
        group = found.lastgroup or "name"
        if found["name"].lower() == name:
            if group not in _GROUPS:
                return None
            value = Value(found.start(group), found.end(group), _GROUPS[group])
            said = "".join(run.text for run in runs(html, value))
            return value if _even(said) == _even(tag.attributes.get(name, "")) else None
        at = found.end()
    return None


def runs(html: str, value: Value) -> Iterator[Run]:
    """The runs of text in a value, one for each character that it spells."""
    done = value.start
    for found in _REFERENCE.finditer(html, value.start, value.end):
        if (text := unescape(found[0])) == found[0]:
            continue
        if done < found.start():
            yield Run(done, found.start(), html[done : found.start()])
        yield Run(found.start(), found.end(), text)
        done = found.end()
    if done < value.end:
        yield Run(done, value.end, html[done : value.end])


def piece_in(html: str, tag: Token, name: str, kind: Kind) -> Piece | None:
    """What is translated of an attribute; None where that is nothing."""
    if not tag.attributes.get(name, "").strip() or (value := value_of(html, tag, name)) is None:
        return None
    found: Sequence[Run] = [*runs(html, value)]
    return piece_of(kind, found, value.quote)


def _even(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")

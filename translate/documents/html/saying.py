"""What a start tag says about its element."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.documents.html.elements import APART, AROUND, BOX, BYLINE, NAVIGATION, POSTS, WHOLE
from translate.documents.html.parsing import Token

_LONGEST_NAME = 80
_WIDE = frozenset({"article", "body", "html", "main"})
"""They are the article, whatever their classes are."""


def spoken_in(tag: Token) -> str:
    """The language of an element, without its region; empty where its start tag does not say."""
    if not tag.attributes:
        return ""
    said = tag.attributes.get("lang") or tag.attributes.get("xml:lang") or ""
    return re.split(r"[-_]", said.strip().lower())[0]


def is_signed(token: Token) -> bool:
    """Whether a start tag says that an author is named in its element."""
    attributes = token.attributes
    if not attributes or token.name in _WIDE:
        return False
    said = f"{attributes.get('rel', '')} {attributes.get('itemprop', '')}".lower().split()
    return "author" in said or any(map(BYLINE.fullmatch, _names(attributes.get("class", ""))))


def is_of_the_site(token: Token) -> bool:
    """Whether what is in an element is about the site, wherever it stands."""
    attributes = token.attributes
    if token.name == "nav" or not attributes or token.name in _WIDE:
        return token.name == "nav"
    named = _names(f"{attributes.get('class', '')} {attributes.get('id', '')}")
    return attributes.get("role", "").lower() in NAVIGATION or any(map(BOX.fullmatch, named))


def is_around(token: Token) -> bool:
    """Whether an element is the head, the foot or the side of what it stands in."""
    return token.name in {"aside", "footer", "header"} or token.attributes.get("role", "").lower() in AROUND


def says_to_stay(token: Token) -> bool:
    """Whether a start tag says that what is in the element is not translated."""
    attributes = token.attributes
    if not attributes:
        return False
    classes = attributes.get("class", "").lower().split()
    return (
        attributes.get("translate", "").lower() == "no"
        or "notranslate" in classes
        or (token.name not in {"html", "body"} and not POSTS.isdisjoint(classes))
    )


def is_short(token: Token) -> bool:
    """Whether an element that stays as it is stands for words, and ends with its paragraph at the latest."""
    return token.name not in APART and token.name not in WHOLE


def _names(said: str) -> Iterator[str]:
    """The names that an attribute has; what is longer than any that somebody would give is none."""
    return (name for name in said.lower().split() if len(name) <= _LONGEST_NAME)

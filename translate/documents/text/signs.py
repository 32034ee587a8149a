"""What tells in a plain text that a line is more than text: dashes alone, a label, a byline, a bullet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from translate import patterns
from translate.languages.loading import load_languages

END = patterns.compile(r"(?:[-–—_=]\s?){2,}|[—⸻]")
"""A line that an end block may start with."""
SEPARATOR = patterns.compile(rf"{END.pattern}|(?:\*\s?){{3,}}")
"""Asterisks part an article's sections."""

_LABEL = patterns.compile(r"([^\W\d_][\w/&.’'-]*(?: [\w/&.’'-]+){0,2})\s?[:：]\s*\S")
_MARKER = patterns.compile(r"(?P<bullet>[-–*•·‣◦▪])\s+|(?P<count>\d{1,3}|[^\W\d_])(?P<sign>[.)])\s+")
_LONGEST_BYLINE = 80
_NAME = patterns.compile(r"(?:[^\W\d_][\w.'’/-]*|&),?")
_SMALL = patterns.compile(
    r"(?:and|und|y|et|e|i|och|og|ja|&|in|for|at|van|von|vom|zu|de|del|della|der|den|da|dos|la|le|bin|al|el),?"
)
"""What stands in small letters between names, or is a part of them."""


def label(line: str) -> str:
    """The label of a credit line, one to three words with a capital first; empty for any other line."""
    found = _LABEL.match(line)
    return found[1] if found and not found[1][0].islower() else ""


def known_label(told: str) -> bool:
    """Whether a label, in any language, makes a credit where no separator line stands before it."""
    return bool(told and _labels().fullmatch(told))


def byline(line: str) -> bool:
    """Whether a line says who wrote the article: “By Jane Doe, Reuters”."""
    # The words of all languages take a while to read, and few lines end like a byline.
    if len(line) > _LONGEST_BYLINE or line.endswith(".") or not all(map(_may_be_of_a_name, line.split()[-1:])):
        return False
    found = _bylines().match(line)
    words = line[found.end() :].split() if found else []
    return sum(not _SMALL.fullmatch(word) for word in words) > 1 and all(map(_may_be_of_a_name, words))


def _may_be_of_a_name(word: str) -> bool:
    return bool(_SMALL.fullmatch(word)) or bool(_NAME.fullmatch(word) and word[0].isupper())


def marker(text: str) -> str:
    """The bullet or the number that a text starts with, and the space behind it; empty where there is none."""
    found = _MARKER.match(text)
    return found[0] if found and found.end() < len(text) else ""


def follows(first: str, second: str) -> bool:
    """Whether two markers are those of items one after the other: bullets of a kind, or 1 and 2, or a and b."""
    one, other = _MARKER.match(first), _MARKER.match(second)
    if not one or not other or one["sign"] != other["sign"]:
        return False
    if one["bullet"] or other["bullet"]:
        return one["bullet"] == other["bullet"]
    if one["count"].isdecimal() and other["count"].isdecimal():
        return int(other["count"]) == int(one["count"]) + 1
    return len(one["count"]) == len(other["count"]) == 1 and ord(other["count"]) == ord(one["count"]) + 1


@cache
def _labels() -> re.Pattern[str]:
    return _any(label for language in load_languages() for label in language.credit_labels)


@cache
def _bylines() -> re.Pattern[str]:
    words = _any(word for language in load_languages() for word in language.bylines)
    return re.compile(rf"(?:{words.pattern})\s+", re.IGNORECASE)


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(set(words)))), re.IGNORECASE)

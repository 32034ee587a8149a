"""How runs of a DOCX file look: which are the same to a reader, and what another look is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from translate import patterns

_NAMED = patterns.compile(r"<(?:\w+:)?(?P<name>\w+)(?P<attributes>[^>]*?)/?>")
_INNER = patterns.compile(r"<(?:\w+:)?rPr\s*>(?P<inner>.*)</(?:\w+:)?rPr\s*>", re.DOTALL)
_CHANGE = patterns.compile(r"<((?:\w+:)?rPrChange)\b(?:[^>]*/>|.*?</\1\s*>)", re.DOTALL)
_UNSEEN = patterns.compile(r'<(?:\w+:)?(?:(?:lang|noProof|ins|del|rtl|cs)\b[^>]*|rFonts\s+(?:\w+:)?hint="\w*"\s*)/>')
"""What word processors note of a run that nobody sees: its language for the spelling checker, that there is none."""
_OFF = patterns.compile(r'val="(?:0|false|off|none)"')
_TAGS = {"b": "b", "i": "i", "u": "u", "strike": "s", "dstrike": "s"}
_STYLES = {"strong": "b", "emphasis": "i", "hyperlink": "u"}


@lru_cache(1024)
def key_of(look: str) -> str:
    """What two looks have in common that are the same to a reader.

    Args:
        look: The properties of a run, as its file has them.
    """
    found = _INNER.fullmatch(settled(look))
    return _UNSEEN.sub("", found["inner"]).strip() if found else ""


@lru_cache(1024)
def settled(look: str) -> str:
    """A look without what it was before a change."""
    return _CHANGE.sub("", look) if "rPrChange" in look else look


def common(looks: Iterable[tuple[str, int]]) -> str:
    """The look that most of a text has.

    Args:
        looks: Of each run, with its length.
    """
    lengths: Counter[str] = Counter()
    first: dict[str, str] = {}
    for look, length in looks:
        key = key_of(look)
        lengths[key] += length
        first.setdefault(key, look)
    return first[lengths.most_common(1)[0][0]] if lengths else ""


def name_of(look: str, base: str) -> str:
    """What a look is called in a text: a letter for what it has that its surroundings have not, or ``span``."""
    usual = set(_words(base))
    return next((name for name in _words(look) if name not in usual), "span")


@lru_cache(1024)
def _words(look: str) -> tuple[str, ...]:
    found = []
    for match in _NAMED.finditer(key_of(look)):
        name, written = match["name"], match["attributes"]
        if name in _TAGS and not _OFF.search(written):
            found.append(_TAGS[name])
        elif name == "vertAlign":
            found += [short for word, short in (("superscript", "sup"), ("subscript", "sub")) if word in written]
        elif name == "rStyle":
            found += [short for word, short in _STYLES.items() if word in written.lower()]
    return tuple(found)

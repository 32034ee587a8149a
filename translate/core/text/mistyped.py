"""Find what somebody typed in the place of an inline tag."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

from translate import patterns
from translate.core.text.tags import TAG, Side, counted
from translate.values import dataclass

_GAP = r"[\s\u00ad\u200b-\u200f\u2060\ufeff]{0,3}"
"""Space and what does not print."""
_SLASH = r"[/／\\]?"
_LIKE_A_TAG = patterns.compile(
    rf"(?P<bracket>[<＜]|&lt;|[‹«〈\[［{{]){_GAP}(?P<close>{_SLASH}){_GAP}"
    rf"(?P<kind>[^\W\d_]{{1,12}}){_GAP}(?P<number>\d{{1,4}}){_GAP}(?P<void>{_SLASH}){_GAP}(?:[>＞]|&gt;|[›»〉\]］}}])"
)
_ANGLES = frozenset({"<", "＜", "&lt;"})
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Mistyped:
    """Something that stands in the place of a tag."""

    start: int
    end: int
    tag: str
    """The tag that belongs there."""

    def has(self, span: tuple[int, int]) -> bool:
        """Whether a span of the same text is within it."""
        return self.start <= span[0] and span[1] <= self.end


def mistyped(source: str, target: str) -> Iterator[Mistyped]:
    """What stands in a translation in the place of tags that it lacks: ``< a1>``, ``<A1>``, ``&lt;a1&gt;``, ``<a1/>``.

    The number of a tag is its own in a text, so between angle brackets it tells which one is meant, whatever letters
    are before it: a keyboard may be set to another script. Other brackets want its letters, too. Where the source has
    no such number, as when it was copied from another text, the letters tell, if only one such tag is missing.

    Args:
        source: What the translation is of, with tags.
        target: The translation, with tags.

    Returns:
        What was found, in order, at most one for each time that a tag is missing.
    """
    wanted, given = counted(source), counted(target)
    left, proper = wanted - given, wanted & given
    if not left:
        return
    names = {_number(match["name"]): match["name"] for match in TAG.finditer(source)}
    for match in _LIKE_A_TAG.finditer(target):
        typed, kind = match[0], normalize("NFKC", match["kind"]).lower()
        name = names.get(int(match["number"])) or _only(kind, left)
        # Of two ends the first stands where the pair begins.
        begins = name and match["close"] and given[typed] > wanted[typed] and left[Side.OPEN.written(name)]
        if proper[typed] and not begins:
            proper[typed] -= 1
        elif name and (match["bracket"] in _ANGLES or kind == _kind(name)) and (tag := _lacking(match, name, left)):
            left[tag] -= 1
            yield Mistyped(match.start(), match.end(), tag)


def _number(name: str) -> int:
    return int(name.lstrip("abcdefghijklmnopqrstuvwxyz"))


def _kind(name: str) -> str:
    return name.rstrip(_DIGITS)


def _only(kind: str, left: Counter[str]) -> str | None:
    """The one name of a kind of which a tag is missing; None where there are more, or none."""
    alike = {name for tag in +left if _kind(name := tag.strip("</>")) == kind}
    return alike.pop() if len(alike) == 1 else None


def _lacking(match: re.Match[str], name: str, left: Counter[str]) -> str | None:
    """The tag of that name which is missing, the side that was typed before the other."""
    sides = (Side.CLOSE, Side.OPEN) if match["close"] else (Side.OPEN, Side.CLOSE)
    return next((tag for side in (*sides, Side.VOID) if left[tag := side.written(name)] > 0), None)

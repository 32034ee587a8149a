"""Find the quotation marks of a text that have no other half.

Whether a mark opens or closes is told by what stands around it and, where that tells nothing or another thing, by its
shape as well: languages use the same marks in other ways (“…”, „…“, ”…”, «…», »…«). So a text may have several
readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from translate import patterns
from translate.core.text.words import UNSPACED
from translate.values import dataclass

_Place = tuple[int, int]

_MARK = patterns.compile(r"''|’’|‘‘|(?<!\w),,(?=\w)|[\"“”„‟«»＂״「」『』]")
_OPENS, _CLOSES = frozenset("„‟«「『“") | {",,"}, frozenset("»」』”")
QUOTES = "\"＂“”„‟«»'’‘"
"""The marks around quotations, but for those of Chinese and Japanese."""
_STRAIGHT = frozenset('"＂')
_TWO_WAYS = frozenset("“”")
"""Marks that open a quotation in one language and close it in another."""

_OPENING_SINGLE = patterns.compile(r"(?:(?<=[\s(\[—–:\"“„«])|\A)['‘‚‹](?=[^\W\d_])")
_CLOSING_SINGLE = patterns.compile(r"(?<=[\w.,!?…])['’‘›](?!\w)")
_MEETING = patterns.compile(r"['’‘›\"”“»][.,!?…]{0,3}\s?(?:['’‘›\"”“»])(?!\w)")
QUOTED = patterns.compile(r"[“”„«\"][^“”„«»\"]{1,80}[”“»\"]")
"""A short quotation, or a name between quotation marks."""
_FIRST = patterns.compile(r"\A\s*(?:''|,,|[\"“”„«»「『'‘])")

_HEBREW_BEFORE = patterns.compile(r"[\u05d0-\u05ea]+\Z")
_HEBREW = patterns.compile(r"[\u05d0-\u05ea]")
_TIED = patterns.compile(rf"{UNSPACED}|[\u3000-\u303f\uac00-\ud7af\uff00-\uffef]")
"""What needs no space around a quotation: writing without spaces, its marks, and Korean, whose particles follow it."""
_STOPS = frozenset(".,!?…،؟")
"""Marks behind which a space may be lacking."""
_FEET = patterns.compile(r"\d['’′]\s?\d{1,2}\Z")
_FIGURE = patterns.compile(r"\d\Z")

_NEAR = 5
"""Characters before a mark that tell what it is."""
_MOST = 4
"""Marks without their other half that are remembered, of each kind."""


@dataclass(frozen=True, slots=True)
class Halves:
    """The marks without their other half, in one reading of a text: their places from left to right."""

    closing: tuple[_Place, ...] = ()
    """Marks that close what nothing has opened."""
    opening: tuple[_Place, ...] = ()
    """Marks that open what nothing closes."""

    @property
    def count(self) -> tuple[int, int]:
        """How many close, and how many open."""
        return len(self.closing), len(self.opening)


WHOLE = Halves()


@lru_cache(maxsize=2048)  # A check of an article asks for its texts, and that of each text again.
def halves(
    text: str, *, inches: bool = False, merging: bool = False, loose: bool = False, prefixes: tuple[str, ...] = ()
) -> tuple[Halves, ...]:
    """Find the marks without their other half.

    Args:
        text: A paragraph.
        inches: Whether a mark behind a figure may stand for inches.
        merging: Whether one mark may close two quotations that end together, as Russian and French have it.
        loose: Whether a straight mark may open or close whatever its spaces say, since a space may be wrong.
        prefixes: What its language writes in one word before others: Hebrew may open a quotation behind it.

    Returns:
        Each reading of the text, that with the fewest lone marks first: `WHOLE` where all pair. Single quotation marks
        are no marks here: they are apostrophes too often.
    """
    readings = {(0, 0): WHOLE}
    before = frozenset("".join(prefixes))
    for found in _MARK.finditer(text):
        if roles := _roles(found, before, inches=inches, loose=loose):
            following: dict[tuple[int, int], Halves] = {}
            for reading in readings.values():
                for each in _read(reading, found.span(), roles, merging=merging):
                    following.setdefault(each.count, each)
            readings = following
    return tuple(sorted(readings.values(), key=lambda reading: sum(reading.count)))


def singles(text: str) -> Halves:
    """Find the single quotation marks without their other half, which are not evidently apostrophes."""
    opened: tuple[_Place, ...] = ()
    closing: tuple[_Place, ...] = ()
    marks = [(found.span(), True) for found in _OPENING_SINGLE.finditer(text)]
    marks += [(found.span(), False) for found in _CLOSING_SINGLE.finditer(text)]
    for place, opens in sorted(marks):
        if opens:
            opened = (place,)
        elif opened:
            opened = ()
        elif not text[place[0] - 1].isalnum():  # “The workers' rights” has an apostrophe.
            closing = (place,)
    return Halves(closing, opened)


def without_first(text: str) -> str:
    """A text without the mark that it begins with: one that is repeated where a quotation runs over paragraphs."""
    return _FIRST.sub(" ", text, count=1)


def parted(text: str) -> list[str]:
    """The pieces of a text between its quotation marks."""
    return _MARK.split(text)


def ends_together(text: str) -> bool:
    """Whether two quotations of a text end at the same place."""
    return _MEETING.search(text) is not None


def _read(reading: Halves, place: _Place, roles: Sequence[str], *, merging: bool) -> Iterator[Halves]:
    """What a reading becomes with one mark more."""
    for role in roles:
        if role == "none":
            yield reading
        elif role == "open":
            yield Halves(reading.closing, _with(reading.opening, place))
        elif not reading.opening:
            yield Halves(_with(reading.closing, place))
        else:
            yield Halves(reading.closing, reading.opening[:-1])
            if merging and len(reading.opening) > 1:
                yield Halves(reading.closing, reading.opening[:-2])


def _with(places: tuple[_Place, ...], place: _Place) -> tuple[_Place, ...]:
    """The places with one more; of too many the first two go, so that an odd number stays one."""
    return (*places, place)[2 if len(places) == _MOST else 0 :]


def _roles(found: re.Match[str], prefixes: frozenset[str], *, inches: bool, loose: bool) -> tuple[str, ...]:
    """What a mark may be, the likeliest first: one that opens, one that closes, or none."""
    text, mark = found.string, found[0]
    near, behind = text[max(0, found.start() - _NEAR) : found.start()], text[found.end() : found.end() + 1]
    before = near[-1:]
    if _HEBREW.match(behind) and (letters := _HEBREW_BEFORE.search(near)):
        # Gershayim are a letter of the word, as in ארה"ב; only behind a prefix a quotation may begin.
        goes_on = _HEBREW.match(text, found.end() + 1)
        quoted = goes_on and prefixes.issuperset(letters[0])
        return ("none", "open") if quoted else ()
    if _FEET.search(near):
        return ()
    # Of two marks in a row both open or both close.
    behind = text[found.end() : found.end() + _NEAR].lstrip(QUOTES)[:1]
    before = near.rstrip(QUOTES)[-1:]
    opens = bool(behind) and not behind.isspace() and behind not in _STOPS and not before.isalnum()
    closes = bool(before) and not before.isspace() and not behind.isalnum()
    roles = [role for role, there in (("open", opens), ("close", closes)) if there]
    shape = ["open"] * (mark in _OPENS) + ["close"] * (mark in _CLOSES)
    unspaced = _TIED.match(before) or _TIED.match(behind)
    between = unspaced and before.strip() and behind.strip()  # Without a space, its place tells nothing.
    roles = [*shape, *roles] if between else [*roles, *shape]
    tied = unspaced or (before in _STOPS and behind.isalnum())
    if tied or (loose and mark in _STRAIGHT) or (opens == closes and (mark in _TWO_WAYS or not roles)):
        roles += ["open", "close"]
    if inches and _FIGURE.search(near):
        roles.append("none")
    return tuple(dict.fromkeys(roles))

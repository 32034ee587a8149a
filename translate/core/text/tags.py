"""Inline markup in the text of a PO entry, by the short names that translators' tools protect.

``The <a1>ferry</a1> sailed.<br2/>`` has a pair and a point. Who drafts, matches terms or checks a text sees it without
them; their places are known by offset, so that they come back, and so that what was found in the plain text is shown
where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from translate import patterns
from translate.core.text.aligning import Pair, Span, stretches, words_of
from translate.values import dataclass

TAG = patterns.compile(r"<(?P<close>/?)(?P<name>(?!h[1-6]\b)[a-z]{1,12}[1-9][0-9]{0,3})(?P<void>/?)>")
"""A name is letters of what it is, and its number in the text. The headings of HTML are none: they are no inline tags,
and somebody may write about them."""


class Side(StrEnum):
    """What a tag does."""

    OPEN = "open"
    CLOSE = "close"
    VOID = "void"
    """It stands at a point, around nothing."""

    @classmethod
    def of(cls, match: re.Match[str]) -> Side:
        """What the tag does that `TAG` has found."""
        return cls.CLOSE if match["close"] else cls.VOID if match["void"] else cls.OPEN

    def written(self, name: str) -> str:
        """The tag of a name as texts have it."""
        return {Side.OPEN: f"<{name}>", Side.CLOSE: f"</{name}>", Side.VOID: f"<{name}/>"}[self]


STANDING = frozenset({"code", "kbd", "math", "samp", "var", "x"})
"""Points that stand for words, such as the name of a command: the plain text has them, as it has an address."""
_SPACED = frozenset({"br", "tab"})
"""Points that part words though no space is beside them."""
_NUMBER = patterns.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A tag, and where it stands."""

    name: str
    side: Side
    at: int
    """Offset in the plain text of what stands behind it."""
    start: int
    """Offset in the text that has it."""
    parts: bool = False
    """Whether the plain text has a space in its place, since it parts two words."""

    def __str__(self) -> str:
        return self.side.written(self.name)

    @property
    def breaks(self) -> bool:
        """Whether it is of a kind that parts words though no space is beside it."""
        return _NUMBER.sub("", self.name) in _SPACED

    @property
    def end(self) -> int:
        """Offset of what stands behind it, in the text that has it."""
        return self.start + len(str(self))

    @property
    def longer(self) -> int:
        """How many characters it makes the text longer."""
        return len(str(self)) - self.parts


@dataclass(frozen=True, slots=True)
class Tagged:
    """A text, parted from its tags."""

    plain: str
    """The text without them, but for those that stand for words."""
    places: tuple[Place, ...] = ()
    """The tags that were taken out, in order."""

    def outer(self, span: tuple[int, int]) -> tuple[int, int]:
        """Where a span of the plain text stands in the text with its tags; those at its ends are outside."""
        start, end = span
        begin = start + sum(place.longer for place in self.places if place.at <= start)
        # A space that stands for a tag ends where that ends.
        before = (place.longer for place in self.places if place.at < end or (place.parts and place.at == end > start))
        return begin, max(begin, end + sum(before))


@lru_cache(maxsize=1024)  # A text is matched, drafted, checked and judged, one right after the other.
def parted(text: str) -> Tagged:
    """Part a text from its tags.

    Args:
        text: Any text; whether its tags are balanced does not matter.
    """
    words: list[str] = []
    places: list[Place] = []
    done = length = 0
    before = " "
    out = [tag for tag in TAG.finditer(text) if not _stands(tag)] if "<" in text else []
    for match, goes_on in zip(out, _goes_on(text, out), strict=True):
        side, name = Side.of(match), match["name"]
        words.append(text[done : match.start()])
        length += match.start() - done
        done = match.end()
        before = words[-1][-1] if words[-1] else before
        parts = goes_on and not before.isspace() and _NUMBER.sub("", name) in _SPACED
        if parts:
            words.append(before := " ")
            length += 1
        places.append(Place(name, side, length, match.start(), parts))
    return Tagged("".join((*words, text[done:])), tuple(places))


def _stands(tag: re.Match[str]) -> bool:
    """Whether a tag stands for words, so that the plain text has it."""
    return bool(tag["void"]) and _NUMBER.sub("", tag["name"]) in STANDING


def _goes_on(text: str, tags: Sequence[re.Match[str]]) -> list[bool]:
    """For each tag whether something other than a space or the end follows behind it and the tags at it."""
    found: list[bool] = []
    goes_on, start = False, len(text)
    for tag in reversed(tags):
        if tag.end() < start:
            goes_on = not text[tag.end()].isspace()
        found.append(goes_on)
        start = tag.start()
    return found[::-1]


def plain(text: str) -> str:
    """A text without its tags."""
    return parted(text).plain if "<" in text else text


def counted(text: str) -> Counter[str]:
    """The tags of a text, those that stand for words among them, each as often as it is there."""
    return Counter(match[0] for match in TAG.finditer(text)) if "<" in text else Counter()


def unbalanced(text: str) -> Iterator[tuple[int, int]]:
    """Where the tags of a text stand that have no other end in it, or cross another pair."""
    pending: list[re.Match[str]] = []
    for match in TAG.finditer(text) if "<" in text else ():
        side = Side.of(match)
        if side is Side.OPEN:
            pending.append(match)
        elif side is Side.CLOSE:
            if pending and pending[-1]["name"] == match["name"]:
                pending.pop()
            else:
                yield match.span()
    yield from (match.span() for match in pending)


def has_tags_of(text: str, source: str) -> bool:
    """Whether a translation has the tags of its source, each as often, and tears none that the source does not."""
    return counted(text) == counted(source) and (not any(unbalanced(text)) or any(unbalanced(source)))


def fitted(text: str, source: str) -> str:
    """A translation of another text with the tags of this one: its own where they are the same, else as `put` does."""
    return text if has_tags_of(text, source) else put(plain(text), source)


def is_lone_space(text: str, at: int) -> bool:
    """Whether a space stands there between two that are none: a tag that parts words can stand in its place."""
    beside = text[at - 1 : at + 2] if at > 0 else ""
    return beside[1:2] == " " and len(beside.strip()) == len(beside) > 2  # noqa: PLR2004 -- It, and what is beside it.


def put(text: str, source: str, sentences: Sequence[Pair] = (), known: Sequence[Pair] = ()) -> str:
    """Put the tags of a source into its translation, each where it stands in proportion to the words.

    A tag never stands inside a word, unless the translation is the source itself; and those that are balanced in the
    source are so in the translation. None leaves its sentence, or passes what is known to stand in both, as names do.

    Args:
        text: A translation without tags.
        source: What it translates, with tags.
        sentences: Where the sentences stand in both without tags, as far as that is known (`aligning.stretches`).
        known: What else is known to stand for what.

    Returns:
        The translation with all of them; of a source without any the text itself.
    """
    own = parted(source)
    if not own.places:
        return text
    if own.plain == text:
        return source
    both = _Both.of(own.plain, text, stretches(own.plain, text, sentences, known))
    pieces: list[str] = []
    done = spot = 0
    for place in own.places:
        # Two that stand at one word, or share it, stay in their order; what begins behind a space does so then, too.
        wanted = both.spot(place)
        if wanted < spot and place.side is Side.OPEN and own.plain[place.at - 1].isspace():
            while spot < len(text) and text[spot].isspace():
                spot += 1
        spot = max(spot, wanted)
        words = text[done:spot]
        stands_in = place.parts and words and is_lone_space(text, spot - 1)
        pieces += (words[:-1] if stands_in else words, str(place))
        done = spot
    return "".join((*pieces, text[done:]))


@dataclass(frozen=True, slots=True)
class _Both:
    """A text and its translation, word by word, both without tags."""

    source: str
    source_words: Sequence[Span]
    text: str
    words: Sequence[Span]
    stretches: Sequence[Pair]
    """What of the one stands for what of the other."""
    starts: Sequence[int]
    ends: Sequence[int]
    """Of the stretches, in the source."""
    marks: Sequence[int]
    """How many marks are right before each offset of the source …"""
    before: Sequence[int]
    """… and of the translation …"""
    behind: Sequence[int]
    """… and how many right behind."""

    @classmethod
    def of(cls, source: str, text: str, pairs: Sequence[Pair]) -> _Both:
        """Both, with their stretches."""
        starts, ends = ([span[side] for span, _ in pairs] for side in (0, 1))
        runs = (_marks_before(source), _marks_before(text), _marks_before(text[::-1])[::-1])
        return cls(source, words_of(source), text, words_of(text), pairs, starts, ends, *runs)

    def spot(self, place: Place) -> int:
        """The offset in the translation that a tag of the source belongs at, in proportion."""
        at = place.at
        if at == 0:
            return 0
        if at == len(self.source):
            return len(self.text)
        beside = self.source[at - 1], self.source[at]
        # A point behind a word, as of a note, stays there.
        follows = place.side is Side.VOID and not beside[0].isspace() and not beside[1].isalnum()
        closes = place.side is Side.CLOSE or follows
        number = bisect_left(self.ends, at) if closes else bisect_right(self.starts, at) - 1
        (start, end), (begin, finish) = self.stretches[number]
        if at == (end if closes else start):
            piece = self.text[begin:finish]
            return begin + len(piece.rstrip()) if closes else finish - len(piece.lstrip())
        first = bisect_left(self.source_words, (start,))
        behind, all_ = (bisect_left(self.source_words, (to,)) - first for to in (at, end))
        before = bisect_left(self.words, (begin,))
        there = bisect_left(self.words, (finish,)) - before
        if closes and (number or behind):
            words = -(-behind * there // max(all_, 1))
            ended = self.words[before + words - 1][1] if words else begin
            # Where marks end the source, as many are within: “<em1>It left.</em1>”.
            return min(finish, ended + min(self.marks[at], self.behind[ended]))
        words = behind * there // max(all_, 1)
        begins = self.words[before + words][0] if words < there else finish
        # A point parts no mark from its word.
        with_marks = place.side is Side.VOID or _is_mark(beside[1])
        return max(begin, begins - self.before[begins]) if with_marks and begins < len(self.text) else begins


def _marks_before(text: str) -> list[int]:
    runs = [0]
    for character in text:
        runs.append(runs[-1] + 1 if _is_mark(character) else 0)
    return runs


def _is_mark(character: str) -> bool:
    return not (character.isalnum() or character.isspace())

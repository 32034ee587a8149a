"""Tell a title from the ordinary words that it is made of: “Today” is a show, and today is a day.

A title that nobody has decided on is meant where quotation marks stand around it, or where it has a capital that its
place alone does not explain: nobody writes “the Today team” of a day. At the start of a sentence, in a headline in
title case and among ALL CAPS any word has its capital. There it is meant if its article says so elsewhere, in one of
these ways and never in small letters; or if its letters are likelier in another language than in the source's.

What nobody can tell this way: a title of the source's own words at the start of a sentence, where the article has it
nowhere else, is taken for words; a place or a person whom a title is called after, as “Casablanca”, is taken for the
title wherever it stands. A row of the glossary settles either.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field

from translate import patterns
from translate.core.text.quotations import QUOTES
from translate.core.text.spelling import normalise
from translate.core.text.words import LETTERS, TOKEN
from translate.values import dataclass

_SENTENCE_STARTS_BEHIND = frozenset(".!?:…\"'([{<¿¡–—―•*|")
_LOOK_BACK = 4
"""Characters that tell whether a sentence starts: its end, closing brackets, a space."""
_MARKS = re.escape(f"{QUOTES}‟‚‹›「」『』")
_OPENS = patterns.compile(rf"(?P<told>[^\W\d_][ \u00a0(])?(?<!\w)[{_MARKS}]\Z")
_CLOSES = patterns.compile(rf"[{_MARKS}](?!\w)")
_CLOSES_LATE = patterns.compile(rf"[.,!?…][{_MARKS}](?!\w)")
_NEAR = 3
"""Characters before a title that tell whether it is quoted, and behind what."""
_LEAST = 2
"""Letters of a title that its capital tells: “I” has one anyway."""
_AROUND = 300
"""Characters before a title, and behind it, that tell whether it stands in a headline."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What is known of the words of the language that the texts are in."""

    small: frozenset[str] = frozenset()
    """Those that a headline in title case leaves in small letters; nothing where no headline is."""
    lack: Callable[[str], bool] = field(default=lambda _: False, compare=False, repr=False)
    """Whether a title is evidently none of its words."""


PLAIN_WORDS = SourceWords()
"""Of a language that nobody knows."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How an article has the titles that nobody has decided on."""

    told: frozenset[str] = frozenset()
    """Those that it evidently means somewhere."""
    small: frozenset[str] = frozenset()
    """Those whose words it has in small letters."""


NO_USAGE = Usage()


def is_meant(title: str, text: str, place: Place, usage: Usage, words: SourceWords) -> bool:
    """Whether a text means a title whose letters stand at a place of it, in whatever capitals.

    Args:
        title: As the list has it.
        text: Any text.
        place: Where the letters begin and end.
        usage: How the article of the text has the titles.
        words: What is known of its language.
    """
    if is_told(title, text, place, words):
        return True
    if title in usage.small or not has_its_capitals(title, text[slice(*place)]):
        return False
    return title in usage.told or words.lack(title)


def is_told(title: str, text: str, place: Place, words: SourceWords) -> bool:
    """The same by the place alone."""
    start, end = place
    piece, before, behind = text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if not has_its_capitals(title, piece):
        return False
    if _is_quoted(before, behind):
        return True
    loud = is_shouting(before + piece + behind) or (piece.isupper() and not title.isupper())
    if loud or sum(map(str.isalpha, piece)) < _LEAST:
        return False
    if _has_capital_within(piece):
        return True
    plain = normalise(before).text
    unexplained = piece[1:] if starts_sentence(plain, len(plain)) else piece
    return any(map(str.isupper, unexplained)) and _is_prose(f"{before} {behind}", words)


def has_its_capitals(title: str, piece: str) -> bool:
    """Whether a piece of text with the letters of a title has no fewer capitals; any word may begin with one more."""
    own, piece = normalise(title).text, normalise(piece).text
    if piece == own or piece.isupper():
        return True
    begins = {word.start() for word in TOKEN.finditer(piece)}
    return len(own) == len(piece) and all(
        here == there or (place in begins and here == there.title())
        for place, (here, there) in enumerate(zip(piece, own, strict=True))
    )


def is_small(title: str, piece: str) -> bool:
    """Whether the letters of a title that has capitals stand there without any."""
    return piece == piece.lower() and title != title.lower()


def _is_quoted(before: str, behind: str) -> bool:
    """Whether quotation marks of any kind stand around what stands between two texts.

    Another mark before the closing one, as in “Today,” may be of what somebody says: such a quotation is a title's
    where a word goes right before it.
    """
    opens = _OPENS.search(before[-_NEAR:])
    if opens is None:
        return False
    return bool(_CLOSES.match(behind) or (opens["told"] and _CLOSES_LATE.match(behind)))


def starts_sentence(text: str, start: int) -> bool:
    """Whether a capital at `start` may be there only because a sentence, quotation or list item begins."""
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(" ").rstrip(")]}")
    if not before:
        return start <= _LOOK_BACK
    return before[-1] in _SENTENCE_STARTS_BEHIND or before == "-" or before.endswith(" -")


def is_shouting(text: str) -> bool:
    """Whether a text is in ALL CAPS as a whole, and long enough for that to mean anything."""
    return text.isupper() and sum(word.isupper() for word in TOKEN.findall(text)) > 1


def _has_capital_within(piece: str) -> bool:
    """Whether a word has a capital behind its first letter, which no headline gives it."""
    return any(map(str.isupper, "".join(word[1:] for word in LETTERS.findall(piece))))


def _is_prose(text: str, words: SourceWords) -> bool:
    """Whether a text has a word in small letters that a headline in title case would not leave so."""
    return any(word.islower() and word not in words.small for word in LETTERS.findall(text))

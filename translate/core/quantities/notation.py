"""What a language calls its quantities: millions, miles, months, and the words for numbers."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from translate import patterns
from translate.core.text.words import GLUING
from translate.values import dataclass

T = TypeVar("T")

WORD = patterns.compile(r"[^\W\d_][^\s\d!-/:-@\[-`{-~«»„“”‘’‚…–—،؛。、，（）「」]{0,39}")
"""A word with the marks that some scripts write their vowels with, which are no letters to `LETTERS`."""
_GLUED = patterns.compile(GLUING)
_BETWEEN = patterns.compile("[ \u00a0\u2009\u202f/-]?")
_ENDING = 5
"""Letters that may follow a stem: Russian “миллион-ами”, Estonian “kilogramm-ine”."""
_LETTERS = 4
"""A word of fewer letters is written in full, or is an abbreviation."""


def fold(word: str) -> str:
    """A word in small letters, however its accents are encoded."""
    folded = unicodedata.normalize("NFC", word.casefold()).replace("ё", "е")
    return folded.replace("i\u0307", "i").replace("ı", "i")  # Turkish has an “i” with a dot and one without.


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A word or a sign in a text."""

    end: int
    """Where it ends."""
    meant: frozenset[T]
    """All that it may stand for."""
    letters: int
    """How many of its letters are known, the others being an ending."""


class Vocabulary(Generic[T]):
    """Words and signs with what each stands for, looked up where one begins in a text."""

    def __init__(
        self, words: Iterable[tuple[str, T]] = (), signs: Iterable[tuple[str, T]] = (), shortest: int = _LETTERS
    ) -> None:
        """Take words and signs.

        Args:
            words: One or several to a name; to those that are long enough, endings may be added.
            signs: To these nothing may.
            shortest: So many letters are enough.
        """
        self._shortest = shortest
        self._signs: dict[str, frozenset[T]] = {}
        for sign, meant in signs:
            self._signs[sign] = self._signs.get(sign, frozenset()) | {meant}
        self._words: dict[str, dict[tuple[str, ...], frozenset[T]]] = {}
        for name, meant in words:
            first, *rest = [fold(found[0]) for found in WORD.finditer(name)] or [""]
            if first:
                others = self._words.setdefault(first, {})
                others[tuple(rest)] = others.get(tuple(rest), frozenset()) | {meant}
        self._longest = _longest(self._words), _longest(self._signs)

    def at(self, text: str, start: int) -> Found[T] | None:
        """What begins at a place of a text: of several, the longest, of which most is known."""
        # Most of a text is left at the first letter.
        begins = text[start : start + 1].casefold()
        word, sign = (longest.get(begins, 0) for longest in self._longest)
        if not word and not sign:
            return None
        found = [*self._words_at(text, start, word), *self._signs_at(text, start, sign)]
        if not found:
            return None
        end, letters = max((one.end, one.letters) for one in found)
        same = (one.meant for one in found if (one.end, one.letters) == (end, letters))
        return Found(end, frozenset[T]().union(*same), letters)

    def beginnings(self, text: str, start: int) -> Iterator[Found[T]]:
        """Yield each word that the one at a place of a text begins with, whatever follows, the longest first."""
        word = WORD.match(text, start)
        folded = fold(word[0]) if word else ""
        for length in range(min(len(folded), self._longest[0].get(folded[:1], 0)), 0, -1):
            if meant := self._words.get(folded[:length], {}).get(()):
                yield Found(start + length, meant, length)

    def _signs_at(self, text: str, start: int, longest: int) -> Iterator[Found[T]]:
        for length in range(min(longest, len(text) - start), 0, -1):
            sign = text[start : start + length]
            if sign in self._signs and not (sign[-1].isalpha() and _continues(text, start + length)):
                yield Found(start + length, self._signs[sign], length)
                return

    def _words_at(self, text: str, start: int, longest: int) -> Iterator[Found[T]]:
        word = WORD.match(text, start) if longest else None
        folded = fold(word[0]) if word else ""
        for length in range(min(len(folded), longest), 0, -1):
            for rest, meant in self._words.get(folded[:length], {}).items():
                if word and _is_form(folded, length, self._shortest):
                    # The letters of a word that others are glued to go on being read.
                    behind = start + length if _GLUED.match(folded[length - 1]) else word.end()
                    end = _behind(text, behind, rest)
                    if end >= 0:
                        yield Found(end, meant, length)


def _longest(names: Iterable[str]) -> dict[str, int]:
    """How long the longest is of those that begin with a letter."""
    found: dict[str, int] = {}
    for name in names:
        found[name[:1].casefold()] = max(len(name), found.get(name[:1].casefold(), 0))
    return found


def _continues(text: str, end: int) -> bool:
    return end < len(text) and text[end].isalpha() and not _GLUED.match(text[end])


def _is_form(word: str, stem: int, shortest: int) -> bool:
    """Whether a word begins with a stem of so many letters, and is a form of it."""
    return bool(len(word) == stem or _GLUED.match(word[stem - 1]) or (stem >= shortest and len(word) - stem <= _ENDING))


def _behind(text: str, start: int, words: tuple[str, ...]) -> int:
    """Where words end that begin at a place; -1 where they do not stand there."""
    for stem in words:
        between = _BETWEEN.match(text, start)
        found = WORD.match(text, between.end() if between else start)
        if not found or not fold(found[0]).startswith(stem) or len(found[0]) - len(stem) > _ENDING:
            return -1
        start = found.end()
    return start


@dataclass(frozen=True, slots=True)
class Ways:
    """What a language tells in numbers of its own, and what stands between a number and what it counts."""

    next_half: bool = False
    """Whether half hours are told by the hour that is next: German “halb sechs” is half past five."""
    hundreds: bool = False
    """Whether centuries are told by their hundreds: Swedish “1800-talet” is the 19th."""
    decades: bool = False
    """Whether decades are told by their place in the century: Icelandic tells the 1980s as the ninth."""
    fahrenheit: bool = False
    """Whether degrees of no scale may be Fahrenheit's."""
    linking: tuple[str, ...] = ()
    """What may stand before a unit or a month: Spanish “millones de euros”."""

    losing: tuple[str, ...] = ()
    """How words begin that tell of a side that loses: it may be told the score of either side first."""

    afternoon: tuple[str, ...] = ()
    """What words have that tell of a time after noon, behind a space where they begin so; empty if nobody knows."""


NO_WAYS = Ways()


@dataclass(frozen=True, slots=True)
class Notation:
    """How a language writes quantities; the words for numbers are looked up when they are asked for."""

    magnitudes: Vocabulary[int]
    """Words for powers of ten, by the power: “million” is 6."""
    units: Vocabulary[str]
    """Words and signs for units and currencies, by their names: ``length-mile``, ``EUR``."""
    months: Vocabulary[int]
    """The names of the months."""
    spell: Callable[[str], tuple[str, ...]]
    """The ways to write a number (its digits) in words."""
    number_words: Callable[[], Vocabulary[str]]
    """The words for the numbers from nought to a hundred, and its own, by their digits."""
    added: Vocabulary[str]
    """What more there is behind a number or what it counts, by its digits: “and a half” is 0.5."""
    ways: Ways = NO_WAYS


def _no_words(_: str) -> tuple[str, ...]:
    return ()


NOTHING = Notation(Vocabulary(), Vocabulary(), Vocabulary(), _no_words, Vocabulary, Vocabulary())


def no_notation() -> Notation:
    """Nothing is known of the language."""
    return NOTHING

"""Make texts comparable that a reader would call alike, remembering where each character stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from translate import patterns
from translate.values import dataclass

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = "\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
_STRESS = "\u0300\u0301"
"""Accents that no letter took up: Russian and Ukrainian texts mark the stress with them."""
_MARKS_IN_A_ROW = 30
"""The limit of the Stream-Safe Text Format (UAX #15, section 13): no language needs more, and sorting them is slow."""

_IS_INVISIBLE = patterns.compile(f"[{_INVISIBLE}]")
_IS_PLAIN = patterns.compile("(?: ?[!-~¡-ª¬®-º¼-ʯ])* ?")
"""What nothing below would change: Latin letters as one writes them, and single spaces between."""
_MOVES_LETTERS = patterns.compile(f"[{_INVISIBLE}{_STRESS}]")
_MOVES_OFFSETS = patterns.compile(f"[{_INVISIBLE}{_STRESS}]|  ")


def _table() -> dict[int, str]:
    spaces = re.findall(f"[{_SPACES}]", "".join(map(chr, range(0x3001))))
    alike = {"'": "’ʼ‘‛׳", '"': "“”„‟«»״", "-": "\u2010\u2011", " ": spaces}
    return {ord(char): plain for plain, chars in alike.items() for char in chars}


_ALIKE = _table()
_AMONG_LETTERS = [chr(code) for code in _ALIKE if chr(code).isalpha()]
"""The signs that are letters by their kind, apostrophes all of them."""
_FOLD = {ord("İ"): "i", ord("Σ"): "σ", ord("ς"): "σ"}
"""The only letters whose lower case has another length, or depends on where they stand."""
_IS_ODD = patterns.compile("[İΣς]")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in its comparable spelling."""

    text: str
    """NFC; plain quotes, hyphens and single spaces; nothing invisible. Capitals stay."""
    folded: str
    """The same without capitals, character by character."""
    spans: tuple[tuple[int, int], ...] | None
    """Where each character of `text` stood; None where every character stood at its own offset."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of a piece of `text` that is not empty."""
        return (start, end) if self.spans is None else (self.spans[start][0], self.spans[end - 1][1])


# A text is looked through by several finders, one right after the other.
@lru_cache(maxsize=4)
def normalise(text: str) -> Normalised:
    """Give a text its comparable spelling.

    Args:
        text: Any text.

    Returns:
        The spelling and the way back to the offsets of `text`. Normalising a spelling again changes nothing.
    """
    if _IS_PLAIN.fullmatch(text):
        return Normalised(text, fold(text), None)
    plain = text.translate(_ALIKE)
    if not _MOVES_OFFSETS.search(plain) and unicodedata.is_normalized("NFC", plain):
        return Normalised(plain, fold(plain), None)
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    for piece, start, end in _composed(plain):
        for char in piece.translate(_ALIKE):
            if char == " " and characters and characters[-1] == " ":
                continue
            characters.append(char)
            spans.append((start, end))
    plain = "".join(characters)
    return Normalised(plain, fold(plain), tuple(spans))


def letters(text: str) -> str | None:
    """A long text without capitals, whose words are spelt as `normalise` has them, and no sign: quicker than that.

    Returns:
        None where a word may have other letters in its comparable spelling.
    """
    for char in _AMONG_LETTERS:
        text = text.replace(char, "'")
    return fold(text) if not _MOVES_LETTERS.search(text) and unicodedata.is_normalized("NFC", text) else None


def fold(text: str) -> str:
    """Lower case, character by character, so that offsets stay."""
    return (text if text.isascii() or not _IS_ODD.search(text) else text.translate(_FOLD)).lower()


def _composed(text: str) -> Iterator[tuple[str, int, int]]:
    """Each letter with its marks in NFC, without stress marks, and its offsets."""
    cluster, start, end, marks = "", 0, 0, 0
    for offset, char in enumerate(text):
        if _IS_INVISIBLE.match(char):
            continue
        mark = unicodedata.combining(char) != 0
        if cluster and marks < _MARKS_IN_A_ROW and (mark or _joins(cluster, char)):
            cluster += char
            marks += mark
        else:
            yield _without_stress(cluster), start, end
            cluster, start, marks = char, offset, int(mark)
        end = offset + 1
    yield _without_stress(cluster), start, end


def _joins(cluster: str, char: str) -> bool:
    """Whether two characters, neither of them a combining mark, become one: Korean syllables, some Indian vowels."""
    if char.isascii():
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", cluster + char) != apart


def _without_stress(cluster: str) -> str:
    composed = unicodedata.normalize("NFC", cluster)
    if not any(mark in composed for mark in _STRESS):
        return composed
    return unicodedata.normalize("NFC", "".join(char for char in composed if char not in _STRESS))

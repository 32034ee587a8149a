"""What a language writes in one word with a noun: “in the parliament” is one word of Hebrew, and of Korean.

A form of a term is there where nothing is joined to it but such letters. In writing without spaces nobody can tell by
the letters alone where a word ends, so a form is there wherever its letters stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from translate.core.text.spelling import fold
from translate.core.text.words import MARK, UNSPACED
from translate.values import dataclass

_MOST = 3
"""Prefixes or particles in a row, at most: Hebrew “and when in the”, Korean “to them, too”."""
_STEM = 3
"""Letters of a word that tell it from others."""
_ENDING = 4
"""Letters behind them, at most."""
_LETTER = r"[^\W_]"


@dataclass(frozen=True, slots=True)
class Joining:
    """What stands in one word with a noun."""

    prefixes: tuple[str, ...] = ()
    """Articles, prepositions and conjunctions before it; an article before each word of several."""
    particles: tuple[str, ...] = ()
    """What follows it, as Korean has it."""
    spaces: bool = True
    """Whether words stand apart at all."""
    changing: tuple[str, ...] = ()
    """Letters at the end of a noun that become others where it has an ending: Hebrew “ממשלה”, “ממשלת”, “ממשלתו”."""

    def __bool__(self) -> bool:
        return bool(self.prefixes or self.particles or not self.spaces)


APART = Joining()


# A term is looked for in each text whose source has it.
@lru_cache(maxsize=4096)
def joined(form: str, joining: Joining) -> re.Pattern[str]:
    """The pattern of a form with what may be joined to it, whose group 1 is the form; both without capitals."""
    if not joining.spaces:
        return re.compile(f"{_apart(form[0], before=True)}({re.escape(form)}){_apart(form[-1], before=False)}")
    before, behind = _any_of(joining.prefixes), _any_of(joining.particles)
    words = [re.escape(word) for word in re.split("[ -]", form)]
    inner = f"[ -]{before}?".join(words)
    some = f"{{0,{_MOST}}}"
    return re.compile(f"(?<!{_LETTER}){before}{some}({inner}){behind}{some}(?!{_LETTER}|{MARK})")


# The same.
@lru_cache(maxsize=4096)
def changed(form: str, joining: Joining) -> re.Pattern[str] | None:
    """The pattern of what may be a form with other endings, without capitals.

    Returns:
        None where the language has none that are not known, or nothing is left of the form to know one by.
    """
    words = re.split("[ -]", form)
    stems = [word[:-1] if word.endswith(joining.changing) else word for word in words] if joining.changing else []
    if max(map(len, stems), default=0) < _STEM:
        return None
    before = _any_of(joining.prefixes)
    likely = (
        f"{re.escape(stem)}{_LETTER}{{0,{_ENDING}}}" if len(stem) >= _STEM else re.escape(word)
        for word, stem in zip(words, stems, strict=True)
    )
    inner = f"[ -]{before}?".join(likely)
    return re.compile(f"(?<!{_LETTER}){before}{{0,{_MOST}}}{inner}(?!{_LETTER}|{MARK})")


def _any_of(pieces: Iterable[str]) -> str:
    """A pattern of one of them, the longest first; of nothing where there is none."""
    longest_first = sorted(map(fold, pieces), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})" if longest_first else "(?:)"


def _apart(letter: str, *, before: bool) -> str:
    """What may not stand beside a letter: of a word with spaces around it another letter, and of any word a mark."""
    spaced = "" if re.match(UNSPACED, letter) else f"(?!{UNSPACED}){_LETTER}"
    if before:
        return f"(?<!{spaced})" if spaced else ""
    return f"(?!{MARK}|{spaced})" if spaced else f"(?!{MARK})"

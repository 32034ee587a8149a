"""Words that a language makes of several: a term may be the last of them, or the first."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from translate.core.text.spelling import fold
from translate.core.text.words import TOKEN
from translate.values import dataclass

LEAST = 3
"""Letters of each part, so that no word is taken apart that only begins or ends like another."""
_VOWELS = frozenset("aeiouyæœøı")


@dataclass(frozen=True, slots=True)
class Compounding:
    """How a language writes several words as one, of which the last one inflects: Estonian “tekstifailidest”."""

    endings: tuple[str, ...] = ()
    """What makes one form of a word of another one, “desse”: behind a term it is no word of its own."""


def endings(words: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """What some forms of a word have more than others at their end.

    Args:
        words: Each word by all its forms.

    Returns:
        The endings that are as long as a word may be, each once and in order.
    """
    found = {ending for word in words for ending in behind_others(map(fold, word))}
    return tuple(sorted(ending for ending in found if len(ending) >= LEAST))


def behind_others(forms: Iterable[str]) -> Iterator[str]:
    """What some forms of a word have behind others of them; an ending may come more than once."""
    ordered = sorted(set(forms))
    for n, form in enumerate(ordered):
        for longer in ordered[n + 1 :]:
            if not longer.startswith(form):
                break  # They are sorted, so none behind it does.
            yield longer[len(form) :]


def may_be_a_word(letters: str) -> bool:
    """Whether a part of a word could be a word itself: it has letters alone, three at least, and a vowel of Latin."""
    return len(letters) >= LEAST and letters.isalpha() and any(_plain(letter) in _VOWELS for letter in letters)


def within_compound(form: str, source: str) -> str:
    """How a form of a term is written where another word is joined to it; empty where it takes none.

    Names, acronyms and what has digits keep a hyphen. A noun that its language writes with a capital loses it: it is
    known by its source, which has none.
    """
    first = TOKEN.match(form)
    if first is None or not may_be_a_word(first[0]):
        return ""
    if form[0].islower():
        return form
    noun = source[:1].islower() and form[1:].islower()
    return fold(form[0]) + form[1:] if noun else ""


def first_parts(
    accepted: Collection[str], source: str, compounding: Compounding, folded: str
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Words that have a form of a term in them, with another word behind it: the ``faili`` of ``failinime``.

    Args:
        accepted: The forms of the term.
        source: The term as the glossary has it.
        compounding: How the language makes compounds.
        folded: A text without capitals.

    Yields:
        From left to right, the place of the word, and that of the form in it; more than once where several forms may be
        in it, the longest first.
    """
    longest_first, no_words = _parts(tuple(accepted), source, compounding)
    for word in TOKEN.finditer(folded):
        found = [(at, at + len(form)) for form in longest_first if (at := word[0].find(form)) >= 0]
        if any(word[0][end:] in no_words for _, end in found):
            continue  # A form that the glossary does not have.
        for at, end in found:
            if may_be_a_word(word[0][end:]) and (not at or may_be_a_word(word[0][:at])):
                yield word.span(), (word.start() + at, word.start() + end)


# A term is looked for in each text that lacks it.
@lru_cache(maxsize=1024)
def _parts(accepted: Collection[str], source: str, compounding: Compounding) -> tuple[list[str], frozenset[str]]:
    """The forms that may be parts of words, the longest first, and what may stand behind them and is no word."""
    forms = {fold(joined) for form in accepted if (joined := within_compound(form, source))}
    return sorted(forms, key=len, reverse=True), frozenset((*compounding.endings, *endings([accepted])))


def _plain(letter: str) -> str:
    """A letter without its accents."""
    return unicodedata.normalize("NFD", fold(letter))[0]

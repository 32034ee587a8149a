"""Tell words that are evidently forms of a term whose row lists none: ``kaustades`` is one of ``kaust``.

What speaks for it is a beginning like the term's and an ending that the language has; a person has the last word. How
often it is right, ``benchmarks/glossary`` tells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from translate import patterns
from translate.core.terms.compounds import LEAST, behind_others, may_be_a_word
from translate.core.terms.joining import APART, Joining
from translate.core.text.spelling import Normalised, fold
from translate.core.text.words import TOKEN
from translate.values import dataclass

LONG = 5
"""Letters from which on a word's beginning says so much that the letter behind it may be any."""
VERY_LONG = 9
"""Letters from which on a word's last two may change: ``valideerimine``, ``valideerimise``."""
MOST = 4
"""Letters of an ending in a language whose endings are not known."""
LONGEST = 10
"""Letters that a form may have more than its base form."""
_PLURALS = ("s", "es")
_VOWELS = "aeiouyæœøıäöüõаеёиоуыэюяіїєαεηιουω"
_GRADES = str.maketrans("bdgv", "ptkp")
_NOTHING = patterns.compile("")
_TWICE = patterns.compile(r"([ptk])\1")
_TIES = frozenset({" ", "-"})
"""What may stand between two words of a term."""


@dataclass(frozen=True, slots=True)
class Inflection:
    """How the nouns of a language change."""

    cases: bool = False
    """Whether they have cases; where not, only ``-s`` and ``-es`` are endings."""
    gradation: bool = False
    """Whether the stops of a stem change, too: Estonian ``pilt``, ``pildi``; ``nupp``, ``nupu``."""
    endings: tuple[str, ...] = ()
    """What forms end in behind a stem and its vowel; where nobody has written them down, any short ending is one."""
    joining: Joining = APART
    """What is written in one word with them."""


NO_CASES = Inflection()


def endings_of(words: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """What some forms of a word have more than others at their end, each once and in order.

    Args:
        words: Each word by all its forms, the base form first.

    Returns:
        The endings; an empty one among them where a form has less than its base form, as Russian ``таблиц``.
    """
    found: set[str] = set()
    for base, *others in (map(fold, forms) for forms in words):
        found.update(behind_others({base, *others}))
        found.update("" for form in others if form != base and base.startswith(form))
    return tuple(sorted(found))


def unlisted_forms(
    base: str, inflection: Inflection, text: Normalised, *, compounds: bool
) -> Iterator[tuple[int, int]]:
    """Where evident forms of a base form stand that are not the base form itself, from left to right.

    Of several words each has to be as it is or evidently a form. A form has the capitals of the base form, or more.

    Args:
        base: One word or several.
        inflection: How the language's nouns change.
        text: Where to look.
        compounds: Whether the language makes compounds, of which a form may be the last part (``tekstikaustas``).

    Yields:
        Offsets in the text's comparable spelling.
    """
    words = _words(base, inflection)
    tokens = list(TOKEN.finditer(text.text))
    for n in range(len(tokens) - len(words) + 1):
        run = tokens[n : n + len(words)]
        if any(text.text[one.end() : other.start()] not in _TIES for one, other in pairwise(run)):
            continue
        if not all(word.is_told_by(token[0]) for word, token in zip(words[1:], run[1:], strict=True)):
            continue
        first = words[0].place_in(run[0][0], compounds=compounds)
        if first is None:
            continue
        start, end = run[0].start() + first, run[-1].end()
        if text.folded[start:end] != fold(base):
            yield start, end


_Way = tuple[str, re.Pattern[str]]
"""How a form may begin, and the pattern of what it has behind that."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a base form."""

    base: str
    inflection: Inflection
    forms: tuple[_Way, ...] = ()
    """How its evident forms are spelt; none where it does not change."""
    joined: tuple[_Way, ...] = ()
    """How those are spelt that say enough to be known at the end of a longer word."""

    def is_told_by(self, word: str) -> bool:
        """Whether a word of a text is this one, or evidently a form of it."""
        if fold(word) == fold(self.base):
            return self._has_capitals(word)
        return self._fits(self.forms, word)

    def place_in(self, word: str, *, compounds: bool) -> int | None:
        """Where it begins in a word of a text, behind the first parts of a compound, too; None where it does not."""
        if self.is_told_by(word):
            return 0
        soonest = max(LEAST, len(word) - len(self.base) - LONGEST)
        for start in range(soonest, len(word) - LEAST) if compounds and self.joined else ():
            part = word[start:]
            loud_or_low = word.isupper() or part[0].islower()
            if loud_or_low and may_be_a_word(fold(word[:start])) and self._fits(self.joined, part):
                return start
        return None

    def _has_capitals(self, word: str) -> bool:
        if self.base.isupper() and len(self.base) > 1 and word[len(self.base) :].isupper():
            return False  # ELU is a word of its own.
        return all(theirs.isupper() or not ours.isupper() for ours, theirs in zip(self.base, word, strict=False))

    def _fits(self, ways: Iterable[_Way], word: str) -> bool:
        spelt = _spelling(word, self.inflection)
        return self._has_capitals(word) and any(
            spelt.startswith(begins) and ending.fullmatch(spelt, len(begins)) for begins, ending in ways
        )


# A term is looked for in each text that lacks it.
@lru_cache(maxsize=4096)
def _words(base: str, inflection: Inflection) -> tuple[_Word, ...]:
    found = TOKEN.findall(base)
    return tuple(_word(word, inflection, several=len(found) > 1) for word in found)


def _word(word: str, inflection: Inflection, *, several: bool) -> _Word:
    acronym = word.isupper() and len(word) > 1
    if not word.isalpha() or not (acronym or len(word) >= LEAST):
        return _Word(word, inflection)
    stem = _spelling(word, inflection)
    endings = _endings(inflection)
    whole = (stem, endings.of_long if len(stem) >= LONG else endings.of_short)
    if acronym or not inflection.cases:
        return _Word(word, inflection, (whole,))
    joined = (whole, *((shorter, endings.of_changed) for shorter in _without_last_vowel(stem)))
    forms = (*joined, *_changed(stem, inflection, several=several))
    return _Word(word, inflection, forms, joined if len(stem) > LEAST else ())


def _without_last_vowel(stem: str) -> Iterator[str]:
    """As ``number`` is before an ending: ``numbri``."""
    if len(stem) > LEAST and [letter in _VOWELS for letter in stem[-3:]] == [False, True, False]:
        yield stem[:-2] + stem[-1]


def _changed(stem: str, inflection: Inflection, *, several: bool) -> Iterator[_Way]:
    """Forms with a stem whose end has changed."""
    endings = _endings(inflection)
    masculine = not inflection.endings and stem[-1] in "sσ" and stem[-2] in _VOWELS  # aplankas, aplanko
    two = len(stem) >= (LONG if several or masculine else VERY_LONG)
    if len(stem) >= LONG - 1 and (len(stem) >= LONG or stem[-1] != stem[-2]):
        yield stem[:-1], endings.of_changed if len(stem) >= LONG else endings.with_vowel
    elif several:  # uus stiil, uue stiili
        yield stem[:-1], endings.of_changed
    if "" in inflection.endings and stem[-1] in _VOWELS:  # страна, стран
        yield stem[:-1], _NOTHING
    if stem[-1] == "i":  # väli, välja
        yield f"{stem[:-1]}j", endings.of_changed
    if two:
        yield stem[:-2], endings.of_changed
    if len(stem) > LONG:  # telg, telje; esimene, esimese
        yield stem[:-1], endings.behind_any
        if two:
            yield stem[:-2], endings.behind_any


@dataclass(frozen=True, slots=True)
class _Endings:
    """Patterns of what a form may have behind its beginning."""

    of_long: re.Pattern[str]
    """Behind a whole stem that is not short."""
    of_short: re.Pattern[str]
    of_changed: re.Pattern[str]
    with_vowel: re.Pattern[str]
    """Behind a changed stem that is short."""
    behind_any: re.Pattern[str]
    """Behind a stem that has another letter at its end."""


@lru_cache(maxsize=64)
def _endings(inflection: Inflection) -> _Endings:
    vowel, never = f"[{_VOWELS}]", "(?!)"
    if not inflection.cases:
        whole = short = "|".join(_PLURALS)
        changed = with_vowel = behind = never
    elif not inflection.endings:
        whole, short = f".{{0,{MOST}}}", f".{{0,{LEAST}}}"
        changed = with_vowel = f"(?={vowel}).{{1,{MOST}}}"
        behind = never
    else:
        known = "|".join(_spelling(f"-{ending}", inflection)[1:] for ending in inflection.endings if ending)
        changed = f"{vowel}{{1,2}}|{vowel}?(?:{known})"
        whole = short = f"(?:{changed})?"
        with_vowel = f"(?={vowel})(?:{changed})"
        behind = f".(?:{vowel}|{vowel}?(?:{known}))"
    return _Endings(*map(re.compile, (whole, short, changed, with_vowel, behind)))


def _spelling(word: str, inflection: Inflection) -> str:
    """A word without capitals, and without what may change behind its first letter: its stops, or else its accents."""
    folded = fold(word)
    if inflection.gradation:
        return _TWICE.sub(r"\1", folded[:1] + folded[1:].translate(_GRADES))
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))

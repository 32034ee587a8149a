"""Find the rows of capitalised words in a text: what could be a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.core.mining.facts import Facts
from translate.core.terms.mentions import is_shouting, starts_sentence
from translate.core.text.identifiers import blanked
from translate.core.text.quotations import QUOTES
from translate.core.text.spelling import normalise
from translate.core.text.words import TIED_WORD
from translate.values import dataclass

PARTICLES = frozenset((
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn", "la",
    "le", "ten", "ter", "van", "von", "zu", "zum", "zur", "y",
))  # fmt: skip
"""What stands in small letters within a person's name, in many languages."""
MOST_WORDS = 8
"""Words of a name; more side by side are none."""
_TITLE_CASE = 0.65
"""Of the words of a headline in title case that could be in small letters, so many are not."""
_LEAST = 4
"""Words that tell whether a text is in title case."""

_SIGNS = str.maketrans("", "", ".&- \xa00123456789")
_LETTERS = 2
"""Letters of an acronym."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, without what is tied to it and is no part of a name."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """In small letters."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it has a capital anywhere, as ``iPhone`` has."""
        return any(map(str.isupper, self.text)) or any(map(str.istitle, self.text[:1]))


@dataclass(frozen=True, slots=True)
class Row:
    """Words that stand side by side and could be a name, as many as there are."""

    words: tuple[Word, ...]
    begins: bool
    """Whether its first capital may be that of a sentence."""
    told: bool = True
    """Whether its capitals say anything: not in ALL CAPS, nor in a headline in title case."""


def is_acronym(name: str) -> bool:
    """Whether a name is letters for words: ``NATO``, ``U.S.``, ``MPs``."""
    letters = name.translate(_SIGNS).removesuffix("s")
    return len(letters) >= _LETTERS and letters.isalpha() and letters.isupper()


def words_of(text: str, facts: Facts) -> list[Word]:
    """The words of a text, but for its identifiers; what a hyphen ties to a name in small letters is another word."""
    return [word for found in TIED_WORD.finditer(blanked(text)) for word in _parted(found[0], found.start(), facts)]


def rows_of(text: str, words: Sequence[Word], facts: Facts) -> Iterator[Row]:
    """The rows of capitalised words of a text, from left to right.

    Args:
        text: Any text.
        words: Its own, of `words_of`.
        facts: What is known of its language.
    """
    plain = normalise(text).text if words else ""
    told = not is_shouting(text) and not in_title_case(text, words, facts)
    place = 0
    while place < len(words):
        if not words[place].capital:
            place += 1
            continue
        end = place + 1
        while end < len(words) and (step := _step(text, words, end, facts)):
            end += step
        row = tuple(words[place:end])
        begins = starts_sentence(plain, row[0].start) if len(plain) == len(text) else row[0].start == 0
        if len(row) <= MOST_WORDS or not told:
            yield Row(row, begins, told)
        place = end


def in_title_case(text: str, words: Sequence[Word], facts: Facts) -> bool:
    """Whether a text is a headline in title case, where any word has a capital; a headline ends without a full stop."""
    if text.rstrip(f"{QUOTES} ").endswith("."):
        return False
    counted = [
        word for word in words if word.key not in facts.small and not word.text.isupper() and word.text.isalpha()
    ]
    return len(counted) >= _LEAST and sum(word.capital for word in counted) >= _TITLE_CASE * len(counted)


def _parted(word: str, start: int, facts: Facts) -> Iterator[Word]:
    """A word without its possessive; in parts where one of them is in small letters: ``pro-Kallas``."""
    plain = word.replace("’", "'")
    tail = next((each for each in facts.possessives if plain.lower().endswith(each) and len(plain) > len(each)), "")
    word = word[: len(word) - len(tail)]
    parts = word.split("-")
    small = [part for part in parts if part.islower() and part not in PARTICLES]
    if len(parts) == 1 or not small or len(small) == len(parts) or not small[-1:] or _is_given(parts):
        yield Word(word, start, start + len(word))
        return
    for part in parts:
        if part:
            yield Word(part, start, start + len(part))
        start += len(part) + 1


def _is_given(parts: Sequence[str]) -> bool:
    """Whether a word is a given name of two parts, as ``Jong-un`` and ``Kai-fu`` are."""
    first, *others = parts
    return first.istitle() and len(others) == 1 and len(others[0]) <= len("hyun") and others[0].islower()


def _step(text: str, words: Sequence[Word], place: int, facts: Facts) -> int:
    """How many words more a row has that ends before a word."""
    before, word = words[place - 1], words[place]
    gap = text[before.end : word.start]
    dotted = gap in {".", ". ", ".\xa0"} and (is_initial(before.text) or before.key in facts.titles)
    if gap not in {" ", "\xa0", " & "} and not dotted:
        return 0
    if word.capital:
        return 1
    following = next((n for n in range(place, min(place + 3, len(words))) if words[n].capital), None)
    if following is None or any(text[words[n].end : words[n + 1].start] != " " for n in range(place, following)):
        return 0
    between = {each.key for each in words[place:following]}
    linking = facts.linking | facts.articles
    if between <= PARTICLES or (between <= linking and words[place].key in facts.linking):
        return following - place + 1
    return 0


def is_initial(word: str) -> bool:
    """Whether it stands for a word, or twice for several, as Spanish ``EE.`` of ``EE. UU.`` does."""
    alone = len(word) == 1 or (len(word) == len("EE") and word[0] == word[1])
    return alone and word.isalpha() and word.isupper()

"""A phrase that is looked for, and the capitals that it may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Generic, TypeVar

from translate import patterns
from translate.core.terms.glossary import Match
from translate.core.text.spelling import fold, normalise
from translate.core.text.words import TOKEN
from translate.values import dataclass

T = TypeVar("T")

TOKENS = patterns.compile(rf"{TOKEN.pattern}|\S")
"""What a text is gone through by."""
_LONGEST_ACRONYM = 5
"""A lower-case word up to this length is not taken to be the same word in capitals: ``err`` is not ``ERR``."""


class Capitals(StrEnum):
    """How a translation may write a form of a term with more capitals than the glossary; never with fewer."""

    AS_PLACED = "as placed"
    """As many places ask for: any word of it may begin with one, and all of it may be in ALL CAPS, unless it is short
    enough to be an acronym in a text that is not."""
    ALL = "all"
    """ALL CAPS however short it is, too: the source has its term in them."""


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """A phrase with the spellings that its case rule accepts."""

    spelling: str
    capitals: str
    capitalised: str
    """With the first letter in capitals, as at the start of a sentence."""
    match: Match | Capitals
    value: T

    @classmethod
    def of(cls, spelling: str, match: Match | Capitals, value: T) -> Phrase[T]:
        """A phrase as it is spelt, with its case rule and the value to report."""
        plain = normalise(spelling).text.strip()
        letter = next((i for i, char in enumerate(plain) if char.isalnum()), 0)
        capitalised = plain[:letter] + plain[letter : letter + 1].title() + plain[letter + 1 :]
        capitals = plain.upper() if plain.isascii() else normalise(plain.upper()).text
        return cls(plain, capitals, capitalised, match, value)

    def allows(self, piece: str, *, starts_sentence: bool, shouting: bool) -> bool:
        """Whether a piece of text with the same letters has them in accepted case."""
        if self.match is Match.ANY or piece == self.spelling:
            return True
        if self.match is Match.EXACT:
            return False
        if isinstance(self.match, Capitals):
            begins = _begins_with_capitals(piece, self.spelling)
        else:
            begins = starts_sentence and piece == self.capitalised
        if begins:
            return True
        loud = shouting or self.match is Capitals.ALL or not self._could_be_acronym()
        return piece == self.capitals and loud

    def _could_be_acronym(self) -> bool:
        return len(self.spelling) <= _LONGEST_ACRONYM and self.spelling.isalnum() and self.spelling.islower()


def _begins_with_capitals(piece: str, spelling: str) -> bool:
    """Whether a piece of text is a phrase of the same letters, of which any word may begin with a capital more."""
    words = ((word[0], spelling[word.start() : word.end()]) for word in TOKENS.finditer(piece))
    return all(word in {own, own[:1].title() + own[1:]} for word, own in words)


def keys_of(spelling: str) -> Iterator[tuple[str, str]]:
    """What a phrase is looked up by: each time its letters without capitals, and the first word of these."""
    normal = normalise(spelling)
    keys: Iterable[str] = (normal.folded.strip(),)
    if not normal.text.isascii():
        # In capitals a phrase may be longer: STRASSE for Straße. Plain English may not, and is most of a glossary.
        keys = dict.fromkeys((*keys, fold(normalise(normal.text.strip().upper()).text)))
    for key in keys:
        if first := TOKENS.match(key):
            yield key, first.group()

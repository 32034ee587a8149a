"""Find the glossary's terms in a text.

A term hits where its letters stand with nothing but a boundary around them. A boundary is needed only on a side where
the term itself ends in a letter or digit (so ``U.S.`` and ``C++`` can be terms), and is anything but a letter, digit or
combining mark: ``Kallas's``, ``pro-Kallas`` and ``NATO-Russia`` hit. Nor does a row of symbols end in its midst: there
is no ``C++`` in ``C+++``. Nor does a term stand within an address, a handle or another identifier, which may be one as
a whole or with words around it. Languages written without spaces are not served.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import takewhile
from typing import Generic, Protocol, TypeVar

from translate import patterns
from translate.core.terms.compounds import Compounding, may_be_a_word
from translate.core.terms.glossary import Action, Glossary, Match, Term
from translate.core.terms.inflection import Inflection
from translate.core.terms.joining import Joining, joined
from translate.core.terms.mentions import NO_USAGE, Usage, is_meant, is_shouting, is_small, is_told, starts_sentence
from translate.core.text import identifiers
from translate.core.text.spelling import Normalised, fold, normalise
from translate.core.text.words import TOKEN
from translate.values import dataclass

T = TypeVar("T")

_TOKEN = patterns.compile(rf"{TOKEN.pattern}|\S")
_LONGEST_ACRONYM = 5
"""A lower-case word up to this length is not taken to be the same word in capitals: ``err`` is not ``ERR``."""


class Capitals(Enum):
    """How a translation may write a form of a term with more capitals than the glossary; never with fewer."""

    AS_PLACED = "as placed"
    """As many places ask for: any word of it may begin with one, and all of it may be in ALL CAPS, unless it is short
    enough to be an acronym in a text that is not."""
    ALL = "all"
    """ALL CAPS however short it is, too: the source has its term in them."""


@dataclass(frozen=True, slots=True)
class TermMatch:
    """A glossary term found in a text."""

    term: Term
    start: int
    """Offset of its first character in the text."""
    end: int
    compound: bool = False
    """Whether a hyphen ties it to another word: the ``NATO`` of ``NATO-Russia``."""
    capitals: Capitals = Capitals.AS_PLACED
    """How its rendering may be written."""
    compounding: Compounding | None = None
    """How the language of its rendering writes several words as one; None where it does not."""
    inflection: Inflection | None = None
    """How the nouns of that language change; None where nothing but what the glossary lists is a form of it."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """One place where a phrase stands."""

    value: T
    """What the phrase was given to the finder with."""
    start: int
    end: int
    compound: bool = False


class Matcher:
    """Finds the terms of one glossary in source texts.

    Made once per glossary; finding takes time in proportion to the text, however many terms there are.
    """

    def __init__(self, glossary: Glossary) -> None:
        bans = [term for term in glossary.terms if term.action is Action.FORBID]
        self._terms = PhraseFinder(
            (spelling, term.match, term)
            for term in glossary.terms
            if term.action is not Action.FORBID and term.match is not Match.TITLE
            for spelling in term.sources
        )
        titles = (term for term in glossary.terms if term.match is Match.TITLE and term.action is not Action.FORBID)
        self._titles = _finder_of_titles((*titles, *glossary.undecided))
        self._source_words = glossary.source_words
        self._bans = PhraseFinder((spelling, ban.match, ban) for ban in bans for spelling in ban.sources)
        self._compounding = glossary.compounding
        self._inflection = glossary.inflection
        self._always = tuple(ban for ban in bans if not ban.sources)

    def usage(self, texts: Iterable[str]) -> Usage:
        """How an article uses the titles that may be words, too, for `find`: those that nobody has decided on as well.

        Args:
            texts: All of them; they are not looked at where there are no such titles.
        """
        if self._titles is None:
            return NO_USAGE
        hits = [(hit.value[0], text, (hit.start, hit.end)) for text in texts for hit in self._titles.hits(text)]
        return Usage(
            frozenset(title for title, text, place in hits if is_told(title, text, place, self._source_words)),
            frozenset(title for title, text, place in hits if is_small(title, text[slice(*place)])),
        )

    def find(self, text: str, usage: Usage = NO_USAGE) -> tuple[TermMatch, ...]:
        """Find the terms of a source text.

        Args:
            text: A segment or a sentence. Start of text counts as start of a sentence.
            usage: How its article uses the titles that may be words, too.

        Returns:
            The matches from left to right, no two overlapping; of several that begin together, the longest. A longer
            phrase that stands there in the wrong case or inside a word hides nothing. A term that is `off` is returned
            too: it asks for nothing, and the shorter terms within it stay unasked. Bans (`forbid`) are not terms of a
            source text: see `bans`. A title that nobody has decided on is returned where a text means it (`mentions`),
            and no row of the glossary has the very same words.
        """
        found = self._terms.hits(text, hyphens_part=True)
        if self._titles is not None:
            meant = (hit for hit in self._titles.hits(text) if self._means(text, hit, usage))
            titles = [Hit(hit.value[1], hit.start, hit.end, hit.compound) for hit in meant]
            found = sorted((*found, *titles), key=lambda hit: (hit.start, -hit.end))
        hits = leftmost_longest(outside_identifiers(found, text))
        return tuple(
            TermMatch(
                hit.value, hit.start, hit.end, hit.compound, _capitals(hit.value, text[hit.start : hit.end]),
                self._compounding, self._inflection,
            )
            for hit in hits
        )  # fmt: skip

    def _means(self, text: str, hit: Hit[_Title], usage: Usage) -> bool:
        return is_meant(hit.value[0], text, (hit.start, hit.end), usage, self._source_words)

    def bans(self, text: str) -> tuple[Term, ...]:
        """The `forbid` rows that hold for a translation of `text`: those without a source, and those with one in it."""
        hits = outside_identifiers(self._bans.hits(text, hyphens_part=True), text)
        return tuple(dict.fromkeys((*self._always, *(hit.value for hit in hits))))


_Title = tuple[str, Term]
"""A spelling of a title, and what it stands for."""


def _finder_of_titles(titles: Iterable[Term]) -> PhraseFinder[_Title] | None:
    """A finder of titles in any capitals; None where there are none, so that they cost nothing."""
    phrases = [(spelling, Match.ANY, (spelling, title)) for title in titles for spelling in title.sources]
    return PhraseFinder(phrases) if phrases else None


class PhraseFinder(Generic[T]):
    """Finds many phrases at once, in either language.

    A phrase is looked up by its first word, then by its whole text once for each length known behind that word.

    Args:
        phrases: Each phrase with its case rule and the value to report. Of phrases that stand at the same place, one in
            the very same letters comes first, then the earlier one.
    """

    def __init__(self, phrases: Iterable[tuple[str, Match | Capitals, T]]) -> None:
        self._phrases: dict[str, list[_Phrase[T]]] = {}
        lengths: dict[str, set[int]] = {}
        for spelling, match, value in phrases:
            phrase = _Phrase.of(spelling, match, value)
            # In capitals a phrase may be longer: STRASSE for Straße. Plain English may not, and is most of a glossary.
            keys = (phrase.spelling,) if phrase.spelling.isascii() else (phrase.spelling, phrase.capitals)
            for key in dict.fromkeys(map(fold, keys)):
                first = _TOKEN.match(key)
                if first is not None:
                    self._phrases.setdefault(key, []).append(phrase)
                    lengths.setdefault(first.group(), set()).add(len(key))
        self._lengths = {word: tuple(sorted(known, reverse=True)) for word, known in lengths.items()}
        self._widths = sorted({len(word) for word in lengths}, reverse=True)

    def hits(self, text: str, *, hyphens_part: bool = False) -> list[Hit[T]]:
        """Every place where a phrase stands, overlapping ones too: from left to right, the longest first.

        Args:
            text: Any text.
            hyphens_part: Whether a hyphen may stand for a phrase's space, as in English ``cell-range reference``.

        Returns:
            Hits with offsets in `text`.
        """
        normal = normalise(text)
        shouting = is_shouting(normal.text)
        found: list[Hit[T]] = []
        for token in _TOKEN.finditer(normal.folded):
            start = token.start()
            for length in self._lengths.get(token.group(), ()):
                end = start + length
                piece = normal.folded[start:end]
                phrases, spaced = self._phrases.get(piece, ()), False
                if not phrases and hyphens_part and "-" in piece:
                    phrases, spaced = self._phrases.get(piece.replace("-", " "), ()), True
                if phrases and end <= len(normal.text) and _stands_free(normal.folded, start, end):
                    found.extend(self._allowed(phrases, normal, start, end, shouting, spaced=spaced))
        return found

    def last_parts(self, text: str) -> list[Hit[T]]:
        """Every place where a phrase stands as the last part of a longer word: ``dokumenti`` in ``tekstidokumenti``.

        What goes before it may be a word itself. It has the phrase's own capitals, or is in ALL CAPS as a whole.

        Args:
            text: Any text.

        Returns:
            Hits in the order of `hits`, without what goes before.
        """
        normal = normalise(text)
        found: list[Hit[T]] = []
        for token in _TOKEN.finditer(normal.folded):
            loud = normal.text[token.start() : token.end()].isupper()
            for start in (token.end() - width for width in self._widths if width < len(token.group())):
                lengths = self._lengths.get(normal.folded[start : token.end()], ())
                if not lengths or not may_be_a_word(normal.folded[token.start() : start]):
                    continue
                if not loud and normal.text[start].isupper():
                    continue
                for end in (start + length for length in lengths):
                    phrases = self._phrases.get(normal.folded[start:end], ())
                    if phrases and end <= len(normal.text) and _ends_free(normal.folded, end):
                        found.extend(self._allowed(phrases, normal, start, end, loud))
        return found

    def joined(self, text: str, joining: Joining) -> list[Hit[T]]:
        """Every place where a phrase stands in one word with what its language joins to it, or without any space.

        Args:
            text: Any text.
            joining: What the language writes in one word.

        Returns:
            Hits in the order of `hits`, without what is joined.
        """
        normal = normalise(text)
        shouting = is_shouting(normal.text)
        found: list[Hit[T]] = []
        for key, phrases in self._phrases.items():
            for match in joined(key, joining).finditer(normal.folded):
                start, end = match.span(1)
                if match[1] == key:
                    found.extend(self._allowed(phrases, normal, start, end, shouting))
                else:  # An article within.
                    found.extend(Hit(phrase.value, *normal.original(start, end)) for phrase in phrases)
        return sorted(found, key=lambda hit: (hit.start, -hit.end))

    @staticmethod
    def _allowed(
        phrases: Sequence[_Phrase[T]],
        normal: Normalised,
        start: int,
        end: int,
        shouting: bool,
        *,
        spaced: bool = False,
    ) -> Iterator[Hit[T]]:
        piece = normal.text[start:end].replace("-", " ") if spaced else normal.text[start:end]
        compound = _is_tied(normal.text, start, end)
        begins_here = starts_sentence(normal.text, start)
        for phrase in sorted(phrases, key=lambda phrase: phrase.spelling != piece):
            if phrase.allows(piece, starts_sentence=begins_here, shouting=shouting):
                yield Hit(phrase.value, *normal.original(start, end), compound)


class Span(Protocol):
    """Anything with a beginning and an end in a text."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


S = TypeVar("S", bound=Span)


def leftmost_longest(spans: Iterable[S]) -> Iterator[S]:
    """Of spans in the order of `PhraseFinder.hits`, those that overlap no span taken before them."""
    free = 0
    for span in spans:
        if span.start >= free:
            yield span
            free = span.end


def outside_identifiers(hits: Sequence[S], text: str) -> Iterator[S]:
    """The hits that stand in no identifier of a text, nor end in one: nobody translates a part of an address."""
    spans = identifiers.spans(text) if hits else ()
    following = 0
    for hit in hits:  # Both from left to right.
        while following < len(spans) and spans[following][1] <= hit.start:
            following += 1
        if all(hit.start <= start and end <= hit.end for start, end in _meeting(spans, following, hit.end)):
            yield hit


def _meeting(spans: Sequence[tuple[int, int]], first: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans from the first one on that begin before an offset."""
    return takewhile(lambda span: span[0] < end, (spans[number] for number in range(first, len(spans))))


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    """A phrase with the spellings that its case rule accepts."""

    spelling: str
    capitals: str
    capitalised: str
    """With the first letter in capitals, as at the start of a sentence."""
    match: Match | Capitals
    value: T

    @classmethod
    def of(cls, spelling: str, match: Match | Capitals, value: T) -> _Phrase[T]:
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
    words = ((word[0], spelling[word.start() : word.end()]) for word in _TOKEN.finditer(piece))
    return all(word in {own, own[:1].title() + own[1:]} for word, own in words)


def _capitals(term: Term, surface: str) -> Capitals:
    """How a rendering of a term may be written whose source has it so."""
    return Capitals.ALL if surface.isupper() and not term.source.isupper() else Capitals.AS_PLACED


def _is_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _stands_free(text: str, start: int, end: int) -> bool:
    joined_left = start > 0 and _is_word(text[start]) and _is_word(text[start - 1])
    goes_on = start > 0 and text[start - 1] == text[start] and _is_symbol(text[start])
    return not joined_left and not goes_on and _ends_free(text, end)


def _ends_free(text: str, end: int) -> bool:
    if end == len(text):
        return True
    last, following = text[end - 1], text[end]
    return not (_is_word(last) and _is_word(following)) and not (last == following and _is_symbol(last))


def _is_symbol(char: str) -> bool:
    """Whether it makes a longer symbol with others like it, of which no part is a phrase."""
    return char == "#" or unicodedata.category(char).startswith("S")


def _is_tied(text: str, start: int, end: int) -> bool:
    left = text[max(0, start - 2) : start]
    right = text[end : end + 2]
    return (left[1:] == "-" and _is_word(left[0])) or (right[:1] == "-" and len(right) > 1 and _is_word(right[1]))

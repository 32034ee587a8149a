"""Find the glossary's terms in a text.

A term hits where its letters stand with nothing but a boundary around them. A boundary is needed only on a side where
the term itself ends in a letter or digit (so ``U.S.`` and ``C++`` can be terms), and is anything but a letter, digit or
combining mark: ``Kallas's``, ``pro-Kallas`` and ``NATO-Russia`` hit. Nor does a row of symbols end in its midst: there
is no ``C++`` in ``C+++``. Nor does a term stand within an address, a handle or another identifier, which may be one as
a whole or with words around it. Languages written without spaces are not served.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Generic, Protocol, TypeVar

from translate.core.terms.compounds import Compounding, may_be_a_word
from translate.core.terms.glossary import Glossary, Match, Term
from translate.core.terms.inflection import Inflection
from translate.core.terms.joining import Joining, joined
from translate.core.terms.mentions import NO_USAGE, Usage, is_meant, is_shouting, is_small, is_told, starts_sentence
from translate.core.terms.phrases import TOKENS, Capitals, Phrase, keys_of
from translate.core.terms.rows import Named, Rows, Shelf, rows_of
from translate.core.text import identifiers
from translate.core.text.spelling import Normalised, normalise
from translate.values import dataclass

T = TypeVar("T")


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
        self.rows: Rows = rows_of(glossary.terms)
        """The glossary's."""
        self._terms = Finder.of(self.rows.terms)
        self._titles = _finder_of_titles(self.rows.titles, glossary.undecided)
        self._source_words = glossary.source_words
        self._bans = Finder.of(self.rows.bans)
        self._compounding = glossary.compounding
        self._inflection = glossary.inflection

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
            found = sorted((*found, *meant), key=lambda hit: (hit.start, -hit.end))
        hits = leftmost_longest(outside_identifiers(found, text))
        return tuple(
            TermMatch(
                hit.value[1], hit.start, hit.end, hit.compound, _capitals(hit.value[1], text[hit.start : hit.end]),
                self._compounding, self._inflection,
            )
            for hit in hits
        )  # fmt: skip

    def _means(self, text: str, hit: Hit[Named], usage: Usage) -> bool:
        return is_meant(hit.value[0], text, (hit.start, hit.end), usage, self._source_words)

    def bans(self, text: str) -> tuple[Term, ...]:
        """The `forbid` rows that hold for a translation of `text`: those without a source, and those with one in it."""
        hits = outside_identifiers(self._bans.hits(text, hyphens_part=True), text)
        return tuple(dict.fromkeys((*self.rows.always, *(hit.value[1] for hit in hits))))


def _finder_of_titles(titles: Shelf, undecided: Sequence[Term]) -> Finder[Named] | None:
    """A finder of titles in any capitals; None where there are none, so that they cost nothing."""
    if not undecided:
        return Finder.of(titles, Match.ANY) if titles.lengths else None
    listed = PhraseFinder((spelling, Match.ANY, (spelling, title)) for title in undecided for spelling in title.sources)
    return Finder.of(titles, Match.ANY).with_phrases_of(listed) if titles.lengths else listed


class Finder(Generic[T]):
    """Finds many phrases at once, in either language.

    A phrase is looked up by its first word, then by its whole text once for each length known behind that word. Of
    phrases that stand at the same place, one in the very same letters comes first, then the earlier one.

    Args:
        lengths: Those of the phrases that begin with a word, the longest first.
        phrases: Gives the phrases of some letters, without capitals.
    """

    def __init__(self, lengths: Lengths, phrases: Callable[[str], Sequence[Phrase[T]] | None]) -> None:
        self._lengths = lengths
        self._at = phrases

    @staticmethod
    def of(shelf: Shelf, match: Match | None = None) -> Finder[Named]:
        """A finder of some of a glossary's rows, if need be by another rule for capitals than their own."""
        return Finder(shelf.lengths, shelf.phrases(match))

    def with_phrases_of(self, other: Finder[T]) -> Finder[T]:
        """A finder that has the phrases of another one behind its own."""
        return Finder(
            _Together(self._lengths, other._lengths), lambda key: (*(self._at(key) or ()), *(other._at(key) or ()))
        )

    def hits(self, text: str, *, hyphens_part: bool = False) -> list[Hit[T]]:
        """Every place where a phrase stands, overlapping ones too: from left to right, the longest first.

        Args:
            text: Any text.
            hyphens_part: Whether a hyphen may stand for a phrase's space, as in English ``cell-range reference``.

        Returns:
            Hits with offsets in `text`.
        """
        if not self._lengths:
            return []
        normal = normalise(text)
        shouting = is_shouting(normal.text)
        found: list[Hit[T]] = []
        for token in TOKENS.finditer(normal.folded):
            start = token.start()
            for length in self._lengths.get(token.group(), ()):
                end = start + length
                piece = normal.folded[start:end]
                phrases, spaced = self._at(piece), False
                if not phrases and hyphens_part and "-" in piece:
                    phrases, spaced = self._at(piece.replace("-", " ")), True
                if phrases and end <= len(normal.text) and _stands_free(normal.folded, start, end):
                    found.extend(self._allowed(phrases, normal, start, end, shouting, spaced=spaced))
        return found

    @staticmethod
    def _allowed(
        phrases: Sequence[Phrase[T]],
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


class Lengths(Protocol):
    """What `Finder` knows of the phrases that begin with a word."""

    def get(self, word: str, default: tuple[int, ...], /) -> Sequence[int]:
        """Their lengths, the longest first."""

    def __len__(self) -> int:
        """How many words there are."""


@dataclass(frozen=True, slots=True)
class _Together:
    one: Lengths
    other: Lengths

    def get(self, word: str, default: tuple[int, ...], /) -> Sequence[int]:
        return sorted({*self.one.get(word, default), *self.other.get(word, default)}, reverse=True)

    def __len__(self) -> int:
        return len(self.one) + len(self.other)


class PhraseFinder(Finder[T]):
    """A finder of phrases that are at hand.

    Args:
        phrases: Each phrase with its case rule and the value to report.
    """

    def __init__(self, phrases: Iterable[tuple[str, Match | Capitals, T]]) -> None:
        known: dict[str, list[Phrase[T]]] = {}
        lengths: dict[str, set[int]] = {}
        for spelling, match, value in phrases:
            phrase = Phrase.of(spelling, match, value)
            for key, first in keys_of(spelling):
                known.setdefault(key, []).append(phrase)
                lengths.setdefault(first, set()).add(len(key))
        super().__init__({word: tuple(sorted(own, reverse=True)) for word, own in lengths.items()}, known.get)
        self._phrases = known
        self._widths = sorted({len(word) for word in lengths}, reverse=True)

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
        for token in TOKENS.finditer(normal.folded):
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

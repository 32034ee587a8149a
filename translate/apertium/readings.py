"""What Apertium's analyser reads in the words of a phrase, and what these tell together of its head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.apertium import stream
from translate.values import dataclass

_GENDERS = {"m": "m", "ma": "m", "mi": "m", "mp": "m", "f": "f", "nt": "n", "mf": "mf"}
"""Of a tag, the genders that it allows."""
_LABELS = {"m": "masc", "f": "fem", "n": "neut"}
_NUMBERS = frozenset({"sg", "pl", "sp"})
_PERSONS = frozenset({"ant", "cog"})
"""Given names and family names, whose gender is the bearer's own."""
_PREPOSITION = "pr"


@dataclass(frozen=True, slots=True)
class Reading(stream.Reading):
    """One way in which a word may be meant, and what its tags say: ``norma<n><f><sg>``.

    Of ``de<pr>+el<det><def><m><sg>`` the first part counts: it tells what the word does in a phrase.
    """

    @property
    def kind(self) -> str:
        """The part of speech."""
        return self.tags[0] if self.tags else ""

    @property
    def genders(self) -> frozenset[str]:
        """m, f, n, as many as it may be of; none where it has no gender."""
        return frozenset("".join(_GENDERS.get(tag, "") for tag in self.tags))

    @property
    def number(self) -> str:
        """sg, pl, or sp for a word that is the same in both; empty where it has none."""
        return next((tag for tag in self.tags if tag in _NUMBERS), "")

    @property
    def is_noun(self) -> bool:
        """Whether it may be the head of a phrase: a noun, or a name of anything but a person."""
        return self.kind == "n" or (self.kind == "np" and _PERSONS.isdisjoint(self.tags))

    @property
    def is_adjective(self) -> bool:
        """Whether it agrees with the noun that it stands beside: adjectives, participles and ordinals."""
        return self.kind == "adj" or not {"pp", "ord"}.isdisjoint(self.tags)

    @property
    def is_determiner(self) -> bool:
        """Whether it is an article or the like."""
        return self.kind == "det"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or several that the dictionary has as one."""

    text: str
    readings: tuple[Reading, ...] = ()
    """None where no dictionary knows it."""

    @property
    def nouns(self) -> tuple[Reading, ...]:
        """What it is as a noun; in the nominative, where it has that among other cases."""
        nouns = tuple(reading for reading in self.readings if reading.is_noun)
        return tuple(reading for reading in nouns if "nom" in reading.tags) or nouns

    @property
    def adjectives(self) -> tuple[Reading, ...]:
        """What it is as an adjective."""
        return tuple(reading for reading in self.readings if reading.is_adjective)

    @property
    def determiners(self) -> tuple[Reading, ...]:
        """What it is as an article or the like."""
        return tuple(reading for reading in self.readings if reading.is_determiner)

    @property
    def is_preposition(self) -> bool:
        """Whether what stands behind it is no longer of the phrase's head."""
        return any(reading.kind == _PREPOSITION for reading in self.readings)


def read(text: str) -> tuple[Word, ...]:
    """The words of an analysed text in Apertium's stream format."""
    return tuple(_word(part) for part in stream.parse(text) if isinstance(part, stream.Unit))


def head_of(words: Sequence[Word]) -> int | None:
    """Which word of a phrase is its head: its first noun, before any preposition.

    A word that is an adjective as well leaves it to the noun behind it: “alto representante”. None where no dictionary
    knows a noun there.
    """
    for n, word in enumerate(words):
        if not word.readings or (word.is_preposition and n):
            return None  # An unknown word is likelier the head than any noun behind it.
        if not word.nouns:
            continue
        behind = words[n + 1] if n + 1 < len(words) else Word("")
        if (word.adjectives or word.determiners) and behind.nouns and not behind.adjectives:
            continue
        return n
    return None


def gender_of(words: Sequence[Word]) -> str:
    """The gender of a phrase's head as a glossary has it: ``masc``, ``fem pl``; empty where its words do not tell it.

    Of a noun with two genders, or one that no dictionary knows, the words right beside it may tell it: “la OTAN”.
    """
    head = head_of(words)
    if head is None:
        return _told_beside(words)
    nouns = words[head].nouns
    told = [*_before(words, head), *_behind(words, head)]
    genders = _agreeing({gender for noun in nouns for gender in noun.genders}, told)
    if len(genders) == 1:
        gender = _LABELS[genders.pop()]
    elif genders == {"m", "f"} and all(noun.genders == genders for noun in nouns):
        gender = "common"
    else:
        return ""
    return f"{gender} pl" if _is_plural(nouns, told) else gender


def _told_beside(words: Sequence[Word]) -> str:
    """The gender of a head that no dictionary knows, by an article before it or an adjective beside it."""
    head = next((n for n, word in enumerate(words) if not word.readings), None)
    if head is None or any(word.is_preposition or word.nouns for word in words[:head]):
        return ""
    told = [*_before(words, head), *_behind(words, head)]
    genders = _agreeing({"m", "f", "n"}, told)
    if len(genders) != 1:
        return ""
    gender = _LABELS[genders.pop()]
    return f"{gender} pl" if _is_plural((), told) else gender


def _before(words: Sequence[Word], head: int) -> Iterator[tuple[Reading, ...]]:
    for word in words[:head]:
        if agreeing := word.determiners or word.adjectives:
            yield agreeing


def _behind(words: Sequence[Word], head: int) -> Iterator[tuple[Reading, ...]]:
    if head + 1 < len(words) and (adjectives := words[head + 1].adjectives):
        yield adjectives


def _agreeing(genders: set[str], told: Sequence[tuple[Reading, ...]]) -> set[str]:
    """The genders that are left when all those that the words beside allow are taken together."""
    for readings in told:
        allowed = {gender for reading in readings for gender in reading.genders}
        genders = genders & allowed or genders
    return genders


def _is_plural(nouns: Sequence[Reading], told: Sequence[tuple[Reading, ...]]) -> bool:
    numbers = {noun.number for noun in nouns}
    if numbers == {"pl"}:
        return True
    return "sg" not in numbers and any({reading.number for reading in readings} == {"pl"} for readings in told)


def _word(unit: stream.Unit) -> Word:
    readings = map(Reading.parse, unit.parts[1:])
    return Word(stream.unescaped(unit.parts[0]), tuple(reading for reading in readings if reading.known))

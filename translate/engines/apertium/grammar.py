"""What a pair's own dictionaries say of a few words, learnt while they go through ahead of the sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import field

from translate import patterns
from translate.apertium.stream import END, Reading, Unit, escaped, parse, unescaped
from translate.values import dataclass

PLACE, BRAND, SURNAME, ARTICLE = "London", "Google", "Johnson", "the"
"""English words that every dictionary looked at has: for what a place, a firm and a person are called there, and for
the definite article."""
PROBES = (PLACE, BRAND, SURNAME, ARTICLE)

UNDECIDED = "GD"
"""The gender of a word that takes that of its surroundings, in the tags of all pairs looked at."""

_GENDERS = frozenset({"m", "f", "mf", "nt", UNDECIDED})
_WORD_AND_STOP = 2
"""Units of a single word with the end behind it."""
_WORD = patterns.compile(r"\[w(\d+)\](.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Class:
    """What one kind of name is called: ``<np><loc><sg>`` in the source, ``<np><loc><m><sg>`` in its translation."""

    source: tuple[str, ...]
    target: tuple[str, ...]

    def in_gender(self, gender: str) -> Class:
        """The same for a name of another gender."""
        return Class(self.source, tuple(gender if tag in _GENDERS else tag for tag in self.target))


@dataclass(slots=True)
class Grammar:
    """What is known of a pair and of the words that stand for terms; more of it as words come by."""

    words: tuple[str, ...]
    """What is asked: the probes, then the words of terms."""
    ungendered: Collection[str] = ()
    """Words of terms whose target is of a gender that nobody knows; the bilingual dictionary may."""
    article: str = ""
    """The lemma of the definite article."""
    place: tuple[str, ...] = ()
    """The tags of a place in the source."""
    classes: dict[str, Class] = field(default_factory=dict)
    """By the probe that showed it."""
    genders: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What the dictionary translates words of terms with, and the gender of that."""
    numbers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """In which numbers words of terms may be read: ``sg``, ``pl``; nothing where they are no nouns."""

    @classmethod
    def asking(cls, words: Iterable[str]) -> Grammar:
        """One that is to learn of words, each once."""
        return cls((*PROBES, *dict.fromkeys(words)))

    def questions(self) -> list[str]:
        """What to send ahead of the sentences; nothing where it has been sent before."""
        return [] if self.numbers else [f"[w{number}]{escaped(word)}{END}" for number, word in enumerate(self.words)]

    @property
    def understood(self) -> bool:
        """Whether the pair's tags are those that terms are described with."""
        return bool(self.article and self.place) and self.classes.keys() >= {PLACE, BRAND, SURNAME}

    def gender(self, word: str, target: str) -> str:
        """The tag of a target's gender, if the dictionary translates a word of a term with it; else nothing."""
        lemma, gender = self.genders.get(word, ("", ""))
        return gender if lemma.casefold() == target.casefold() and gender != UNDECIDED else ""

    def analysed(self, piece: str) -> str | None:
        """Learn from what the analyser says.

        Returns:
            What is to go on to the bilingual dictionary; None where the piece is no answer to a question.
        """
        word = self._learn(piece, self._learn_number)
        if word is None:
            return None
        return piece if word in PROBES or word in self.ungendered else ""

    def translated(self, piece: str) -> str | None:
        """Learn from what the bilingual dictionary says; returns as `analysed` does."""
        word = self._learn(piece, self._learn_class)
        return None if word is None else ""

    def _learn(self, piece: str, learn: Callable[[str, list[Unit]], None]) -> str | None:
        """Learn from an answer; the word that was asked about."""
        found = _WORD.match(piece)
        if found is None or int(found[1]) >= len(self.words):
            return None
        word = self.words[int(found[1])]
        units = [part for part in parse(found[2]) if isinstance(part, Unit)]
        if units:
            learn(word, units)
        return word

    def _learn_number(self, word: str, units: list[Unit]) -> None:
        if word == PLACE:
            self.place = next((reading.tags for reading in units[0].readings if reading.tags[:1] == ("np",)), ())
        self.numbers[word] = numbers(units)

    def _learn_class(self, word: str, units: list[Unit]) -> None:
        source, target = units[0].first, next(iter(units[0].readings), None)
        if target is None or not target.known:
            return
        if word not in PROBES and len(units) == _WORD_AND_STOP:
            gender = next((tag for tag in target.tags if tag in _GENDERS), "")
            self.genders[word] = unescaped(target.lemma), gender
        if word == ARTICLE and source.tags[:1] == target.tags[:1] == ("det",):
            self.article = target.lemma
        elif word in PROBES and source.tags[:1] == target.tags[:1] == ("np",):
            self.classes[word] = Class(source.tags, target.tags)


def numbers(units: Sequence[Unit]) -> tuple[str, ...]:
    """In which numbers a noun phrase of English may be read: those of its last noun before a preposition."""
    found: tuple[str, ...] = ()
    for unit in units:
        readings = unit.readings
        if found and any(reading.tags[:1] == ("pr",) for reading in readings):
            break
        nouns = [reading for reading in readings if reading.tags[:1] == ("n",)]
        found = tuple(dict.fromkeys(map(_number, nouns))) if nouns else found
    return found


def _number(noun: Reading) -> str:
    return "pl" if "pl" in noun.tags else "sg"

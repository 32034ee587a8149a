"""Put a phrase into another number or gender: the head, and the words that agree with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from translate.apertium.readings import Reading, Word, head_of

_NUMBERS = {"sg", "pl"}
_GENDERS = {"m", "f"}
_JOINING = {"cnjcoo", "adv", "preadv"}
"""What may stand between a noun and its adjectives: política exterior y económica."""


def changed(words: Sequence[Word], *, number: str = "", gender: str = "") -> dict[int, str]:
    """The lexical units that a phrase has in another form, by the place of the word.

    The adjectives right before and behind the head change with it, to the first preposition or noun: “experto
    independiente en seguridad” has “expertos independientes en seguridad”, and “coche bomba” “coches bomba”.

    Args:
        words: The phrase.
        number: sg or pl; empty for that of the phrase.
        gender: m or f; empty for that of the phrase.

    Returns:
        Nothing where no dictionary knows the head, or a word beside it that may agree with it.
    """
    head = head_of(words)
    if head is None or stranger(words):
        return {}
    noun = words[head].nouns[0]
    if number and not gender:
        gender = next((tag for tag in noun.tags if tag in _GENDERS), "")
    return {head: _unit(noun, number, gender)} | {
        n: _unit(reading, number, gender) for n, reading in _agreeing(words, head)
    }


def stranger(words: Sequence[Word]) -> str:
    """The word of a phrase that no dictionary knows and that may change with the head; empty where there is none.

    A name does not: one with a capital behind a head without.
    """
    head = head_of(words)
    for n, word in enumerate(words):
        if word.is_preposition and n:
            return ""
        name = head is not None and n > head and word.text[:1].isupper() and not words[head].text[:1].isupper()
        if not word.readings and not name:
            return word.text
    return ""


def rewritten(phrase: str, words: Sequence[Word], forms: Callable[[int], str | None]) -> str | None:
    """A phrase with other forms of some of its words; what stands between the words stays.

    Args:
        phrase: The phrase as it is written.
        words: Its words.
        forms: The form of the word at a place; None for a word that stays.
    """
    pieces: list[str] = []
    done = 0
    for n, word in enumerate(words):
        start = phrase.find(word.text, done)
        if start < 0:
            return None
        form = forms(n)
        pieces += phrase[done:start], word.text if form is None else with_capitals_of(word.text, form)
        done = start + len(word.text)
    return "".join((*pieces, phrase[done:]))


def with_capitals_of(text: str, form: str) -> str:
    """A form with a capital where the word that it is of has one: Tribunal Supremo, Tribunales Supremos."""
    own, others = text.split(" "), form.split(" ")
    if len(own) != len(others):
        own = [text] + [""] * (len(others) - 1)
    return " ".join(b[:1].upper() + b[1:] if a[:1].isupper() else b for a, b in zip(own, others, strict=True))


def _agreeing(words: Sequence[Word], head: int) -> Iterator[tuple[int, Reading]]:
    for n in range(head):
        if words[n].determiners:
            yield n, words[n].determiners[0]  # el agua, las aguas
        elif reading := _beside(words[n].adjectives, words[head]):
            yield n, reading
    for n in range(head + 1, len(words)):
        if reading := _beside(words[n].adjectives, words[head]):
            yield n, reading
        elif not any(one.kind in _JOINING for one in words[n].readings):
            return


def _beside(readings: Sequence[Reading], head: Word) -> Reading | None:
    """The reading that agrees with the head."""
    noun = head.nouns[0]
    for reading in readings:
        if reading.genders & noun.genders and {reading.number, noun.number} != _NUMBERS:
            return reading
    return None


def _unit(reading: Reading, number: str, gender: str) -> str:
    tags = ((number or tag) if tag in _NUMBERS else (gender or tag) if tag in _GENDERS else tag for tag in reading.tags)
    return str(replace(reading, tags=tuple(tags)))

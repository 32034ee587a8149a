"""A sentence on its way through the pipeline, with a note tied to each word that tells what of the source it is.

The notes are tied on behind the analyser. So words that are one entry of the dictionary stay one, which they would not
with a note in their midst, and the sentence is translated as it is without notes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate import patterns
from translate.apertium.stream import Part, Unit, escaped, is_blank, parse, unescaped, written
from translate.core.offers import Mark
from translate.core.text import identifiers
from translate.core.text.aligning import Span, words_of
from translate.core.text.words import TOKEN
from translate.values import dataclass

_NUMBER = patterns.compile(r"\d+")
_STEM = 5
"""Letters by which forms of a word are known to be of the same one."""


@dataclass(frozen=True, slots=True)
class Word:
    """Letters and digits that stand together in a translation."""

    key: str
    """What it is compared by with the words of another translation (`key_of`)."""
    sources: frozenset[int]
    """The places of the pieces of the source that it comes from; none where nobody knows."""


def pieces_of(text: str) -> tuple[Span, ...]:
    """Where the pieces of a text stand: its words, and each identifier as one."""
    return tuple(sorted((*words_of(identifiers.blanked(text)), *identifiers.spans(text))))


def key_of(word: str) -> str:
    """What a word is compared by: the beginning of its letters, so that its other forms are the same; or all of it."""
    return word.casefold()[:_STEM] if word.isalpha() else word.casefold()


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """What the words of a text are compared by, each with the place of its piece; an identifier is one of them."""
    identified = set(identifiers.spans(text))
    for number, (start, end) in enumerate(pieces_of(text)):
        words = [text[start:end]] if (start, end) in identified else TOKEN.findall(text, start, end)
        yield from ((number, key_of(word)) for word in words)


class Noted:
    """A sentence whose words have notes; what stays as it is goes as a word that no dictionary has."""

    def __init__(self, text: str) -> None:
        """Take the sentence."""
        self._identifiers: dict[int, str] = {}
        """By their places among the pieces."""
        self._letters: list[int] = []
        """For each letter and digit that goes in, the place of its piece."""
        identified = set(identifiers.spans(text))
        parts, done = [], 0
        for number, (start, end) in enumerate(pieces_of(text)):
            piece = text[start:end]
            if (start, end) in identified:
                self._identifiers[number], piece = piece, Mark.WORD.value
            parts += [text[done:start], piece]
            self._letters += [number] * _letters_in(escaped(piece))
            done = end
        self.departure = escaped("".join([*parts, text[done:]]))
        """The sentence as it enters the pipeline."""

    def analysed(self, piece: str) -> str:
        """Behind the analyser: each word gets its note; none does where the letters are not those that went in."""
        parts: list[Part] = []
        done = 0
        for place, part in enumerate(parse(piece)):
            before, done = done, done + _letters_in(part.parts[0] if isinstance(part, Unit) else part)
            sources = dict.fromkeys(self._letters[before:done])
            # With the place no two notes are alike, as those of the two words of “l'escola” would be.
            note = f"[[{place}:{'.'.join(map(str, sources))}]]"
            parts += [note, part, "[[/]]"] if sources and isinstance(part, Unit) else [part]
        return written(parts) if done == len(self._letters) else piece

    def arrived(self, output: str) -> tuple[Word, ...]:
        """The words of the translation in what has come out."""
        words: list[Word] = []
        notes: list[frozenset[int]] = []
        for part in parse(output):
            if not isinstance(part, str):
                continue
            if part.startswith("[["):
                notes = [frozenset(map(int, _NUMBER.findall(note.partition(":")[2]))) for note in part.split(";")]
            elif not part.startswith("["):
                found = TOKEN.findall(unescaped(part))
                words += (self._word(word, _sources(notes, n, len(found))) for n, word in enumerate(found))
        return tuple(words)

    def _word(self, word: str, sources: frozenset[int]) -> Word:
        stays = [self._identifiers[number] for number in sources if number in self._identifiers]
        return Word(key_of(stays[0] if len(sources) == len(stays) == 1 else word), sources)


def transferred(piece: str) -> str:
    """Behind transfer: an article that the rules have added loses the note, which is the noun's."""
    parts = parse(piece)
    notes = Counter(part for part in parts if _is_note(part))
    return written(
        [
            part
            for part, following in pairwise((*parts, ""))
            if not (_is_note(part) and notes[part] > 1 and _is_determiner(following))
        ]
    )


def _sources(notes: Sequence[frozenset[int]], place: int, words: int) -> frozenset[int]:
    """The sources of one of a few words that a rule has tied together with all their notes: both are in order."""
    first, last = place * len(notes) // words, -(-(place + 1) * len(notes) // words)
    return frozenset[int]().union(*notes[first:last])


def _letters_in(part: str) -> int:
    """How many letters and digits there are in a part of the stream that is no blank."""
    return 0 if part.startswith("[") else sum(map(str.isalnum, unescaped(part)))


def _is_note(part: Part) -> bool:
    return is_blank(part) and str(part).startswith("[[") and part != "[[/]]"


def _is_determiner(part: Part) -> bool:
    return isinstance(part, Unit) and part.first.tags[:1] == ("det",)

"""Let a term go through Apertium as one word of its grammar, so that what stands around it agrees.

In the text that is analysed a made-up word stands for the term, between marks. Behind the analyser it becomes a noun or
a name in the number that the source says; behind the bilingual dictionary it gets the gender of the glossary's target;
and what transfer has made of it, number and gender, tells which of the row's forms stands before the generator. So the
rules choose and decline articles, adjectives and verbs, and the generator contracts, as for any word of the pair.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from translate.apertium.stream import Part, Reading, Unit, escaped, is_blank, parse, written
from translate.core.terms import agreement
from translate.core.terms.glossary import Term
from translate.engines.apertium.grammar import BRAND, PLACE, SURNAME, UNDECIDED, Grammar

LETTERS = "bcdfghjklmnpqrstvwxz"
MOST = len(LETTERS) ** 2
"""Terms of one sentence that can have a made-up word."""

_TAGS = {"masc": "m", "fem": "f", "common": "mf", "neut": "nt"}
_GENDERS = {tag: gender for gender, tag in _TAGS.items()}
_DETERMINERS = frozenset({"det", "predet", "num"})
_TIES = "-/–"
"""What ties two words so closely that no article comes between them."""


def made_up(number: int) -> str:
    """A word for a term that no dictionary has, by the term's place in its sentence."""
    first, second = divmod(number, len(LETTERS))
    return f"xqz{LETTERS[first]}{LETTERS[second]}"


@dataclass(frozen=True, slots=True)
class TermWord:
    """A term of a sentence as one word of the grammar."""

    number: int
    """Its place among the sentence's terms."""
    word: str
    """The made-up word that stands for it."""
    row: Term
    surface: str
    """The words of the source."""
    label: str = ""
    """Of the base form, such as ``fem`` or ``masc pl``, by whoever knows it."""
    definite: bool = False
    """Whether the source has a definite article right before it."""
    possessive: bool = False
    """Whether an apostrophe alone makes it one: Kallas' office."""
    tied: str = ""
    """The hyphen that ties it to the term before it, as in NATO-EU: the two go as one word, the first one's."""

    @property
    def marks(self) -> tuple[str, str]:
        """The blanks around it in the text that is analysed."""
        return f"[t{self.number}]", f"[/t{self.number}]"

    @property
    def shown(self) -> str:
        """The made-up word in the capitals that the rules shall see: they would carry those of a common noun along."""
        return self.word.capitalize() if agreement.is_name(self.row) else self.word


@dataclass(slots=True)
class Passage:
    """A sentence on its way through the pipeline: what is done to its terms at each cut."""

    words: Sequence[TermWord]
    unsure: set[int] = field(default_factory=set)
    """The terms whose gender nobody knows, or whose row has no form in the number of the source."""
    placed: dict[int, str] = field(default_factory=dict)
    """The form that stands before the mark of each term, behind transfer."""

    def analysed(self, piece: str, grammar: Grammar) -> str:
        """Behind the analyser: each made-up word becomes a noun or a name.

        The tagger sees every name as a place, which is what disturbs it least.
        """
        if not self.words:
            return piece
        parts = parse(piece)
        at = {word.marks[0]: word for word in self.words}
        found: list[Part] = []
        rest = iter(enumerate(parts))
        for n, part in rest:
            word = at.get(part) if isinstance(part, str) else None
            if word is None or len(parts) < n + 3 or parts[n + 2] != word.marks[1]:
                found.append(part)
                continue
            found.append(Unit.of(word.shown, *(Reading(word.shown, tags) for tags in self._readings(word, grammar))))
            next(rest), next(rest)
            if word.possessive and n + 3 < len(parts):
                _, possessed = next(rest)
                found.append(_genitive(possessed))
        return written(found)

    def _readings(self, word: TermWord, grammar: Grammar) -> list[tuple[str, ...]]:
        if agreement.is_name(word.row):
            return [grammar.place]
        numbers = grammar.numbers.get(word.surface) or (_guessed_number(word),)
        there = [n for n in numbers if agreement.has_number(word.row, word.label, plural=n == "pl")]
        if not there:
            self.unsure.add(word.number)
            there = ["pl" if agreement.is_plural(word.label) else "sg"]
        return [("n", number) for number in there]

    def translated(self, piece: str, grammar: Grammar) -> str:
        """Behind the bilingual dictionary: each of them gets its translation, in the class that suits transfer best."""
        if not self.words:
            return piece
        found: list[Part] = []
        for part in parse(piece):
            word = self._word_of(part)
            if isinstance(part, Unit) and word is not None:
                source, target = self._classes(word, part.first, _determined(found), grammar)
                found.append(Unit.of(Reading(part.first.lemma, source), Reading(part.first.lemma, target)))
            else:
                found.append(part)
        return written(found)

    def _classes(
        self, word: TermWord, seen: Reading, determined: bool, grammar: Grammar
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The tags of a term in the source and in its translation."""
        told = _TAGS.get(agreement.gender_of(word.label), "")
        gender = told or grammar.gender(word.surface, word.row.target)
        plural = agreement.is_plural(word.label)
        kind = word.row.kind
        if not agreement.is_name(word.row):
            if not gender:
                self.unsure.add(word.number)
            gender = UNDECIDED if agreement.has_both_genders(word.row, word.label) else gender or "m"
            number = "pl" if "pl" in seen.tags or plural else "sg"
            return ("n", number), ("n", gender, number)
        if not plural and not self._is_noun(word, determined=determined):
            name = grammar.classes[{"person": SURNAME, "place": PLACE}.get(kind, BRAND)]
            return name.source, name.in_gender(gender or ("mf" if kind == "person" else "m")).target
        if not gender and word.row.target != word.row.source:
            self.unsure.add(word.number)
        number = "pl" if plural else "sg"
        noun = ("n", "acr") if kind == "acronym" else ("n",)
        return (*noun, number), (*noun, gender or "m", number)

    @staticmethod
    def _is_noun(word: TermWord, *, determined: bool) -> bool:
        """Whether a name does best as a noun: transfer gives such a one an article, and adjectives agree with it."""
        match word.row.kind:
            case "person" | "title":
                return False
            case "place":
                return determined or agreement.takes_article(word.row, definite=word.definite)
            case _:
                return determined

    def transferred(self, piece: str, grammar: Grammar) -> str:
        """Behind transfer: the form of its row stands for each of them, with its mark behind it."""
        if not self.words:
            return piece
        parts = parse(piece)
        found: list[Part] = []
        alone = sum(isinstance(part, Unit) and part.first.tags != ("sent",) for part in parts) < 2  # noqa: PLR2004 -- It.
        for n, part in enumerate(parts):
            word = self._word_of(part)
            if not isinstance(part, Unit) or word is None:
                found.append(part)
                continue
            wanted = not alone and agreement.takes_article(word.row, definite=word.definite)
            if wanted and _has_room(found, parts[n + 1 :]):
                at = _before_adjectives(found)
                found[at:at] = [Unit.of(_article(grammar.article, part.first.tags)), " "]
            for one in self._together(word):
                self.placed[one.number] = _form(one, part.first)
                found += [one.tied, escaped(self.placed[one.number]), one.marks[0]]
        return written(found)

    def _together(self, word: TermWord) -> Iterator[TermWord]:
        """A term, and those that are tied to it."""
        yield word
        behind = itertools.dropwhile(lambda one: one.number <= word.number, self.words)
        yield from itertools.takewhile(lambda one: bool(one.tied), behind)

    def _word_of(self, part: Part) -> TermWord | None:
        if not isinstance(part, Unit):
            return None
        lemma = part.first.lemma.casefold()
        return next((word for word in self.words if word.word == lemma), None)


def _genitive(part: Part) -> Part:
    """A ’s that is nothing but a genitive."""
    if not isinstance(part, Unit):
        return part
    readings = [reading for reading in part.readings if "gen" in reading.tags]
    return Unit.of(part.parts[0], *readings) if readings else part


def _form(word: TermWord, made: Reading) -> str:
    form = agreement.agreeing_form(
        word.row,
        word.label,
        plural="pl" in made.tags,
        gender=next((_GENDERS[tag] for tag in made.tags if tag in _GENDERS), ""),
    )
    return form.upper() if word.surface.isupper() and not word.row.source.isupper() else form


def _guessed_number(word: TermWord) -> str:
    """The number of words that no dictionary has for a noun: one of the row's variants in -s is a plural."""
    own = word.row.source
    return (
        "pl" if word.surface.lower() != own.lower() and word.surface.endswith("s") and not own.endswith("s") else "sg"
    )


def _determined(before: Sequence[Part]) -> bool:
    """Whether a determiner or an adjective stands right before."""
    last = next((part for part in reversed(before) if not is_blank(part)), None)
    tags = last.readings[0].tags if isinstance(last, Unit) and last.readings else ()
    return bool(tags) and (tags[0] in _DETERMINERS or tags[0] == "adj")


def _has_room(before: Sequence[Part], behind: Sequence[Part]) -> bool:
    """Whether an article may come before a word: none is there, nothing is tied to it, it is no gloss in brackets."""
    at = _before_adjectives(before)
    last = next((part for part in reversed(before[:at]) if not is_blank(part)), "")
    if isinstance(last, Unit):
        tags = last.first.tags
        ahead = next((part for part in behind if not is_blank(part)), "")
        in_brackets = tags == ("lpar",) and isinstance(ahead, Unit) and ahead.first.tags == ("rpar",)
        return not (in_brackets or set(tags) & _DETERMINERS or last.first.lemma in _TIES)
    return last.rstrip()[-1:] not in set(_TIES)


def _before_adjectives(before: Sequence[Part]) -> int:
    """Where the adjectives begin that stand right before."""
    at = len(before)
    for n in range(len(before) - 1, -1, -1):
        part = before[n]
        if isinstance(part, Unit) and part.first.tags[:1] == ("adj",):
            at = n
        elif not (isinstance(part, str) and is_blank(part)):
            break
    return at


def _article(lemma: str, tags: Sequence[str]) -> Reading:
    gender = next((tag for tag in tags if tag in {"m", "f"}), "m")
    return Reading(lemma, ("det", "def", gender, "pl" if "pl" in tags else "sg"))

"""Let a term go through Apertium as one word of its grammar, so that what stands around it agrees.

In the text that is analysed a made-up word stands for the term, between marks. Behind the analyser it becomes a noun or
a name in the number that the source says; behind the bilingual dictionary it gets the gender of the glossary's target;
and what transfer has made of it, number and gender, tells which of the row's forms stands before the generator. So the
rules choose and decline articles, adjectives and verbs, and the generator contracts, as for any word of the pair.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from translate import patterns
from translate.apertium.stream import UNIT, Part, Reading, Unit, escaped, is_blank, parse, written
from translate.core.terms import agreement
from translate.core.terms.glossary import Term
from translate.engines.apertium.grammar import BRAND, PLACE, SURNAME, UNDECIDED, Grammar
from translate.values import dataclass

LETTERS = "bcdfghjklmnpqrstvwxz"
MOST = len(LETTERS) ** 2
"""Terms of one sentence that can have a made-up word."""

_TAGS = {"masc": "m", "fem": "f", "common": "mf", "neut": "nt"}
_GENDERS = {tag: gender for gender, tag in _TAGS.items()}
_DETERMINERS = frozenset({"det", "predet", "num"})
_DETERMINING = _DETERMINERS | {"adj"}
_MARKED = patterns.compile(rf"\[t(?P<number>\d+)\]{UNIT}\[/t(?P=number)\](?P<next>(?:{UNIT})?)", re.DOTALL)
_MADE_UP = patterns.compile(r"\^(?P<seen>(?P<lemma>[A-Za-z]{5})<[^$/]*)/@[^$]*\$")
_PLACED = patterns.compile(r"\^(?P<made>(?P<lemma>[A-Za-z]{5})(?:<[^$]*)?)\$")
_NO_STOP = patterns.compile(r"\^(?![^<$]*<sent>)")
"""Units that are no full stop."""
_NEXT = patterns.compile(rf"\s*({UNIT})", re.DOTALL)
_ARTICLE_BEFORE = patterns.compile(r"\^[^<$]*<det><def>[^$]*\$ ?$")
_GLUED_BEFORE = patterns.compile(r"(?:[^\s\](\"“„«‘'¿¡$]|(?<!<lpar>)(?<!<lquest>)(?<!<lquot>)\$)$")
_GLUED_BEHIND = patterns.compile(r"\\?[@/=#_&?]|\^\.<sent>\$\^")
_NEAR = 600
"""Characters of the stream that are looked at."""
_CLOSED = patterns.compile(r"\s*\^[^$<]*<rpar>")
TIES = frozenset("-/–")
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
    own_article: bool = False
    """Whether its name begins with an article: El Salvador."""
    tied: str = ""
    """The hyphen that ties it to the term before it, as in NATO-EU: the two go as one word, the first one's."""

    @property
    def mark(self) -> str:
        """The blank that stands behind its form."""
        return f"[t{self.number}]"

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
        by_number = {str(word.number): word for word in self.words}

        def become(found: re.Match[str]) -> str:
            word = by_number.get(found["number"])
            if word is None:
                return found[0]
            unit = Unit.of(word.shown, *(Reading(word.shown, tags) for tags in self._readings(word, grammar)))
            return f"{unit}{_genitive(found['next']) if word.possessive else found['next']}"

        return _MARKED.sub(become, piece) if self.words else piece

    def _readings(self, word: TermWord, grammar: Grammar) -> list[tuple[str, ...]]:
        name = agreement.is_name(word.row)
        found = grammar.numbers.get(word.surface) or (_guessed_number(word),)
        # A name may be read as a plural where it is spelt as one of its row's variants: Supreme Courts.
        numbers = (_guessed_number(word),) if name else found
        there = [n for n in numbers if agreement.has_number(word.row, word.label, plural=n == "pl")]
        if not there:
            if not name or "pl" in numbers:
                self.unsure.add(word.number)
            there = ["pl" if agreement.is_plural(word.label) else "sg"]
        return [grammar.place] if name and there != ["pl"] else [("n", number) for number in there]

    def translated(self, piece: str, grammar: Grammar) -> str:
        """Behind the bilingual dictionary: each of them gets its translation, in the class that suits transfer best."""
        by_name = {word.word: word for word in self.words}

        def become(found: re.Match[str]) -> str:
            word = by_name.get(found["lemma"].lower())
            if word is None:
                return found[0]
            seen = Reading.parse(found["seen"])
            around = _class_before(piece[: found.start()]), _class_behind(piece[found.end() :])
            source, target = self._classes(word, seen, around, grammar)
            return str(Unit.of(Reading(seen.lemma, source), Reading(seen.lemma, target)))

        return _MADE_UP.sub(become, piece) if self.words else piece

    def _classes(
        self, word: TermWord, seen: Reading, around: tuple[str, str], grammar: Grammar
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The tags of a term in the source and in its translation.

        Args:
            word: The term.
            seen: What the tagger has made of it.
            around: The classes of the words right before and right behind it, such as ``det`` and ``n``.
            grammar: What is known of the pair.
        """
        told = _TAGS.get(agreement.gender_of(word.label), "")
        gender = told or grammar.gender(word.surface, word.row.target)
        plural = agreement.is_plural(word.label) or "pl" in seen.tags
        kind = word.row.kind
        if not agreement.is_name(word.row):
            if not gender:
                self.unsure.add(word.number)
            gender = UNDECIDED if agreement.has_both_genders(word.row, word.label) else gender or "m"
            number = "pl" if plural else "sg"
            return ("n", number), ("n", gender, number)
        # Behind the noun that it is the name of (“the ferry Laidur”) the rules turn every name round but a person's.
        person = kind == "person" or (around[0] == "n" and around[1] != "n")
        if not plural and (person or not self._is_noun(word, determined=around[0] in _DETERMINING)):
            name = grammar.classes[SURNAME if person else PLACE if kind == "place" else BRAND]
            return name.source, name.in_gender(gender or ("mf" if person else "m")).target
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
        by_name = {word.word: word for word in self.words}
        alone = stands_alone(piece)
        done, end = "", 0
        for found in _PLACED.finditer(piece) if by_name else ():
            word = by_name.get(found["lemma"].lower())
            if word is None:
                continue
            made = Reading.parse(found["made"])
            done += piece[end : found.start()]
            end = found.end()
            if word.own_article:
                done = _ARTICLE_BEFORE.sub("", done)
            elif not alone and agreement.takes_article(word.row, definite=word.definite):
                done = with_article(done, piece[end:], grammar.article, made.tags)
            for one in self._together(word):
                form = _form(one, made if one is word else self._by_itself(one, grammar))
                self.placed[one.number] = form
                done += f"{one.tied}{_shielded(form) if one.own_article else escaped(form)}{one.mark}"
        return done + piece[end:]

    def _by_itself(self, word: TermWord, grammar: Grammar) -> Reading:
        """What a term is that the grammar has not seen, since it is tied to another one."""
        (_, *tags), *others = self._readings(word, grammar)
        gender = _TAGS.get(agreement.gender_of(word.label), "")
        if others or not gender:
            self.unsure.add(word.number)
        return Reading(word.word, ("n", gender or "m", "pl" if "pl" in tags else "sg"))

    def _together(self, word: TermWord) -> Iterator[TermWord]:
        """A term, and those that are tied to it."""
        yield word
        behind = itertools.dropwhile(lambda one: one.number <= word.number, self.words)
        yield from itertools.takewhile(lambda one: bool(one.tied), behind)


def _shielded(form: str) -> str:
    """A form that the post-generator leaves alone, which would make “de El Salvador” one word less."""
    return f"{escaped(form[:1])}[]{escaped(form[1:])}"


def _genitive(unit: str) -> str:
    """A ’s that is nothing but a genitive."""
    surface, *readings = unit.strip("^$").split("/")
    genitives = [reading for reading in readings if "<gen>" in reading]
    return str(Unit((surface, *genitives))) if genitives else unit


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
    own, spelt = word.row.source.lower(), word.surface.lower()
    return "pl" if spelt != own and spelt.endswith("s") and not own.endswith("s") else "sg"


def _class_before(before: str) -> str:
    """The first tag of the translation of the word that stands right before; nothing where none does."""
    before = before.rstrip()
    return _class(before[before.rfind("^") :]) if before.endswith("$") else ""


def _class_behind(behind: str) -> str:
    """The same of the word right behind."""
    found = _NEXT.match(behind)
    return _class(found[1]) if found else ""


def _class(unit: str) -> str:
    tags = Reading.parse(unit.strip("^$").partition("/")[2]).tags
    return tags[0] if tags else ""


def stands_alone(piece: str) -> bool:
    """Whether a text is a single word: a headline or a caption, where none gets an article."""
    return len(_NO_STOP.findall(piece)) == 1


def with_article(before: str, behind: str, lemma: str, tags: Sequence[str]) -> str:
    """What stands before a word, with an article in front of its adjectives; as it is where there is no room for one.

    There is none behind another determiner or a hyphen, nor behind the noun that the word is the name of, nor where the
    word is a gloss in brackets, or a part of an address, a hashtag or the like.

    Args:
        before: What stands before it in the stream.
        behind: What stands behind it.
        lemma: The article's.
        tags: The word's, with its gender and number.
    """
    if _GLUED_BEFORE.search(before) or _GLUED_BEHIND.match(behind):
        return before
    # What stands further off is of no matter, and long.
    cut = max(before.rfind(" ^", 0, max(len(before) - _NEAR, 0)), 0)
    parts = parse(before[cut:])
    at = _before_adjectives(parts)
    last = next((part for part in reversed(parts[:at]) if not is_blank(part)), "")
    if isinstance(last, Unit):
        in_brackets = last.first.tags == ("lpar",) and _CLOSED.match(behind)
        full = in_brackets or set(last.first.tags) & (_DETERMINERS | {"n"}) or last.first.lemma in TIES
    else:
        full = last.rstrip()[-1:] in TIES
    article = Reading(lemma, ("det", "def", "f" if "f" in tags else "m", "pl" if "pl" in tags else "sg"))
    return before if full else f"{before[:cut]}{written(parts[:at])}{Unit.of(article)} {written(parts[at:])}"


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

"""Decline Estonian terms by Vabamorf's dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Any

from translate import patterns
from translate.authoring.endings import acronym, name_with_its_stem
from translate.authoring.interface import QUOTATION, Proposal, Suggester, between, with_capitals_of
from translate.authoring.packages import load_vabamorf
from translate.core.terms.glossary import Form
from translate.values import dataclass

CASES = {
    "gen": "g", "part": "p", "ill": "ill", "in": "in", "el": "el", "all": "all", "ad": "ad", "abl": "abl",
    "tr": "tr", "ter": "ter", "es": "es", "ab": "ab", "kom": "kom",
}  # fmt: skip
"""The glossary's labels and Vabamorf's names."""
_PLURAL = {"nom": "n"} | CASES
"""In the plural of a word whose base form is a singular the nominative is a form of its own."""

_GENITIVE_BEFORE = frozenset({"ter", "es", "ab", "kom"})
"""Before these cases an adjective stands in the genitive: esimese stuudioga."""
_OF_OTHER_STEMS = frozenset({"nom", "gen", "part"})
"""The plural cases that are not made of the plural genitive."""
_AGREEING = frozenset("ACUOP")
"""Adjectives and their degrees, ordinals, pronouns."""
_FIXED = frozenset({"oma"})
"""They stay as they are before a noun, although the dictionary declines them."""
_CONJUNCTIONS = frozenset({"ja", "ning", "või", "ehk"})
_NAMES = frozenset({"person", "place"})
"""They may look like some word in some case: Rutte, Helme."""
_MOST_VARIANTS = 6
"""Of the combinations of words that each have several forms in a case."""

_WORD = patterns.compile(r"""(?:[„“«"][^„“”«»"]*[“”»"]|\S)+""")
"""What has its own ending; a quotation is one word."""
_NUMBER = patterns.compile(r"\d[\d.,:-]*")

_ESTONIAN = patterns.compile("[abdeghijklmnoprstuvõäöü-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    lemma: str
    part_of_speech: str
    number: str
    """Vabamorf's: sg or pl."""


class Vabamorf(Suggester):
    """Declines Estonian, in singular and plural where the base form is a singular.

    Raises:
        FormsError: Vabamorf is not installed.
    """

    name = "Vabamorf"

    def __init__(self) -> None:
        self._morf: Any = load_vabamorf().Vabamorf.instance()

    def suggest(self, base: str, kind: str) -> Proposal:
        """Decline a term; a quotation or a number behind it stays: saates „Esimene stuudio“, tabelis 5."""
        words = _WORD.findall(base) or [""]
        numbered = len(words) > 1 and words[-2].islower() and _NUMBER.fullmatch(words[-1])
        if len(words) > 1 and (numbered or QUOTATION.fullmatch(words[-1])):
            return between("", self._phrase(words[:-1], kind), f" {words[-1]}")
        return self._phrase(words, kind)

    def _phrase(self, words: Sequence[str], kind: str) -> Proposal:
        """Decline the last word, and the adjectives and ordinals before it that agree with it."""
        base, *leading, last = " ".join(words), *words
        if last[-1:].isdigit():
            return Proposal((), (f"“{base}” ends in a number; write its forms by hand",))
        if _is_acronym(last) or (kind == "acronym" and not leading and last[-1:].isalpha()):
            return acronym(base)
        if last.islower() and self._is_fixed(last) and not self._is_noun(last):
            return Proposal((), changes=False)
        head = self._head(last, kind)
        if head is None:
            return Proposal((), (f"Vabamorf does not know “{last}” as a base form; write the forms by hand",))
        if kind == "person" and head.part_of_speech != "H" and not self._keeps_its_stem(head):
            noun = ", ".join(self._synthesise(head, "g"))
            doubt = f"“{last}” is also a common noun ({noun}), which an Estonian’s name may decline like"
            return Proposal(name_with_its_stem(base), (doubt, *_doubt_of_spelling(last, kind)))
        parts = [None for _ in leading] if kind == "person" else self._parts(leading, head)
        forms = self._declined([*zip(leading, parts, strict=True), (last, head)], head.number)
        several = self._synthesise(head, "g")
        doubts = (f"“{last}” may decline in several ways ({', '.join(several)}); delete what is wrong",)
        return Proposal(forms, (*(doubts if len(several) > 1 else ()), *_doubt_of_spelling(last, kind)))

    def _declined(self, words: Sequence[tuple[str, _Word | None]], number: str) -> tuple[Form, ...]:
        """All forms of a term in the number of its base form, then those of the plural of a singular."""
        own = {"sg": "", "pl": "pl "}[number]
        forms = tuple(Form(text, own + label) for label in CASES for text in self._phrases(label, words))
        if number == "pl":
            return forms
        plural = [(text, word and replace(word, number="pl")) for text, word in words]
        table = {label: tuple(self._phrases(label, plural)) for label in _PLURAL}
        # internet has none at all, and Madrid a partitive alone.
        return (
            *forms,
            *(Form(t, f"pl {label}") for label, texts in table.items() for t in texts if all(table.values())),
        )

    def _parts(self, words: Sequence[str], head: _Word) -> Iterable[_Word | None]:
        """What each word before the head agrees with it as; before “ja” another head stands: fail ja kaust."""
        parts: list[_Word | None] = []
        following = [*words, head.text, ""]
        for n in reversed(range(len(words))):
            other = self._joined(words[n], following[n + 2]) if following[n + 1] in _CONJUNCTIONS else None
            head = other or head
            parts.append(other or self._attribute(words[n], head))
        return reversed(parts)

    def _joined(self, text: str, other: str) -> _Word | None:
        """A word before “ja” as one that is declined as what follows is; none where both are rather genitives."""
        word = self._head(text, "") if self._head(other, "") else None
        # Eesti ja Läti piir
        return None if word and text[:1].isupper() and self._synthesise(word, "g") == [text] else word

    def _head(self, text: str, kind: str) -> _Word | None:
        """The word as a base form; as a name before it is looked for as a common noun."""
        known = self._known(text)
        inflected = bool(known) and not any(a["form"] in {"sg n", "pl n"} for a in known)
        if not any(map(str.isalpha, text)) or (kind not in _NAMES and inflected):
            return None
        parts_of_speech = ("H", "S", "A", "") if text[:1].isupper() else ("S", "A", "")
        singulars = [_Word(text, text, part_of_speech, "sg") for part_of_speech in parts_of_speech]
        plurals = [_Word(text, a["lemma"], a["partofspeech"], "pl") for a in self._analyse(text) if a["form"] == "pl n"]
        plurals.sort(key=lambda word: word.part_of_speech == "H")
        # Of a word that nobody knows, podcastid is rather a plural than a podcastid, whose genitive were podcastidi.
        likely = [*plurals, *singulars] if text.islower() and not known else [*singulars, *plurals]
        return next((word for word in likely if self._is_base_form(word)), None)

    def _known(self, text: str) -> list[dict[str, str]]:
        """What the dictionary says of a word without guessing."""
        known: list[dict[str, str]]
        known = self._morf.analyze([text], disambiguate=False, guess=False, propername=False)[0]["analysis"]
        return known

    def _is_base_form(self, word: _Word) -> bool:
        """Whether the dictionary has it as a nominative, and has other forms beside it."""
        return word.text in self._synthesise(word, "n") and self._synthesise(word, "kom") != [word.text]

    def _keeps_its_stem(self, word: _Word) -> bool:
        return all(text.startswith(word.text) for text in self._synthesise(word, "g"))

    def _attribute(self, text: str, head: _Word) -> _Word | None:
        """The word as one that agrees with the head, or None where it stays as it is: ühendatud, eri, Euroopa."""
        if text.lower() in _FIXED or self._is_fixed(text):
            return None
        base_forms = (a for a in self._analyse(text) if a["form"] == f"{head.number} n")
        agreeing = (_Word(text, a["lemma"], a["partofspeech"], head.number) for a in base_forms)
        return next((word for word in agreeing if word.part_of_speech in _AGREEING), None)

    def _is_fixed(self, text: str) -> bool:
        """Whether the word is an adjective that does not decline, as participles in -nud and -tud are."""
        return any(a["partofspeech"] == "A" and not a["form"] for a in self._analyse(text))

    def _is_noun(self, text: str) -> bool:
        return any(a["partofspeech"] == "S" and a["form"] == "sg n" for a in self._analyse(text))

    def _phrases(self, label: str, words: Sequence[tuple[str, _Word | None]]) -> Iterable[str]:
        variants = [
            (text,)
            if word is None
            else self._forms(word, "gen" if label in _GENITIVE_BEFORE and n < len(words) - 1 else label)
            for n, (text, word) in enumerate(words)
        ]
        return dict.fromkeys(" ".join(chosen) for chosen in islice(product(*variants), _MOST_VARIANTS))

    def _forms(self, word: _Word, label: str) -> Sequence[str]:
        """The parallel forms of a word in a case, the commonest first."""
        forms = self._synthesise(word, _PLURAL[label])
        if word.number == "pl" and label not in _OF_OTHER_STEMS:
            # raamatutes before raamatuis: what is made of the genitive is the usual one.
            usual = tuple(self._synthesise(word, "g"))
            return sorted(forms, key=lambda text: not text.startswith(usual))
        short = self._synthesise(word, "adt") if label == "ill" and word.number == "sg" else []
        # jõkke before jõesse; but faili, which is the genitive and the partitive as well, behind failisse.
        also_others = {*short} & {*self._synthesise(word, "g"), *self._synthesise(word, "p")}
        return [*forms, *short] if also_others else [*short, *forms]

    def _synthesise(self, word: _Word, case: str) -> list[str]:
        form = case if case == "adt" else f"{word.number} {case}"
        found = self._morf.synthesize(word.lemma, form, word.part_of_speech)
        return list(dict.fromkeys(with_capitals_of(word.text, text) for text in found))

    def _analyse(self, text: str) -> list[dict[str, str]]:
        analyses: list[dict[str, str]] = self._morf.analyze([text], disambiguate=False)[0]["analysis"]
        return analyses


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def _doubt_of_spelling(name: str, kind: str) -> tuple[str, ...]:
    foreign = kind == "person" and name[-1:] == "e" and not _ESTONIAN.fullmatch(name)
    return (
        f"“{name}” is spelt in a foreign way: if its last letter is silent, it takes endings as in {name}’i",
    ) * foreign

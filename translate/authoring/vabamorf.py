"""Decline Estonian terms by Vabamorf's dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from translate.authoring.interface import Proposal, Suggester, with_capitals_of
from translate.authoring.packages import load_vabamorf
from translate.core.terms.glossary import Form

CASES = {
    "gen": "g", "part": "p", "ill": "ill", "in": "in", "el": "el", "all": "all", "ad": "ad", "abl": "abl",
    "tr": "tr", "ter": "ter", "es": "es", "ab": "ab", "kom": "kom",
}  # fmt: skip
"""The glossary's labels and Vabamorf's names."""

_GENITIVE_BEFORE = frozenset({"ter", "es", "ab", "kom"})
"""Before these cases an adjective stands in the genitive: esimese stuudioga."""
_AGREEING = frozenset("ACUOP")
"""Adjectives and their degrees, ordinals, pronouns."""
_NAMES = frozenset({"person", "place"})
"""They may look like some word in some case: Rutte, Helme."""
_MOST_VARIANTS = 6
"""Of the combinations of words that each have several forms in a case."""

_VOWEL_NAMES = frozenset("ABCDEGHIKOPQTUVWÕÄÖÜŠ")
"""Letters whose Estonian names end in a vowel, and so take endings without i: ETV-s, but ERR-is."""
_VOWELS = frozenset("AEIOUÕÄÖÜ")
_BARE_ENDINGS = {
    "gen": "", "part": "d", "ill": "sse", "in": "s", "el": "st", "all": "le", "ad": "l", "abl": "lt", "tr": "ks",
    "ter": "ni", "es": "na", "ab": "ta", "kom": "ga",
}  # fmt: skip
_I_ENDINGS = {label: "i" if label == "part" else f"i{ending}" for label, ending in _BARE_ENDINGS.items()}
_ESTONIAN = re.compile("[abdeghijklmnoprstuvõäöü-]*", re.IGNORECASE)
_LONGEST_CLUSTER = 2
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    lemma: str
    part_of_speech: str
    number: str
    """Vabamorf's: sg or pl."""


class Vabamorf(Suggester):
    """Declines Estonian; the number stays as it is.

    Raises:
        FormsError: Vabamorf is not installed.
    """

    name = "Vabamorf"

    def __init__(self) -> None:
        self._morf: Any = load_vabamorf().Vabamorf.instance()

    def suggest(self, base: str, kind: str) -> Proposal:
        """Decline a term: its last word, and the adjectives and ordinals before it that agree with it."""
        *leading, last = base.split(" ")
        if last[-1:].isdigit():
            return Proposal((), (f"“{base}” ends in a number; write its forms by hand",))
        if _is_acronym(last) or (kind == "acronym" and not leading and last[-1:].isalpha()):
            return _acronym(base)
        head = self._head(last, kind)
        if head is None:
            return Proposal((), (f"Vabamorf does not know “{last}” as a base form; write the forms by hand",))
        if kind == "person" and head.part_of_speech != "H" and not self._keeps_its_stem(head):
            noun = ", ".join(self._synthesise(head, "g"))
            doubt = f"“{last}” is also a common noun ({noun}), which an Estonian’s name may decline like"
            return Proposal(_with_endings(base, _endings_of_name(last)), (doubt, *_doubt_of_spelling(last, kind)))
        attributes = [self._attribute(word, head) if kind != "person" else None for word in leading]
        plural = "pl " if head.number == "pl" else ""
        forms = tuple(
            Form(text, plural + label)
            for label in CASES
            for text in self._phrases(label, [*zip(leading, attributes, strict=True), (last, head)])
        )
        several = self._synthesise(head, "g")
        doubts = (f"“{last}” may decline in several ways ({', '.join(several)}); delete what is wrong",)
        return Proposal(forms, (*(doubts if len(several) > 1 else ()), *_doubt_of_spelling(last, kind)))

    def _head(self, text: str, kind: str) -> _Word | None:
        """The word as a base form; as a name before it is looked for as a common noun."""
        if not any(map(str.isalpha, text)) or (kind not in _NAMES and self._is_inflected(text)):
            return None
        for part_of_speech in ("H", "S", "A", "") if text[:1].isupper() else ("S", "A", ""):
            word = _Word(text, text, part_of_speech, "sg")
            if text in self._synthesise(word, "n"):
                return word
        plurals = (_Word(text, a["lemma"], a["partofspeech"], "pl") for a in self._analyse(text) if a["form"] == "pl n")
        known = [word for word in plurals if text in self._synthesise(word, "n")]
        return min(known, key=lambda word: word.part_of_speech == "H", default=None)

    def _is_inflected(self, text: str) -> bool:
        """Whether the dictionary, without guessing, knows the word and in no base form."""
        known = self._morf.analyze([text], disambiguate=False, guess=False, propername=False)[0]["analysis"]
        return bool(known) and not any(a["form"] in {"sg n", "pl n"} for a in known)

    def _keeps_its_stem(self, word: _Word) -> bool:
        return all(text.startswith(word.text) for text in self._synthesise(word, "g"))

    def _attribute(self, text: str, head: _Word) -> _Word | None:
        """The word as one that agrees with the head, or None where it stays as it is."""
        analyses = (a for a in self._analyse(text) if a["form"] == f"{head.number} n")
        agreeing = (_Word(text, a["lemma"], a["partofspeech"], head.number) for a in analyses)
        return next((word for word in agreeing if word.part_of_speech in _AGREEING), None)

    def _phrases(self, label: str, words: Sequence[tuple[str, _Word | None]]) -> Iterable[str]:
        variants = [
            (text,)
            if word is None
            else self._forms(word, "gen" if label in _GENITIVE_BEFORE and n < len(words) - 1 else label)
            for n, (text, word) in enumerate(words)
        ]
        return dict.fromkeys(" ".join(chosen) for chosen in islice(product(*variants), _MOST_VARIANTS))

    def _forms(self, word: _Word, label: str) -> Sequence[str]:
        forms = self._synthesise(word, CASES[label])
        if label == "ill" and word.number == "sg":
            forms += self._synthesise(word, "adt")
        return forms

    def _synthesise(self, word: _Word, case: str) -> list[str]:
        form = case if case == "adt" else f"{word.number} {case}"
        found = self._morf.synthesize(word.lemma, form, word.part_of_speech)
        return list(dict.fromkeys(with_capitals_of(word.text, text) for text in found))

    def _analyse(self, text: str) -> list[dict[str, str]]:
        analyses: list[dict[str, str]] = self._morf.analyze([text], disambiguate=False)[0]["analysis"]
        return analyses


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()


def _acronym(base: str) -> Proposal:
    """Decline by the names of the letters, with a hyphen and then without."""
    last = base.rpartition(" ")[2].upper()
    bare = last[-1] in _VOWEL_NAMES
    endings = dict(_BARE_ENDINGS if bare else _I_ENDINGS)
    doubts: tuple[str, ...] = ()
    if _reads_as_word(last):
        endings["part"] = "t" if bare else "it"
        doubts = (f"“{base}” is declined as one that is read as a word; letter by letter its endings may differ",)
    hyphened = _with_endings(base, {label: ending and f"-{ending}" for label, ending in endings.items()})
    return Proposal((*hyphened, *_with_endings(base, {k: v for k, v in endings.items() if v})), doubts)


def _reads_as_word(acronym: str) -> bool:
    if len(acronym) < _SHORTEST_WORD:
        return False
    clusters = "".join(" " if letter in _VOWELS else letter for letter in acronym).split(" ")
    return len(clusters) > 2 and max(map(len, clusters)) <= _LONGEST_CLUSTER  # noqa: PLR2004  Two vowels.


def _endings_of_name(name: str) -> dict[str, str]:
    """The endings of a name that keeps its stem, unlike the common noun that it is spelt like."""
    last = name[-1:].upper()
    if last in _VOWELS:
        return _BARE_ENDINGS | {"part": "t"}
    syllables = len("".join(c if c.upper() in _VOWELS else " " for c in name).split())
    if last == "S" and syllables > 1:
        return {label: f"e{ending}" for label, ending in _BARE_ENDINGS.items()} | {"part": "t"}
    return _I_ENDINGS | {"part": "i" if syllables == 1 else "it"}


def _with_endings(base: str, endings: Mapping[str, str]) -> tuple[Form, ...]:
    return tuple(Form(base + ending, label) for label, ending in endings.items())


def _doubt_of_spelling(name: str, kind: str) -> tuple[str, ...]:
    foreign = kind == "person" and name[-1:] == "e" and not _ESTONIAN.fullmatch(name)
    return (
        f"“{name}” is spelt in a foreign way: if its last letter is silent, it takes endings as in {name}’i",
    ) * foreign

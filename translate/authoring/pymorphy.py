"""Decline Russian and Ukrainian terms by pymorphy3's dictionaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from translate.authoring.interface import Proposal, Suggester, with_capitals_of
from translate.authoring.packages import load_pymorphy
from translate.core.terms.declension import decline
from translate.core.terms.glossary import Form

CASES: Mapping[str, Mapping[str, str]] = {
    "ru": {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "prp": "loct"},
    "uk": {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct", "voc": "voct"},
}
"""The glossary's labels and pymorphy's names, by language."""

_KINDS = {"person": ("Name", "Surn", "Patr"), "place": ("Geox",), "org": ("Orgn",)}
"""The dictionary's marks of names, by the glossary's kind."""
_AGREEING = frozenset({"ADJF", "PRTF"})
_NOUN = frozenset({"NOUN"})

_MODELS = (
    ("[гкх]а", "рука"), ("[жшчщ]а", "туча"), ("ца", "птица"), ("а", "ваза"), ("ия", "мария"), ("я", "буря"),
    ("[жшчщц]", "принц"), ("[бвгдзклмнпрстфх]", "студент"), ("ий", "юрий"), ("й", "герой"), ("ь", "царь"),
)  # fmt: skip
"""Russian words that names of these endings decline like, where the dictionary does not know a name."""
_HARD = re.compile("[бвгґджзйклмнпрстфхцчшщь]", re.IGNORECASE)

_Forms = dict[str, tuple[str, ...]]
"""A word's forms by label."""


class Pymorphy(Suggester):
    """Declines Russian or Ukrainian; gender and number stay as they are.

    Args:
        language: ``ru`` or ``uk``.

    Raises:
        FormsError: pymorphy3 or the language's dictionary is not installed.
    """

    name = "pymorphy3"

    def __init__(self, language: str) -> None:
        self._language = language
        self._cases = CASES[language]
        self._analyzer: Any = load_pymorphy(language)

    def suggest(self, base: str, kind: str) -> Proposal:
        """Decline a term: every word of a person's name; of other terms the first noun and what agrees with it."""
        words = base.split(" ")
        try:
            declined, number, doubts = self._person(words) if kind == "person" else self._phrase(words, kind)
        except LookupError as error:
            return Proposal((), (f"{error.args[0]}; write the forms by hand or with --like",))
        plural = "pl " if number == "plur" else ""
        forms = tuple(Form(text, plural + label) for label in self._cases for text in _phrases(words, declined, label))
        if all(form.text == base for form in forms):
            return Proposal((), doubts, changes=False)
        return Proposal(forms, doubts)

    def _phrase(self, words: Sequence[str], kind: str) -> tuple[list[_Forms | None], str, tuple[str, ...]]:
        """Decline the first noun in the base case and the adjectives before it; what follows stays.

        Raises:
            LookupError: There is no noun, or adjectives do not agree with it; the argument says so.
        """
        before: list[Any] = []
        for n, word in enumerate(words):
            parse = self._base_form(word, _AGREEING | _NOUN, kind)
            if parse is None:
                break
            before.append(parse)
            if parse.tag.POS == "NOUN" or n == len(words) - 1:
                declined = [self._adjective(w, a, parse) for w, a in zip(words, before[:-1], strict=False)]
                rest: list[_Forms | None] = [None] * (len(words) - n - 1)
                phrase = [*declined, self._noun(word, parse), *rest]
                return phrase, str(parse.tag.number), self._other_readings(word, parse)
        raise LookupError(f"“{words[len(before)]}” is not a base form that the dictionary knows")

    def _person(self, words: Sequence[str]) -> tuple[list[_Forms | None], str, tuple[str, ...]]:
        """Decline each word of a person's name.

        Raises:
            LookupError: A word is not a name as far as we can tell; the argument says so.
        """
        gender, doubts = self._gender(words)
        return [self._name(word, gender) for word in words], "sing", doubts

    def _gender(self, words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
        first = words[0]
        marks = {p.tag.gender for p in self._parses(first) if {"Name", "nomn"} <= p.tag.grammemes and _is_singular(p)}
        if len(words) > 1 and len(marks) == 1:
            return str(marks.pop()), ()
        guess = "femn" if first[-1:].lower() in {"а", "я"} else "masc"
        sure = len(words) > 1 and (guess == "femn" or _HARD.fullmatch(first[-1:]) is not None)
        if sure or (guess == "femn" and len(words) == 1):
            return guess, ()
        return guess, (f"“{' '.join(words)}” is declined as a man’s name; a woman’s would keep a last consonant",)

    def _name(self, word: str, gender: str) -> _Forms | None:
        marked = (
            p for p in self._parses(word) if gender == p.tag.gender and _is_singular(p) and self._is_base(word, p)
        )
        parses = sorted(marked, key=lambda p: not _has_mark(p, "person"))
        # The Ukrainian dictionary marks few names as names.
        likely = [p for p in parses if _has_mark(p, "person") or (self._language == "uk" and p.tag.animacy == "anim")]
        if likely:
            return self._noun(word, likely[0])
        if gender == "femn" and _HARD.fullmatch(word[-1:]):
            return None
        return self._by_ending(word)

    def _by_ending(self, word: str) -> _Forms | None:
        """Decline a name that the dictionary does not know; vowels but а and я never change."""
        if self._language != "ru":
            raise LookupError(f"“{word}” is not a name that the dictionary knows")
        model = next((model for ending, model in _MODELS if re.search(f"{ending}$", word, re.IGNORECASE)), None)
        if model is None:
            return None
        known = self._noun(model, self._base_form(model, _NOUN, "person"))
        forms = decline(word.lower(), model, [Form(text, label) for label, texts in known.items() for text in texts])
        return {form.label: (with_capitals_of(word, form.text),) for form in forms}

    def _base_form(self, word: str, parts_of_speech: frozenset[str], kind: str) -> Any:
        """The likeliest reading of a word as a base form, or None."""
        parses = [p for p in self._parses(word) if p.tag.POS in parts_of_speech and self._is_base(word, p)]
        return min(parses, key=lambda p: not _has_mark(p, kind), default=None)

    def _parses(self, word: str) -> list[Any]:
        parses: list[Any] = self._analyzer.parse(word)
        return parses

    def _is_base(self, word: str, parse: Any) -> bool:
        return parse.tag.case == "nomn" and with_capitals_of(word, parse.word) == word

    def _other_readings(self, word: str, parse: Any) -> tuple[str, ...]:
        alike = (
            p
            for p in (parse, *self._parses(word))
            if p.tag.POS == parse.tag.POS and p.tag.number == parse.tag.number and self._is_base(word, p)
        )
        genitives = dict.fromkeys(text for p in alike for text in self._inflected(word, p, "gent")[:1])
        if len(genitives) == 1:
            return ()
        return (f"“{word}” may decline in several ways ({', '.join(genitives)}); the first was taken",)

    def _noun(self, word: str, parse: Any) -> _Forms:
        return self._table(word, {label: self._inflected(word, parse, case) for label, case in self._cases.items()})

    def _adjective(self, word: str, parse: Any, noun: Any) -> _Forms:
        """Decline an adjective as its noun is declined."""
        gender = noun.tag.gender if _is_singular(noun) else None
        if parse.tag.number != noun.tag.number or (gender and parse.tag.gender != gender):
            raise LookupError(f"“{word}” does not agree with “{noun.word}”")
        cases = dict(self._cases)
        if gender in {"masc", None}:
            cases["acc"] = "gent" if noun.tag.animacy == "anim" else "nomn"
        return self._table(word, {label: self._inflected(word, parse, case, gender) for label, case in cases.items()})

    def _table(self, word: str, forms: _Forms) -> _Forms:
        if not all(forms.values()):
            raise LookupError(f"the dictionary does not have all cases of “{word}”")
        return forms

    def _inflected(self, word: str, parse: Any, case: str, gender: str | None = None) -> tuple[str, ...]:
        """The word in a case, the usual form first; empty where the dictionary has none."""
        usual = parse.inflect({g for g in (case, parse.tag.number, gender) if g})
        if usual is None:
            return ()
        found = [usual.word]
        if self._language == "uk" and parse.tag.animacy == "anim":
            # експертові and експерту; the dictionaries’ other second forms are rare or out of date.
            found += [p.word for p in parse.lexeme if _same_cell(p.tag, usual.tag)]
        elif case == "loct":
            # в Крыму
            found += [p.word for p in parse.lexeme if "loc2" in p.tag.grammemes and p.tag.number == usual.tag.number]
        return tuple(dict.fromkeys(with_capitals_of(word, text) for text in found))


def _same_cell(tag: Any, other: Any) -> bool:
    return bool((tag.case, tag.number, tag.gender) == (other.case, other.number, other.gender))


def _has_mark(parse: Any, kind: str) -> bool:
    # Not `in parse.tag`: what one language's dictionary does not know raises an error there.
    return not parse.tag.grammemes.isdisjoint(_KINDS.get(kind, ()))


def _is_singular(parse: Any) -> bool:
    # The Ukrainian dictionary does not mark it.
    return bool(parse.tag.number != "plur")


def _phrases(words: Sequence[str], declined: Sequence[_Forms | None], label: str) -> Iterable[str]:
    """The whole term in a case: with the first form of each word, then with the second where there is one."""
    columns = [(word,) if forms is None else forms[label] for word, forms in zip(words, declined, strict=True)]
    return dict.fromkeys(" ".join(texts[min(n, len(texts) - 1)] for texts in columns) for n in range(2))

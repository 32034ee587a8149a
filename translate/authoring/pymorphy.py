"""Decline Russian and Ukrainian terms by pymorphy3's dictionaries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from translate import patterns
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
_CONJUNCTIONS = frozenset({"и", "или", "і", "й", "та", "або", "чи"})

_MODELS = (
    ("[гкх]а", "рука"), ("[жшчщ]а", "туча"), ("ца", "птица"), ("а", "ваза"), ("ия", "мария"), ("я", "буря"),
    ("[жшчщц]", "принц"), ("[бвгдзклмнпрстфх]", "студент"), ("ий", "юрий"), ("й", "герой"), ("ь", "царь"),
)  # fmt: skip
"""Russian words that names of these endings decline like, where the dictionary does not know a name."""
_HARD = patterns.compile("[бвгґджзйклмнпрстфхцчшщь]", re.IGNORECASE)

_Forms = dict[str, tuple[str, ...]]
"""A word's forms by label."""
_Places = Mapping[str, tuple[str, str]]
"""Case and number, by pymorphy's names, of each label that a term has a form for."""


class Pymorphy(Suggester):
    """Declines Russian or Ukrainian, in singular and plural where the base form is a singular; the gender stays.

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
            declined, doubts = self._person(words) if kind == "person" else self._joined(words, kind)
        except LookupError as error:
            return Proposal((), (f"{error.args[0]}; write the forms by hand or with --like",))
        changing = [word.keys() for word in declined if word is not None]
        labels = [label for label in next(iter(changing), ()) if all(label in known for known in changing)]
        forms = tuple(Form(text, label) for label in labels for text in _phrases(words, declined, label))
        if all(form.text == base for form in forms):
            return Proposal((), doubts, changes=False)
        return Proposal(forms, doubts)

    def _joined(self, words: Sequence[str], kind: str) -> tuple[list[_Forms | None], tuple[str, ...]]:
        """Decline a phrase, or two with “and” between them: файл и папка, but эксперт по обороне и безопасности.

        Raises:
            LookupError: As `_phrase`, or one of the two is a singular and the other one a plural.
        """
        at = next((n for n, word in enumerate(words) if word in _CONJUNCTIONS), 0)
        if not 0 < at < len(words) - 1:
            return self._phrase(words, kind)
        try:
            first, doubts = self._phrase(words[:at], kind)
            second, others = self._joined(words[at + 1 :], kind)
        except LookupError:
            return self._phrase(words, kind)
        if first[-1] is None:
            return self._phrase(words, kind)
        if len({"gen" in word for word in (*first, *second) if word}) > 1:
            raise LookupError(f"“{' '.join(words)}” joins a singular and a plural")
        return [*first, None, *second], (*doubts, *others)

    def _phrase(self, words: Sequence[str], kind: str) -> tuple[list[_Forms | None], tuple[str, ...]]:
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
                return [*declined, self._noun(word, parse), *rest], self._other_readings(word, parse)
        raise LookupError(f"“{words[len(before)]}” is not a base form that the dictionary knows")

    def _person(self, words: Sequence[str]) -> tuple[list[_Forms | None], tuple[str, ...]]:
        """Decline each word of a person's name, who is one.

        Raises:
            LookupError: A word is not a name as far as we can tell; the argument says so.
        """
        gender, doubts = self._gender(words)
        names = [self._name(word, gender) for word in words]
        return [name and {label: name[label] for label in self._cases} for name in names], doubts

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
        genitives = dict.fromkeys(text for p in alike for text in self._inflected(word, p, "gent", p.tag.number)[:1])
        if len(genitives) == 1:
            return ()
        return (f"“{word}” may decline in several ways ({', '.join(genitives)}); the first was taken",)

    def _noun(self, word: str, parse: Any) -> _Forms:
        places = self._places(parse)
        forms = {label: self._inflected(word, parse, *place) for label, place in places.items()}
        return self._complete(word, parse, forms)

    def _adjective(self, word: str, parse: Any, noun: Any) -> _Forms:
        """Decline an adjective as its noun is declined."""
        if parse.tag.number != noun.tag.number or (_is_singular(noun) and parse.tag.gender != noun.tag.gender):
            raise LookupError(f"“{word}” does not agree with “{noun.word}”")
        forms: _Forms = {}
        for label, (case, number) in self._places(noun).items():
            gender = noun.tag.gender if number != "plur" else None
            like = "gent" if noun.tag.animacy == "anim" else "nomn"
            agreeing = like if case == "accs" and gender in {"masc", None} else case
            forms[label] = self._inflected(word, parse, agreeing, number, gender)
        return self._complete(word, noun, forms)

    def _places(self, noun: Any) -> _Places:
        """Those of the number of a noun, then those of the plural of a singular, the nominative among them."""
        if not _is_singular(noun):
            return {f"pl {label}": (case, "plur") for label, case in self._cases.items()}
        own = {label: (case, noun.tag.number) for label, case in self._cases.items()}
        return own | {f"pl {label}": (case, "plur") for label, case in {"nom": "nomn", **self._cases}.items()}

    def _complete(self, word: str, noun: Any, forms: _Forms) -> _Forms:
        """The forms of a word, without a plural that the dictionary does not have.

        Raises:
            LookupError: It does not have all cases of the number that the noun is in.
        """
        plural = {label: texts for label, texts in forms.items() if label.startswith("pl ")}
        own = plural if not _is_singular(noun) else {k: texts for k, texts in forms.items() if k not in plural}
        if not all(own.values()):
            raise LookupError(f"the dictionary does not have all cases of “{word}”")
        return forms if all(plural.values()) else own

    def _inflected(
        self, word: str, parse: Any, case: str, number: str | None, gender: str | None = None
    ) -> tuple[str, ...]:
        """The word in a case, the usual form first; empty where the dictionary has none."""
        usual = parse.inflect({g for g in (case, number, gender) if g})
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

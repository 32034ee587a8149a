"""Propose genders, plurals and feminines by the dictionaries of Apertium's language pairs."""

from __future__ import annotations

from collections.abc import Sequence

from translate.apertium.installation import Installation
from translate.apertium.morphology import analyse, generate
from translate.apertium.phrases import changed, rewritten, stranger
from translate.apertium.readings import Word, gender_of, head_of
from translate.authoring.interface import Proposal, Suggester
from translate.core.terms.gender import gender_by_ending
from translate.core.terms.glossary import NAMES, Form
from translate.languages.loading import load_language

_FEMININE = "f"
_BASE = ""
"""The label of the base form."""


class Apertium(Suggester):
    """Knows words by the analyser that a pair's opposite direction begins with, and their forms by its generator.

    Args:
        installation: Where Apertium is.
        source: The language that is translated from.
        locale: The locale of the terms.
        words: What will be asked for: looked up together, that takes hardly longer than one.
    """

    def __init__(self, installation: Installation, source: str, locale: str, words: Sequence[str] = ()) -> None:
        self._pair = (installation, source, locale)
        self._language = load_language(locale)
        mode = installation.mode(locale, source)
        self.name = f"Apertium {mode.stem}" if mode else "Apertium"
        self._ahead = tuple(words)
        self._phrases: dict[str, tuple[Word, ...]] = {}
        self._forms: dict[str, str] = {}

    @property
    def covers(self) -> bool:
        """Whether the pair is here in both directions, and nouns of the language have genders and no cases."""
        installation, source, locale = self._pair
        there = installation.mode(locale, source) and installation.mode(source, locale)
        return bool(there and self._language.genders and not self._language.inflection.cases)

    def suggest(self, base: str, kind: str) -> Proposal:
        """Propose the gender of a term; of what is no name its plural, and its feminine where it has one."""
        if kind == "person":
            return Proposal((), changes=False)
        words = self._words(base)
        gender = gender_of(words)
        doubt = "" if gender else self._doubt(base, words)
        if kind in NAMES:
            return Proposal((), (doubt,) * bool(doubt), gender=gender)
        guessed = gender_by_ending(self._language, base) if not gender and head_of(words) is None else ""
        if guessed:
            doubt = f"unsure: {guessed} by its ending alone; {doubt}"
        forms = self._declined(base, words, gender)
        if not (doubt or gender.endswith("pl") or any(form.label == "pl" for form in forms)):
            doubt = f"{self.name} knows no plural of “{stranger(words) or base}”; write it by hand"
        return Proposal(forms, (doubt,) * bool(doubt), gender=gender or guessed)

    def gender(self, base: str) -> str:
        """The gender of a term as far as a dictionary knows it."""
        return gender_of(self._words(base))

    def _words(self, base: str) -> tuple[Word, ...]:
        if base not in self._phrases:
            self._look_up([*self._ahead, base])
            self._ahead = ()
        return self._phrases[base]

    def _doubt(self, base: str, words: Sequence[Word]) -> str:
        """Why nothing tells the gender of a term."""
        head = head_of(words)
        if head is not None:
            return f"“{words[head].text}” is of several genders; write the one that is meant"
        return f"{self.name} does not know “{stranger(words) or base}”; write by hand what is missing"

    def _declined(self, base: str, words: Sequence[Word], gender: str) -> tuple[Form, ...]:
        found = {label: self._rewritten(base, words, units) for label, units in _wanted(words, gender).items()}
        if found.pop(_BASE) != base:  # filme, of which it would write “films”, as of film.
            return ()
        if found.get("fem") == base:  # portavoz, where the plural is one for both, too.
            found.pop("fem")
        if found.get("pl fem") == found.get("pl"):
            found.pop("pl fem", None)
        return tuple(Form(text, label) for label, text in found.items() if text)

    def _rewritten(self, base: str, words: Sequence[Word], units: dict[int, str]) -> str | None:
        """The term in another form; None where the generator does not know that of one of its words."""
        if not units or not all(self._forms.get(unit) for unit in units.values()):
            return None
        return rewritten(base, words, lambda n: self._forms[units[n]] if n in units else None)

    def _look_up(self, bases: Sequence[str]) -> None:
        self._phrases.update(analyse(bases, *self._pair))
        wanted = (_wanted(self._phrases[base], gender_of(self._phrases[base])) for base in bases)
        units = [unit for forms in wanted for units in forms.values() for unit in units.values()]
        self._forms.update(generate(units, *self._pair))


def _wanted(words: Sequence[Word], gender: str) -> dict[str, dict[int, str]]:
    """The forms that a term may have, each as the lexical units of the words that change."""
    plural = gender.endswith("pl")
    wanted = {_BASE: changed(words)}
    if not plural:
        wanted["pl"] = changed(words, number="pl")
    if gender.startswith(("masc", "common")):
        if not plural:
            wanted["fem"] = changed(words, number="sg", gender=_FEMININE)
        wanted["pl fem"] = changed(words, number="pl", gender=_FEMININE)
    return wanted

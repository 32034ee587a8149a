"""Find the nouns of a sentence with their case and number, by a dictionary that knows the language."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from translate.authoring.packages import load_vabamorf
from translate.core.terms.labels import Label, read
from translate.core.text.words import TIED_WORD

_TOKEN = re.compile(rf"{TIED_WORD.pattern}|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun as it stands in a text."""

    text: str
    lemma: str
    label: Label


Analyser = Callable[[str], Iterator[tuple[Noun, float]]]
"""Finds the nouns of a sentence; where it cannot tell which it is, each with its share."""


def estonian() -> Analyser:
    """Vabamorf, which looks at the sentence around a word."""
    morf = load_vabamorf().Vabamorf.instance()

    def analyse(sentence: str) -> Iterator[tuple[Noun, float]]:
        for word in morf.analyze(_TOKEN.findall(sentence), disambiguate=True):
            readings = {(a["lemma"], a["partofspeech"], a["form"]) for a in word["analysis"]}
            for lemma, part_of_speech, form in readings:
                label = read(form)
                if part_of_speech in "SHY" and label is not None:  # Nouns, names, acronyms.
                    yield Noun(word["text"], lemma, label), 1 / len(readings)

    return analyse


ANALYSERS: dict[str, Callable[[], Analyser]] = {"et": estonian}
"""By the code of the language."""


def count_nouns(sentences: Iterable[str], analyse: Analyser) -> Counter[Noun]:
    """How often each noun stands in some sentences."""
    counted: Counter[Noun] = Counter()
    for sentence in sentences:
        for noun, share in analyse(sentence):
            counted[noun] += share  # type: ignore[assignment]  # Shares of a word that may be two things.
    return counted

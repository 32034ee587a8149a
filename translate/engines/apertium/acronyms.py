"""Let an acronym be a noun that a pair has for an adjective as well, as eng-spa has NATO for «de la OTAN».

The tagger takes it for an adjective more often than not, and the whole phrase is then written in capitals, as the
acronym is: «Los dirigentes de DE LA OTAN». As a noun it is translated alone; what the phrase tells is that it takes an
article.
"""

from __future__ import annotations

import re
from dataclasses import field

from translate import patterns
from translate.apertium.stream import UNIT, Reading, Unit, parse
from translate.engines.apertium.agreement import stands_alone, with_article
from translate.values import dataclass

_UNIT = patterns.compile(UNIT, re.DOTALL)
_ACRONYM = ("n", "acr")


@dataclass(slots=True)
class Acronyms:
    """The acronyms of a sentence that are no adjectives, as far as they are known at each cut."""

    lemmas: set[str] = field(default_factory=set)
    translations: set[str] = field(default_factory=set)

    def analysed(self, piece: str) -> str:
        """Behind the analyser: they lose their readings as adjectives."""
        return _UNIT.sub(lambda found: self._noun(found[0]), piece) if "<n><acr>" in piece else piece

    def _noun(self, unit: str) -> str:
        (read,) = parse(unit)
        if not isinstance(read, Unit) or "<n><acr>" not in unit:
            return unit
        nouns = [reading for reading in read.readings if reading.tags[:1] != ("adj",)]
        if len(nouns) == len(read.readings):
            return unit
        self.lemmas.update(reading.lemma for reading in nouns)
        return str(Unit.of(read.parts[0], *nouns))

    def translated(self, piece: str) -> str:
        """Behind the bilingual dictionary: their translations are noted."""
        units = (part for part in parse(piece) if isinstance(part, Unit)) if self.lemmas else ()
        for unit in units:
            if unit.first.lemma in self.lemmas and unit.readings and unit.readings[0].tags[:2] == _ACRONYM:
                self.translations.add(unit.readings[0].lemma)
        return piece

    def transferred(self, piece: str, article: str) -> str:
        """Behind transfer: they get an article where none is.

        Args:
            piece: The sentence.
            article: The lemma of the definite article.
        """
        done, end = "", 0
        for found in _UNIT.finditer(piece) if self.translations and not stands_alone(piece) else ():
            made = Reading.parse(found[0].strip("^$"))
            if made.lemma in self.translations and made.tags[:2] == _ACRONYM:
                done = with_article(done + piece[end : found.start()], piece[found.end() :], article, made.tags)
                end = found.start()
        return done + piece[end:]

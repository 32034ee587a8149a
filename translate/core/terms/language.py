"""What is known of one language, so that checks and drafting need to know none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from functools import lru_cache

from translate.core.quantities.notation import Notation, no_notation
from translate.core.terms.compounds import Compounding
from translate.core.terms.endings import Endings
from translate.core.terms.glossary import Term
from translate.core.terms.inflection import NO_CASES, Inflection
from translate.core.text.locales import Locale
from translate.core.text.typography import Typography
from translate.core.text.words import LETTERS
from translate.values import dataclass

UNKNOWN = "und"
"""BCP 47's code for a language that nobody knows."""


def _nobody_tells(_: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a locale; data only. What nobody has written down yet is empty, and nothing then asks for it.

    Two readings of the same file are equal, and so are their ``repr``.
    """

    locale: Locale
    script: str = ""
    """The script that newsrooms write it in, of ISO 15924; empty where they write it in several."""
    question_marks: str = ""
    """What ends a question, where it is not a question mark."""
    dense: bool = False
    """Whether it says as much in far fewer characters than others."""
    compounding: Compounding | None = None
    """How it writes several words as one; None where it does not, or nobody has written it down."""
    inflection: Inflection = NO_CASES
    """How its nouns change."""
    function_words: tuple[str, ...] = ()
    """Function words that are no words of the languages that newsrooms translate into."""
    shared_words: tuple[str, ...] = ()
    """Function words of other languages that are words of this one, too."""
    credit_labels: tuple[str, ...] = ()
    """What stands before the colon of a credit line."""
    bylines: tuple[str, ...] = ()
    """What stands before the name of who wrote an article, without a colon."""
    governing_before: tuple[str, ...] = ()
    """Words that never stand before a base form, since they govern another case."""
    governing_behind: tuple[str, ...] = ()
    """Words that never stand behind a base form."""
    stand_ins: tuple[Term, ...] = ()
    """Well-known words that may take a term's place in an English source, so that a model which does not know the term
    shows how it inflects."""
    voters: tuple[Term, ...] = ()
    """The words whose own forms, in the place of a name, tell which case a sentence wants."""
    endings: Endings | None = None
    """What the end of a noun tells of its case and number; None where nobody has made a table of it."""
    articles: tuple[str, ...] = ()
    """Its definite articles, in small letters."""
    sample: str = ""
    """A plain sentence in it, to try an engine with; it changes whatever it is translated into."""
    apertium: str = ""
    """Apertium's code for it."""
    argos: tuple[tuple[str, str], ...] = ()
    """Argos Translate's own codes for it in a script or a region, behind the script or the region."""
    genders: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The genders of its nouns, each with endings that tell it; nothing where nouns have none, or nobody has written it
    down."""
    question_words: tuple[str, ...] = ()
    """What makes a sentence a question that needs no question mark at its end."""
    wide_spaces: bool = False
    """Whether two spaces in a row are how it parts sentences."""
    syllables: bool = False
    """Whether it puts spaces between syllables, so that what others say in one word are two or three."""
    closes_once: bool = False
    """Whether two quotations that end at the same place are closed by one mark."""
    small_in_titles: tuple[str, ...] = ()
    """The words that a headline in title case leaves in small letters; nothing where no headline is in title case."""
    title_words: tuple[str, ...] = ()
    """Words of its own that stand in titles, and that look like another language's."""
    peoples: tuple[str, ...] = ()
    """Peoples, and countries by other names than CLDR has for them, in small letters."""
    personal_titles: tuple[str, ...] = ()
    """What stands before a person's name and is no part of it, in small letters and without a full stop."""
    possessives: tuple[str, ...] = ()
    """What it ties to a name whose thing something is, with a plain apostrophe."""
    linking_in_names: tuple[str, ...] = ()
    """Words in small letters that stand within names behind a common word, as in “Bank of Estonia”."""
    capital_nouns: bool = False
    """Whether each of its nouns has a capital."""
    notation: Callable[[], Notation] = field(default=no_notation, compare=False, repr=False)
    """How it writes quantities; read when first asked for, which takes a moment."""
    typography: Callable[[], Typography] = field(default=Typography, compare=False, repr=False)
    """How it is set; read when first asked for, which takes a moment."""
    is_foreign: Callable[[str], bool] = field(default=_nobody_tells, compare=False, repr=False)
    """Whether a text is evidently in another language; the first time this takes a second."""
    is_foreign_name: Callable[[str], bool] = field(default=_nobody_tells, compare=False, repr=False)
    """Whether a name is evidently made of another language's words; the first time this takes a second."""

    def lacks(self, title: str) -> bool:
        """Whether a title is evidently not made of words of this language."""
        return not {*LETTERS.findall(title.lower())} <= {*self.title_words} and self.is_foreign_name(title)

    @property
    def code(self) -> str:
        """The code of the language alone: ``pt`` for ``pt_BR``."""
        return self.locale.language

    @property
    def lacking(self) -> tuple[str, ...]:
        """What the form of a term would be chosen by, and nobody has written down; nothing where there are no cases."""
        if self == Language(self.locale, self.script):
            return ("file",)
        known = {"table of endings": self.endings, "stand-in words": self.stand_ins}
        return tuple(name for name, there in known.items() if self.inflection.cases and not there)


@lru_cache(maxsize=256)  # A run asks twice for each locale.
def told(language: Language) -> str:
    """All of it in one text: what is found by another may differ."""
    endings = language.endings.told if language.endings else ""  # They are thousands.
    return f"{replace(language, endings=None)!r} {endings}"

"""The newsroom's terms and the rules that each of them carries."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from translate import patterns
from translate.core.terms.compounds import Compounding
from translate.core.terms.inflection import Inflection
from translate.core.terms.labels import canonical
from translate.core.terms.mentions import PLAIN_WORDS, SourceWords
from translate.values import dataclass

_LABEL = patterns.compile(r"\w[\w .|+/-]*|[A-Z]\w*=\w+(\|[A-Z]\w*=\w+)*")


class Action(StrEnum):
    """What must happen to a term."""

    KEEP = "keep"
    """The source form stays as it is."""
    INFLECT = "inflect"
    """The name stays, and may take the target language's endings."""
    TRANSLATE = "translate"
    """The target stands for it, in one of its accepted forms."""
    FORBID = "forbid"
    """The target must not appear; the source may be empty."""
    OFF = "off"
    """The term is known and asks for nothing; it also switches an inherited term off."""


NAMES = ("person", "place", "org", "title", "acronym")
"""The kinds of terms that are names."""


class Match(StrEnum):
    """How a term's letters compare with the text's."""

    EXACT = "exact"
    SMART = "smart"
    """Capitals must match, ALL CAPS is accepted, the first letter is free at the start of a sentence."""
    ANY = "any"
    TITLE = "title"
    """In quotation marks, or with capitals that its place alone does not explain: for titles that are words, too."""


class Require(StrEnum):
    """Which mentions of a term must be rendered by it."""

    ALL = "all"
    FIRST = "first"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Form:
    """An accepted target form of a term."""

    text: str
    label: str = ""
    """Its grammatical name, such as ``gen``: as newsdesk writes it, or as the glossary does where it is unknown."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a term is written down."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Term:
    """One glossary row, ready for use: NFC text, a target for every action that needs one."""

    source: str
    """The source form; empty only for `Action.FORBID`."""
    target: str
    """The base form that must appear (the source itself for `keep` and `inflect`), or must not (`forbid`)."""
    action: Action = Action.TRANSLATE
    kind: str = ""
    """person, place, org, title, acronym, common, or empty."""
    match: Match = Match.SMART
    variants: tuple[str, ...] = ()
    """Other source spellings, plurals among them."""
    forms: tuple[Form, ...] = ()
    """Accepted target forms beside the base form, in the glossary's order."""
    forbid: tuple[str, ...] = ()
    """Target renderings that are wrong."""
    require: Require = Require.ALL
    note: str = ""
    reviewed: str = ""
    gender: str = ""
    """Of the target: masc, fem, neut, or common for both; ``fem pl`` where the base form is a plural; empty where
    nobody says."""
    article: bool | None = None
    """Whether the target takes a definite article where the source has none, as ``la OTAN`` does; None where nobody
    says."""
    undecided: bool = False
    """Whether it is no row of a glossary but a title on a list of shows, which stays as it is until a row says more."""
    origin: Origin | None = None

    def __hash__(self) -> int:
        # Terms are looked up far more often than two of them share these.
        return hash((self.source, self.target, self.action))

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every target form that satisfies the term, the preferred one first, without repeats."""
        return tuple(dict.fromkeys((self.target, *(form.text for form in self.forms))))

    @property
    def lacks_forms(self) -> bool:
        """Whether it may inflect, and its row does not say how."""
        return self.action in {Action.TRANSLATE, Action.INFLECT} and len(self.accepted) == 1

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source spelling that the term is found by."""
        return tuple(dict.fromkeys(s for s in (self.source, *self.variants) if s))


@dataclass(frozen=True, slots=True)
class Glossary:
    """The terms that hold in one locale, inherited ones included."""

    locale: str
    terms: Sequence[Term] = ()
    compounding: Compounding | None = None
    """How the locale's language writes several words as one; None where it does not."""
    inflection: Inflection | None = None
    """How the nouns of the locale's language change; None where nothing but what the glossary lists is a form."""
    undecided: tuple[Term, ...] = ()
    """The titles on the newsroom's lists that no row names (`titles.with_undecided`)."""
    source_words: SourceWords = PLAIN_WORDS
    """By what the titles on the newsroom's lists are told from the words of a text."""

    @property
    def without_forms(self) -> tuple[Term, ...]:
        """The terms that have cases in the locale's language, and whose rows do not say which forms these are."""
        cases = self.inflection is not None and self.inflection.cases
        return tuple(term for term in self.terms if cases and term.lacks_forms)


def parse_list(cell: str) -> tuple[str, ...]:
    """The names in a cell that has several, parted by semicolons; each once."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, cell.split(";")))))


def parse_form(text: str) -> Form:
    """A form as a glossary has it: ``gen=Esimese stuudio``, or without a label.

    A label that is known comes in newsdesk's own spelling.

    Raises:
        ValueError: The label is none, or there is nothing behind it.
    """
    label, equals, form = text.rpartition("=")
    form = form.strip()
    known = _label(label.strip()) if equals else ""
    if known is None or (equals and not form):
        raise ValueError(f"form “{text}” is not of the kind gen=Esimese stuudio")
    return Form(form, known)


@lru_cache(maxsize=4096)
def _label(text: str) -> str | None:
    """A label in newsdesk's own spelling; None where it can be none."""
    return canonical(text) if _LABEL.fullmatch(text) else None

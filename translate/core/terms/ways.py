"""What became of a term in a text: how it came to stand there, or that it does not."""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum

from translate import patterns
from translate.values import dataclass


class How(StrEnum):
    """The ways, in the words of a glossary line; a reworded one must still be read in the words that it had."""

    AS_IS = "as is"
    """Nothing had to be done for it."""
    N_BEST = "n-best"
    """Another offer of the engine than its first has it."""
    CLEANED = "drafted without a forbidden word"
    REDRAFTED = "redrafted"
    """It took the place of a well-known word that the sentence was drafted with."""
    AGREED = "agreed"
    """The engine's grammar placed it, so that articles, adjectives and verbs agree with it."""
    PASTED = "pasted"
    """It stands there without the engine's grammar having seen it, so that the words around it may not agree."""
    REPAIRED = "repaired"
    """It took the place of the words that stood for it."""
    INSERTED = "inserted"
    """The draft had no word for it: where it stands, a person must see. Only earlier versions did so."""
    WITHIN = "in"
    """A word goes on behind it, as ``failinime`` does behind ``faili``: a person may tell whether that says it."""
    UNLISTED = "unlisted form"
    """A word stands there that is evidently a form of it, as ``kaustas`` is of ``kaust``, and its row lists none."""
    WARNED = "missing, only a warning"
    """It is not there, and its row wants no more than that this is told."""
    MISSING = "missing"
    """It is not there."""
    OFFERED = "offered"
    """It is not there, since it would make the draft worse: a form of it is offered for a person to put in."""
    AVOIDED = "avoided"
    """It must not be there, and the engine had it there at first."""
    FORBIDDEN = "forbidden"
    """It is there and must not be."""
    UNDECIDED = "on the list of shows, decided by nobody"
    """It is there as the source has it, being a title that no row of the glossary names."""


FOR_A_PERSON = frozenset({How.INSERTED, How.MISSING, How.OFFERED, How.FORBIDDEN})
"""The ways that a person must have a look at."""
NO_FAULT = frozenset({How.WITHIN, How.UNLISTED, How.WARNED, How.AVOIDED})
"""The ways of a term that is not there in an accepted form, and of which it is enough that a person is told."""

_RANK = r"(?: (?P<rank>[1-9][0-9]{0,3}))?"
_SHORT = patterns.compile(rf"{_RANK}(?P<word>)(?P<was>)")
_DETAILS = patterns.compile(rf"{_RANK}(?: “(?P<word>[^”]+)”)?(?:: was “(?P<was>.+)”)?", re.DOTALL)
_NEXT = patterns.compile(
    r"(?P<before>.*), margin (?P<margin>(?:0|[1-9][0-9]{0,5})\.[0-9]), also “(?P<also>.+)”", re.DOTALL
)
_DOUBTFUL = "doubtful, "
_NAME = patterns.compile(r"[^:,]*")


@dataclass(frozen=True, slots=True)
class Way:
    """How a term came to stand in a text: ``n-best 2``, ``doubtful, repaired: was “laeva”, margin 2.2, also “praam”``.

    Or that it does not: ``missing``, ``offered “praami”``, ``in “failinime”``, ``unlisted form “kaustas”``.
    """

    how: How | None = None
    """None where it is told in words that this version does not know."""
    rank: int | None = None
    """The place among the engine's offers."""
    word: str = ""
    """The word of the text that it is about."""
    was: str = ""
    """The words that gave way."""
    margin: float | None = None
    """By how many nats the form was likelier than the next one; with one decimal."""
    also: str = ""
    """The form that was next."""
    doubtful: bool = False
    """Whether there are signs that the form, or the term itself, is wrong here."""
    rest: str = ""
    """What follows and is not understood."""

    @classmethod
    def parse(cls, text: str) -> Way:
        """Read it from the words of a glossary line; whatever they are, they are told again as they were."""
        plain = text.removeprefix(_DOUBTFUL)
        doubtful = plain != text
        how = next((how for how in How if _begins(plain, how)), None)
        if how is None:
            return cls(rest=text)
        rest = plain[len(how) :]
        after = _NEXT.fullmatch(rest) if rest.endswith("”") else None
        found = _details(after["before"] if after else rest)
        if found is None:
            # Another version may begin anything with this little word.
            return cls(rest=text) if how is How.WITHIN else cls(how, rest=rest, doubtful=doubtful)
        rank = int(found["rank"]) if found["rank"] else None
        way = cls(how, rank, found["word"] or "", found["was"] or "", doubtful=doubtful)
        return replace(way, margin=float(after["margin"]), also=after["also"]) if after else way

    @property
    def known(self) -> bool:
        """Whether all of it is understood."""
        return self.how is not None and not self.rest

    @property
    def name(self) -> str:
        """The way without what was there before and what came next, as it is counted: ``n-best 2``, ``repaired``."""
        if self.how in NO_FAULT or self.how in {How.OFFERED, How.UNDECIDED}:
            return "in a compound" if self.how is How.WITHIN else str(self.how)
        found = _NAME.match(str(replace(self, doubtful=False)))
        return found[0] if found else ""

    def __str__(self) -> str:
        doubt = _DOUBTFUL if self.doubtful else ""
        rank = "" if self.rank is None else f" {self.rank}"
        word = f" “{self.word}”" if self.word else ""
        was = f": was “{self.was}”" if self.was else ""
        margin = "" if self.margin is None else f", margin {self.margin:.1f}, also “{self.also}”"
        return f"{doubt}{self.how or ''}{rank}{word}{was}{margin}{self.rest}"


def _details(text: str) -> re.Match[str] | None:
    """What is told behind the first words; at once, however long a text is that does not end in a quotation."""
    return (_DETAILS if text.endswith("”") else _SHORT).fullmatch(text)


def _begins(text: str, how: How) -> bool:
    return text.startswith(how) and text[len(how) : len(how) + 1] in {"", " ", ":", ","}


AS_IS = Way(How.AS_IS)
"""What is said of a term where nothing is known of how it came."""

"""What may be missing in a glossary, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from translate.values import dataclass


class Kind(StrEnum):
    """What a name looks like; the words are those of a glossary's column ``kind``."""

    PERSON = "person"
    ACRONYM = "acronym"
    TITLE = "title"
    """It stands in quotation marks."""
    NAME = ""
    """Anything else with capitals: a place, a body, a thing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an article: a headline, a paragraph."""

    text: str
    article: str
    """The file as the newsroom knows it."""
    line: int
    drafts: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Its translations, by locale, whoever wrote them."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a name stands."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The letters that stand there."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Rendering:
    """What drafts in one locale have for a name."""

    locale: str
    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that no row of the glossary knows."""

    source: str
    """The name that is there most often."""
    kind: Kind
    mentions: tuple[Mention, ...]
    """All of them, in the order of the articles."""
    spellings: tuple[str, ...] = ()
    """Others of the same: with an article, the plural of an acronym, in other capitals."""
    others: tuple[str, ...] = ()
    """Longer and shorter names of the same, as a surname and the full name are: each is a row of its own."""
    renderings: tuple[Rendering, ...] = ()
    """What the drafts have, by locale, the commonest first; nothing where there are none, or nobody can tell."""
    changed: int = 0
    """How many drafts have it in other letters than the source; in another script, than most of them."""
    drafts: int = 0
    """How many drafts there are of the texts that mention it."""
    score: float = 0.0

    @property
    def times(self) -> int:
        """How many texts mention it."""
        return len({(one.passage.article, one.passage.line, one.passage.text) for one in self.mentions})

    @property
    def articles(self) -> int:
        """How many articles mention it."""
        return len({one.passage.article for one in self.mentions})

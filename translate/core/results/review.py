"""What waits for people in the PO files, and the order to take it in, as values that every report is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum, StrEnum

from translate.core.entries.stages import Stage
from translate.core.entries.termlines import TermLine
from translate.core.results.inspection import GlossaryUse
from translate.core.results.news import Correction
from translate.core.results.risk import Risk
from translate.core.results.summary import Counts, Totals, Trouble, by_locale
from translate.values import dataclass


class Mark(StrEnum):
    """What a reader's eye is led to."""

    TERM = "term"
    """A glossary term in the source that is rendered; its rendering in the translation."""
    MISSING = "missing"
    """A term in the source that no accepted form renders."""
    FAULT = "fault"
    """Where a check found something in the translation."""
    CHANGED = "changed"
    """What is not in the other version of a text."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of a text that are marked."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True, slots=True)
class Side:
    """A source or a translation with its marks."""

    text: str
    spans: tuple[Span, ...] = ()
    """In order of `start`; they do not overlap, and none is empty."""


class Turn(IntEnum):
    """When an entry is taken."""

    FLAGGED = 0
    """A term in it needs a person's eye: before all others."""
    TEXT = 1
    """It has a text to read."""
    UNTRANSLATED = 2
    """There is nothing to read yet."""


def turn_of(stage: Stage, *, flagged: bool) -> Turn:
    """When an entry is taken, by how far it is and whether one of its terms is flagged."""
    if flagged:
        return Turn.FLAGGED
    return Turn.UNTRANSLATED if stage is Stage.UNTRANSLATED else Turn.TEXT


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that a person should look at."""

    locale: str
    article: str
    """The PO file's name without its ending."""
    path: str
    """The PO file, relative to the project."""
    line: int
    """Of its msgid."""
    context: str | None
    stage: Stage
    source: Side
    target: Side
    risk: Risk
    flags: tuple[str, ...] = ()
    """The glossary lines that ask for a person's eye."""
    findings: tuple[str, ...] = ()
    """What the checks say, a sentence each: errors, then warnings."""

    @property
    def terms(self) -> tuple[str, ...]:
        """The glossary lines that ask for a person's eye, as a report shows them beside others of the kind."""
        return tuple(line.told if (line := TermLine.parse(flag)) else flag for flag in self.flags)

    @property
    def turn(self) -> Turn:
        """When it is taken."""
        return turn_of(self.stage, flagged=bool(self.flags))

    @property
    def order(self) -> tuple[Turn, float, str, int]:
        """Sorts a list: by turn, then by risk, the highest first, then by place."""
        return (self.turn, -self.risk.score, self.path, self.line)


@dataclass(frozen=True, slots=True)
class CatalogReview:
    """One PO file."""

    locale: str
    article: str
    path: str
    counts: Counts
    errors: int = 0
    """What the checks call an error."""
    warnings: int = 0
    risk: float = 0.0
    """The highest in it."""

    @property
    def is_open(self) -> bool:
        """Whether it has anything for a person to do."""
        counts = self.counts
        return counts.entries > counts.approved or bool(counts.flagged or self.errors or self.warnings)

    @property
    def totals(self) -> Totals:
        """What it comes to alone."""
        flagged = self.counts.flagged > 0
        return Totals(1, self.counts, errors=self.errors, warnings=self.warnings, flagged=flagged, open=self.is_open)

    @property
    def place(self) -> str:
        """Sorts where all are named: by the file's name, whatever folder it is in."""
        return self.path.rpartition("/")[2]

    @property
    def rank(self) -> tuple[float | str, ...]:
        """Sorts as the entries that wait are sorted: flagged terms before all, then by risk; then by what is left."""
        return (-self.counts.flagged, -self.risk, -self.errors, -self.warnings, -self.counts.words_left, self.path)


@dataclass(frozen=True, slots=True)
class Review:
    """All PO files of a project, and what waits in them."""

    catalogs: tuple[CatalogReview, ...] = ()
    """Of many in a locale the first by `CatalogReview.rank`."""
    waiting: tuple[Waiting, ...] = ()
    """In the order to take them; of many only the first."""
    waiting_in_all: int = 0
    """How many there are, those that are left out of `waiting` included."""
    rules: dict[str, int] = field(default_factory=dict)
    """How often each check warned or found an error, by its name."""
    glossaries: tuple[GlossaryUse, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """The approved texts whose source has been corrected."""
    troubles: tuple[Trouble, ...] = ()
    left_out: Mapping[str, Totals] = field(default_factory=dict)
    """What those of a locale's PO files come to that are too many to be named."""

    @property
    def locales(self) -> dict[str, Totals]:
        """What all PO files come to, by locale."""
        return by_locale(self.catalogs, self.left_out)

"""What a look at a PO file comes to in figures, and which of all entries that wait come first."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field

from translate.core.checks.findings import Level
from translate.core.entries.catalog import Catalog
from translate.core.entries.comments import flagged
from translate.core.entries.stamp import stamp_of
from translate.core.entries.template import Key
from translate.core.results.checked import CheckedEntries
from translate.core.results.judging import Judged
from translate.core.results.news import Corrected, Correction, corrected
from translate.core.results.review import CatalogReview, Turn, turn_of
from translate.core.results.risk import Weights, usual_score
from translate.core.results.summary import Counts, article_of, count
from translate.core.results.worst import ByLocale
from translate.core.terms.rows import Rows
from translate.values import dataclass

_STEPS = 20
"""What is usual for an engine is told in so many steps from one to the next whole number, so that it changes seldom."""
_ROOM = 20
"""So many times the entries that are named are kept before they are sorted and cut."""


@dataclass(frozen=True, slots=True)
class Waits:
    """An entry that waits."""

    place: int
    """Among the live entries of its file."""
    turn: Turn
    weights: Weights


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at one PO file found: small, so that it can be kept, and holds whatever is usual for the engine."""

    counts: Counts
    errors: int
    warnings: int
    rules: Mapping[str, int]
    """How often each check warned or found an error."""
    mentioned: tuple[int, ...]
    """The terms that it mentions, by their place in the glossary."""
    waiting: tuple[Waits, ...]
    scores: tuple[float, ...]
    """How sure the engine was of each of its drafts."""
    corrected: tuple[Corrected, ...]
    """The approved texts whose source has been corrected."""


def look_of(
    catalog: Catalog,
    lines: Mapping[Key, int],
    checked: CheckedEntries,
    judged: tuple[Judged, ...],
    rows: Rows,
) -> Look:
    """What a look at a PO file comes to.

    Args:
        catalog: What the file says.
        lines: The line of each entry's msgid.
        checked: What the checks say of that.
        judged: What `judge` says of that.
        rows: Those of the glossary that it was held against.
    """
    wrong = [finding for text in checked.texts for finding in text.wrong]
    levels = Counter(finding.level for finding in wrong)
    stamps = (stamp_of(entry) for entry in catalog.entries)
    return Look(
        counts=count(catalog),
        errors=levels[Level.ERROR],
        warnings=levels[Level.WARNING],
        rules=dict(Counter(finding.rule for finding in wrong)),
        mentioned=rows.numbers(checked.mentioned),
        waiting=tuple(
            Waits(place, turn_of(one.stage, flagged=flagged(one.entry)), one.grounds.weights)
            for place, one in enumerate(judged)
            if one.waits
        ),
        scores=tuple(stamp.score for stamp in stamps if stamp is not None and stamp.score is not None),
        corrected=tuple(corrected(catalog, lines)),
    )


def usual_of(looks: Iterable[Look]) -> float:
    """The score that is usual for the drafts in some PO files."""
    return round(usual_score(score for look in looks for score in look.scores) * _STEPS) / _STEPS


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An entry that waits, in the order of `Waiting`."""

    turn: Turn
    certainty: float
    """The risk, turned around: the highest comes first."""
    path: str
    place: int
    locale: str = field(compare=False)


@dataclass(slots=True)
class Collected:
    """What looks at many files have found so far; of what waits, only the first places."""

    most: int
    """So many entries are named: as many with a flagged term, and as many others."""
    catalogs: ByLocale[CatalogReview] = field(default_factory=ByLocale)
    waiting: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    corrections: list[Correction] = field(default_factory=list)
    _flagged: list[Place] = field(default_factory=list)
    _others: list[Place] = field(default_factory=list)
    _last: tuple[Turn, float, str] | None = None
    """No other entry is named that comes later: its turn, its certainty, and its file."""

    def add(self, path: str, locale: str, look: Look, usual: float) -> None:
        """Count one PO file.

        Args:
            path: The file, as the newsroom knows it.
            locale: Its locale.
            look: What was found in it.
            usual: The score that is usual for the drafts of the locale.
        """
        turns = [(one.turn, -one.weights.risk(usual)) for one in look.waiting]
        risk = max((-certainty for _, certainty in turns), default=0.0)
        self.catalogs.add(CatalogReview(locale, article_of(path), path, look.counts, look.errors, look.warnings, risk))
        self.rules.update(look.rules)
        self.corrections += (one.of(locale, article_of(path), path) for one in look.corrected)
        self.waiting += len(turns)
        for one, turn in zip(look.waiting, turns, strict=True):
            if one.turn is Turn.FLAGGED:
                self._flagged.append(Place(*turn, path, one.place, locale))
            elif self._last is None or (*turn, path) <= self._last:
                self._others.append(Place(*turn, path, one.place, locale))
        if len(self._flagged) + len(self._others) > _ROOM * self.most:
            self._cut()

    def first(self) -> tuple[Place, ...]:
        """The places that are named."""
        self._cut()
        return (*self._flagged, *self._others)

    def _cut(self) -> None:
        self._flagged = heapq.nsmallest(self.most, self._flagged)
        self._others = heapq.nsmallest(self.most, self._others)
        if len(self._others) == self.most > 0:
            last = self._others[-1]
            self._last = last.turn, last.certainty, last.path

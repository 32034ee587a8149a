"""A night's run as values: what it did, how long that took, and how it compares with the nights before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from translate import patterns
from translate.core.results.news import News
from translate.core.results.review import Review
from translate.core.results.summary import Counts, ExitCode, Summary, Trouble
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Phase:
    """One step of a run that is over."""

    name: str
    """``survey``, ``draft``, ``review`` or ``report``."""
    seconds: float
    counts: Mapping[str, int] = field(default_factory=dict)
    """What was done in it, such as ``articles`` or ``drafted``."""


@dataclass(frozen=True, slots=True)
class LocaleFigures:
    """How a locale stands at the end of a run."""

    locale: str
    engine: str | None
    """The signature of the engine; None where no engine has the pair, or the run did not get so far."""
    counts: Counts
    """Of all its PO files together."""
    catalogs: int = 0
    new: int = 0
    """PO files that the run made."""
    updated: int = 0
    drafted: int = 0
    """Entries that the run drafted."""
    recalled: int = 0
    """Entries that the run filled from the memory."""
    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What is kept of a run: enough for a trend, for monitoring and for ``status --last-run``."""

    number: int
    """Counts a project's runs; a clock may jump, this does not."""
    run_id: str
    """Unique, and in every line of the run's log."""
    version: str
    """Of newsdesk."""
    started: str
    """As RFC 3339 has it, in UTC."""
    ended: str | None = None
    """None while it is at work, and for ever where it was killed."""
    exit_code: ExitCode | None = None
    seconds: float = 0.0
    """By a clock that does not jump."""
    phases: tuple[Phase, ...] = ()
    locales: tuple[LocaleFigures, ...] = ()
    unfinished: int = 0
    """Articles that the time budget left for the next run."""
    lost: int = 0
    """Texts of people that tools have dropped, and nobody has seen to."""
    corrections: int = 0
    """Approved texts whose source has been corrected."""
    outdated: int = 0
    """Exports that are older than their articles."""
    withdrawn: int = 0
    """Articles that are gone, as far as that is news."""
    troubles: tuple[Trouble, ...] = ()

    @property
    def words_left(self) -> int:
        """Source words that nobody has approved yet, over all locales."""
        return sum(locale.counts.words_left for locale in self.locales)


@dataclass(frozen=True, slots=True)
class Night:
    """All that a night's reports are made from."""

    project: str
    record: RunRecord
    summary: Summary
    review: Review
    news: News = field(default_factory=News)
    """What is no longer true."""
    history: tuple[RunRecord, ...] = ()
    """The runs before it that came to an end, the oldest first; at most 29."""
    words_per_hour: int = 500
    """How many source words a person reviews in an hour."""
    flags_are_news: bool = False
    """Whether flagged terms and errors in drafts are a reason to look today, too."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How much of what is there may change in one run: a number of entries, or a share of them."""

    entries: int | None = None
    percent: float | None = None

    LEAST = 100
    """A share of fewer entries than these says nothing: of one short article half may change on a good day."""

    def broken_by(self, changed: int, total: int) -> bool:
        """Whether so many changed entries, of so many that there were, are too many."""
        if self.entries is not None:
            return changed > self.entries
        return self.percent is not None and total >= self.LEAST and changed * 100 > self.percent * total

    def __str__(self) -> str:
        return f"{self.entries:,} entries" if self.entries is not None else f"{self.percent:g} %"


def parse_limit(text: str) -> Limit:
    """Read a limit as people write it: ``500`` entries, or ``30%`` of them.

    Raises:
        ValueError: It is none.
    """
    found = re.fullmatch(r"(\d{1,9})\s*(%?)", text.strip(), re.ASCII)
    if not found or (found[2] and int(found[1]) > 100):  # noqa: PLR2004  Percent.
        raise ValueError("is neither a number of entries, such as 500, nor a share of them, such as 30%")
    return Limit(percent=float(found[1])) if found[2] else Limit(entries=int(found[1]))


_DURATION = patterns.compile(r"(?:(\d{1,4})h)?\s*(?:(\d{1,5})m)?\s*(?:(\d{1,6})s)?", re.ASCII)


def parse_duration(text: str) -> int:
    """Read a length of time as people write it: ``4h``, ``90m``, ``1h30m``, ``45s``.

    Returns:
        Seconds, more than none.

    Raises:
        ValueError: It is none.
    """
    found = _DURATION.fullmatch(text.strip())
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    total = hours * 3600 + minutes * 60 + seconds
    if not total:
        raise ValueError("is no length of time; write it as 4h, 90m, 1h30m or 45s")
    return total

"""What a run did, as values that every report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from enum import IntEnum, StrEnum
from operator import attrgetter
from typing import Protocol

from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.comments import GuessedTags, flagged, flags, of_kind, recorded_ways
from translate.core.entries.losses import Loss
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.stamp import is_unconfirmed
from translate.core.entries.taglines import DoubtfulTag
from translate.core.placing.placed import Doubt
from translate.core.text.tags import plain
from translate.values import dataclass


class ExitCode(IntEnum):
    """What the command tells the shell."""

    CLEAN = 0
    FINDINGS = 1
    """Done, with something for a person to look at."""
    STOPPED = 2
    """Could not run: wrong usage, or a trouble that we foresaw."""
    BUG = 3
    PARTIAL = 4
    """Some files failed, the others are done."""
    LOCKED = 75
    """Another run is at work."""
    INTERRUPTED = 130
    """Ctrl-C."""
    TERMINATED = 143
    """SIGTERM, as systemd sends it."""


class CatalogState(StrEnum):
    """What a run did to a catalog."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a catalog is; every live entry that a person has to do with is in one of the first four."""

    approved: int = 0
    """Translated and not fuzzy: a person has accepted it."""
    in_review: int = 0
    """Fuzzy, with a person's text in it."""
    drafts: int = 0
    """Fuzzy, as the machine wrote it."""
    untranslated: int = 0
    obsolete: int = 0
    flagged: int = 0
    """Live entries with a term that needs a person's eye."""
    words_left: int = 0
    """Words of the source, divided by white space, in live entries that nobody has approved."""
    unconfirmed: int = 0
    """Those of the drafts that were approved as they are, with so many others that nobody can have read them."""
    settled: int = 0
    """By a rule, or by the glossary: nobody's work, and in none of the others."""
    lacking_words: int = 0
    """Those of the drafts that have no words for something that the source has between its tags."""
    unsure_tags: int = 0
    """Those of the other drafts whose tags may belong elsewhere."""

    @property
    def entries(self) -> int:
        """All live entries but those that a rule settles."""
        return self.approved + self.in_review + self.drafts + self.untranslated


def add(counts: Iterable[Counts]) -> Counts:
    """The counts of several catalogs together."""
    every = list(counts)
    return Counts(**{one.name: sum(map(attrgetter(one.name), every)) for one in fields(Counts)})


@dataclass(frozen=True, slots=True)
class Totals:
    """What PO files come to together."""

    catalogs: int = 0
    """How many they are."""
    counts: Counts = field(default_factory=Counts)
    new: int = 0
    """PO files that a run made."""
    updated: int = 0
    drafted: int = 0
    """Entries that a run drafted."""
    recalled: int = 0
    """Entries that a run filled from the memory."""
    errors: int = 0
    """What the checks call an error."""
    warnings: int = 0
    flagged: int = 0
    """PO files with a term that needs a person's eye."""
    unconfirmed: int = 0
    """PO files with drafts that were approved all at once."""
    open: int = 0
    """PO files with anything for a person to do."""

    @property
    def changed(self) -> int:
        """PO files that a run has written."""
        return self.new + self.updated


def total(parts: Iterable[Totals]) -> Totals:
    """All of it together."""
    every = list(parts)
    summed = {name: sum(map(attrgetter(name), every)) for name in _SUMMED}
    return Totals(counts=add(one.counts for one in every), **summed)


_SUMMED = tuple(one.name for one in fields(Totals) if one.name != "counts")


class Named(Protocol):
    """A PO file, as a report names it."""

    @property
    def locale(self) -> str:
        """Its locale."""

    @property
    def totals(self) -> Totals:
        """What it comes to alone."""


def by_locale(named: Iterable[Named], left_out: Mapping[str, Totals]) -> dict[str, Totals]:
    """What the PO files of each locale come to, those included that are too many to be named."""
    found: dict[str, list[Totals]] = {}
    for one in named:
        found.setdefault(one.locale, []).append(one.totals)
    for locale, rest in left_out.items():
        found.setdefault(locale, []).append(rest)
    return {locale: total(parts) for locale, parts in found.items()}


def count(catalog: Catalog) -> Counts:
    """Count the entries of a catalog (`blanks.cleared`) by how far they are."""
    live = [e for e in catalog.entries if not e.obsolete]
    stages = [(stage_of(e), e) for e in live]
    drafts = [e for stage, e in stages if stage is Stage.DRAFT]
    waiting = (e for stage, e in stages if stage not in {Stage.APPROVED, Stage.SETTLED})
    return Counts(
        approved=sum(stage is Stage.APPROVED for stage, _ in stages),
        in_review=sum(stage is Stage.IN_REVIEW for stage, _ in stages),
        drafts=len(drafts),
        untranslated=sum(stage is Stage.UNTRANSLATED for stage, _ in stages),
        obsolete=len(catalog.entries) - len(live),
        flagged=sum(flagged(e) for e in live),
        words_left=sum(len(plain(e.msgid).split()) for e in waiting),
        unconfirmed=sum(is_unconfirmed(e) for e in live),
        settled=sum(stage is Stage.SETTLED for stage, _ in stages),
        lacking_words=sum(_lacks_words(e) for e in drafts),
        unsure_tags=sum(_has_unsure_tags(e) for e in drafts),
    )


def _lacks_words(entry: Entry) -> bool:
    """Whether a line tells that a draft has no words for something."""
    return any(tag.doubt is Doubt.NO_WORDS for tag in of_kind(entry, DoubtfulTag))


def _has_unsure_tags(entry: Entry) -> bool:
    """Whether nothing but the places of its tags is doubtful."""
    return bool(of_kind(entry, GuessedTags) or of_kind(entry, DoubtfulTag)) and not _lacks_words(entry)


def article_of(path: str) -> str:
    """The name of a PO file without its ending."""
    name = path.rpartition("/")[2]
    return name.removesuffix(".po") or name


@dataclass(frozen=True, slots=True)
class CatalogResult:
    """What a run did to one catalog, and how far the catalog is now."""

    locale: str
    article: str
    """The article's path."""
    path: str
    """The PO file's path, relative to the project."""
    state: CatalogState
    drafted: int
    """Entries that got a new draft in this run."""
    counts: Counts
    recalled: int = 0
    """Entries that got a translation from the memory in this run."""
    terms: Mapping[str, int] = field(default_factory=dict)
    """How many terms came about in each way, in all live entries."""
    flags: tuple[tuple[str, str], ...] = ()
    """The msgid and the glossary line of whatever needs a person's eye."""
    replaced: tuple[tuple[str, str], ...] = ()
    """The msgid and the translation of approved entries that this run found replaced by others in the article."""

    @property
    def totals(self) -> Totals:
        """What it comes to alone."""
        return Totals(
            catalogs=1,
            counts=self.counts,
            new=self.state is CatalogState.NEW,
            updated=self.state is CatalogState.UPDATED,
            drafted=self.drafted,
            recalled=self.recalled,
            flagged=self.counts.flagged > 0,
            unconfirmed=self.counts.unconfirmed > 0,
        )

    @property
    def place(self) -> str:
        """Sorts where all are named."""
        return self.article

    @property
    def rank(self) -> tuple[float | str, ...]:
        """Sorts: first what the run has written, then by what asks for a person."""
        counts, same = self.counts, self.state is CatalogState.UNCHANGED
        return (same, -counts.flagged, -counts.unconfirmed, -counts.words_left, self.article)


def result_of(
    catalog: Catalog, *, locale: str, article: str, path: str, state: CatalogState, drafted: int, recalled: int
) -> CatalogResult:
    """What a run did to one catalog, with what the catalog says of itself; see `CatalogResult` for the arguments."""
    return CatalogResult(
        locale=locale,
        article=article,
        path=path,
        state=state,
        drafted=drafted,
        counts=count(catalog),
        recalled=recalled,
        terms=term_ways(catalog),
        flags=term_flags(catalog),
    )


def term_ways(catalog: Catalog) -> dict[str, int]:
    """How many terms came about in each way, in all live entries of a catalog, the most frequent way first."""
    return dict(Counter(way for e in catalog.entries if not e.obsolete for way in recorded_ways(e)).most_common())


def term_flags(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """The msgid and the glossary line of whatever needs a person's eye in a catalog."""
    return tuple((e.msgid, line) for e in catalog.entries if not e.obsolete for line in flags(e))


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that a run could not do, told in one sentence."""

    message: str
    """The whole sentence, with file and line: what is told in the same words is the same trouble."""
    path: str | None = field(default=None, compare=False)
    line: int | None = field(default=None, compare=False)
    traceback: str = ""
    """Where it is a bug of ours, what we want to be sent; empty where we foresaw it."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One run of ``newsdesk draft``."""

    dry_run: bool
    engines: tuple[tuple[str, str | None], ...]
    """For each locale, the signature of the engine that drafts it; None where no engine that works has the pair."""
    catalogs: tuple[CatalogResult, ...]
    """Of many in a locale the first by `CatalogResult.rank`."""
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[str, ...] = ()
    """What went well, and is still worth a line."""
    unfinished: tuple[str, ...] = ()
    """The articles that there was no time for; the next run goes on with them."""
    lost: tuple[Loss, ...] = ()
    """What tools have dropped of people's texts, and nobody has seen to."""
    rewritten: tuple[CatalogResult, ...] = ()
    """The catalogs in which approved texts were replaced (`CatalogResult.replaced`), named or not."""
    left_out: Mapping[str, Totals] = field(default_factory=dict)
    """What those of a locale's catalogs come to that are too many to be named."""

    @property
    def locales(self) -> dict[str, Totals]:
        """What all catalogs of the run come to, by locale."""
        return by_locale(self.catalogs, self.left_out)

    @property
    def totals(self) -> Totals:
        """What all catalogs of the run come to."""
        return total(self.locales.values())

    @property
    def flagged(self) -> int:
        """Entries with a term that needs a person's eye, in all catalogs of the run."""
        return self.totals.counts.flagged

    @property
    def unconfirmed(self) -> int:
        """Drafts that were approved all at once and nobody has confirmed, in all catalogs of the run."""
        return self.totals.counts.unconfirmed

    @property
    def exit_code(self) -> ExitCode:
        """What the run amounts to."""
        if any(trouble.traceback for trouble in self.troubles):
            return ExitCode.BUG
        if self.troubles or self.unfinished:
            return ExitCode.PARTIAL if self.catalogs or self.unfinished else ExitCode.STOPPED
        findings = self.flagged or self.unconfirmed or any(engine is None for _, engine in self.engines)
        return ExitCode.FINDINGS if findings else ExitCode.CLEAN

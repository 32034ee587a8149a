"""What another glossary would change: in which entries, and whether in the text or in what is said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from translate.core.checks.findings import Finding, Level
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.template import Key
from translate.core.results.checked import CheckedEntries
from translate.core.results.summary import ExitCode, Trouble
from translate.values import dataclass

T = TypeVar("T")


class Effect(StrEnum):
    """What becomes of an entry."""

    DRAFTED = "drafted"
    """It gets another text: nobody has touched the one that it has."""
    FLAGGED = "flagged"
    """Its text stays, and something is found in it that was not."""
    CLEARED = "cleared"
    """Its text stays, and something that was found in it is not any more."""
    NOTED = "noted"
    """Its text stays, and so does what is found in it; its notes to translators are others."""


@dataclass(frozen=True, slots=True)
class Affected:
    """An entry that another glossary changes."""

    path: str
    """Its PO file, as the newsroom knows it."""
    locale: str
    line: int
    """Of its msgid, as the file is now; 0 where it has none."""
    msgctxt: str | None
    msgid: str
    effect: Effect
    stage: Stage
    """How far it was."""
    before: str
    after: str
    """The same as before but for `Effect.DRAFTED`."""
    found: tuple[Finding, ...] = ()
    """What is found in it that was not."""
    gone: tuple[Finding, ...] = ()
    """What is not found in it any more."""
    terms: tuple[str, ...] = ()
    """The sources of the rows that ask something else of it; none where only its neighbours were changed by them."""

    @property
    def key(self) -> Key:
        """Its identity in its file."""
        return (self.msgctxt, self.msgid)


@dataclass(frozen=True, slots=True)
class Concerned:
    """The entries of one PO file that other rows ask something of, before anything is drafted."""

    path: str
    locale: str
    stages: Mapping[Stage, int]
    """How many there are, by how far they are."""
    terms: Mapping[tuple[str, Stage], int]
    """The sources of the rows, each with how many entries it asks something of, by how far they are."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a try of another glossary found."""

    candidate: str
    """What it is called."""
    rows: Mapping[str, tuple[str, ...]]
    """By locale, the sources of the rows that are not as those that drafts were made with."""
    concerned: tuple[Concerned, ...]
    affected: tuple[Affected, ...] | None = None
    """None where nothing was drafted."""
    applied: bool = False
    """Whether that was done, and not only tried."""
    troubles: tuple[Trouble, ...] = ()

    @property
    def stages(self) -> Counter[Stage]:
        """How many entries are concerned, by how far they are."""
        return _sum(one.stages for one in self.concerned)

    @property
    def terms(self) -> dict[str, Counter[Stage]]:
        """The sources of the rows that concern any entries, with how many by how far they are; those of most first."""
        found: defaultdict[str, Counter[Stage]] = defaultdict(Counter)
        for (source, stage), number in _sum(one.terms for one in self.concerned).items():
            found[source][stage] += number
        return dict(sorted(found.items(), key=lambda one: (-one[1].total(), one[0])))

    @property
    def idle(self) -> tuple[str, ...]:
        """The sources of the rows that concern no entry, each once."""
        every = dict.fromkeys(row for rows in self.rows.values() for row in rows)
        return tuple(row for row in every if row not in self.terms)

    @property
    def effects(self) -> Counter[Effect]:
        """How many entries each thing becomes of."""
        return Counter(one.effect for one in self.affected or ())

    @property
    def exit_code(self) -> ExitCode:
        """What the run amounts to."""
        if any(trouble.traceback for trouble in self.troubles):
            return ExitCode.BUG
        if self.troubles:
            return ExitCode.PARTIAL
        return ExitCode.FINDINGS if self.effects[Effect.FLAGGED] else ExitCode.CLEAN


def _sum(counts: Iterable[Mapping[T, int]]) -> Counter[T]:
    total: Counter[T] = Counter()
    for each in counts:
        total.update(each)
    return total


def affected(
    before: tuple[Catalog, CheckedEntries],
    after: tuple[Catalog, CheckedEntries],
    *,
    terms: Mapping[Key, Collection[str]],
    lines: Mapping[Key, int],
    path: str,
    locale: str,
) -> Iterator[Affected]:
    """Compare a catalog with what another glossary makes of it.

    Args:
        before: The catalog, and what is found in it by the glossary that it was drafted with.
        after: The same with the other glossary.
        terms: The sources of the rows that ask something else of an entry.
        lines: The line of each entry's msgid.
        path: The file, as the newsroom knows it.
        locale: Its locale.

    Yields:
        The live entries that are not what they were, in the order of the catalog.
    """
    was, now = (_findings(one[1]) for one in (before, after))
    entries = after[0].by_key()
    for old in before[0].entries:
        if old.obsolete:
            continue
        new = entries[old.key]
        here, there = was.get(old.key, ()), now.get(old.key, ())
        if _text(old) != _text(new):  # Where in another text something stands says nothing.
            here, there = ([replace(one, span=None) for one in each] for each in (here, there))
        found, gone = _only_in(there, here), _only_in(here, there)
        effect = _effect(old, new, found, gone)
        if effect is not None:
            yield Affected(
                path, locale, lines.get(old.key, 0), old.msgctxt, old.msgid, effect, stage_of(old),
                _text(old), _text(new), found, gone, tuple(terms.get(old.key, ())),
            )  # fmt: skip


def _findings(checked: CheckedEntries) -> Mapping[Key, list[Finding]]:
    found: defaultdict[Key, list[Finding]] = defaultdict(list)
    for text in checked.texts:
        found[text.entry.key] += text.findings
    return found


def _only_in(these: Iterable[Finding], those: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple((Counter(these) - Counter(those)).elements())


def _effect(old: Entry, new: Entry, found: Collection[Finding], gone: Collection[Finding]) -> Effect | None:
    if _text(old) != _text(new):
        return Effect.DRAFTED
    if any(finding.level is not Level.INFO for finding in found):
        return Effect.FLAGGED
    if any(finding.level is not Level.INFO for finding in gone):
        return Effect.CLEARED
    return Effect.NOTED if found or gone or old != new else None


def _text(entry: Entry) -> str:
    return entry.msgstr or "\n".join(entry.msgstr_plural)

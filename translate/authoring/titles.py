"""Bring the titles that people approved into a glossary: rows for those without one, and new targets for its own rows.

A row that newsdesk has written says so in its note, with a hash of its other cells: as long as that holds, it follows
what people approve. A row in which anybody has written something is theirs, and is only told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from translate import patterns
from translate.authoring.suggestions import Sheet, line_of
from translate.core.terms.cells import fault_of_cell, fault_of_target, tidy
from translate.core.terms.glossary import Action, Match, Origin, Term
from translate.core.text.fingerprints import fingerprint
from translate.core.text.spelling import normalise
from translate.core.text.words import LETTERS
from translate.values import dataclass

NOTE = "note"
EMPTY = Sheet("", (), (), {})
"""A file that is not there."""
_OURS = patterns.compile(r"approved in (?P<file>\S+) \[(?P<cells>[0-9a-f]{8})\]")


@dataclass(frozen=True, slots=True)
class Approved:
    """A title that a person has approved in a language."""

    source: str
    target: str
    place: Origin
    """Where it stands in its PO file."""


class Fate(StrEnum):
    """What becomes of an approved title."""

    NEW = "new"
    """It gets a row."""
    CHANGED = "changed"
    """Its row, which newsdesk had written, says it otherwise by now."""
    DECIDED = "decided otherwise"
    """A row that somebody wrote says it otherwise, and stays."""
    UNFIT = "not taken"
    """No row can hold it, or it was approved in two ways."""


@dataclass(frozen=True, slots=True)
class TitleRow:
    """An approved title, and what becomes of it in the glossary."""

    title: Approved
    fate: Fate
    row: Term | None = None
    """The row that it has, newsdesk's or somebody's."""
    reason: str = ""
    """Why it is not taken."""

    @property
    def line(self) -> int | None:
        """Of the row that changes."""
        return line_of(self.row) if self.row and self.fate is Fate.CHANGED else None

    @property
    def was(self) -> str:
        """What its row says."""
        return self.row.target if self.row else ""

    @property
    def cells(self) -> dict[str, str]:
        """What its row shall say, but for forms and the note."""
        source, target = tidy(self.title.source), tidy(self.title.target)
        kept = source == target
        told = {"source": source, "target": "" if kept else target, "action": "keep" if kept else "", "kind": "title"}
        if len(LETTERS.findall(source)) == 1:
            told["match"] = Match.TITLE  # “Today” begins sentences, too.
        return told if self.fate is Fate.NEW else {**told, "forms": "", "gender": "", NOTE: ""}


def plan(approved: Iterable[Approved], sheet: Sheet, terms: Sequence[Term]) -> tuple[TitleRow, ...]:
    """What becomes of approved titles, without those of which the glossary says the same.

    Args:
        approved: The titles.
        sheet: The glossary file that rows are written into.
        terms: All rows that hold in the language, those of other files included.
    """
    rows = {
        _spelt(source): term for term in reversed(terms) if term.action is not Action.FORBID for source in term.sources
    }
    ways: dict[str, dict[str, Approved]] = {}
    for one in approved:
        ways.setdefault(_spelt(one.source), {}).setdefault(tidy(one.target), one)
    return tuple(filter(None, (_row(list(each.values()), rows.get(source), sheet) for source, each in ways.items())))


def _row(each: Sequence[Approved], row: Term | None, sheet: Sheet) -> TitleRow | None:
    title, *others = each
    if row is not None and (row.action is Action.OFF or row.target in {tidy(one.target) for one in each}):
        return None
    if others:
        return TitleRow(title, Fate.UNFIT, reason=f"was also approved as “{others[0].target}”; settle on one")
    texts = tidy(title.source), tidy(title.target)
    faults = (fault_of_cell(text, prose=False) or fault_of_target(text) for text in texts)
    if fault := next(filter(None, faults), None):
        return TitleRow(title, Fate.UNFIT, reason=fault)
    if row is None:
        return TitleRow(title, Fate.NEW)
    follows = row in sheet.terms and is_ours(sheet.cells(row))
    return TitleRow(title, Fate.CHANGED if follows else Fate.DECIDED, row)


def is_ours(cells: Mapping[str, str]) -> bool:
    """Whether newsdesk has written a row, and nobody has written anything in it since."""
    found = _OURS.fullmatch(cells.get(NOTE, ""))
    return found is not None and found["cells"] == _told(cells)


def note(cells: Mapping[str, str], file: str) -> str:
    """What the note of a row says that newsdesk has written.

    Args:
        cells: All its cells.
        file: The name of the PO file in which its title was approved.
    """
    return f"approved in {file} [{_told(cells)}]"


def _told(cells: Mapping[str, str]) -> str:
    return fingerprint(f"{name}={text}" for name, text in sorted(cells.items()) if text and name != NOTE)


def _spelt(title: str) -> str:
    return normalise(title).text


def shown(rows: Iterable[TitleRow]) -> tuple[TitleRow, ...]:
    """The rows in the order to show them: what is written first."""
    order = {fate: place for place, fate in enumerate(Fate)}
    return tuple(sorted(rows, key=lambda one: (order[one.fate], one.title.source.casefold())))

"""What the checks found in PO files, as values that every report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.entries.stamp import Owner
from translate.core.results.summary import ExitCode, Totals, Trouble
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding, and the entry that it is about."""

    finding: Finding
    line: int
    """Of the entry's msgid in its PO file."""
    msgctxt: str | None
    msgid: str
    form: int | None
    """Which ``msgstr[…]`` it is about; None where the entry has one msgstr."""
    owner: Owner
    fuzzy: bool

    @property
    def whose(self) -> str:
        """Whose text it is about, in a word or two."""
        if self.owner is Owner.MACHINE:
            return "draft"
        return "in review" if self.fuzzy else "approved"


@dataclass(frozen=True, slots=True)
class FormUse:
    """How terms that have several forms are rendered: pasting shows in a high share of base forms."""

    rendered: int = 0
    """Mentions that an accepted form renders, of terms that have more forms than one."""
    base: int = 0
    """Those of them that the base form renders."""


def form_use(units: Iterable[Unit]) -> FormUse:
    """Count the forms that render terms."""
    found = [r.found for unit in units for r in unit.verification.renderings if r.found and r.found.term.forms]
    return FormUse(len(found), sum(form.form.text == form.term.target for form in found))


@dataclass(frozen=True, slots=True)
class CheckedCatalog:
    """One PO file that was checked."""

    locale: str
    article: str
    path: str
    checked: int
    """Translated entries."""
    untranslated: int
    findings: tuple[PlacedFinding, ...]
    """In the file's order."""
    forms: FormUse = FormUse()

    @property
    def totals(self) -> Totals:
        """What it comes to alone."""
        levels = Sums.of((self,)).levels
        return Totals(1, errors=levels[Level.ERROR], warnings=levels[Level.WARNING])

    @property
    def place(self) -> str:
        """Sorts where all are named."""
        return self.path

    @property
    def rank(self) -> tuple[float | str, ...]:
        """Sorts where only some are named: by its errors, then by its warnings."""
        found = self.totals
        return (-found.errors, -found.warnings, -len(self.findings), self.path)


@dataclass(frozen=True, slots=True)
class Sums:
    """What was found in some PO files, in figures."""

    catalogs: int = 0
    checked: int = 0
    """Translated entries."""
    levels: Counter[Level] = field(default_factory=Counter)
    """The number of findings of each level."""
    rules: Counter[str] = field(default_factory=Counter)
    """The number of findings of each rule."""

    @classmethod
    def of(cls, catalogs: Sequence[CheckedCatalog]) -> Sums:
        """What was found in these."""
        found = [placed.finding for catalog in catalogs for placed in catalog.findings]
        checked = sum(catalog.checked for catalog in catalogs)
        return cls(len(catalogs), checked, Counter(one.level for one in found), Counter(one.rule for one in found))

    def __add__(self, other: Sums) -> Sums:
        levels, rules = self.levels + other.levels, self.rules + other.rules
        return Sums(self.catalogs + other.catalogs, self.checked + other.checked, levels, rules)

    def __sub__(self, other: Sums) -> Sums:
        levels, rules = self.levels - other.levels, self.rules - other.rules
        return Sums(self.catalogs - other.catalogs, self.checked - other.checked, levels, rules)


@dataclass(frozen=True, slots=True)
class GlossaryUse:
    """How much of a locale's glossary the checked texts speak of."""

    locale: str
    terms: int
    """Terms that ask for something to stand in a translation."""
    unmatched: int
    """Those of them that no checked source text mentions."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """One run of ``newsdesk check``."""

    catalogs: tuple[CheckedCatalog, ...]
    """Of many in a locale the first by `CheckedCatalog.rank`."""
    glossaries: tuple[GlossaryUse, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    left_out: Sums = field(default_factory=Sums)
    """What was found in those that are too many to be named."""

    @property
    def sums(self) -> Sums:
        """What was found in all."""
        return Sums.of(self.catalogs) + self.left_out

    @property
    def levels(self) -> Counter[Level]:
        """The number of findings of each level."""
        return self.sums.levels

    @property
    def rules(self) -> Counter[str]:
        """The number of findings of each rule."""
        return self.sums.rules

    @property
    def exit_code(self) -> ExitCode:
        """What the run amounts to."""
        if self.troubles:
            return ExitCode.PARTIAL if self.catalogs else ExitCode.STOPPED
        return ExitCode.FINDINGS if self.levels[Level.ERROR] or self.levels[Level.WARNING] else ExitCode.CLEAN

"""What the checks found in PO files, as values that every report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.entries.stamp import Owner
from translate.core.results.summary import ExitCode, Trouble
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
    glossaries: tuple[GlossaryUse, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    @property
    def levels(self) -> Counter[Level]:
        """The number of findings of each level."""
        return Counter(placed.finding.level for catalog in self.catalogs for placed in catalog.findings)

    @property
    def rules(self) -> Counter[str]:
        """The number of findings of each rule."""
        return Counter(placed.finding.rule for catalog in self.catalogs for placed in catalog.findings)

    @property
    def exit_code(self) -> ExitCode:
        """What the run amounts to."""
        if self.troubles:
            return ExitCode.PARTIAL if self.catalogs else ExitCode.STOPPED
        return ExitCode.FINDINGS if self.levels[Level.ERROR] or self.levels[Level.WARNING] else ExitCode.CLEAN

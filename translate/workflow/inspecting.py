"""Read a PO file and check every translated text in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.catalogs.loading import load
from translate.catalogs.reading import PoFile
from translate.core import checks
from translate.core.checks.findings import Finding, Unit
from translate.core.entries.catalog import Entry
from translate.core.results.inspection import GlossaryUse
from translate.core.terms.glossary import Action, Glossary, Term
from translate.core.terms.matching import Matcher
from translate.errors import CatalogError
from translate.settings import Settings
from translate.workflow.places import shown_path


@dataclass(frozen=True, slots=True)
class Text:
    """A translated text of an entry, and what the checks say of it."""

    entry: Entry
    form: int | None
    """Which ``msgstr[…]`` it is; None where the entry has one msgstr."""
    unit: Unit
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Inspected:
    """A PO file that was read and checked."""

    file: PoFile
    live: tuple[Entry, ...]
    texts: tuple[Text, ...]

    @property
    def mentioned(self) -> set[Term]:
        """The terms that its translated source texts mention."""
        return {match.term for text in self.texts for match in text.unit.matches}


def inspect(settings: Settings, path: Path, locale: str, matcher: Matcher) -> Inspected:
    """Read and check one PO file.

    Raises:
        CatalogError: It is not there, or cannot be read.
    """
    shown = shown_path(settings, path)
    read = load(path, shown)
    if read is None:
        raise CatalogError("there is no such file", path=shown)
    live = tuple(entry for entry in read.catalog.entries if not entry.obsolete)
    asked = [asked for entry in live for asked in _units(entry, settings.source, locale, matcher)]
    findings = checks.check_article([unit for _, _, unit in asked])
    texts = (Text(*one, tuple(found)) for one, found in zip(asked, findings, strict=True))
    return Inspected(read, live, tuple(texts))


def _units(entry: Entry, source_locale: str, locale: str, matcher: Matcher) -> Iterable[tuple[Entry, int | None, Unit]]:
    """The translated texts of an entry, each with its source."""
    plural = entry.msgid_plural is not None
    for form, target in enumerate(entry.msgstr_plural if plural else (entry.msgstr,)):
        if target:
            source = entry.msgid_plural if entry.msgid_plural and form else entry.msgid
            found, bans = matcher.find(source), matcher.bans(source)
            unit = Unit.of(source, target, source_locale, locale, found, bans=bans, context=entry.msgctxt)
            yield entry, form if plural else None, unit


def glossary_use(glossary: Glossary, mentioned: set[Term]) -> GlossaryUse:
    """How much of a glossary some texts speak of."""
    asking = [term for term in glossary.terms if term.action not in {Action.OFF, Action.FORBID}]
    return GlossaryUse(glossary.locale, len(asking), sum(term not in mentioned for term in asking))


def texts_by_entry(texts: Sequence[Text]) -> dict[Entry, list[Text]]:
    """The texts of each entry."""
    found: dict[Entry, list[Text]] = {}
    for text in texts:
        found.setdefault(text.entry, []).append(text)
    return found

"""What an article in one locale would be printed with: its approved texts, or what keeps it back."""

from __future__ import annotations

import os
from dataclasses import field, replace
from pathlib import Path

from translate.catalogs.compiled import compile_catalog
from translate.catalogs.loading import load
from translate.core.article import Document, Imprint
from translate.core.results.exporting import (
    Exported,
    ExportState,
    Filled,
    Obstacle,
    Source,
    fill,
    making,
    source_of,
    with_own_titles,
)
from translate.core.terms.matching import Matcher
from translate.core.text.locales import parse
from translate.errors import CatalogError, DocumentError
from translate.files import saving
from translate.files.kinds import Kind
from translate.languages.cldr import direction
from translate.languages.loading import load_pair
from translate.values import dataclass
from translate.workflow.folders import COMPILED
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalog_path, shown_path


@dataclass(frozen=True, slots=True)
class Press:
    """All that the articles of one locale have in common when they are exported."""

    seen: Noticing
    locale: str
    exports: Path
    """The folder of exports."""
    matcher: Matcher
    allow_drafts: bool
    mo: bool
    compiled: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    """Of what was written, by its path."""

    @property
    def folder(self) -> Path:
        """Where the articles of the locale come to lie."""
        return self.exports / self.locale

    def nothing_of(self, document: Document, *obstacles: Obstacle) -> Exported:
        """What becomes of an article that is not written."""
        shown = shown_path(self.seen.settings, self.folder / document.path)
        return Exported(self.locale, document.path, shown, ExportState.STOPPED, obstacles)


@dataclass(frozen=True, slots=True)
class Proof:
    """An article in one locale, as it would be printed."""

    document: Document
    source: Source
    filled: tuple[Filled, ...]
    imprint: Imprint

    @property
    def texts(self) -> list[str]:
        """A text for each of its segments."""
        return [each.marked for each in self.filled]

    @property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What keeps it back, each once."""
        return tuple(dict.fromkeys(each.obstacle for each in self.filled if each.obstacle))

    def exported(self, press: Press, path: str, state: ExportState) -> Exported:
        """What became of it, when its file was written."""
        kept = sum(each.kept for each in self.filled)
        return Exported(press.locale, self.document.path, path, state, self.obstacles, kept, making=self.imprint.making)

    def fault(self, error: DocumentError) -> CatalogError:
        """What is raised where its format cannot hold a text: it is the translation that has to be changed."""
        return CatalogError(error.message, path=self.source.path, line=self.source.line_of(self.document, error.line))


def proof_of(press: Press, document: Document) -> Proof | Exported:
    """What an article would be printed with in a locale; where it is not ready, what becomes of it.

    Args:
        press: The locale.
        document: The article, or a list.

    Raises:
        NewsdeskError: Its PO file cannot be read.
    """
    settings = press.seen.settings
    path = catalog_path(settings, press.locale, document.slug)
    shown_po = shown_path(settings, path)
    read = load(path, shown_po, home=settings.root)
    if read is None:
        reason = "there is no PO file of this article; run “newsdesk draft”"
        return press.nothing_of(document, Obstacle(shown_po, None, reason))
    understood = press.seen.notice(storable(settings, path), read.catalog).catalog
    if press.mo:
        binary = path.with_suffix(".mo")
        compiled, shown_mo = compile_catalog(replace(read, catalog=understood)), shown_path(settings, binary)
        replaced(binary, compiled, COMPILED, shown_mo, settings.root)
        press.compiled.append(shown_mo)
    pair = load_pair(settings.source, press.locale)
    source = source_of(read.path, read.catalog, read.lines, press.matcher, pair, understood=understood)
    found = fill(document, source)
    filled = found if press.allow_drafts else with_own_titles(document, found)
    locale = parse(press.locale)
    imprint = Imprint(locale.tag if locale else press.locale, direction(press.locale), making(filled))
    proof = Proof(document, source, filled, imprint)
    return press.nothing_of(document, *proof.obstacles) if proof.obstacles and not press.allow_drafts else proof


def replaced(path: Path, data: bytes, kind: Kind, shown: str, home: Path | None) -> ExportState:
    """Write a file as a whole, unless it holds the same already."""
    was_there = os.access(path, os.F_OK)
    if not saving.overwrite(path, data, kind=kind, shown=shown, home=home):
        return ExportState.UNCHANGED
    return ExportState.UPDATED if was_there else ExportState.NEW

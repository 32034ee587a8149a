"""Export one article in one locale: its approved texts in its own format, or what keeps it back."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from translate.catalogs.compiled import compile_catalog
from translate.catalogs.loading import load
from translate.core.article import Document
from translate.core.results.exporting import Exported, ExportState, Obstacle, fill, source_of, with_own_titles
from translate.core.terms.matching import Matcher
from translate.documents.interface import DocumentFormat
from translate.errors import CatalogError, DocumentError
from translate.files import saving
from translate.files.exchange import mark
from translate.files.kinds import Kind
from translate.languages.loading import load_pair
from translate.workflow.folders import COMPILED, EXPORT, exports_home, refuse_elsewhere
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


def suffix(document: Document) -> str:
    """The ending of an article's name, in small letters."""
    return PurePosixPath(document.path).suffix.lower()


def export_article(press: Press, document: Document, writer: DocumentFormat) -> Exported:
    """Write an article in one locale, if it is ready for print.

    Args:
        press: The locale.
        document: The article, or a list.
        writer: Its format.

    Raises:
        NewsdeskError: Its PO file cannot be read, or its translation not be written.
    """
    settings = press.seen.settings
    target = press.folder / document.path
    shown = shown_path(settings, target)
    refuse_elsewhere(settings, press.exports, target)
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
        _replace(binary, compiled, COMPILED, shown_mo, settings.root)
        press.compiled.append(shown_mo)
    pair = load_pair(settings.source, press.locale)
    source = source_of(read.path, read.catalog, read.lines, press.matcher, pair, understood=understood)
    found = fill(document, source)
    filled = found if press.allow_drafts else with_own_titles(document, found)
    obstacles = tuple(dict.fromkeys(each.obstacle for each in filled if each.obstacle))
    if obstacles and not press.allow_drafts:
        return press.nothing_of(document, *obstacles)
    try:
        data = writer.write(document, [each.marked for each in filled])
    except DocumentError as error:
        # It is the translation that has to be changed, so that is what is named.
        raise CatalogError(error.message, path=shown_po, line=source.line_of(document, error.line)) from error
    state = _replace(target, data, EXPORT, shown, exports_home(settings, press.exports))
    press.marks[shown] = mark(data)
    return Exported(press.locale, document.path, shown, state, obstacles, sum(each.kept for each in filled))


def _replace(path: Path, data: bytes, kind: Kind, shown: str, home: Path | None) -> ExportState:
    """Write a file as a whole, unless it holds the same already."""
    was_there = os.access(path, os.F_OK)
    if not saving.overwrite(path, data, kind=kind, shown=shown, home=home):
        return ExportState.UNCHANGED
    return ExportState.UPDATED if was_there else ExportState.NEW

"""``newsdesk export``: from reviewed PO files to articles in the target language."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from translate import plugins
from translate.catalogs.compiled import compile_catalog
from translate.catalogs.loading import load
from translate.core.article import Document
from translate.core.results.exporting import Export, Exported, ExportState, Obstacle, fill, source_of
from translate.core.terms.matching import Matcher
from translate.documents.interface import DocumentFormat
from translate.errors import CatalogError, DocumentError, NewsdeskError, SettingsError
from translate.files import saving
from translate.files.kinds import Kind
from translate.languages.loading import load_pair
from translate.settings import Settings
from translate.workflow import articles
from translate.workflow.folders import COMPILED, EXPORT, EXPORTS
from translate.workflow.locales import chosen
from translate.workflow.noticing import Noticing, storable
from translate.workflow.outlook import outlook
from translate.workflow.places import catalog_path, glossaries, shown_path
from translate.workflow.troubles import trouble_of


@dataclass(frozen=True, slots=True)
class _Desk:
    """All that the articles of one locale have in common."""

    seen: Noticing
    locale: str
    folder: Path
    matcher: Matcher
    writers: Mapping[str, DocumentFormat]
    allow_drafts: bool
    mo: bool
    compiled: list[str] = field(default_factory=list)


def export(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    now: datetime,
    locales: Sequence[str] = (),
    output: Path | None = None,
    allow_drafts: bool = False,
    mo: bool = False,
) -> Export:
    """Write articles in the target languages, into ``<output>/<locale>/<path of the article>``.

    Args:
        settings: The project.
        paths: The articles, files or folders; none for all that the project has.
        now: The time.
        locales: Only these; none for all of the project's.
        output: The folder to write into; None for ``exports`` in the project. What lies there is replaced.
        allow_drafts: Write articles that are not ready, too, each text that is not with a mark before it.
        mo: Also compile what is approved to a .mo file beside each PO file.

    Returns:
        What was done. An article that is not ready, or in trouble, stops no other.

    Raises:
        SettingsError: A locale is none, or translated articles would lie among the articles.
    """
    folder = (settings.root / EXPORTS if output is None else output).absolute()
    wanted = chosen(settings, locales)
    for locale in wanted:
        _check_place(settings, folder, locale)
    listed, troubles = articles.find(settings, paths)
    documents, unreadable = articles.read(settings, listed)
    troubles += unreadable
    suffixes = {_suffix(document) for document in documents}
    writers = {suffix: found for suffix in suffixes if (found := plugins.format_for(suffix))}
    exported: list[Exported] = []
    compiled: list[str] = []
    with outlook(settings, now=now, listed=None if paths else listed) as (seen, unusable):
        troubles += [unusable] if unusable else []
        for locale, glossary in glossaries(settings, wanted, troubles.append):
            desk = _Desk(seen, locale, folder / locale, Matcher(glossary), writers, allow_drafts, mo, compiled)
            for document in documents:
                try:
                    exported.append(_export_one(desk, document))
                except NewsdeskError as error:
                    troubles.append(error)
    return Export(
        articles=tuple(exported),
        compiled=tuple(compiled),
        troubles=tuple(trouble_of(error, "") for error in dict.fromkeys(troubles)),
    )


def _check_place(settings: Settings, folder: Path, locale: str) -> None:
    place = (folder / locale).resolve()
    for name in settings.articles:
        if place.is_relative_to((settings.root / name).resolve()):
            raise SettingsError(
                f"lies in “{name}”, where translations would be taken for articles; name another folder with --output",
                path=shown_path(settings, folder),
            )


def _suffix(document: Document) -> str:
    return PurePosixPath(document.path).suffix.lower()


def _export_one(desk: _Desk, document: Document) -> Exported:
    settings = desk.seen.settings
    target = desk.folder / document.path
    shown = shown_path(settings, target)
    if not target.resolve().is_relative_to(desk.folder.resolve()):
        raise DocumentError("a symbolic link leads out of the folder of exports; remove it", path=shown)
    path = catalog_path(settings, desk.locale, document.slug)
    shown_po = shown_path(settings, path)
    read = load(path, shown_po)
    if read is None:
        reason = "there is no PO file of this article; run “newsdesk draft”"
        return Exported(desk.locale, document.path, shown, ExportState.STOPPED, (Obstacle(shown_po, None, reason),))
    understood = desk.seen.notice(storable(settings, path), read.catalog).catalog
    if desk.mo:
        binary = path.with_suffix(".mo")
        _replace(binary, compile_catalog(replace(read, catalog=understood)), COMPILED, shown_path(settings, binary))
        desk.compiled.append(shown_path(settings, binary))
    pair = load_pair(settings.source, desk.locale)
    source = source_of(read.path, read.catalog, read.lines, desk.matcher, pair, understood=understood)
    filled = fill(document, source)
    obstacles = tuple(dict.fromkeys(each.obstacle for each in filled if each.obstacle))
    if obstacles and not desk.allow_drafts:
        return Exported(desk.locale, document.path, shown, ExportState.STOPPED, obstacles)
    try:
        data = desk.writers[_suffix(document)].write(document, [each.marked for each in filled])
    except DocumentError as error:
        # It is the translation that has to be changed, so that is what is named.
        raise CatalogError(error.message, path=shown_po, line=source.line_of(document, error.line)) from error
    return Exported(desk.locale, document.path, shown, _replace(target, data, EXPORT, shown), obstacles)


def _replace(path: Path, data: bytes, kind: Kind, shown: str) -> ExportState:
    """Write a file as a whole, unless it holds the same already."""
    was_there = os.access(path, os.F_OK)
    if not saving.overwrite(path, data, kind=kind, shown=shown):
        return ExportState.UNCHANGED
    return ExportState.UPDATED if was_there else ExportState.NEW

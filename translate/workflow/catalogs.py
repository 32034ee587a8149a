"""The PO files that a command is to work on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.documents.reading import Reader
from translate.errors import CatalogError, NewsdeskError
from translate.settings import Settings
from translate.workflow import articles
from translate.workflow.locales import chosen
from translate.workflow.places import catalog_path, locale_in, shown_path
from translate.workflow.strays import strays, work_in

Found = list[tuple[Path, str]]
"""PO files with their locales."""


def find(settings: Settings, paths: Sequence[Path], locales: Sequence[str]) -> tuple[Found, list[NewsdeskError]]:
    """List PO files: those that are asked for, or all that the project has.

    Args:
        settings: The project.
        paths: PO files, articles, or folders of them; none for all of the project's PO files that are work.
        locales: Only these; none for all of the project's. A PO file whose path names no locale is taken to be in the
            one that is given here, if it is only one.

    Returns:
        The PO files with their locales, and what is wrong with the paths that lead to none.

    Raises:
        SettingsError: A locale is none.
    """
    wanted = chosen(settings, locales)
    if not paths:
        named = articles.named(settings)
        return [(path, locale) for locale in wanted for path in work_in(settings, locale, named)], []
    found: Found = []
    troubles: list[NewsdeskError] = []
    others = [path for path in paths if not _is_catalog(path)]
    reader = articles.reader(settings, articles.names(settings, articles.find(settings, others)[0]) if others else {})
    for path in paths:
        if _is_catalog(path):
            listed, unfit = _named(settings, path, locales)
        else:
            listed, unfit = _of_articles(settings, path, wanted, reader)
            listed = [*_in_folder(settings, path, locales), *listed]
        found += listed
        troubles += unfit
    return found, troubles


def _is_catalog(path: Path) -> bool:
    return path.suffix.lower() == ".po" and path.exists() and not path.is_dir()


def _in_folder(settings: Settings, folder: Path, locales: Sequence[str]) -> Found:
    """The PO files in a folder and those below, but for those of the project that are no work."""
    inside = [(each, _locale_of(each, locales)) for each in sorted(folder.rglob("*.po"))]
    # In somebody's folder there may be PO files that are none of ours.
    found = [(each, locale) for each, locale in inside if locale and (not locales or locale in locales)]
    if not found:
        return []
    unfit = {stray.shown for stray in strays(settings, articles.named(settings))}
    return [(each, locale) for each, locale in found if shown_path(settings, each) not in unfit]


def _named(settings: Settings, path: Path, locales: Sequence[str]) -> tuple[Found, list[NewsdeskError]]:
    locale = _locale_of(path, locales)
    if locale is None:
        message = "lies in no folder <locale>/LC_MESSAGES; name its locale with --locale"
        return [], [CatalogError(message, path=shown_path(settings, path))]
    return ([(path, locale)] if not locales or locale in locales else []), []


def _of_articles(
    settings: Settings, path: Path, wanted: Sequence[str], reader: Reader
) -> tuple[Found, list[NewsdeskError]]:
    """The PO files that the article at a path has, or the articles in a folder."""
    listed, troubles = articles.find(settings, [path])
    if not listed and path.is_file() and path.suffix.lower() not in articles.endings():
        return [], [CatalogError("is neither a PO file nor an article", path=shown_path(settings, path))]
    found: Found = []
    for article in listed:
        try:
            slug = reader.slug_of(shown_path(settings, article))
        except NewsdeskError as error:
            troubles.append(error)
            continue
        own = [(catalog_path(settings, locale, slug), locale) for locale in wanted]
        found += [(each, locale) for each, locale in own if each.exists()]
    return found, troubles


def _locale_of(path: Path, locales: Sequence[str]) -> str | None:
    """The locale that a path names; where it names none, the only one that is asked for."""
    return locale_in(path) or (locales[0] if len(locales) == 1 else None)

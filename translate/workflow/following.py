"""Follow PO files that somebody has moved between the folder of their locale and its sub-folders."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from translate.errors import NewsdeskError
from translate.settings import Settings
from translate.workflow.moving import Move
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalog_folders, catalog_path, catalogs_folder
from translate.workflow.shelves import counts, file_in, in_shelf, names_in, shelves
from translate.workflow.strays import Stray


def follow(seen: Noticing, locales: Sequence[str]) -> list[NewsdeskError]:
    """Have the history know PO files where they lie now; else what people wrote in them would be taken for lost.

    Args:
        seen: Knows where they lay at the last look.
        locales: The locales that are looked through.

    Returns:
        What went wrong, mostly nothing.
    """
    # Most projects have no sub-folders.
    if not any(shelves(folder) for folder in catalog_folders(seen.settings)):
        return []
    moved: dict[str, tuple[str, str]] = {}
    for locale in locales:
        folder = catalogs_folder(seen.settings, locale)
        shown, names = storable(seen.settings, folder), names_in(folder)
        before = (path.removeprefix(f"{shown}/") for path in seen.history.paths(shown))
        others = (
            (old, _place(seen, locale, old, names)) for old in before if not (old in names and counts(old, names))
        )
        ways = {f"{shown}/{old}": f"{shown}/{new}" for old, new in others if new}
        known = seen.history.states(ways.values())
        moved.update((old, (new, locale)) for old, new in ways.items() if new not in known)
    try:
        if moved:
            seen.history.move(moved, at=seen.at)
    except NewsdeskError as error:
        return [error]
    return []


def _place(seen: Noticing, locale: str, old: str, names: Collection[str]) -> str | None:
    """The name that a PO file has by now; where it is gone and its article is not, the one that it will have."""
    file = file_in(old)
    there = next((name for name in (file, in_shelf(file)) if name in names), None)
    if there is None and (slug := file.removesuffix(".po")) in seen.articles:
        there = catalog_path(seen.settings, locale, slug).relative_to(catalogs_folder(seen.settings, locale)).as_posix()
    return there


def returning(settings: Settings, missed: Collection[str], lying: Iterable[Stray]) -> dict[str, Move]:
    """The PO files in a wrong sub-folder whose articles have no other: somebody has renamed both by hand, say.

    Args:
        settings: The project.
        missed: The names of the catalogs that are not where they should be.
        lying: What lies about in a locale.

    Returns:
        Where they belong, by the names of the catalogs.
    """
    found = [stray for stray in lying if stray.own and stray.path.stem in missed]
    slugs = [stray.path.stem for stray in found]
    return {
        slug: Move(stray.path, catalog_path(settings, stray.locale, slug), stray.locale)
        for slug, stray in zip(slugs, found, strict=True)
        if stray.locale and slugs.count(slug) == 1
    }

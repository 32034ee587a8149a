"""Follow PO files that somebody has moved between the folder of their locale and its sub-folders."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from translate.errors import NewsdeskError
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalog_folders, catalogs_folder
from translate.workflow.shelves import counts, file_in, in_shelf, names_in, shelves


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
        ways = {f"{shown}/{old}": f"{shown}/{new}" for old, new in _moved(before, names)}
        known = seen.history.states(ways.values())
        moved.update((old, (new, locale)) for old, new in ways.items() if new not in known)
    try:
        if moved:
            seen.history.move(moved, at=seen.at)
    except NewsdeskError as error:
        return [error]
    return []


def _moved(before: Iterator[str], names: Collection[str]) -> Iterator[tuple[str, str]]:
    """The names that PO files had in their folder, each with the other one that counts now."""
    for name in before:
        if not (name in names and counts(name, names)):
            file = file_in(name)
            now = file if file in names else in_shelf(file)
            if now != name and now in names:
                yield name, now

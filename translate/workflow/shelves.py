"""The sub-folders of folders of PO and POT files, where a project has more than some thousand articles."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from translate.documents import paths
from translate.documents.slugs import is_shelf, shelf_of
from translate.ledger.states import state_of
from translate.settings import Settings, SubFolders

MANY = 4_000
"""With more articles than these, a project that has not decided otherwise has the catalogs of new ones in sub-folders:
file managers, Weblate's lists and git's trees are slow in folders of many thousand."""


def decided(settings: Settings, articles: int) -> Settings:
    """The settings of a project, with it decided where the catalogs of new articles go.

    Args:
        settings: The project's own.
        articles: How many articles it has.
    """
    if settings.sub_folders is not SubFolders.AUTO:
        return settings
    return replace(settings, sub_folders=SubFolders.ALWAYS if articles > MANY else SubFolders.NEVER)


def name_of(folder: Path, file: str) -> str | None:
    """The name that a file has in its folder, as ``2025-02/ferry.po`` in a sub-folder; None where it is not there.

    The folder comes before the sub-folder: a second file of the name counts for nothing.
    """
    return next((name for name in (file, in_shelf(file)) if os.path.lexists(f"{folder}/{name}")), None)


def new_name(settings: Settings, file: str, beside: str | None) -> str:
    """The name that a new file gets in its folder; that of the lists lies where people look for it.

    Args:
        settings: The project, as it has decided (`decided`).
        file: The file.
        beside: The name that another file of its article has, for an article to have one place; None where none is.
    """
    if beside is not None:
        is_shelved = file_in(beside) != beside
    else:
        is_shelved = settings.sub_folders is SubFolders.ALWAYS and _stem(file) != file_in(settings.shows)
    return in_shelf(file) if is_shelved else file


def in_shelf(file: str) -> str:
    """The name of a file in the sub-folder that it goes to."""
    return f"{shelf_of(_stem(file))}/{file}"


def _stem(file: str) -> str:
    return file.rpartition(".")[0] or file


def shelves(folder: Path) -> list[Path]:
    """The sub-folders of a folder of PO or POT files that are there; see `documents.slugs.shelf_of`."""
    return [folder / name for name in sorted(paths.names_in(folder)) if is_shelf(name) and (folder / name).is_dir()]


def names_in(folder: Path) -> frozenset[str]:
    """The names of all that is in a folder of PO or POT files, and in its sub-folders, as ``2025-02/ferry.po``."""
    names = paths.names_in(folder)
    below = ((shelf, paths.names_in(folder / shelf)) for shelf in names if is_shelf(shelf))
    return names.union(f"{shelf}/{name}" for shelf, inside in below for name in inside)


def file_in(name: str) -> str:
    """The name of a file without its sub-folder."""
    return name.rpartition("/")[2]


def counts(name: str, names: Collection[str]) -> bool:
    """Whether a file is the one of its name that counts: none in the wrong sub-folder, nor a second one.

    Args:
        name: Its name, in a sub-folder or not.
        names: All names in the folder.
    """
    shelf, _, file = name.rpartition("/")
    return not shelf or (file not in names and shelf_of(_stem(file)) == shelf)


def state_in(folder: Path, file: str, now_ns: int) -> str | None:
    """The state of a file, wherever in its folder it lies; see `state_of`.

    Args:
        folder: The folder.
        file: Its name.
        now_ns: The time, in nanoseconds.
    """
    name = name_of(folder, file)
    return state_of(f"{folder}/{name}", now_ns) if name else None


def folder_of(path: Path) -> Path:
    """The folder of a PO file, also of one that is in a sub-folder of that."""
    return path.parent.parent if is_shelf(path.parent.name) else path.parent

"""``newsdesk memory import``: take TMX and PO files from elsewhere into the project's memory."""

from __future__ import annotations

import filecmp
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.catalogs.loading import load
from translate.core.entries.remembered import MemoryUnit
from translate.core.results.summary import Trouble
from translate.errors import MemoryFileError, NewsdeskError
from translate.memory.saving import save
from translate.memory.sources import units_of_catalog, units_of_tmx
from translate.settings import Settings
from translate.workflow.places import IMPORTS, shown_path
from translate.workflow.troubles import trouble_of


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was taken into the project's memory."""

    file: str
    """As the user named it."""
    kept: str
    """Its copy in the project."""
    units: int
    skipped: Mapping[str, int]
    """How many of its units were passed over, by the reason."""


def import_files(
    settings: Settings, paths: Sequence[Path], *, replace: bool = False
) -> tuple[tuple[Imported, ...], tuple[Trouble, ...]]:
    """Take TMX and PO files into the project: checked, and copied to its folder of imports, where the memory is fed.

    A copy, because the memory itself is a cache: what is only in there would be gone with it.

    Args:
        settings: The project.
        paths: The files.
        replace: Whether a file may take the place of another one of the same name.

    Returns:
        What was taken, and what is wrong with the others, which changed nothing.
    """
    done: list[Imported] = []
    troubles: list[Trouble] = []
    for path in paths:
        shown = shown_path(settings, path)
        try:
            units, skipped = _counted(settings, path, shown)
            done.append(Imported(shown, _kept(settings, path, shown, replace=replace), units, skipped))
        except NewsdeskError as error:
            troubles.append(trouble_of(error, shown))
    return tuple(done), tuple(troubles)


def _counted(settings: Settings, path: Path, shown: str) -> tuple[int, Mapping[str, int]]:
    """How many units a file has for us, and how many are passed over, by the reason."""
    if not path.exists():
        raise MemoryFileError("there is no such file", path=shown)
    if not path.is_file():  # A pipe would let us wait for ever.
        raise MemoryFileError("is no plain file; name a .tmx or a .po file", path=shown)
    counted: Counter[str] = Counter()
    units = 0
    match path.suffix.lower():
        case ".tmx":
            for unit in units_of_tmx(path, shown, source=settings.source, locales=settings.locales):
                if isinstance(unit, MemoryUnit):
                    units += 1
                else:
                    counted[unit.reason] += 1
        case ".po":
            found = load(path, shown)
            units = len(units_of_catalog(found.catalog, shown, locales=settings.locales)) if found else 0
        case _:
            raise MemoryFileError("is neither a .tmx nor a .po file", path=shown)
    if not units:
        raise MemoryFileError("has nothing that could be remembered: no approved text in a locale of ours", path=shown)
    return units, dict(counted)


def _kept(settings: Settings, path: Path, shown: str, *, replace: bool) -> str:
    """Copy a file to the folder of imports, unless it is there."""
    kept = settings.root / IMPORTS / path.name
    kept_shown = shown_path(settings, kept)
    is_there = kept.exists()
    if is_there and filecmp.cmp(path, kept, shallow=False):
        return kept_shown
    if is_there and not replace:
        message = f"{kept_shown} holds something else; give --replace to put this file in its place, or rename it"
        raise MemoryFileError(message, path=shown)
    with path.open("rb") as old:
        save(kept, kept_shown, lambda new: shutil.copyfileobj(old, new))
    return kept_shown

"""``newsdesk memory import``: take TMX and PO files from elsewhere into the project's memory."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from translate.catalogs.loading import load
from translate.core.entries.remembered import MemoryUnit
from translate.core.results.summary import Trouble
from translate.errors import MemoryFileError, NewsdeskError
from translate.files import bounds
from translate.memory.provenance import Hand
from translate.memory.saving import save
from translate.memory.sources import units_of_catalog, units_of_tmx
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.folders import IMPORT
from translate.workflow.places import IMPORTS, home_of, is_importable, shown_path
from translate.workflow.shelves import folder_of
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

    A copy, because the memory itself is a cache: what is only in there would be gone with it. Where another file has
    its name there, it is kept in a folder that is called like the one that it comes from.

    Args:
        settings: The project.
        paths: The files.
        replace: Whether a file may take the place of another one of the same name, and the same folder if there is one.

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
    home = home_of(settings, path)
    counted: Counter[str] = Counter()
    units = 0
    match path.suffix.lower():
        case ".tmx":
            for unit in units_of_tmx(path, shown, source=settings.source, locales=settings.locales, home=home):
                if isinstance(unit, MemoryUnit):
                    units += 1
                else:
                    counted[unit.reason] += 1
        case ".po":
            found = load(path, shown, home=home)
            units = len(units_of_catalog(found.catalog, shown, locales=settings.locales)) if found else 0
        case _:
            raise MemoryFileError("is neither a .tmx nor a .po file", path=shown)
    if not units:
        passed_over = ", ".join(f"{counted[hand.value]:,} {hand.value}" for hand in Hand if counted[hand.value])
        message = "has nothing that could be remembered: no approved text in a locale of ours"
        raise MemoryFileError(f"{message}; it has {passed_over}" if passed_over else message, path=shown)
    return units, dict(counted)


def _kept(settings: Settings, path: Path, shown: str, *, replace: bool) -> str:
    """Copy a file to the folder of imports, unless it is there."""
    if path.name.startswith("."):
        raise MemoryFileError("is hidden, as its name begins with a dot, and is not looked at; rename it", path=shown)
    places = _places(settings, path)
    for place in places:
        IMPORT.see(settings.root, place, shown_path(settings, place), follow=False)
        if not bounds.leads_out(settings.root, place) and place.exists() and filecmp.cmp(path, place, shallow=False):
            return shown_path(settings, place)
    ours = [place for place in places if not place.is_symlink()]  # What is written to a link lands at its end.
    taken, free = [p for p in ours if p.exists()], [p for p in ours if not p.exists()]
    kept = next(iter(taken[::-1] if replace and taken else free), None)
    if kept is None:
        advice = "rename it" if replace else "give --replace to put this file in its place, or rename it"
        raise MemoryFileError(f"{shown_path(settings, places[-1])} holds something else; {advice}", path=shown)
    kept_shown = shown_path(settings, kept)
    try:
        descriptor = bounds.opened(home_of(settings, path), path)
    except OSError as error:
        raise IMPORT.fault("cannot be read", error, shown) from error
    with os.fdopen(descriptor, "rb") as old:
        save(kept, kept_shown, lambda new: shutil.copyfileobj(old, new), home=settings.root)
    return kept_shown


def _places(settings: Settings, path: Path) -> list[Path]:
    """Where a file may be kept: among the imports, or there in a folder that is called like its own."""
    imports = settings.root / IMPORTS
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100  A link's own name, and not that of where it leads.
    if (home := folder_of(folder / path.name)).name == "LC_MESSAGES":  # What every locale calls it in gettext's layout.
        folder = home.parent
    own = imports / folder.name
    # A folder that is hidden, or called like a file, would not be looked at; one that is a link may lead anywhere.
    unfit = not folder.name or folder.name.startswith(".") or is_importable(own) or own.is_symlink()
    return [imports / path.name, *([] if unfit or folder == settings.root else [own / path.name])]

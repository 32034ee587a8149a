"""Where a project's files lie, and how they are called."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from translate.core.text.locales import is_code
from translate.documents import paths
from translate.engines import wordings
from translate.files import bounds
from translate.languages.cldr import is_akin
from translate.settings import Settings
from translate.termbases import keeping
from translate.termbases.folder import file_of
from translate.workflow.shelves import file_in, folder_of, name_of, names_in, new_name

IMPORTS = "memory"
"""The project's folder of TMX and PO files from elsewhere; what lies in it is remembered like the project's own."""
_IMPORTABLE = frozenset({".tmx", ".po"})


def shown_path(settings: Settings, path: Path) -> str:
    """A path as the newsroom knows it, relative to the project; see `documents.paths.shown_path`."""
    # What a run knows of thousands of files it keeps in several places, by this name: one text does for all of them.
    return sys.intern(paths.shown_path(settings.root, path))


def home_of(settings: Settings, path: Path) -> Path | None:
    """The folder that a path which somebody has named must not lead out of: the project, if its way passes that.

    Whatever else a user names may be anywhere.
    """
    return settings.root if bounds.is_passed(settings.root, path) else None


def catalogs_folder(settings: Settings, locale: str) -> Path:
    """The folder of a locale's PO files: the layout that Weblate discovers by itself."""
    return settings.root.joinpath(settings.catalogs, locale, "LC_MESSAGES")


def templates_folder(settings: Settings) -> Path:
    """The folder of POT files."""
    return settings.root / settings.catalogs


def catalog_folders(settings: Settings) -> tuple[Path, ...]:
    """The folders of POT and of PO files."""
    return templates_folder(settings), *(catalogs_folder(settings, locale) for locale in settings.locales)


def catalog_path(settings: Settings, locale: str, slug: str) -> Path:
    """Where a PO file lies, in its folder or in a sub-folder of that; one that is not there, where its POT file does.

    Where there is neither, the project has decided (`shelves.decided`).
    """
    folder, file = catalogs_folder(settings, locale), f"{slug}.po"
    name = name_of(folder, file)
    return folder / (name or new_name(settings, file, name_of(templates_folder(settings), f"{slug}.pot")))


def template_path(settings: Settings, slug: str) -> Path:
    """Where a POT file lies; one that is not there, where a PO file does, so that an article has one place."""
    folder, file = templates_folder(settings), f"{slug}.pot"
    if name := name_of(folder, file):
        return folder / name
    catalogs = (name_of(catalogs_folder(settings, locale), f"{slug}.po") for locale in settings.locales)
    return folder / new_name(settings, file, next(filter(None, catalogs), None))


def glossary_path(settings: Settings, stem: str) -> str:
    """The glossary file for a locale or for all, as the newsroom knows it; the CSV file where there is none.

    Raises:
        GlossaryError: There are several; see `termbases.folder.file_of`.
    """
    folder = settings.glossaries
    return f"{folder}/{file_of(settings.root / folder, stem, folder).name}"


def locale_in(path: Path) -> str | None:
    """The locale that the path of a PO file names, in any project; None where it lies elsewhere."""
    folder = folder_of(path.absolute())
    return folder.parent.name if folder.name == "LC_MESSAGES" and is_code(folder.parent.name) else None


def former_locales(settings: Settings) -> dict[str, str]:
    """The locales of PO files that the project has under another name now, with that: ``pt`` and ``pt_BR``."""
    try:
        with os.scandir(settings.root / settings.catalogs) as entries:
            folders = [entry.name for entry in entries if is_code(entry.name) and entry.is_dir()]
    except OSError:
        return {}
    others = ((code, [own for own in settings.locales if is_akin(own, code)]) for code in sorted(folders))
    return {code: akin[0] for code, akin in others if code not in settings.locales and len(akin) == 1}


def catalog_paths(settings: Settings, locale: str) -> list[Path]:
    """The PO files that a locale has, by name."""
    folder = catalogs_folder(settings, locale)
    return [folder / name for name in sorted(names_in(folder), key=file_in) if name.endswith(".po")]


def imports(settings: Settings) -> list[Path]:
    """The files from elsewhere that were taken in, in their folder and in the folders of that; hidden ones are none."""
    top = settings.root / IMPORTS
    found = (path for depth in ("*", "*/*") for path in top.glob(depth) if is_importable(path))
    return sorted(path for path in found if not any(part.startswith(".") for part in path.relative_to(top).parts))


def is_importable(path: Path) -> bool:
    """Whether a path is called like a file that can be taken in."""
    return path.suffix.lower() in _IMPORTABLE


def own_folder(settings: Settings) -> Path:
    """Make the folder of what newsdesk itself remembers, which no repository takes in.

    Raises:
        OutsideError: A link leads out of the project.
        OSError: It cannot be made.
    """
    folder = settings.root / ".newsdesk"
    with bounds.folder(settings.root, folder, make=True):
        pass
    with contextlib.suppress(OSError):
        bounds.note(settings.root, folder / ".gitignore", "# What newsdesk remembers; it may be deleted.\n*\n")
    return folder


def history_file(settings: Settings) -> Path:
    """Where it is kept what people wrote; no cache, so it lies apart from those."""
    return settings.root / "history" / "texts.sqlite"


def runs_folder(settings: Settings) -> Path:
    """Where the records of past runs lie."""
    return settings.root / ".newsdesk" / "runs"


def wordings_folder(settings: Settings) -> Path:
    """Where it is kept what the engines call the terms by themselves."""
    return settings.root / wordings.FOLDER


def glossaries_folder(settings: Settings) -> Path:
    """Where the glossaries are kept as they were read."""
    return settings.root / keeping.FOLDER

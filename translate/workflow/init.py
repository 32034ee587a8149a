"""``newsdesk init``: make a new project in a folder."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from translate.core.text.locales import is_code
from translate.errors import ProjectError
from translate.files import bounds, trust
from translate.settings import FILE_NAME

_SETTINGS = """\
# What newsdesk does in this project. Every key that is not here has its default; “newsdesk doctor” checks the file.

[project]
name = "{name}"
source = "{source}"
locales = [{locales}]
articles = ["articles"]
glossaries = "glossaries"
catalogs = "locales"
contact = "{contact}"

[draft]
engine = "auto"     # the first engine that has the pair; or argos, apertium
hypotheses = 4      # how many an engine offers for a sentence with a glossary term
"""

_ALL = """\
source,target,action,note
"""

_LOCALE = """\
source,target,note
"""

_IGNORED = """\
# What newsdesk makes anew whenever it is asked.
/exports/
/reports/
*.mo
"""

_EXAMPLE = ("articles/2026-11-20-esimene-stuudio-ferry.txt", "glossaries/all.csv", "shows/channel.csv")
"""Files of the package that a project may begin with; and ``glossaries/<locale>.csv``, where there is one."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""What newsdesk.toml takes."""


def init(
    folder: Path, *, name: str | None, source: str, locales: Sequence[str], contact: str, example: bool = False
) -> tuple[Path, ...]:
    """Make a project: its settings, a folder for articles, glossaries with their headings, what git shall leave out.

    Args:
        folder: Where; made if it is not there.
        name: The project's name; None for the folder's.
        source: The language that articles are written in.
        locales: The locales to draft into, at least one.
        contact: An address for the PO files' headers, or nothing.
        example: Whether to put an article into it, the names in that article into the glossary, and a list of shows.

    Returns:
        The files and folders that were made. What was there already is left as it is.

    Raises:
        ProjectError: There is a project already, a locale or the name is none, or the folder cannot be written to.
    """
    for locale in (source, *locales):
        if not is_code(locale):
            raise ProjectError(f"“{locale}” is no locale; write it as gettext does, such as et, ru or pt_BR")
    if name is not None and not _NAME.fullmatch(name):
        raise ProjectError(
            f"“{name}” is no name for a project; use letters from a to z, digits, dots, hyphens and underscores only"
        )
    if any(character in contact for character in '"\\\n'):
        raise ProjectError("an address cannot have quotes, backslashes or line ends in it")
    if example and source != "en":
        raise ProjectError(f"the example is in English, and the articles shall be in “{source}”; leave one of them out")
    if folder.is_dir() and trust.everybody_writes(folder.stat()):
        told = "everybody can write to it, so whatever is in it may be anybody's; choose a folder of its own"
        raise ProjectError(told, path=str(folder))
    settings = folder / FILE_NAME
    if os.path.lexists(settings):
        raise ProjectError("is there already; edit it, or choose another folder", path=str(settings))
    contents = {
        settings: _SETTINGS.format(
            name=name or _safe(folder.resolve().name),
            source=source,
            locales=", ".join(f'"{locale}"' for locale in dict.fromkeys(locales)),
            contact=contact,
        ),
        folder / "glossaries" / "all.csv": _ALL,
        **{folder / "glossaries" / f"{locale}.csv": _LOCALE for locale in locales},
        folder / ".gitignore": _IGNORED,
    }
    if example:
        contents |= {folder / file: text for file, text in _examples(locales)}
    return tuple(_make(folder, contents))


def _examples(locales: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What a project may begin with: files, and what is in them."""
    own = files("translate") / "example"
    for name in (*_EXAMPLE, *(f"glossaries/{locale}.csv" for locale in locales)):
        if (file := own / name).is_file():
            yield name, file.read_text("utf-8")


def _make(folder: Path, contents: dict[Path, str]) -> list[Path]:
    made = []
    with _making(folder, folder):
        folder.mkdir(parents=True, exist_ok=True)
    home = folder.resolve()
    for path in (folder / "articles", folder / "locales"):
        if not path.exists():
            with _making(folder, path), bounds.folder(home, path, make=True):
                made.append(path)
    for path, text in contents.items():
        if not os.path.lexists(path):
            with _making(folder, path), bounds.folder(home, path.parent, make=True):
                bounds.note(home, path, text)
            made.append(path)
    for path in (folder, *made):
        if trust.everybody_writes(found := path.stat()):  # With such a umask nobody could use the project.
            path.chmod(stat.S_IMODE(found.st_mode) & ~stat.S_IWOTH)
    return made


@contextlib.contextmanager
def _making(folder: Path, path: Path) -> Iterator[None]:
    """Tell which folder it is that something cannot be made in."""
    try:
        yield
    except OSError as error:
        where = path if isinstance(error, bounds.OutsideError) else path.parent if path.parent.is_dir() else folder
        named = where if where.name else where.absolute()
        message, shown = bounds.explained(error, "cannot be written to", str(named), "a folder")
        raise ProjectError(message, path=shown) from error


def _safe(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-._") or "news"

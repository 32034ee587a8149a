"""Find a project's articles among its files and folders."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from translate.core.text.filenames import copied
from translate.documents.paths import names_in, printable, relative_path, shown_path
from translate.documents.reading import ARTICLE, home_among
from translate.errors import DocumentError, NewsdeskError
from translate.files import trust
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Places:
    """Where a project keeps its articles, and what they are called."""

    root: Path
    """The project's folder, resolved."""
    folders: tuple[str, ...]
    """The folders of articles, inside it."""
    endings: Collection[str]
    """The file name endings of articles, with the dot, in small letters."""


def find(places: Places, paths: Sequence[Path] = ()) -> tuple[list[Path], list[NewsdeskError]]:
    """List article files: those that are asked for, or all that the project has.

    Args:
        places: Where the project keeps them.
        paths: Files and folders, as the user named them; none for the project's own folders.

    Returns:
        The files in order, each once, and what is wrong with the paths that are no articles. In folders, files of
        other formats, hidden files and the copies that programs make of a file are passed over.
    """
    found: list[Path] = []
    troubles: list[NewsdeskError] = []
    within = (places.root, *homes(places.root, places.folders))
    asked = paths or [places.root / folder for folder in places.folders]
    for path in asked:
        if fault := _planted(places.root, path):
            troubles.append(DocumentError(fault, path=shown_path(places.root, path)))
            continue
        if path.is_dir():
            listed = _inside(places, path, within, troubles)
        elif fault := _no_article(places, path, asked=bool(paths)):
            troubles.append(DocumentError(fault, path=shown_path(places.root, path)))
            continue
        else:
            listed = [(path, _fault(places, path, within))]
        for each, fault in listed:
            if fault:
                troubles.append(DocumentError(fault, path=shown_path(places.root, each)))
            else:
                found.append(each)
    # One folder has nothing twice.
    return found if len(asked) == 1 else list(dict.fromkeys(found)), troubles


def homes(root: Path, folders: Iterable[str]) -> tuple[Path, ...]:
    """The folders outside a project that its folders of articles lead to, and that articles must not lead out of.

    Args:
        root: The project's folder, resolved.
        folders: The folders of articles, inside it.
    """
    found = (_end(root, root / folder) for folder in folders)
    return tuple(end for end, stranger in found if stranger is None and not end.is_relative_to(root))


def _planted(root: Path, folder: Path) -> str | None:
    """Why a folder of articles that is a link is not followed out of the project; None where it is, or is none."""
    end, stranger = _end(root, folder)
    if stranger is None or end.is_relative_to(root):
        return None
    told = f"is a link that leads out of the project, and was made by {stranger}"
    return f"{told}; make it yourself, as root for everybody, or put the folder itself in its place"


def _end(root: Path, folder: Path) -> tuple[Path, str | None]:
    """Where a folder of articles lies, and who else than we has put a link on the way to it in the project.

    Whoever may write in the project may put a link there, to what only the account that runs newsdesk may read. Both
    are seen on the same way: another link may be in a folder's place a moment later.
    """
    known = {0, os.geteuid()}
    end, stranger = root, None
    with contextlib.suppress(OSError):  # It leads nowhere.
        for end, found in trust.way(folder):
            if stat.S_ISLNK(found.st_mode) and end.is_relative_to(root) and found.st_uid not in known:
                stranger = stranger or trust.user(found.st_uid)
    return end, stranger


def _no_article(places: Places, path: Path, *, asked: bool) -> str | None:
    """Why a path that is no folder leads to no article; None where it may be one."""
    if not asked:
        return "is no folder; is a disk missing? “articles” in newsdesk.toml names the folders of articles"
    if not path.exists() and not path.is_symlink():
        return "there is no such file or folder"
    if original := copied(path.name, names_in(path.parent)):
        return f"is a copy that a program has made of {printable(original)}; bring the two together, and remove it"
    if path.suffix.lower() not in places.endings:
        return f"is no article that newsdesk can read; it reads {', '.join(sorted(places.endings))}"
    return None


def _inside(
    places: Places, folder: Path, within: Sequence[Path], troubles: list[NewsdeskError]
) -> list[tuple[Path, str | None]]:
    """Whatever has an article's name in a folder and those below, and links to folders: they are not followed.

    Each stands with the reason for which it is no article (`_fault`), if there is one.
    """
    named = {str(places.root / name) for name in places.folders}
    found: list[tuple[str, str | None]] = []
    waiting = [str(folder)]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as listing:
                entries = list(listing)
        except OSError as error:
            told = f"cannot be read: {error.strerror}"
            troubles.append(DocumentError(told, path=shown_path(places.root, Path(error.filename))))
            continue
        folders = [entry for entry in entries if _is_folder(entry)]
        own = [entry for entry in folders if not entry.name.startswith(".")]
        waiting += (entry.path for entry in reversed(own) if not entry.is_symlink())
        beside = {entry.name for entry in entries}.difference(entry.name for entry in folders)
        files = (entry for entry in entries if entry.name in beside and _is_called_so(places, entry.name))
        for entry in (
            *(entry for entry in own if entry.is_symlink() and entry.path not in named),
            *(entry for entry in files if not copied(entry.name, beside)),
        ):
            # Nobody need ask what thousands of plain files are.
            is_plain = entry.is_file(follow_symlinks=False) and entry.path.isprintable()
            found.append((entry.path, None if is_plain else _fault(places, Path(entry.path), within)))
    # As paths compare, and sooner.
    return [(Path(path), fault) for path, fault in sorted(found, key=lambda one: one[0].split("/"))]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # A link that leads to itself.


def copies(places: Places) -> list[tuple[Path, str]]:
    """What looks like an article in the project's folders, and is the copy of another; with the name of that one."""
    found = []
    for folder in places.folders:
        if _planted(places.root, places.root / folder):
            continue
        for place, folders, names in os.walk(places.root / folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            beside = frozenset(names)
            called = ((name, copied(name, beside)) for name in names if _is_called_so(places, name))
            found += [(Path(place, name), original) for name, original in called if original]
    return sorted(found)


def unread(places: Places) -> dict[Path, list[str]]:
    """What no format reads of the project's folders: the names of the files, sorted, by the folder that they lie in.

    Hidden files, and copies that programs make of articles, are not meant to be read.
    """
    found: dict[Path, list[str]] = {}
    for folder in places.folders:
        if _planted(places.root, places.root / folder):
            continue
        for place, folders, names in os.walk(places.root / folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            others = [name for name in names if not (name.startswith(".") or _is_called_so(places, name))]
            if others:
                found[Path(place)] = sorted(others)
    return found


def _is_called_so(places: Places, name: str) -> bool:
    return not name.startswith(".") and os.path.splitext(name)[1].lower() in places.endings  # noqa: PTH122


def _fault(places: Places, path: Path, within: Sequence[Path]) -> str | None:
    """Why a file cannot be taken for an article, whatever stands in it; None where it can."""
    if (name := relative_path(places.root, path)) != printable(name):
        return "has a name with a character that cannot be shown; rename it"
    with contextlib.suppress(OSError):
        if stat.S_ISREG(path.lstat().st_mode):
            return None
    if path.is_symlink():
        if not path.exists():
            return f"is a link that leads nowhere (to {printable(str(path.readlink()))}); is a disk missing?"
        if path.is_dir():
            return "is a link to a folder, which is not followed; remove it, or add it to “articles” in newsdesk.toml"
        # Whoever may put an article here must not get at other files of the machine.
        try:
            ARTICLE.see(home_among(within, path), path, path.name)
        except DocumentError as error:
            return error.message
    # Opening a pipe would wait for ever.
    return None if path.is_file() else "is no plain file; move it elsewhere"

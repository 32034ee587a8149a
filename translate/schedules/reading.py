"""Find a project's lists of titles, and read them."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from types import MappingProxyType

from translate.core.article import Document
from translate.core.text.filenames import copied
from translate.core.text.showing import JOINERS, in_a_line
from translate.errors import DocumentError
from translate.files.kinds import Kind
from translate.files.reading import read
from translate.schedules.csvfile import CsvList
from translate.schedules.interface import ListFormat
from translate.schedules.jsonfile import JsonList
from translate.schedules.sheets import LARGEST_FILE, NOUN
from translate.schedules.xmltv import XmltvList
from translate.schedules.yamlfile import YamlList
from translate.values import dataclass

LIST = Kind(NOUN, "", LARGEST_FILE, DocumentError)
FORMATS = MappingProxyType(
    {ending: form for form in (CsvList(), JsonList(), XmltvList(), YamlList()) for ending in form.suffixes}
)
"""The formats by the file name endings that are theirs."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What there is in a folder of lists."""

    files: tuple[Path, ...]
    """The lists, in the order of their names."""
    troubles: tuple[DocumentError, ...]
    """What is wrong with what has a list's name, and cannot be one."""
    notes: tuple[str, ...]
    """What was passed over, and why, a sentence each."""


def endings() -> tuple[str, ...]:
    """The file name endings of lists, sorted."""
    return tuple(sorted(FORMATS))


def format_of(path: str | PurePath) -> ListFormat | None:
    """The format that a file has by its ending; None where that is none of a list."""
    return FORMATS.get(PurePath(path).suffix.lower())


def lists_in(root: Path, folder: str) -> Lists:
    """List the files of a folder of lists, and of those below it.

    Args:
        root: The project's folder, resolved.
        folder: The folder of lists, inside it.

    Returns:
        The files, and what was left out. A link is followed where it leads to a file of the project, or the folder is
        one to a folder of the project. Where there is no folder, there is no list.
    """
    top = root / folder
    if not os.path.lexists(top):
        return Lists((), (), ())
    try:
        LIST.see(root, top, folder)
    except DocumentError as error:
        return Lists((), (error,), ())
    if not top.is_dir():
        return Lists((), (DocumentError("is no folder; put the lists into one of this name", path=folder),), ())
    files: list[Path] = []
    troubles: list[DocumentError] = []
    notes: list[str] = []

    def unreadable(error: OSError) -> None:
        shown = _shown(root, Path(error.filename))
        troubles.append(DocumentError(f"cannot be read: {error.strerror}", path=shown))

    for place, folders, names in os.walk(top, onerror=unreadable):
        here = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".")]
        beside = frozenset(names)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in (*links, *(name for name in names if not name.startswith("."))):
            path = here / name
            if told := name not in links and _no_list(name, beside):
                notes.append(f"{_shown(root, path)}: {told}")
            elif fault := _fault(root, path):
                troubles.append(fault)
            else:
                files.append(path)
    return Lists(tuple(sorted(files)), tuple(sorted(troubles, key=str)), tuple(sorted(notes)))


def read_list(path: Path, shown: str, *, home: Path, source: str = "") -> Document:
    """Read a list.

    Args:
        path: Where it is.
        shown: The file as the newsroom knows it, with ``/`` between folders.
        home: The folder that links must not lead out of, resolved: the project's.
        source: The locale of the titles to translate.

    Raises:
        DocumentError: It is no list, cannot be read, or lies elsewhere; with path, and line where it is known.
    """
    form = format_of(path)
    if form is None:
        raise DocumentError(f"is no list that newsdesk can read; it reads {', '.join(endings())}", path=shown)
    data = read(path, LIST, shown, home=home)
    if data is None:
        raise DocumentError("there is no such file", path=shown)
    return form.read(data, shown, source=source)


def _no_list(name: str, beside: frozenset[str]) -> str | None:
    """Why a file is none of the lists; None where it is one by its name."""
    if original := copied(name, beside):
        return f"is a copy that a program has made of {_printable(original)}, and is passed over"
    if format_of(name) is None:
        return f"has none of the endings of lists, which are {', '.join(endings())}, and is passed over"
    return None


def _fault(root: Path, path: Path) -> DocumentError | None:
    """Why a file cannot be taken for a list, whatever stands in it; None where it can."""
    shown = _shown(root, path)
    if shown != path.relative_to(root).as_posix():
        return DocumentError("has a name with a character that cannot be shown; rename it", path=shown)
    if path.is_symlink():
        if not path.exists():
            return DocumentError("is a link that leads nowhere; is a disk missing?", path=shown)
        if path.is_dir():
            return DocumentError("is a link to a folder, which is not followed; remove it", path=shown)
        try:
            LIST.see(root, path, shown)
        except DocumentError as error:
            return error
    # Opening a pipe would wait for ever.
    return None if path.is_file() else DocumentError("is no plain file; move it elsewhere", path=shown)


def _shown(root: Path, path: Path) -> str:
    return _printable(path.relative_to(root).as_posix())


def _printable(text: str) -> str:
    return in_a_line(text, spare=JOINERS)

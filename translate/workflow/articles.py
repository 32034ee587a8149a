"""Find a project's articles and read them."""

from __future__ import annotations

import contextlib
import os
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate import plugins
from translate.core.article import Document
from translate.documents.interface import DocumentFormat
from translate.documents.slugs import slug_of
from translate.errors import DocumentError, NewsdeskError
from translate.settings import Settings

_LARGEST = 100_000_000
"""Bytes of an article at most; a format may allow fewer. Nothing larger is read into memory."""
_JOINERS = "\u200c\u200d"
"""They are spelling in Persian and Indian scripts, and join emoji."""


def find(settings: Settings, paths: Sequence[Path] = ()) -> tuple[list[Path], list[NewsdeskError]]:
    """List article files: those that are asked for, or all that the project has.

    Args:
        settings: The project.
        paths: Files and folders, as the user named them; none for the project's own folders.

    Returns:
        The files in order, each once, and what is wrong with the paths that are no articles. In folders, files of
        other formats and hidden files are passed over.
    """
    formats = _formats()
    found: dict[Path, None] = {}
    troubles: list[NewsdeskError] = []
    for path in paths or [settings.root / folder for folder in settings.articles]:
        shown = shown_path(settings, path)
        if path.is_dir():
            listed = _inside(settings, path, formats, troubles)
        elif not paths:
            message = "is no folder; is a disk missing? “articles” in newsdesk.toml names the folders of articles"
            troubles.append(DocumentError(message, path=shown))
            continue
        elif not path.exists() and not path.is_symlink():
            troubles.append(DocumentError("there is no such file or folder", path=shown))
            continue
        elif path.suffix.lower() not in formats:
            known = ", ".join(sorted(formats))
            troubles.append(DocumentError(f"is no article that newsdesk can read; it reads {known}", path=shown))
            continue
        else:
            listed = [path]
        for each in listed:
            if fault := _fault(settings, each):
                troubles.append(DocumentError(fault, path=shown_path(settings, each)))
            else:
                found[each] = None
    return list(found), troubles


def endings() -> tuple[str, ...]:
    """The file name endings of articles, with the dot, in small letters."""
    return tuple(sorted(_formats()))


def _formats() -> dict[str, DocumentFormat]:
    """The installed formats by the file name endings that are theirs."""
    formats = [plugins.load_format(name) for name in plugins.format_names()]
    return {
        suffix: found for suffix in {s for f in formats for s in f.suffixes} if (found := plugins.format_for(suffix))
    }


def _inside(
    settings: Settings, folder: Path, formats: Mapping[str, DocumentFormat], troubles: list[NewsdeskError]
) -> list[Path]:
    """Whatever has an article's name in a folder and those below, and links to folders: they are not followed."""

    def unreadable(error: OSError) -> None:
        shown = shown_path(settings, Path(error.filename))
        troubles.append(DocumentError(f"cannot be read: {error.strerror}", path=shown))

    named = {settings.root / name for name in settings.articles}
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=unreadable):
        here = Path(place)
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (here / name for name in folders if (here / name).is_symlink() and here / name not in named)
        found += (here / n for n in names if not n.startswith(".") and Path(n).suffix.lower() in formats)
    return sorted(found)


def _fault(settings: Settings, path: Path) -> str | None:
    """Why a file cannot be taken for an article, whatever stands in it; None where it can."""
    shown = shown_path(settings, path)
    if shown != _relative(settings, path):
        return "has a name with a character that cannot be shown; rename it"
    if path.is_symlink():
        if not path.exists():
            return f"is a link that leads nowhere (to {_printable(str(path.readlink()))}); is a disk missing?"
        if path.is_dir():
            return "is a link to a folder, which is not followed; remove it, or add it to “articles” in newsdesk.toml"
        # Whoever may put an article here must not get at other files of the machine.
        homes = [settings.root, *((settings.root / name).resolve() for name in settings.articles)]
        if not any(path.resolve().is_relative_to(home) for home in homes):
            return "is a link that leads out of the project; put the article itself in its place"
    # Opening a pipe would wait for ever.
    return None if path.is_file() else "is no plain file; move it elsewhere"


def shown_path(settings: Settings, path: Path) -> str:
    """A path as the newsroom knows it: relative to the project, with ``/`` between folders.

    A character that would break the line, change the terminal or the order of the text is shown as an escape.
    """
    return _printable(_relative(settings, path))


def _relative(settings: Settings, path: Path) -> str:
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  Without following links: one inside the project is its own.
    if absolute.is_relative_to(settings.root):
        return absolute.relative_to(settings.root).as_posix()
    resolved = absolute.resolve()
    return resolved.relative_to(settings.root).as_posix() if resolved.is_relative_to(settings.root) else str(resolved)


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _JOINERS else c.encode("unicode_escape").decode() for c in text)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a project's articles, one at a time; see `reader`."""

    settings: Settings
    formats: Mapping[str, DocumentFormat]
    namesakes: Mapping[str, Sequence[str]]
    """The articles that share a catalog, by its name in small letters."""

    def read(self, path: Path) -> Document:
        """Read an article.

        Raises:
            DocumentError: It cannot be read, lies outside the project, or would share its catalog with another one:
                whichever came first, the other's text would be taken for gone.
        """
        return _read_one(self.settings, path, self.formats[path.suffix.lower()], self.namesakes)


def reader(settings: Settings, paths: Sequence[Path]) -> Reader:
    """Get ready to read articles. The project's own articles count as namesakes, also where others are asked for."""
    everywhere = dict.fromkeys(shown_path(settings, path) for path in (*paths, *find(settings)[0]))
    namesakes: defaultdict[str, list[str]] = defaultdict(list)
    for shown in everywhere:
        with contextlib.suppress(DocumentError):
            namesakes[slug_of(shown).casefold()].append(shown)
    return Reader(settings, _formats(), namesakes)


def read(settings: Settings, paths: Sequence[Path]) -> tuple[list[Document], list[NewsdeskError]]:
    """Read articles; what cannot be read is told, and the others go on."""
    documents: list[Document] = []
    troubles: list[NewsdeskError] = []
    every = reader(settings, paths)
    for path in paths:
        try:
            documents.append(every.read(path))
        except DocumentError as error:
            troubles.append(error)
    return documents, troubles


def _read_one(
    settings: Settings, path: Path, reader: DocumentFormat, namesakes: Mapping[str, Sequence[str]]
) -> Document:
    shown = shown_path(settings, path)
    if Path(shown).is_absolute():
        raise DocumentError(f"lies outside the project {settings.root}; move it into one of its folders", path=shown)
    slug = slug_of(shown)
    if others := [other for other in namesakes[slug.casefold()] if other != shown]:
        raise DocumentError(f"shares the name “{slug}” with {_named(others, shown)}; rename one", path=shown)
    try:
        if (size := path.stat().st_size) > _LARGEST:
            raise DocumentError(
                f"has {size:,} bytes, and an article at most {_LARGEST:,}; is it an article?", path=shown
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}", path=shown) from error
    return reader.read(data, shown)


def _named(others: Sequence[str], shown: str) -> str:
    same = unicodedata.normalize("NFC", shown)
    return " and ".join(
        "a file whose name looks the same (one has its accents as characters of their own)"
        if unicodedata.normalize("NFC", other) == same
        else other
        for other in others
    )

"""Find a project's articles and read them."""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate import plugins
from translate.core.document import Document
from translate.documents.interface import DocumentFormat
from translate.documents.slugs import slug_of
from translate.errors import DocumentError, NewsdeskError
from translate.settings import Settings


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
            found.update(dict.fromkeys(_inside(path, formats)))
        elif not path.exists():
            troubles.append(DocumentError("there is no such file or folder", path=shown))
        elif path.suffix.lower() not in formats:
            endings = ", ".join(sorted(formats))
            troubles.append(DocumentError(f"is no article that newsdesk can read; it reads {endings}", path=shown))
        else:
            found[path] = None
    return list(found), troubles


def _formats() -> dict[str, DocumentFormat]:
    """The installed formats by the file name endings that are theirs."""
    formats = [plugins.load_format(name) for name in plugins.format_names()]
    return {
        suffix: found for suffix in {s for f in formats for s in f.suffixes} if (found := plugins.format_for(suffix))
    }


def _inside(folder: Path, formats: Mapping[str, DocumentFormat]) -> Iterable[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and path.suffix.lower() in formats:
            yield path


def shown_path(settings: Settings, path: Path) -> str:
    """A path as the newsroom knows it: relative to the project, with ``/`` between folders."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  Without following links: one inside the project is its own.
    if absolute.is_relative_to(settings.root):
        return absolute.relative_to(settings.root).as_posix()
    resolved = absolute.resolve()
    return resolved.relative_to(settings.root).as_posix() if resolved.is_relative_to(settings.root) else str(resolved)


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
        raise DocumentError(f"shares the name “{slug}” with {' and '.join(others)}; rename one", path=shown)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}", path=shown) from error
    return reader.read(data, shown)

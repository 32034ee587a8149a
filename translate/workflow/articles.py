"""A project's articles, found and read in every format that is installed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate import plugins
from translate.core.article import Document
from translate.documents import finding, reading
from translate.documents.reading import Reader
from translate.errors import DocumentError, NewsdeskError
from translate.settings import Settings


def find(settings: Settings, paths: Sequence[Path] = ()) -> tuple[list[Path], list[NewsdeskError]]:
    """List article files: those that are asked for, or all that the project has; see `documents.finding.find`."""
    return finding.find(finding.Places(settings.root, settings.articles, endings()), paths)


def endings() -> tuple[str, ...]:
    """The file name endings of articles, with the dot, in small letters."""
    return tuple(sorted(plugins.formats_by_ending()))


def reader(settings: Settings, paths: Sequence[Path]) -> Reader:
    """Get ready to read articles. The project's own articles count as namesakes, also where others are asked for."""
    return reading.reader(settings.root, plugins.formats_by_ending(), (*paths, *find(settings)[0]))


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

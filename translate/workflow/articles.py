"""A project's articles, found and read in every format that is installed."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from translate import plugins
from translate.core.article import Document
from translate.documents import finding, reading
from translate.documents.reading import Reader
from translate.documents.slugs import slug_of
from translate.errors import DocumentError, NewsdeskError
from translate.settings import Settings
from translate.workflow.places import shown_path


def find(settings: Settings, paths: Sequence[Path] = ()) -> tuple[list[Path], list[NewsdeskError]]:
    """List article files: those that are asked for, or all that the project has; see `documents.finding.find`."""
    return finding.find(finding.Places(settings.root, settings.articles, endings()), paths)


def named(settings: Settings, listed: Sequence[Path] | None = None) -> dict[str, Path]:
    """The articles by the name of their catalogs.

    Args:
        settings: The project.
        listed: The articles; None for all that the project has.
    """
    found: dict[str, Path] = {}
    for path in find(settings)[0] if listed is None else listed:
        with contextlib.suppress(DocumentError):  # Reading the article will tell what is wrong with its name.
            found[slug_of(shown_path(settings, path))] = path
    return found


def newest_first(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Articles in the order to take them: what was written last is wanted first."""
    return tuple(sorted(paths, key=_age))


def _age(path: Path) -> tuple[int, str]:
    try:
        return -path.stat().st_mtime_ns, str(path)
    except OSError:
        return 0, str(path)


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

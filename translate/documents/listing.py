"""List a project's articles: those of a file that has several stand in its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.documents import finding
from translate.documents.finding import Places
from translate.documents.reading import Reader
from translate.errors import DocumentError, NewsdeskError


def articles_in(places: Places, reader: Reader, paths: Sequence[Path] = ()) -> tuple[list[Path], list[NewsdeskError]]:
    """List articles: those that are asked for, or all that the project has.

    Args:
        places: Where the project keeps them.
        reader: Reads them.
        paths: Files, folders, and articles of files that have several; none for the project's own folders.

    Returns:
        As `finding.find`. A file of several articles that cannot be read is told, and has none.
    """
    asked = {path: reader.file_of(path) for path in paths}
    files, troubles = finding.find(places, list(dict.fromkeys(asked.values())))
    single = {path.absolute() for path, file in asked.items() if path != file}
    whole = {path.absolute() for path, file in asked.items() if path == file}
    found: list[Path] = []
    for path in files:
        try:
            every = reader.collection(path)
        except DocumentError as error:
            troubles.append(error)
            continue
        if every is None:
            found.append(path)
            continue
        inside = [path / article.slug for article in every.articles]
        named = [one for one in inside if one.absolute() in single]
        found += inside if path.absolute() in whole or not named else named
    return found, troubles

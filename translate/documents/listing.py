"""List a project's articles: those of a file that has several stand in its place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from translate.documents import finding
from translate.documents.finding import Places
from translate.documents.paths import shown_path
from translate.documents.reading import ABSENT, Reader
from translate.errors import DocumentError, NewsdeskError


def articles_in(places: Places, reader: Reader, paths: Sequence[Path] = ()) -> tuple[list[Path], list[NewsdeskError]]:
    """List articles: those that are asked for, or all that the project has.

    Args:
        places: Where the project keeps them.
        reader: Reads them.
        paths: Files, folders, and articles of files that have several; none for the project's own folders.

    Returns:
        As `finding.find`. A file of several articles that cannot be read is told, and has none; so is an article that
        is asked for and is not in its file.
    """
    asked = {path: reader.file_of(path) for path in paths}
    files, troubles = finding.find(places, list(dict.fromkeys(asked.values())))
    homes: dict[Path, list[Path]] = {}
    for path, file in asked.items():
        if path != file:
            homes.setdefault(file, []).append(path)
    single = {path.absolute() for inside in homes.values() for path in inside}
    whole = {path.absolute() for path, file in asked.items() if path == file}
    found: list[Path] = []
    collects = cache(reader.collects)  # Asked of every article, and most are of one kind.
    for path in files:
        if not collects(path.suffix.lower()):
            found.append(path)
            continue
        try:
            every = reader.collection(path)
        except DocumentError as error:
            troubles.append(error)
            continue
        if every is None:
            found.append(path)
            continue
        inside = [path / article.slug for article in every.articles]
        is_whole = path.absolute() in whole or path not in homes
        found += inside if is_whole else [one for one in inside if one.absolute() in single]
        there = {one.absolute() for one in inside}
        absent = (one for one in homes.get(path, ()) if one.absolute() not in there)
        troubles += (DocumentError(ABSENT, path=shown_path(places.root, one)) for one in absent)
    return found, troubles

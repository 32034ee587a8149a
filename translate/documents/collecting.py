"""Files of several articles: each article has a path of its own, below that of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from translate.core.article import Collection
from translate.documents.interface import CollectionFormat, Format

_FILES = 32
"""So many are kept as they were read: each of their articles is asked for, one after the other."""


def file_of(path: Path, formats: Mapping[str, Sequence[Format]]) -> Path:
    """The file that an article lies in: its own, or one of several articles.

    Args:
        path: The article.
        formats: The formats by the file name endings that are theirs.
    """
    home = path.parent
    forms = formats.get(home.suffix.lower(), ())
    return home if any(isinstance(form, CollectionFormat) for form in forms) and home.is_file() else path


def collected(form: CollectionFormat, data: bytes, path: str) -> Collection:
    """All articles of a file, as they are read the first time that this is asked.

    Args:
        form: Its format.
        data: The whole file.
        path: The file as the newsroom knows it.

    Raises:
        DocumentError: It cannot be read.
    """
    return _collected(type(form), form.name, data, path)


@lru_cache(maxsize=_FILES)
def _collected(kind: type[CollectionFormat], name: str, data: bytes, path: str) -> Collection:
    found = kind().read(data, path)
    articles = tuple(replace(article, format=name) for article in found.articles)
    return replace(found, articles=articles, format=name)

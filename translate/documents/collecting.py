"""Files of several articles: each article has a path of its own, below that of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from translate.core.article import Collection, Document
from translate.documents.interface import CollectionFormat, Format
from translate.values import dataclass

MOST = 32_000_000
"""Bytes of files that are kept as they were read: a run asks for all of them several times."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A file of several articles, as it was read."""

    collection: Collection
    articles: Mapping[str, Document]
    """The same articles by their paths."""


@dataclass(slots=True)
class _Kept:
    """A file, and what a format made of it."""

    form: CollectionFormat
    found: Collected


_kept: dict[tuple[type[Format], bytes, str], _Kept] = {}
"""By kind of format, bytes and path; what was asked for last stands last."""


def file_of(path: Path, formats: Mapping[str, Sequence[Format]]) -> Path:
    """The file that an article lies in: its own, or one of several articles.

    Args:
        path: The article.
        formats: The formats by the file name endings that are theirs.
    """
    home = path.parent
    forms = formats.get(home.suffix.lower(), ())
    return home if any(isinstance(form, CollectionFormat) for form in forms) and home.is_file() else path


def collected(form: CollectionFormat, data: bytes, path: str) -> Collected:
    """All articles of a file, as they are read the first time that this is asked.

    Args:
        form: Its format.
        data: The whole file.
        path: The file as the newsroom knows it.

    Raises:
        DocumentError: It cannot be read.
    """
    key = (type(form), data, path)
    kept = _kept.pop(key, None)
    if kept is None or _options(kept.form) != _options(form):
        kept = _Kept(form, _read(form, data, path))
    _kept[key] = kept
    size = sum(len(each) for _, each, _ in _kept)
    for oldest in list(_kept)[:-1]:
        if size <= MOST:
            break
        size -= len(oldest[1])
        del _kept[oldest]
    return kept.found


def _options(form: CollectionFormat) -> object:
    """What a format was made with, as far as it shows."""
    return getattr(form, "__dict__", form)


def _read(form: CollectionFormat, data: bytes, path: str) -> Collected:
    found = form.read(data, path)
    articles = [replace(article, format=form.name) for article in found.articles]
    if articles:
        # What there is to know of the file is told with the first of its articles.
        articles[0] = replace(articles[0], notes=(*found.notes, *articles[0].notes))
    by_path = {article.path: article for article in articles}
    return Collected(replace(found, articles=tuple(articles), format=form.name), by_path)

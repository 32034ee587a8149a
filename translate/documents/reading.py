"""Read a project's articles, each with a catalog that is its own."""

from __future__ import annotations

import contextlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.core.article import Document
from translate.documents.interface import DocumentFormat
from translate.documents.paths import shown_path
from translate.documents.slugs import slug_of
from translate.errors import DocumentError

_LARGEST = 100_000_000
"""Bytes of an article at most; a format may allow fewer. Nothing larger is read into memory."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a project's articles, one at a time; see `reader`."""

    root: Path
    """The project's folder, resolved."""
    formats: Mapping[str, DocumentFormat]
    """The formats by the file name endings that are theirs."""
    namesakes: Mapping[str, Sequence[str]]
    """The articles that share a catalog, by its name in small letters."""

    def read(self, path: Path) -> Document:
        """Read an article.

        Raises:
            DocumentError: It cannot be read, lies outside the project, or would share its catalog with another one:
                whichever came first, the other's text would be taken for gone.
        """
        shown = shown_path(self.root, path)
        if Path(shown).is_absolute():
            raise DocumentError(f"lies outside the project {self.root}; move it into one of its folders", path=shown)
        slug = slug_of(shown)
        if others := [other for other in self.namesakes[slug.casefold()] if other != shown]:
            raise DocumentError(f"shares the name “{slug}” with {_named(others, shown)}; rename one", path=shown)
        return self.formats[path.suffix.lower()].read(_bytes(path, shown), shown)


def reader(root: Path, formats: Mapping[str, DocumentFormat], paths: Iterable[Path]) -> Reader:
    """Get ready to read articles.

    Args:
        root: The project's folder, resolved.
        formats: The formats by the file name endings that are theirs.
        paths: All articles that might share a catalog with one that is read, and those that are read.
    """
    namesakes: defaultdict[str, list[str]] = defaultdict(list)
    for shown in dict.fromkeys(shown_path(root, path) for path in paths):
        with contextlib.suppress(DocumentError):
            namesakes[slug_of(shown).casefold()].append(shown)
    return Reader(root, formats, namesakes)


def _bytes(path: Path, shown: str) -> bytes:
    try:
        if (size := path.stat().st_size) > _LARGEST:
            raise DocumentError(
                f"has {size:,} bytes, and an article at most {_LARGEST:,}; is it an article?", path=shown
            )
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"cannot be read: {error.strerror}", path=shown) from error


def _named(others: Sequence[str], shown: str) -> str:
    same = unicodedata.normalize("NFC", shown)
    return " and ".join(
        "a file whose name looks the same (one has its accents as characters of their own)"
        if unicodedata.normalize("NFC", other) == same
        else other
        for other in others
    )

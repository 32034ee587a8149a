"""A family of formats, and where files of it come from."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.roundtrip import families
from tools.roundtrip.fetching import Source
from translate.core.article import Collection, Document
from translate.documents.interface import CollectionFormat, DocumentFormat

Form = DocumentFormat | CollectionFormat
Read = Document | Collection


@dataclass(frozen=True, slots=True)
class Family:
    """Formats that are tried on the same kind of files."""

    name: str
    forms: Callable[[], Sequence[Form]]
    """The formats; the first that has a file's ending and recognises it reads it."""
    sources: Sequence[Source]
    endings: tuple[str, ...]
    """Of the files that are tried, in small letters."""
    second: Callable[[Read, bytes], str] | None = None
    """What another program says against what was read: empty where it agrees."""
    sample: Source | None = None
    """The one of them that the tests fetch where none is here; small."""
    make: Callable[[Path], None] | None = None
    """Makes more files in a folder, with another program; none where there is nothing to make."""

    def form_for(self, path: Path, data: bytes) -> Form | None:
        """The format that reads a file; None where none does."""
        ending = path.suffix.lower()
        return next((form for form in self.forms() if ending in form.suffixes and form.recognises(data)), None)


def all_families() -> Iterator[Family]:
    """The families that there are, by name."""
    for found in sorted(pkgutil.iter_modules(families.__path__), key=lambda module: module.name):
        family: Family = importlib.import_module(f"{families.__name__}.{found.name}").FAMILY
        yield family

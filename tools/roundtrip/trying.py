"""Read a file and write it back with its own texts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.roundtrip.family import Family
from translate.core.article import Collection
from translate.documents.interface import CollectionFormat
from translate.errors import DocumentError

SEED = 18


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file."""

    path: Path
    word: str
    """``identical``, ``refused`` or ``WRONG``."""
    reason: str = ""
    """Why it was refused."""
    segments: int = 0
    against: str = ""
    """What another program says against it."""


def chosen(family: Family, most: int) -> list[list[Path]]:
    """Files of each of a family's packages, at most so many of one; the same ones each time."""
    return [drawn(source.files(family.endings), most) for source in family.sources]


def drawn(files: Sequence[Path], most: int) -> list[Path]:
    """At most so many of some files, in order; the same ones each time."""
    return sorted(random.Random(SEED).sample(files, min(most, len(files))))  # noqa: S311  It is no secret.


def attempt(family: Family, path: Path) -> Outcome | None:
    """Try a file; None where no format of the family takes it for its own."""
    data = path.read_bytes()
    if (form := family.form_for(path, data)) is None:
        return None
    shown = f"articles/{re.sub(r'[^A-Za-z0-9._-]', '-', path.name)}"
    try:
        read = form.read(data, shown)
    except DocumentError as error:
        return Outcome(path, "refused", error.message)
    if isinstance(read, Collection):
        assert isinstance(form, CollectionFormat)  # noqa: S101  For the types.
        texts = [[segment.text for segment in article.segments] for article in read.articles]
        count, written = sum(map(len, texts)), form.write(read, texts)
    else:
        own = [segment.text for segment in read.segments]
        count, written = len(own), form.write(read, own)
    against = family.second(read, data) if family.second else ""
    return Outcome(path, "identical" if written == data else "WRONG", segments=count, against=against)


def attempts(family: Family, paths: Iterable[Path]) -> list[Outcome]:
    """Try several."""
    return [outcome for path in paths if (outcome := attempt(family, path))]

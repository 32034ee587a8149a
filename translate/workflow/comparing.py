"""Compare articles with their PO files, as soon as those are read for anything: what would a run change?"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from translate.core.article import Document
from translate.core.entries import merging
from translate.core.entries.noticing import Noticed
from translate.core.entries.template import template
from translate.core.results.change_guard import Change, change_of
from translate.documents.reading import Reader
from translate.errors import NewsdeskError
from translate.values import dataclass
from translate.workflow.shelves import folder_of


def compare(document: Document, locale: str, noticed: Noticed) -> Change:
    """What a run would change in a PO file, whose article was read."""
    messages = template(document)
    heir = merging.inherit(noticed.catalog, messages)
    return change_of(document.path, locale, noticed, messages, heir)


@dataclass(frozen=True, slots=True)
class Comparing:
    """Is shown the PO files that the memory has to read, so that the survey need not read them again."""

    reader: Reader
    """Reads the articles."""
    articles: Mapping[str, Path]
    """The articles by the name of their catalogs."""
    folders: Mapping[Path, str]
    """The locales by the folder of their catalogs."""
    found: dict[Path, Change | None] = field(default_factory=dict)
    """What a run would change in a PO file; None where it or its article cannot be read."""

    def see(self, path: Path, noticed: Noticed | None) -> None:
        """Compare a PO file with its article.

        Args:
            path: The file.
            noticed: What was noticed in it; None where it cannot be read.
        """
        article, locale = self.articles.get(path.stem), self.folders.get(folder_of(path))
        if article and locale:
            self.found[path] = None
            if noticed is not None:
                with contextlib.suppress(NewsdeskError):  # The run itself will tell what is wrong with the article.
                    self.found[path] = compare(self.reader.read(article), locale, noticed)

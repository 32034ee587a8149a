"""Whose the files of a name are: those of the article that they refer to."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from translate import patterns
from translate.catalogs.loading import PO_FILE, load
from translate.core.entries.template import Key, in_reference
from translate.documents.namesakes import may_have
from translate.errors import NewsdeskError
from translate.files import reading
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.places import catalogs_folder, former_locales, shown_path, templates_folder
from translate.workflow.shelves import counts, file_in, name_of, names_in

# No path is longer, and what a stranger wrote there shall cost nothing.
_REFERENCE = patterns.compile(rb"^#:[ \t]*+(\S{1,4096}?)(?::[0-9]{1,9})?(?=\s|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Files:
    """The POT and PO files of a project."""

    settings: Settings
    folders: Sequence[tuple[Path, str]]
    """Where they lie, and how their names end; the POT files first, which nobody edits."""

    @property
    def names(self) -> frozenset[str]:
        """The names of catalogs that have files."""
        found: set[str] = set()
        for folder, ending in self.folders:  # One after the other: of all together there may be millions.
            found.update(_called(names_in(folder), ending))
        return frozenset(found)

    def owners(self, names: Iterable[str], articles: Iterable[str]) -> dict[str, str]:
        """The articles to which the files of some names belong, as far as they say so.

        Args:
            names: Names that have files.
            articles: The articles that may be meant; others are named, too, and need not be there.
        """
        written = {in_reference(article): article for article in articles}
        found = {name: article for name in names if (article := self._article(name))}
        owners = {name: written.get(article, article.replace("%20", " ")) for name, article in found.items()}
        # Somebody may have copied a file for another article.
        return {name: article for name, article in owners.items() if may_have(article, name)}

    def messages(self, name: str) -> Collection[Key]:
        """What the files of a name have of their article."""
        for path in self._paths(name):
            with contextlib.suppress(NewsdeskError):
                if read := load(path, shown_path(self.settings, path), home=self.settings.root):
                    return {entry.key for entry in read.catalog.entries if not entry.obsolete}
        return ()

    def _article(self, name: str) -> str | None:
        for path in self._paths(name):
            with contextlib.suppress(NewsdeskError):
                shown = shown_path(self.settings, path)
                data = reading.read(path, PO_FILE, shown, home=self.settings.root) or b""
                if found := _REFERENCE.search(data):
                    return found[1].decode("utf-8", "replace")
        return None

    def _paths(self, name: str) -> Iterable[Path]:
        named = ((folder, name_of(folder, f"{name}{ending}")) for folder, ending in self.folders)
        return (folder / file for folder, file in named if file)


def files(settings: Settings) -> Files:
    """The files of a project, those of locales that have another name now among them."""
    catalogs = [catalogs_folder(settings, code) for code in (*settings.locales, *former_locales(settings))]
    return Files(settings, ((templates_folder(settings), ".pot"), *((folder, ".po") for folder in catalogs)))


def _called(names: Collection[str], ending: str) -> Iterator[str]:
    """The names of the catalogs whose files with an ending count."""
    for name in names:
        if name.endswith(ending) and counts(name, names):
            yield file_in(name).removesuffix(ending)

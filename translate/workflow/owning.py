"""Whose the files of a name are: those of the article that they refer to."""

from __future__ import annotations

import contextlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.catalogs.loading import PO_FILE, load
from translate.core.entries.template import Key, in_reference
from translate.documents.namesakes import may_have
from translate.documents.paths import names_in
from translate.errors import NewsdeskError
from translate.files import reading
from translate.settings import Settings
from translate.workflow.places import catalog_path, former_locales, shown_path, template_path

# No path is longer, and what a stranger wrote there shall cost nothing.
_REFERENCE = re.compile(rb"^#:[ \t]*+(\S{1,4096}?)(?::[0-9]{1,9})?(?=\s|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Files:
    """The POT and PO files of a project."""

    settings: Settings
    there: Mapping[str, Sequence[tuple[Path, str]]]
    """Their folders and file names, by the names of catalogs; of each the POT file first, which nobody edits."""

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
        return (folder / file for folder, file in self.there[name])


def files(settings: Settings) -> Files:
    """List the files of a project, those of locales that have another name now among them."""
    there: defaultdict[str, list[tuple[Path, str]]] = defaultdict(list)
    templates = template_path(settings, "").parent
    catalogs = [catalog_path(settings, code, "").parent for code in (*settings.locales, *former_locales(settings))]
    for folder, ending in ((templates, ".pot"), *((folder, ".po") for folder in catalogs)):
        for name in names_in(folder):
            if name.endswith(ending):
                there[name.removesuffix(ending)].append((folder, name))
    return Files(settings, there)

"""Tell which catalogs are whose: articles that share a name have catalogs of their own, and keep them."""

from __future__ import annotations

import contextlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from translate import plugins
from translate.catalogs.loading import PO_FILE, load
from translate.core.entries.kinship import homes
from translate.core.entries.template import Key, in_reference, template
from translate.documents.namesakes import allot, doubtful, may_have
from translate.documents.paths import names_in
from translate.documents.reading import reader
from translate.documents.slugs import choices, slug_of, spelling
from translate.errors import NewsdeskError
from translate.files import reading
from translate.ledger.pages import FILE, About, Ledger
from translate.settings import Settings
from translate.workflow.places import catalog_path, former_locales, shown_path, template_path

_REFERENCE = re.compile(rb"^#:[ \t]*(\S+?)(?::[0-9]+)?(?=\s|\Z)", re.MULTILINE)


def names(
    settings: Settings, paths: Iterable[Path], *, renamed: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """The names that the catalogs of a project's articles have.

    Whose files a name has stands in them: the article that they refer to. They are asked where articles share a name,
    and of articles that the ledger does not know from the last run.

    Args:
        settings: The project.
        paths: All its articles, and what is asked for besides.
        renamed: The names of articles that have others by now, with those.

    Returns:
        The names by the articles as the newsroom knows them; without those whose files give none.
    """
    articles = {shown_path(settings, path): path for path in paths}
    files = _files(settings)
    with Ledger(settings.root / FILE) as ledger:
        known = {article for article, _ in ledger.contents(About.ARTICLE)}
    claims = _claims(files, doubtful(articles, files.there, known), articles)
    claims = {name: renamed.get(owner, owner) for name, owner in claims.items()}
    there = {spelling(article) for article in articles}
    if left := {name for name, owner in claims.items() if spelling(owner) not in there}:
        claims |= _inherited(files, left, {a: p for a, p in articles.items() if a not in claims.values()})
    return allot(articles, claims)


def former(settings: Settings, article: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The names that the catalogs of an article may have that is not there any more, the likest first.

    Args:
        settings: The project.
        article: The article as the newsroom knew it.
        names: The names of the articles that are there.

    Raises:
        DocumentError: Its file gives no name.
    """
    files, taken = _files(settings), {name.casefold() for name in names.values()}
    possible = [name for name in choices(article) if name.casefold() not in taken]
    claims = _claims(files, [name for name in possible if name in files.there], [article])
    own = [name for name in possible if claims.get(name) == article]
    return (*own, *(name for name in possible if name not in claims))


@dataclass(frozen=True, slots=True)
class _Files:
    """The POT and PO files of a project."""

    settings: Settings
    there: Mapping[str, Sequence[tuple[Path, str]]]
    """Their folders and file names, by the names of catalogs; of each the POT file first, which nobody edits."""

    def article(self, name: str) -> str | None:
        """The article that the files refer to; None where they refer to none."""
        for path in self._paths(name):
            with contextlib.suppress(NewsdeskError):
                data = reading.read(path, PO_FILE, shown_path(self.settings, path)) or b""
                if found := _REFERENCE.search(data):
                    return found[1].decode("utf-8", "replace")
        return None

    def messages(self, name: str) -> Collection[Key]:
        """What they have of their article."""
        for path in self._paths(name):
            with contextlib.suppress(NewsdeskError):
                if read := load(path, shown_path(self.settings, path)):
                    return {entry.key for entry in read.catalog.entries if not entry.obsolete}
        return ()

    def _paths(self, name: str) -> Iterable[Path]:
        return (folder / file for folder, file in self.there[name])


def _files(settings: Settings) -> _Files:
    there: defaultdict[str, list[tuple[Path, str]]] = defaultdict(list)
    pattern = template_path(settings, "")
    folders = [pattern.parent, *(catalog_path(settings, code, "").parent for code in _codes(settings))]
    for folder in folders:
        ending = ".pot" if folder == pattern.parent else ".po"
        for name in names_in(folder):
            if name.endswith(ending):
                there[name.removesuffix(ending)].append((folder, name))
    return _Files(settings, there)


def _codes(settings: Settings) -> Iterable[str]:
    return (*settings.locales, *former_locales(settings))


def _claims(files: _Files, names: Iterable[str], articles: Iterable[str]) -> dict[str, str]:
    """The articles that the files of some names refer to."""
    written = {in_reference(article): article for article in articles}
    found = {name: article for name in names if (article := files.article(name))}
    owners = {name: written.get(article, article.replace("%20", " ")) for name, article in found.items()}
    return {name: article for name, article in owners.items() if may_have(article, name)}


def _inherited(files: _Files, names: Collection[str], articles: Mapping[str, Path]) -> dict[str, str]:
    """The articles that were moved to another folder: the catalogs of their names have most of their paragraphs.

    Args:
        files: The project's.
        names: The names of catalogs whose articles are not there.
        articles: The articles that have none.
    """
    read = reader(files.settings.root, plugins.formats_by_ending(), {}).read
    heirs: defaultdict[str, dict[str, Collection[Key]]] = defaultdict(dict)
    folded = {name.casefold() for name in names}
    for article, path in articles.items():
        with contextlib.suppress(NewsdeskError):  # The run itself will tell what is wrong with it.
            if (slug := slug_of(article).casefold()) in folded:
                heirs[slug][article] = {entry.key for entry in template(read(path))}
    found = {}
    for name in names:
        fits = homes({name: files.messages(name)}, heirs[name.casefold()])
        if heir := fits.sure.get(name) or next(iter(fits.possible.get(name, ())), None):
            found[name] = heir
    return found

"""Tell the PO files that are work from what lies about: copies that programs made, and files without an article."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from translate.core.text.filenames import copied
from translate.documents import finding, paths
from translate.documents.paths import printable
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles
from translate.workflow.places import catalog_path, catalog_paths, catalogs_folder, former_locales, shown_path
from translate.workflow.shelves import counts, file_in, names_in, shelves


@dataclass(frozen=True, slots=True)
class Stray:
    """A file that is no work of anybody's, and feeds nothing."""

    folder: Path
    name: str
    shown: str
    """The file as the newsroom knows it."""
    locale: str | None = None
    """None for what lies among the articles, or in the folder of a locale that has another name now."""
    original: str | None = None
    """The name of the file that it is a copy of; None for a PO file that has no article."""
    homes: tuple[str, ...] = ()
    """The articles to which it may belong, the likest first."""
    own: str | None = None
    """The PO file of its article, where this one lies besides in another folder."""
    has_namesake: bool = False
    """Whether there is an article whose file is called so, with catalogs of its own."""

    @property
    def path(self) -> Path:
        """Where it is; there may be thousands of them, and few that anybody looks at."""
        return self.folder / self.name

    @property
    def told(self) -> str:
        """What it is, and what to do."""
        if self.original:
            original = printable(self.original)
            return f"{self.shown}: a copy that a program made of {original}; bring the two together, and delete it"
        if self.own:
            told = f"is no work: the PO file of its article is {self.own}"
            return f"{self.shown}: {told}; bring the two together there, and delete this one"
        home = PurePosixPath(self.homes[0]) if self.homes else None
        if self.locale is None:
            told = f"{self.shown}: is in a locale that has another name now, and is no work"
            return f"{told}; “newsdesk articles mv {self.shown} {home}” brings it there"
        former = home.with_name(self.path.stem + home.suffix) if home else "OLD"
        former = self.shown if home and self.has_namesake else former
        command = f"newsdesk articles mv {former} {home or 'NEW'}"
        return f"{self.shown}: has no article, and is no work; “{command}” where that was renamed"


def work_in(settings: Settings, locale: str, named: Mapping[str, Path]) -> list[Path]:
    """The PO files of a locale that are work, by name.

    Args:
        settings: The project.
        locale: The locale.
        named: The articles by the name of their catalogs. While a folder of articles is not there, or none has an
            article, nobody can tell which PO files have one: then all are work.
    """
    folder = catalogs_folder(settings, locale)
    return [folder / name for name in work_among(settings, names_in(folder), named)]


def work_among(settings: Settings, names: Collection[str], named: Mapping[str, Path]) -> list[str]:
    """The same by their names, of all that is in the locale's folder and in its sub-folders."""
    found = [name for name in names if name.endswith(".po") and counts(name, names)]
    if is_known(settings, named):
        return sorted((name for name in found if file_in(name).removesuffix(".po") in named), key=file_in)
    files = {file_in(name) for name in found}
    return sorted((name for name in found if not copied(file_in(name), files, numbered=True)), key=file_in)


def is_known(settings: Settings, named: Mapping[str, Path]) -> bool:
    """Whether the articles are there at all; else a disk may be missing."""
    return bool(named) and all((settings.root / folder).is_dir() for folder in settings.articles)


def strays(settings: Settings, named: Mapping[str, Path]) -> tuple[Stray, ...]:
    """Everything that lies about in the project, among its PO files and its articles.

    Args:
        settings: The project.
        named: The articles by the name of their catalogs.
    """
    catalogs = (*_among_catalogs(settings, named), *_besides(settings, named))
    return (*_among_articles(settings), *catalogs, *_in_former_locales(settings, named))


def _among_articles(settings: Settings) -> Iterator[Stray]:
    for path, original in finding.copies(finding.Places(settings.root, settings.articles, articles.endings())):
        yield Stray(path.parent, path.name, shown_path(settings, path), original=original)


def _among_catalogs(settings: Settings, named: Mapping[str, Path]) -> Iterator[Stray]:
    known = is_known(settings, named)
    for locale, folder in _folders(settings):
        names, shown = paths.names_in(folder), shown_path(settings, folder)
        others = sorted(name for name in names if not (name.endswith(".po") and name.removesuffix(".po") in named))
        if not others:  # As in most, and there may be very many articles.
            continue
        files, every = {path.stem for path in named.values()}, names.union(f"{slug}.po" for slug in named)
        for name in others:
            stem, ending = os.path.splitext(name)  # noqa: PTH122
            # It is a copy, too, where the file that it is a copy of is gone.
            original = copied(name, every, numbered=True)
            # What is hidden a program has open just now.
            if not name.startswith(".") and (known if ending == ".po" else (original or "").endswith(".po")):
                yield Stray(folder, name, f"{shown}/{printable(name)}", locale, original, has_namesake=stem in files)


def _folders(settings: Settings) -> Iterator[tuple[str, Path]]:
    """The folders of PO files that there may be, and the sub-folders that there are, each with its locale."""
    for locale in settings.locales:
        folder = catalogs_folder(settings, locale)
        yield from ((locale, place) for place in (folder, *shelves(folder)))


def _besides(settings: Settings, named: Mapping[str, Path]) -> Iterator[Stray]:
    """The PO files in sub-folders whose articles have others; none while nobody can tell what is an article's."""
    for locale in settings.locales if is_known(settings, named) else ():
        folder = catalogs_folder(settings, locale)
        names, shown = names_in(folder), shown_path(settings, folder)
        shelved = (name for name in names if "/" in name and name.endswith(".po"))
        for name in sorted(name for name in shelved if not counts(name, names)):
            if (slug := file_in(name).removesuffix(".po")) in named:
                path, own = folder / name, shown_path(settings, catalog_path(settings, locale, slug))
                yield Stray(path.parent, path.name, f"{shown}/{printable(name)}", locale, own=own)


def _in_former_locales(settings: Settings, named: Mapping[str, Path]) -> Iterator[Stray]:
    """The PO files of articles in the folder of a locale that the project has under another name now."""
    for path in (path for locale in former_locales(settings) for path in catalog_paths(settings, locale)):
        if article := named.get(path.stem):
            home = shown_path(settings, article)
            yield Stray(path.parent, path.name, shown_path(settings, path), homes=(home,))

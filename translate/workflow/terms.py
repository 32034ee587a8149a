"""The glossaries of a project, each with the titles of the project's lists that it does not know."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from translate.catalogs.loading import load
from translate.core.entries.template import is_title
from translate.core.terms.glossary import Glossary, Origin
from translate.core.terms.titles import Listed, with_undecided
from translate.documents.slugs import slug_of
from translate.errors import CatalogError, GlossaryError, LanguageError, NewsdeskError
from translate.languages.loading import load_pair
from translate.settings import Settings
from translate.termbases import folder
from translate.termbases.folder import Files, LoadedGlossary
from translate.termbases.keeping import Keeping
from translate.workflow import applied
from translate.workflow.lists import Lists
from translate.workflow.places import catalog_path, glossaries_folder, shown_path

Source = Callable[[str], Files]
"""Gives the glossary files of a locale."""


class Glossaries:
    """The glossaries of a project, each of which is read once."""

    def __init__(self, settings: Settings, *, writes: bool = True, source: Source | None = None) -> None:
        """Take a project.

        Args:
            settings: The project.
            writes: Whether they are kept for the next run as they were read.
            source: Gives the files of a locale; None for those that the project drafts with (`applied.files`). What
                others come to is not kept.
        """
        self._settings = settings
        self._source = source or partial(applied.files, settings)
        self._writes = writes and source is None
        self._keeping = Keeping(glossaries_folder(settings), home=settings.root, writes=self._writes)
        self._loaded: dict[str, LoadedGlossary] = {}
        self._unkept: dict[str, Files] = {}
        """The files of the locales whose drafts were last made with others."""

    def load(self, locale: str) -> LoadedGlossary:
        """The glossary of a locale; see `termbases.folder.load`.

        Raises:
            GlossaryError: A file as a whole cannot be used.
        """
        if locale not in self._loaded:
            files = self._source(locale)
            self._loaded[locale] = folder.loaded(files, locale, keeping=self._keeping)
            if self._writes and not applied.is_kept(self._settings, locale, files):
                self._unkept[locale] = files
        return self._loaded[locale]

    def keep_as_applied(self, locale: str) -> None:
        """Have the project know that the drafts of a locale are made with its glossary, as it was read."""
        files = self._unkept.pop(locale, None)
        if files is not None:
            applied.keep(self._settings, locale, files)

    def ready(self, locales: Iterable[str], tell: Callable[[NewsdeskError], object]) -> Iterator[tuple[str, Glossary]]:
        """The glossary of one locale after the other, where its language can be worked on at all.

        Args:
            locales: The locales.
            tell: Told of each row that is left out, and of each glossary, or file of a language, that cannot be used:
                then its locale is left out as a whole.

        Yields:
            A locale with its glossary, and with the titles of the project's lists that it does not know.
        """
        listed = Lists(self._settings).titles(tell)
        for locale in locales:
            try:
                source, _ = load_pair(self._settings.source, locale)
                loaded = self.load(locale)
            except (GlossaryError, LanguageError) as error:
                tell(error)
                continue
            for row in loaded.errors:
                tell(row)
            yield locale, with_undecided(loaded.glossary, (*listed, *_remembered(self._settings, locale)), source)


def _remembered(settings: Settings, locale: str) -> Iterator[Listed]:
    """The titles that a locale's catalog of titles has: one that is on no list any more stays a title.

    So nothing in articles changes where a list cannot be read, or its weeks are over.
    """
    path = catalog_path(settings, locale, slug_of(settings.shows))
    shown = shown_path(settings, path)
    if not path.is_file():
        return
    with contextlib.suppress(CatalogError):  # The run itself will tell what is wrong with it.
        if found := load(path, shown, home=settings.root):
            own = (entry for entry in found.catalog.entries if is_title(entry))
            yield from ((entry.msgid, Origin(shown, found.lines.get(entry.key, 0))) for entry in own)

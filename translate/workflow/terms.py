"""The glossaries of a project, each with the titles of the project's lists that it does not know."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator

from translate.catalogs.loading import load
from translate.core.entries.template import is_title
from translate.core.terms.glossary import Glossary, Origin
from translate.core.terms.titles import Listed, with_undecided
from translate.documents.slugs import slug_of
from translate.errors import CatalogError, GlossaryError, LanguageError, NewsdeskError
from translate.languages.loading import load_pair
from translate.settings import Settings
from translate.termbases import folder
from translate.termbases.folder import LoadedGlossary
from translate.termbases.keeping import Keeping
from translate.workflow.lists import Lists
from translate.workflow.places import catalog_path, glossaries_folder, shown_path


class Glossaries:
    """The glossaries of a project, each of which is read once."""

    def __init__(self, settings: Settings, *, writes: bool = True) -> None:
        """Take a project.

        Args:
            settings: The project.
            writes: Whether they are kept for the next run as they were read.
        """
        self._settings = settings
        self._keeping = Keeping(glossaries_folder(settings), home=settings.root, writes=writes)
        self._loaded: dict[str, LoadedGlossary] = {}

    def load(self, locale: str) -> LoadedGlossary:
        """The glossary of a locale; see `termbases.folder.load`.

        Raises:
            GlossaryError: A file as a whole cannot be used.
        """
        if locale not in self._loaded:
            home, shown = self._settings.root, self._settings.glossaries
            self._loaded[locale] = folder.load(home / shown, locale, home=home, shown=shown, keeping=self._keeping)
        return self._loaded[locale]

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

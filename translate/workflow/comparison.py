"""What another glossary makes of PO files, each beside what it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from translate.catalogs.loading import load
from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Catalog
from translate.core.entries.template import Key
from translate.core.results.checked import CheckedEntries, check_entries
from translate.core.results.trial import Affected, affected
from translate.core.terms.matching import Matcher
from translate.errors import NewsdeskError
from translate.languages.loading import load_pair
from translate.settings import Settings
from translate.workflow.article import draft_article
from translate.workflow.places import shown_path
from translate.workflow.scanning import Change, terms
from translate.workflow.steps import InParts
from translate.workflow.taking import Taken
from translate.workflow.tally import Tally
from translate.workflow.troubles import trouble_of
from translate.workflow.wanting import begin


class Comparison:
    """Compares what PO files were with what they become."""

    def __init__(self, settings: Settings, changes: Mapping[str, Change], catalogs: Mapping[str, Path]) -> None:
        """Take a project.

        Args:
            settings: The project.
            changes: The glossaries, by locale.
            catalogs: The PO files that are concerned, as the newsroom knows them.
        """
        self._settings = settings
        self._changes = changes
        self._left = dict(catalogs)
        self.affected: list[Affected] = []
        """The entries that become others, or of which something else is found."""
        self.failed: set[str] = set()
        """The locales in which something could not be drafted."""

    def turn(self, tally: Tally, taken: Taken, unit: InParts) -> None:
        """Draft what is concerned of one article, and compare; what fails in a locale is told, and the others go on."""
        article = taken.read()
        ready = tally.ready
        for desk in map(tally.relief.on_duty, ready.desks):
            try:
                begun = taken.begun.get(desk.locale) or begin(ready.run, article, desk)
                path = self._left.get(begun.work.shown)
                if path is None or begun.work.old is None:
                    continue
                drafted = draft_article(ready.run, article, desk, tally.relief, unit.announce, begun=begun)
            except Exception as error:  # noqa: BLE001  A bug that one article brings to light must not cost the others.
                tally.troubles.append(trouble_of(error, article.document.path))
                self.failed.add(desk.locale)
                continue
            if drafted.made.failure is not None:
                tally.troubles.append(trouble_of(drafted.made.failure, article.document.path))
                self.failed.add(desk.locale)
            if drafted.work.old is not None:
                self._compare(desk.locale, path, drafted.work.old.catalog, drafted.catalog, drafted.lines)
            if not ready.run.dry_run:
                tally.write([replace(drafted.finished, settles=False)])

    def rest(self, tell: Callable[[NewsdeskError], object]) -> None:
        """Compare what is found in the PO files in which nothing was drafted, as they have no article any more."""
        for shown, path in [*self._left.items()]:
            locale = next(locale for locale in self._changes if path.parent.parent.name == locale)
            try:
                file = load(path, shown, home=self._settings.root)
            except NewsdeskError as error:
                tell(error)
                continue
            if file is not None:
                self._compare(locale, path, file.catalog, file.catalog, file.lines)

    def _compare(self, locale: str, path: Path, before: Catalog, after: Catalog, lines: Mapping[Key, int]) -> None:
        change, shown = self._changes[locale], shown_path(self._settings, path)
        self._left.pop(shown, None)
        live = [entry for entry in before.entries if not entry.obsolete]
        self.affected += affected(
            (before, self._checked(before, locale, change.was)),
            (after, self._checked(after, locale, change.now)),
            terms=terms(change, live),
            lines=lines,
            path=shown,
            locale=locale,
        )

    def _checked(self, catalog: Catalog, locale: str, matcher: Matcher) -> CheckedEntries:
        return check_entries(cleared(catalog).entries, load_pair(self._settings.source, locale), matcher)

"""Find out how the glossary's rows are used in the PO files, and lint them by that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translate.core.entries.blanks import cleared
from translate.core.linting.counting import Use, Used
from translate.core.linting.findings import Finding
from translate.core.linting.linting import Linted
from translate.core.linting.usage import UsedRow, lint_order, lint_usage, turned_round
from translate.core.results.summary import Trouble
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.errors import NewsdeskError
from translate.settings import Settings
from translate.termbases.folder import stem_of, stems
from translate.workflow import catalogs
from translate.workflow.inspecting import read_catalog
from translate.workflow.steps import Announce, silently
from translate.workflow.terms import Glossaries
from translate.workflow.troubles import trouble_of

AT_ONCE = 1000
"""So many PO files are read where nobody has asked for it: they take a second or two."""


class Usage:
    """How a project's rows are used; the PO files are read when that is asked."""

    def __init__(self, settings: Settings, locales: Sequence[str] = ()) -> None:
        """List the PO files of a project.

        Args:
            settings: The project.
            locales: Only these; none for all of the project's.

        Raises:
            SettingsError: A locale is none.
        """
        self._settings = settings
        listed, unfit = catalogs.find(settings, (), locales)
        self._errors: list[NewsdeskError] = [*unfit]
        self._paths: dict[str, list[Path]] = {}
        for path, locale in listed:
            self._paths.setdefault(locale, []).append(path)

    @property
    def files(self) -> int:
        """How many PO files there are."""
        return sum(map(len, self._paths.values()))

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What could not be read so far."""
        return tuple(trouble_of(error, "") for error in dict.fromkeys(self._errors))

    def by_locale(self, locales: Iterable[str], announce: Announce = silently) -> Iterator[tuple[Glossary, Used]]:
        """Count how the rows of some locales are used.

        Args:
            locales: They; one without PO files has rows all the same.
            announce: Told of the files as they come.

        Yields:
            The glossary of a locale with its counts; one that cannot be used is told among the troubles.
        """
        for _, glossary in Glossaries(self._settings, writes=False).ready(locales, self._errors.append):
            yield glossary, self.of(glossary, announce)

    def of(self, glossary: Glossary, announce: Announce = silently) -> Used:
        """Count how the rows of a glossary are used in the PO files of its locale."""
        used, matcher = Used(), Matcher(glossary)
        paths = self._paths.get(glossary.locale, [])
        advance = announce(f"Looking through {glossary.locale}", len(paths)) if paths else silently("", 0)
        for path in paths:
            try:
                used.count(cleared(read_catalog(self._settings, path).catalog).entries, matcher)
            except NewsdeskError as error:
                self._errors.append(error)
            advance(1)
        return used


def with_use(
    settings: Settings, linted: Sequence[Linted], wanted: bool | None, announce: Announce = silently
) -> tuple[tuple[Linted, ...], int]:
    """Add to what linting found what it finds by how the rows are used.

    Args:
        settings: The project.
        linted: What was found in its files.
        wanted: Whether the PO files are read for it; None where that is so if they are few.
        announce: Told of the files as they come.

    Returns:
        All of it, by the rows' lines, and how many PO files were not read since they are too many.
    """
    usage = Usage(settings) if wanted is not False else None
    if usage is None or not usage.files:
        return tuple(linted), 0
    if wanted is None and usage.files > AT_ONCE:
        return tuple(linted), usage.files
    rows: dict[str, dict[int, UsedRow]] = {file.path: {} for file in linted}
    asked = {stem_of(Path(path).name) for path in rows}
    locales = [locale for locale in settings.locales if not asked.isdisjoint(stems(locale))]
    for glossary, used in usage.by_locale(locales, announce):
        for term in glossary.terms:
            if term.origin and term.origin.path in rows:
                known = rows[term.origin.path].get(term.origin.line) or UsedRow(term.origin.line, term, 0, Use())
                known.use.add(used.rows.get(term, Use()))
                rows[term.origin.path][term.origin.line] = replace(known, texts=known.texts + used.texts)
    more = {path: (*_order(usage, path, of.values(), locales), *lint_usage(of.values())) for path, of in rows.items()}
    return tuple(_with(file, more[file.path]) for file in linted), 0


def _order(usage: Usage, path: str, rows: Iterable[UsedRow], locales: Sequence[str]) -> Iterator[Finding]:
    if terms := turned_round(rows):
        own = (Glossary(one, terms) for one in locales if stem_of(Path(path).name) in stems(one))
        there = {term for glossary in own for term in usage.of(glossary).rows}
        yield from lint_order(len(terms), len(there))


def _with(file: Linted, more: tuple[Finding, ...]) -> Linted:
    return replace(file, findings=tuple(sorted((*file.findings, *more), key=lambda one: one.line))) if more else file

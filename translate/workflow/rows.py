"""``newsdesk glossary list``: the rows that apply in a locale, and what a single file says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from translate.core.terms.searching import Listed, having
from translate.errors import GlossaryError
from translate.files.reading import read
from translate.reports.rows import fact_lines
from translate.settings import Settings
from translate.termbases.csvfile import read_rows
from translate.termbases.folder import GLOSSARY
from translate.workflow.locales import chosen
from translate.workflow.terms import Glossaries


def rows(settings: Settings, words: Sequence[str] = (), locales: Sequence[str] = ()) -> tuple[Listed, ...]:
    """The rows that apply in the project's locales, those that a more special file replaces left out.

    Args:
        settings: The project.
        words: What a row must have in its names or notes, all of it; without any, all rows are listed.
        locales: Only these; none for all of the project's.

    Returns:
        Those of one locale after the other, each with what cannot be used; where that is a whole file, without rows.

    Raises:
        SettingsError: A locale is none.
    """
    every = Glossaries(settings, writes=False)
    return tuple(_listed(every, locale, words) for locale in chosen(settings, locales))


def _listed(every: Glossaries, locale: str, words: Sequence[str]) -> Listed:
    try:
        loaded = every.load(locale)
    except GlossaryError as error:
        return Listed(locale, (), 0, (error,))
    return Listed(locale, having(loaded.glossary.terms, words), len(loaded.glossary.terms), loaded.errors)


def facts(path: Path) -> Iterator[str]:
    """What a glossary file says, one fact a line, for programs that compare lines, such as git.

    Args:
        path: Any file.

    Yields:
        The lines; where it cannot be used as a glossary, why, and behind that the lines that it has.
    """
    shown = path.as_posix()
    data = read(path, GLOSSARY, shown, home=None)
    if data is None:
        raise GlossaryError("there is no such file", path=shown)
    try:
        found = read_rows(data, shown)
    except GlossaryError as error:
        yield f"unusable: {error.message}"
        yield from data.decode("utf-8", "replace").splitlines()
    else:
        yield from fact_lines(found.terms, found.errors)

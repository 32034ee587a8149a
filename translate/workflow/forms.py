"""``newsdesk glossary suggest-forms``: propose what a glossary's rows lack, and write it where nothing is."""

from __future__ import annotations

from collections.abc import Sequence

from translate.apertium.installation import Installation
from translate.authoring.apertium import Apertium
from translate.authoring.filling import cells_to_fill, without_refused, written
from translate.authoring.proposing import propose
from translate.authoring.suggestions import Sheet, Suggestion, Suggestions
from translate.core.text.locales import is_code
from translate.errors import GlossaryError
from translate.files.reading import read
from translate.files.saving import save
from translate.settings import Settings
from translate.termbases.csvfile import read_glossary
from translate.termbases.folder import EVERY_LOCALE, GLOSSARY
from translate.termbases.rewriting import fill, read_rows
from translate.workflow.places import glossary_path


def suggest(
    settings: Settings,
    locale: str,
    words: Sequence[str] = (),
    *,
    sources: Sequence[str] = (),
    like: str | None = None,
    write: bool = False,
) -> Suggestions:
    """Propose forms and genders for terms of ``glossaries/<locale>.csv``.

    Args:
        settings: The project's.
        locale: One that has a glossary file.
        words: Targets or sources of rows, or words that are in no row; with `sources` empty too, all rows that lack
            something.
        sources: Sources of rows.
        like: A word of the glossary or of the dictionary whose endings the named terms take.
        write: Whether to write the proposals into the empty cells of the file.

    Returns:
        A suggestion for each term.

    Raises:
        GlossaryError: The file cannot be used or written, or a source is unknown.
        FormsError: A dictionary is missing, or the word to decline like has no forms.
    """
    data, path = _read(settings, locale)
    sheet = sheet_of(data, path)
    apertium = dictionary(settings, locale, [term.target for term in sheet.terms])
    suggestions, errors = propose(sheet, locale, words, sources=sources, like=like, apertium=apertium), sheet.errors
    if write:
        filled, suggestions, errors = with_proposals(data, sheet, suggestions)
        save(settings.root / path, filled, kind=GLOSSARY, expected=data, shown=path, home=settings.root)
    return Suggestions(locale, path, suggestions, errors, write)


def dictionary(settings: Settings, locale: str, words: Sequence[str]) -> Apertium:
    """What Apertium's dictionaries know of a locale's words, be it nothing."""
    installation = Installation.named_by(settings.engines.get("apertium", {}))
    return Apertium(installation, settings.source, locale, words)


def _read(settings: Settings, locale: str) -> tuple[bytes, str]:
    if not is_code(locale) and locale != EVERY_LOCALE:
        raise GlossaryError(f"“{locale}” is no locale; write a code such as et or pt_BR")
    path = glossary_path(settings, locale)
    data = read(settings.root / path, GLOSSARY, path, home=settings.root)
    if data is None:
        raise GlossaryError(
            "cannot be read: No such file or directory; make it, with source,target as its first line", path=path
        )
    return data, path


def sheet_of(data: bytes, path: str) -> Sheet:
    """What a glossary file says, and how it says it."""
    terms, errors = read_glossary(data, path)
    return Sheet(path, terms, errors, {row.line: row.cells for row in read_rows(data, path)})


def with_proposals(
    data: bytes, sheet: Sheet, suggestions: tuple[Suggestion, ...]
) -> tuple[bytes, tuple[Suggestion, ...], tuple[GlossaryError, ...]]:
    """The file with the proposals in it, read again to see that nothing else has changed; and its unusable rows.

    A proposal that makes a row unusable, its own or another one, is not written.
    """

    def filled_with(some: Sequence[Suggestion]) -> bytes:
        filled = data
        for column, cells in cells_to_fill(some).items():
            filled = fill(filled, sheet.path, column, cells)
        return filled

    def sheet_with(some: Sequence[Suggestion]) -> Sheet:
        return sheet_of(filled_with(some), sheet.path)

    while True:
        filled = filled_with(suggestions)
        after = sheet_of(filled, sheet.path)
        left = without_refused(sheet, after, suggestions, sheet_with)
        if left == suggestions:
            return filled, written(sheet, after, suggestions), after.errors
        suggestions = left

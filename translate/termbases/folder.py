"""Put together the glossary of a locale from the files of a folder."""

from __future__ import annotations

from pathlib import Path

from translate.core.terms.glossary import Action, Glossary, Term
from translate.core.text.locales import general, parse
from translate.errors import ChangedGlossaryError, GlossaryError
from translate.files.kinds import Kind
from translate.files.reading import read
from translate.languages.loading import load_language
from translate.termbases.csvfile import decode, read_glossary, rows_of, without_vain_bans
from translate.values import dataclass

EVERY_LOCALE = "all"


@dataclass(frozen=True, slots=True)
class LoadedGlossary:
    """What the files gave."""

    glossary: Glossary
    errors: tuple[GlossaryError, ...]
    """Rows that could not be used, file by file."""


def load(folder: Path, locale: str, *, home: Path | None, shown: str | None = None) -> LoadedGlossary:
    """Read the glossary of a locale.

    ``pt_BR.csv`` goes before ``pt.csv``, and that before ``all.csv``. A row replaces the rows of later files that have
    the same source; a `forbid` row is replaced by one with the same source and target, be it `forbid` or `off`.

    Args:
        folder: Where the CSV files are. Files that are not there add nothing.
        locale: Such as ``et`` or ``pt_BR``.
        home: The folder that links must not lead out of, resolved; None where the user named `folder`.
        shown: What errors and terms call the folder, where that is not `folder`.

    Returns:
        The terms, the locale's own first, and the rows that could not be used.

    Raises:
        LanguageError: The file of the locale's language cannot be used.
        GlossaryError: There is no such folder, a file as a whole cannot be used, or `locale` is no locale.
    """
    if parse(locale) is None:
        raise GlossaryError(f"“{locale}” is no locale; write a code such as et or pt_BR")
    if not folder.is_dir():
        # A disk that is not there must not look like a newsroom without terms: every draft would be made anew.
        message = "there is no such folder, so nobody knows the newsroom's terms; make it, though there be none"
        raise GlossaryError(message, path=shown or folder.as_posix())
    terms: list[Term] = []
    errors: list[GlossaryError] = []
    replaced: set[tuple[str, ...]] = set()
    for name in file_names(locale):
        rows, faults = _read(folder / name, f"{shown or folder.as_posix()}/{name}", home)
        terms.extend(term for term in rows if _identity(term) not in replaced)
        replaced.update(key for term in rows for key in _replaces(term))
        errors.extend(faults)
    terms, vain = without_vain_bans([term for term in terms if term.source or term.action is not Action.OFF])
    language = load_language(locale)
    return LoadedGlossary(Glossary(locale, tuple(terms), language.compounding, language.inflection), (*errors, *vain))


def file_names(locale: str) -> tuple[str, ...]:
    """The files that a locale's glossary is read from, the most special first; ``sr_Latn`` is ``sr@latin``, too."""
    return tuple(f"{name}.csv" for name in (*general(locale), EVERY_LOCALE))


def _is_whole(data: bytes) -> bool:
    """Whether bytes can be used as a glossary, and end where a row ends."""
    try:
        text = decode(data, "")
        read_glossary(data, "")
        rows = [row for _, row in rows_of(text, "")]
    except GlossaryError:
        return False
    return bool(rows) and isinstance(rows[-1], list) and text.endswith(("\n", "\r"))


GLOSSARY = Kind("a glossary", ".csv", 50_000_000, GlossaryError, ChangedGlossaryError, _is_whole)


def _read(path: Path, shown: str, home: Path | None) -> tuple[tuple[Term, ...], tuple[GlossaryError, ...]]:
    data = read(path, GLOSSARY, shown, home=home)
    return ((), ()) if data is None else read_glossary(data, shown)


def _identity(term: Term) -> tuple[str, ...]:
    return (term.source, term.target) if term.action is Action.FORBID else (term.source,)


def _replaces(term: Term) -> list[tuple[str, ...]]:
    """The identities that a term takes the place of in later files."""
    if term.action is Action.OFF:
        return [(term.source,), (term.source, term.target)]
    return [_identity(term)]

"""Put together the glossary of a locale from the files of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from translate.core.terms.glossary import Action, Glossary, Term
from translate.core.text.locales import general, parse
from translate.errors import ChangedGlossaryError, GlossaryError
from translate.files.kinds import Kind
from translate.files.reading import read
from translate.languages.loading import load_language
from translate.termbases.csvfile import CsvGlossary, cut_text, decode, read_glossary, read_rows, without_vain_bans
from translate.termbases.keeping import Keeping, identity_of
from translate.termbases.parsed import Parsed, parsed
from translate.termbases.sheets.reading import SUFFIXES
from translate.values import dataclass

EVERY_LOCALE = "all"
ENDINGS = (".csv", *SUFFIXES)
"""Of the files that a glossary may be kept in."""
_OTHER_TABLES = (".xls", ".xlsm", ".xlsb", ".fods", ".numbers", ".tsv", ".tab")
"""Of files that look like a glossary to whoever saved them, and that nothing reads."""
NOT_READ = "is not read; save it as CSV (“CSV UTF-8”), and call it after its locale, such as et.csv, or all.csv"
"""What is to be said of those."""


@dataclass(frozen=True, slots=True)
class LoadedGlossary:
    """What the files gave."""

    glossary: Glossary
    errors: tuple[GlossaryError, ...]
    """Rows that could not be used, file by file."""


def load(
    folder: Path, locale: str, *, home: Path | None, shown: str | None = None, keeping: Keeping | None = None
) -> LoadedGlossary:
    """Read the glossary of a locale.

    ``pt_BR.csv`` goes before ``pt.csv``, and that before ``all.csv``. A row replaces the rows of later files that have
    the same source; a `forbid` row is replaced by one with the same source and target, be it `forbid` or `off`.

    Args:
        folder: Where the files are. Files that are not there add nothing.
        locale: Such as ``et`` or ``pt_BR``.
        home: The folder that links must not lead out of, resolved; None where the user named `folder`.
        shown: What errors and terms call the folder, where that is not `folder`.
        keeping: Knows what the same bytes came to before; None where nothing does.

    Returns:
        The terms, the locale's own first, and the rows that could not be used.

    Raises:
        LanguageError: The file of the locale's language cannot be used.
        GlossaryError: There is no such folder, a file as a whole cannot be used, or `locale` is no locale.
    """
    return loaded(files_in(folder, locale, home=home, shown=shown), locale, keeping=keeping)


Files = Sequence[tuple[str, bytes | None]]
"""The glossary files of a locale, the most special first: what errors and terms call each, and what it holds; None
where there is none."""


def files_in(folder: Path, locale: str, *, home: Path | None, shown: str | None = None) -> Files:
    """Read the glossary files of a locale; see `load` for the arguments.

    Raises:
        GlossaryError: There is no such folder, a file cannot be read, or `locale` is no locale.
    """
    if parse(locale) is None:
        raise GlossaryError(f"“{locale}” is no locale; write a code such as et or pt_BR")
    own = shown or folder.as_posix()
    if not folder.is_dir():
        # A disk that is not there must not look like a newsroom without terms: every draft would be made anew.
        message = "there is no such folder, so nobody knows the newsroom's terms; make it, though there be none"
        raise GlossaryError(message, path=own)
    paths = [file_of(folder, stem, own) for stem in stems(locale)]
    named = [(f"{own}/{path.name}", path) for path in paths]
    return [(name, read(path, GLOSSARY, name, home=home)) for name, path in named]


def loaded(files: Files, locale: str, *, keeping: Keeping | None = None) -> LoadedGlossary:
    """Put together the glossary of a locale.

    Args:
        files: Its files.
        locale: Such as ``et`` or ``pt_BR``.
        keeping: As `load` has it.

    Raises:
        LanguageError: The file of the locale's language cannot be used.
        GlossaryError: A file as a whole cannot be used.
    """
    identity = identity_of(files)
    known = keeping.load(locale, identity) if keeping else None
    found = known or _put_together(files)
    if keeping and not known:
        keeping.keep(locale, identity, found)
    rows = found.rows(partial(_put_together, files) if known else None)
    language = load_language(locale)
    return LoadedGlossary(Glossary(locale, rows, language.compounding, language.inflection), found.errors)


def _put_together(files: Iterable[tuple[str, bytes | None]]) -> Parsed:
    """What the files of a locale come to, the most special first.

    Raises:
        GlossaryError: One of them cannot be used as a whole.
    """
    errors: list[GlossaryError] = []
    cells: dict[tuple[str, int], Mapping[str, str]] = {}
    found: list[Sequence[Term]] = []
    for name, data in files:
        said = read_rows(data, name) if data is not None else CsvGlossary()
        found.append(said.terms)
        errors.extend(said.errors)
        cells.update(((name, line), row) for line, row in said.cells.items())
    terms, vain = put_together(found)
    return parsed(terms, cells, (*errors, *vain))


def put_together(files: Iterable[Sequence[Term]]) -> tuple[list[Term], list[GlossaryError]]:
    """The terms that hold in a locale, and an error for each ban that one of them accepts; see `load`.

    Args:
        files: The terms of its files, the most special first.
    """
    terms: list[Term] = []
    replaced: set[tuple[str, ...]] = set()
    for own in files:
        terms.extend(term for term in own if _identity(term) not in replaced)
        replaced.update(key for term in own for key in _replaces(term))
    return without_vain_bans([term for term in terms if term.source or term.action is not Action.OFF])


def stems(locale: str) -> tuple[str, ...]:
    """What the files are called that a locale's glossary is read from, the most special first, without their endings.

    ``sr_Latn`` is ``sr@latin``, too.
    """
    return (*general(locale), EVERY_LOCALE)


def file_of(folder: Path, stem: str, shown: str) -> Path:
    """The file of a folder that a part of a glossary is read from: CSV, or a spreadsheet's own.

    Args:
        folder: The folder.
        stem: The file's name without its ending.
        shown: The folder as the newsroom knows it.

    Returns:
        Its path; that of the CSV file where there is none, or others beside it.

    Raises:
        GlossaryError: There are two spreadsheets, and nobody knows which is meant.
    """
    there = _there(folder, stem)
    if len(there) > 1 and there[0].suffix != ENDINGS[0]:
        message = f"is there beside {there[1].name}; keep the one that is right, and remove the other"
        raise GlossaryError(message, path=f"{shown}/{there[0].name}")
    return there[0] if there else folder / f"{stem}{ENDINGS[0]}"


def unread(folder: Path, stem: str, shown: str) -> list[GlossaryError]:
    """What is to be said of the spreadsheets beside a CSV file, which alone is read; see `file_of`.

    No run does: a newsroom may well keep its glossary in a spreadsheet, and save it as CSV beside that.
    """
    first, *others = _there(folder, stem) or [folder]
    message = f"is not read, as there is {first.name} beside it; keep the one that is right, and remove the other"
    return [GlossaryError(message, path=f"{shown}/{other.name}") for other in others]


def _there(folder: Path, stem: str) -> list[Path]:
    return [path for path in (folder / f"{stem}{ending}" for ending in ENDINGS) if os.path.lexists(path)]


def names_in(folder: Path) -> list[str]:
    """The names of a folder's glossary files, whatever locales they are for, in their order."""
    return sorted(path.name for path in folder.glob("*") if stem_of(path.name))


def strays_in(folder: Path) -> list[str]:
    """The names of a folder's tables that no run reads, whatever they are called: of another kind, or ``ET.CSV``."""
    endings = (*ENDINGS, *_OTHER_TABLES)
    names = (path.name for path in folder.glob("*") if path.suffix.lower() in endings)
    return sorted(name for name in names if not name.startswith("~$") and stem_of(name) is None)


def stem_of(name: str) -> str | None:
    """A glossary file's name without its ending; None where it is none, as what Excel puts beside an open one."""
    if name.startswith("~$"):
        return None
    return next((name.removesuffix(ending) for ending in ENDINGS if name.endswith(ending)), None)


def _is_whole(data: bytes) -> bool:
    """Whether bytes can be used as a glossary, and end where a row ends."""
    try:
        text = decode(data, "")
        read_glossary(data, "")
        rows = [*cut_text(text, "")]
    except GlossaryError:
        return False
    return bool(rows) and not rows[-1].fault and text.endswith(("\n", "\r"))


GLOSSARY = Kind("a glossary", ".csv", 50_000_000, GlossaryError, ChangedGlossaryError, _is_whole)


def _identity(term: Term) -> tuple[str, ...]:
    return (term.source, term.target) if term.action is Action.FORBID else (term.source,)


def _replaces(term: Term) -> list[tuple[str, ...]]:
    """The identities that a term takes the place of in later files."""
    if term.action is Action.OFF:
        return [(term.source,), (term.source, term.target)]
    return [_identity(term)]

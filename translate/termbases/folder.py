"""Put together the glossary of a locale from the files of a folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from translate.core.glossary import Action, Glossary, Term
from translate.errors import GlossaryError
from translate.termbases.csvfile import read_glossary, without_vain_bans

EVERY_LOCALE = "all"

_LOCALE = re.compile(r"[A-Za-z0-9]+([_@-][A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class LoadedGlossary:
    """What the files gave."""

    glossary: Glossary
    errors: tuple[GlossaryError, ...]
    """Rows that could not be used, file by file."""


def load(folder: Path, locale: str, *, shown: str | None = None) -> LoadedGlossary:
    """Read the glossary of a locale.

    ``pt_BR.csv`` goes before ``pt.csv``, and that before ``all.csv``. A row replaces the rows of later files that have
    the same source; a `forbid` row is replaced by one with the same source and target, be it `forbid` or `off`.

    Args:
        folder: Where the CSV files are. Files that are not there add nothing.
        locale: Such as ``et`` or ``pt_BR``.
        shown: What errors and terms call the folder, where that is not `folder`.

    Returns:
        The terms, the locale's own first, and the rows that could not be used.

    Raises:
        GlossaryError: A file as a whole cannot be used, or `locale` is no locale.
    """
    if not _LOCALE.fullmatch(locale):
        raise GlossaryError(f"“{locale}” is no locale; write a code such as et or pt_BR")
    terms: list[Term] = []
    errors: list[GlossaryError] = []
    replaced: set[tuple[str, ...]] = set()
    for name in dict.fromkeys((*_from_special_to_general(locale), EVERY_LOCALE)):
        rows, faults = _read(folder / f"{name}.csv", f"{shown or folder.as_posix()}/{name}.csv")
        terms.extend(term for term in rows if _identity(term) not in replaced)
        replaced.update(key for term in rows for key in _replaces(term))
        errors.extend(faults)
    terms, vain = without_vain_bans([term for term in terms if term.source or term.action is not Action.OFF])
    return LoadedGlossary(Glossary(locale, tuple(terms)), (*errors, *vain))


def _from_special_to_general(locale: str) -> list[str]:
    parts = re.split(r"([_@-])", locale)
    return ["".join(parts[:n]) for n in range(len(parts), 0, -2)]


def _read(path: Path, shown: str) -> tuple[tuple[Term, ...], tuple[GlossaryError, ...]]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        raise GlossaryError(f"cannot be read: {error.strerror}", path=shown) from error
    return read_glossary(data, shown)


def _identity(term: Term) -> tuple[str, ...]:
    return (term.source, term.target) if term.action is Action.FORBID else (term.source,)


def _replaces(term: Term) -> list[tuple[str, ...]]:
    """The identities that a term takes the place of in later files."""
    if term.action is Action.OFF:
        return [(term.source,), (term.source, term.target)]
    return [_identity(term)]

"""``newsdesk glossary diff``: two versions of a glossary, be they files, folders or revisions, beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from translate.core.terms.differences import Compared, differences
from translate.errors import GlossaryError
from translate.files.reading import read
from translate.settings import Settings
from translate.termbases.csvfile import CsvGlossary, read_rows
from translate.termbases.folder import GLOSSARY, names_in
from translate.termbases.revisions import commit_of, files_at
from translate.values import dataclass

LAST = "HEAD"
"""The revision that the files are compared with where nobody names one."""


@dataclass(frozen=True, slots=True)
class Version:
    """A glossary's files as they are, or as they were."""

    shown: str
    """What its user calls it."""
    files: Mapping[str, bytes | GlossaryError]
    """By name, each with its bytes or with why it cannot be used."""
    is_file: bool = False
    """Whether it is one file, whatever that is called."""


def compare(settings: Settings | None, old: str | None, new: str | None) -> tuple[Compared, ...]:
    """Compare two versions of a glossary.

    Args:
        settings: The project; None where there is none, so that files and folders alone can be compared.
        old: A file, a folder, or a revision of the project's; None for the last revision.
        new: The same; None for the project's files as they are now, or the one that is called like the file `old`.

    Returns:
        What differs, file by file; only those with a difference or a row that cannot be used.

    Raises:
        GlossaryError: There is no such version, or they are of two kinds.
    """
    was = version(settings, old or LAST)
    if new:
        now = version(settings, new)
    else:
        was, now = _beside_now(settings, was)
    if was.is_file is not now.is_file:
        file, folder = (was, now) if was.is_file else (now, was)
        raise GlossaryError(f"“{file.shown}” is one file and “{folder.shown}” several; compare one with one")
    return tuple(each for each in _compared(was, now) if each.changes or each.errors)


def version(settings: Settings | None, name: str) -> Version:
    """The version that somebody names; a file or folder comes before a revision that is called the same.

    Raises:
        GlossaryError: There is none.
    """
    path = Path(name)
    if path.is_dir():
        return Version(name, {name: _read(path / name, (path / name).as_posix(), None) for name in names_in(path)})
    if path.exists():
        return Version(name, {name: _read(path, name, None)}, is_file=True)
    if settings is None:
        raise GlossaryError(f"there is no file or folder “{name}”; revisions can be told only within a project")
    commit = commit_of(settings.root, name)
    if commit is None:
        raise GlossaryError(f"“{name}” is no file, no folder and no revision that git knows")
    shown = f"{name}:{settings.glossaries}"
    return Version(shown, files_at(settings.root, settings.glossaries, commit, shown))


def _beside_now(settings: Settings | None, was: Version) -> tuple[Version, Version]:
    """A version, and what it is compared with: the project's own files; those themselves with their last revision."""
    if settings is None:
        raise GlossaryError(f"“{was.shown}” can be compared with nothing outside of a project; name another version")
    folder, shown = settings.root / settings.glossaries, settings.glossaries
    place = Path(was.shown).resolve()
    if folder.resolve() in {place, place.parent}:
        was = _only(version(settings, LAST), place.name) if was.is_file else version(settings, LAST)
    if was.is_file:
        name = Path(was.shown).name
        return was, Version(f"{shown}/{name}", {name: _own(settings, name)}, is_file=True)
    return was, Version(shown, {name: _own(settings, name) for name in names_in(folder)})


def _only(of: Version, name: str) -> Version:
    """One file of a version; one without rows where there was none."""
    return Version(f"{of.shown}/{name}", {name: of.files.get(name, b"source\n")}, is_file=True)


def _own(settings: Settings, name: str) -> bytes | GlossaryError:
    shown = f"{settings.glossaries}/{name}"
    return _read(settings.root / shown, shown, settings.root)


def _read(path: Path, shown: str, home: Path | None) -> bytes | GlossaryError:
    try:
        data = read(path, GLOSSARY, shown, home=home)
    except GlossaryError as error:
        return error
    return GlossaryError("there is no such file to compare with", path=shown) if data is None else data


def _compared(was: Version, now: Version) -> Iterator[Compared]:
    """The files of both beside each other; two single ones whatever they are called."""
    if was.is_file:
        (old,), (new,) = was.files.values(), now.files.values()
        yield _beside(old, was.shown, new, now.shown)
        return
    for name in sorted({*was.files, *now.files}):
        yield _beside(was.files.get(name), f"{was.shown}/{name}", now.files.get(name), f"{now.shown}/{name}")


def _beside(
    old: bytes | GlossaryError | None, old_path: str, new: bytes | GlossaryError | None, new_path: str
) -> Compared:
    if old == new:
        return Compared(new_path, old_path)
    try:
        was, now = _terms(old, old_path), _terms(new, new_path)
    except GlossaryError as error:
        return Compared(new_path, old_path, errors=(error,))
    known = {error.message for error in now.errors}
    # What was wrong already is told of what is there now.
    errors = (*now.errors, *(error for error in was.errors if error.message not in known))
    return Compared(new_path, old_path, differences(was.terms, now.terms), errors)


def _terms(data: bytes | GlossaryError | None, path: str) -> CsvGlossary:
    if isinstance(data, GlossaryError):
        raise data
    return CsvGlossary() if data is None else read_rows(data, path)

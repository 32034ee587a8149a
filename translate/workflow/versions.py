"""``newsdesk glossary diff``: two versions of a glossary, be they files, folders or revisions, beside each other."""

from __future__ import annotations

from pathlib import Path

from translate.core.terms.differences import Compared
from translate.errors import GlossaryError
from translate.settings import Settings
from translate.termbases.folder import file_of, stem_of
from translate.termbases.revisions import commit_of
from translate.termbases.versions import Version, compared, of_file, of_folder, of_revision

LAST = "HEAD"
"""The revision that the files are compared with where nobody names one."""


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
    was = version(settings, old) if old else _last(settings)
    if new:
        now = version(settings, new)
    else:
        was, now = _beside_now(settings, was)
    if was.is_file is not now.is_file:
        file, folder = (was, now) if was.is_file else (now, was)
        raise GlossaryError(f"“{file.shown}” is one file and “{folder.shown}” several; compare one with one")
    return tuple(each for each in compared(was, now) if each.changes or each.errors)


def version(settings: Settings | None, name: str) -> Version:
    """The version that somebody names; a file or folder comes before a revision that is called the same.

    Raises:
        GlossaryError: There is none.
    """
    path = Path(name)
    if path.is_dir():
        return of_folder(path, name.rstrip("/") or "/", home=None)
    if path.exists():
        return of_file(path, name, home=None)
    if settings is None:
        raise GlossaryError(f"there is no file or folder “{name}”; revisions can be told only within a project")
    try:
        commit = commit_of(settings.root, name)
    except GlossaryError as error:
        raise GlossaryError(f"“{name}” is no file and no folder, and {error}") from error
    if commit is None:
        raise GlossaryError(f"“{name}” is no file, no folder and no revision that git knows")
    return of_revision(settings.root, settings.glossaries, commit, f"{name}:{settings.glossaries}")


def _last(settings: Settings | None) -> Version:
    """The last revision, which nobody has named.

    Raises:
        GlossaryError: There is none.
    """
    if settings is None:
        raise GlossaryError("there is no project here whose files could be compared; name two files or folders")
    advice = "name two files or folders, such as a copy that you have kept, and the file as it is now"
    try:
        commit = commit_of(settings.root, LAST)
    except GlossaryError as error:
        raise GlossaryError(f"there is nothing to compare with, as {error}; {advice}") from error
    if commit is None:
        raise GlossaryError(f"there is nothing to compare with, as git has no revision yet; {advice}")
    return of_revision(settings.root, settings.glossaries, commit, f"{LAST}:{settings.glossaries}")


def _beside_now(settings: Settings | None, was: Version) -> tuple[Version, Version]:
    """A version, and what it is compared with: the project's own files; those themselves with their last revision."""
    if settings is None:
        raise GlossaryError(f"“{was.shown}” can be compared with nothing outside of a project; name another version")
    folder, shown = settings.root / settings.glossaries, settings.glossaries
    place = Path(was.shown).resolve()
    is_own = folder.resolve() in {place, place.parent}
    if not was.is_file:
        return _last(settings) if is_own else was, of_folder(folder, shown, home=settings.root)
    stem = stem_of(place.name) or place.name
    path = file_of(folder, stem, shown)
    last = _last(settings) if is_own else None
    return (
        last.only(stem, f"{last.shown}/{path.name}") if last else was,
        of_file(path, f"{shown}/{path.name}", home=settings.root),
    )

"""A glossary's files as they are in a folder, or as they were at a revision, to be held beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from translate.core.terms.differences import Compared, differences
from translate.errors import GlossaryError
from translate.files.reading import read
from translate.termbases.csvfile import CsvGlossary, read_rows
from translate.termbases.folder import GLOSSARY, file_of, names_in, stem_of
from translate.termbases.revisions import files_at
from translate.values import dataclass

Content = bytes | GlossaryError
"""What a file holds, or why it cannot be used."""


@dataclass(frozen=True, slots=True)
class Version:
    """A glossary as it is, or as it was."""

    shown: str
    """What its user calls it."""
    files: Mapping[str, tuple[str, Content]]
    """By what they are called without their endings, each with what its terms have as their path."""
    is_file: bool = False
    """Whether it is one file, whatever that is called."""

    def only(self, stem: str, shown: str) -> Version:
        """One of its files; one without rows where it has none that is called so."""
        return Version(shown, {stem: self.files.get(stem, (shown, b"source\n"))}, is_file=True)


def of_file(path: Path, shown: str, *, home: Path | None) -> Version:
    """A single file.

    Args:
        path: Where it is.
        shown: What its user calls it.
        home: The folder that links must not lead out of, resolved; None where the user named the file.
    """
    return Version(shown, {stem_of(path.name) or path.name: (shown, _content(path, shown, home))}, is_file=True)


def of_folder(folder: Path, shown: str, *, home: Path | None) -> Version:
    """All glossary files of a folder; see `of_file` for the arguments."""
    stems = dict.fromkeys(stem for name in names_in(folder) if (stem := stem_of(name)))
    return Version(shown, {stem: _named(folder, stem, shown, home) for stem in stems})


def of_revision(root: Path, folder: str, commit: str, shown: str) -> Version:
    """All glossary files that a folder had; see `revisions.files_at` for the arguments and what it raises."""
    files: dict[str, tuple[str, Content]] = {}
    for name, content in files_at(root, folder, commit, shown).items():
        # By name, so that a CSV file comes before the spreadsheets beside it, which nobody reads.
        files.setdefault(stem_of(name) or name, (f"{shown}/{name}", content))
    return Version(shown, files)


def _named(folder: Path, stem: str, shown: str, home: Path | None) -> tuple[str, Content]:
    try:
        path = file_of(folder, stem, shown)
    except GlossaryError as error:
        return f"{shown}/{stem}", error
    return f"{shown}/{path.name}", _content(path, f"{shown}/{path.name}", home)


def _content(path: Path, shown: str, home: Path | None) -> Content:
    try:
        data = read(path, GLOSSARY, shown, home=home)
    except GlossaryError as error:
        return error
    return GlossaryError("there is no such file to compare with", path=shown) if data is None else data


def compared(was: Version, now: Version) -> Iterator[Compared]:
    """The files of two versions beside each other, those that are called the same; single ones in any case.

    Yields:
        What differs in each, be it nothing.
    """
    if was.is_file and now.is_file:
        yield _beside(*was.files.values(), *now.files.values())
        return
    for stem in sorted({*was.files, *now.files}):
        old, new = was.files.get(stem), now.files.get(stem)
        name = Path((old or new or ("",))[0]).name
        yield _beside(old or (f"{was.shown}/{name}", b""), new or (f"{now.shown}/{name}", b""))


def _beside(old: tuple[str, Content], new: tuple[str, Content]) -> Compared:
    (old_path, old_content), (path, content) = old, new
    if old_content == content:
        return Compared(path, old_path)
    try:
        was, now = _terms(old_path, old_content), _terms(path, content)
    except GlossaryError as error:
        return Compared(path, old_path, errors=(error,))
    known = {error.message for error in now.errors}
    # What was wrong already is told of what is there now.
    errors = (*now.errors, *(error for error in was.errors if error.message not in known))
    return Compared(path, old_path, differences(was.terms, now.terms), errors)


def _terms(path: str, content: Content) -> CsvGlossary:
    if isinstance(content, GlossaryError):
        raise content
    return read_rows(content, path) if content else CsvGlossary()

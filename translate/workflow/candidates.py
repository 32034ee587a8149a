"""A glossary that is not live: files that may stand in for those of the project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path, PurePosixPath

from translate.errors import GlossaryError
from translate.settings import Settings
from translate.termbases.folder import Files, stems
from translate.values import dataclass
from translate.workflow import applied
from translate.workflow.versions import version


@dataclass(frozen=True, slots=True)
class Candidate:
    """Files that stand in for those of the project's folder of glossaries."""

    shown: str
    """What its user calls it."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By the names that they would have there; each stands in for the file that is called the same but for its ending,
    and the project's others stay as they are."""

    def source(self, settings: Settings, locale: str) -> Files:
        """The glossary files of a locale as they would be.

        Raises:
            GlossaryError: The project's own cannot be read.
        """
        own = {PurePosixPath(name).stem: name for name in self.files}
        return [self._in_place(settings, own, shown, data) for shown, data in applied.live(settings, locale)]

    def _in_place(
        self, settings: Settings, own: Mapping[str, str], shown: str, data: bytes | None
    ) -> tuple[str, bytes | None]:
        name = own.get(PurePosixPath(shown).stem)
        return (shown, data) if name is None else (f"{settings.glossaries}/{name}", self.files[name])


def candidate(settings: Settings, name: str | None, locales: Sequence[str] = ()) -> Candidate:
    """What somebody wants to try.

    Args:
        settings: The project.
        name: A file, a folder or a revision (`versions.version`); None for the project's files as they are.
        locales: Those that it is for: a file that is called like none of the project's stands in for the one of these.

    Raises:
        GlossaryError: There is no such thing, or nobody can tell what it stands in for.
    """
    if name is None:
        return Candidate(settings.glossaries)
    found = version(settings, name)
    files: dict[str, bytes] = {}
    for path, data in found.files.values():
        if isinstance(data, GlossaryError):
            raise data
        files[_stands_in_for(settings, path, locales) if found.is_file else PurePosixPath(path).name] = data
    known = {stem for locale in settings.locales for stem in stems(locale)}
    own = {file: data for file, data in files.items() if PurePosixPath(file).stem in known}
    if not own:
        raise GlossaryError(f"“{name}” has no file of a locale of the project; they are called et.csv, say, or all.csv")
    return Candidate(found.shown, own)


def _stands_in_for(settings: Settings, name: str, locales: Sequence[str]) -> str:
    """The name that a file would have in the project's folder."""
    path = Path(name)
    if any(path.stem in stems(locale) for locale in settings.locales):
        return path.name
    if len(locales) == 1:
        return f"{stems(locales[0])[0]}{path.suffix.lower()}"
    raise GlossaryError(f"“{name}” is called like no glossary of the project; name one with --locale")

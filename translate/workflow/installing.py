"""Put the files of another glossary in the place of the project's."""

from __future__ import annotations

from pathlib import PurePosixPath

from translate.errors import GlossaryError
from translate.files.reading import read
from translate.files.saving import save
from translate.settings import Settings
from translate.termbases.folder import GLOSSARY, file_of
from translate.workflow import applied
from translate.workflow.candidates import Candidate


def install(settings: Settings, candidate: Candidate) -> None:
    """Write the files of a candidate into the project's folder of glossaries; those that are the same stay untouched.

    Args:
        settings: The project, whose lock the caller holds.
        candidate: The files.

    Raises:
        GlossaryError: A file has changes that were never applied and would be lost, or cannot be written; then nothing
            was, or only those before it.
    """
    there = {}
    for name, data in candidate.files.items():
        folder, shown = settings.root / settings.glossaries, f"{settings.glossaries}/{name}"
        live = file_of(folder, PurePosixPath(name).stem, settings.glossaries)
        if live.name != name and live.exists():
            message = f"stands in for {live.name}, which it is not: save it with the ending {live.suffix} first"
            raise GlossaryError(message, path=candidate.shown)
        now = read(folder / name, GLOSSARY, shown, home=settings.root)
        if now is not None and now != data and not _is_applied(settings, shown, now):
            message = f"has changes that were never applied, and would be lost; bring them into {candidate.shown} first"
            raise GlossaryError(message, path=shown)
        there[name] = now
    for name, data in candidate.files.items():
        if there[name] != data:
            shown = f"{settings.glossaries}/{name}"
            path = settings.root / settings.glossaries / name
            save(path, data, kind=GLOSSARY, expected=there[name], shown=shown, home=settings.root)


def _is_applied(settings: Settings, shown: str, data: bytes) -> bool:
    """Whether drafts were made with a file as it is, in any locale."""
    return any(data == dict(applied.kept(settings, locale) or ()).get(shown) for locale in settings.locales)

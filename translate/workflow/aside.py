"""Take out of the exports what is not true any more: aside, or away; nothing that somebody made of it is lost."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from translate.core.results.news import Fate, Policy
from translate.errors import NewsdeskError
from translate.files import moving
from translate.files.exchange import mark
from translate.files.reading import read
from translate.settings import Settings
from translate.workflow.folders import EXPORT, exports_home, refuse_elsewhere
from translate.workflow.missing import Missing
from translate.workflow.noticing import Noticing
from translate.workflow.places import shown_path
from translate.workflow.published import lies

WITHDRAWN = "withdrawn"
"""The folder, beside those of the locales, that they are moved to."""

WOULD = {Policy.KEEP: Fate.STAYS, Policy.MOVE: Fate.ASIDE, Policy.REMOVE: Fate.REMOVED}
"""What becomes of an export where nothing is in the way."""


def take_out(settings: Settings, folder: Path, path: Path, policy: Policy, ours: str = "") -> Fate:
    """Do with an export what the newsroom wants.

    Args:
        settings: The project.
        folder: The folder of exports.
        path: The export, in it.
        policy: What is wanted.
        ours: The mark of what newsdesk wrote there; what holds anything else is never removed, but moved.

    Returns:
        What became of it; it stays where it is not there at all.

    Raises:
        DocumentError: It stays: it is a link, lies elsewhere, somebody is at it, or the disk refuses.
    """
    shown = shown_path(settings, path)
    if policy is Policy.KEEP or not lies(path):
        return Fate.STAYS
    refuse_elsewhere(settings, folder, path.parent)
    home = exports_home(settings, folder)
    data = read(path, EXPORT, shown, home=home)
    if policy is Policy.REMOVE and data is not None and mark(data) == ours:
        moving.remove(path, expected=data, kind=EXPORT, shown=shown, home=home)
        return Fate.REMOVED
    target = folder / WITHDRAWN / path.relative_to(folder)
    refuse_elsewhere(settings, folder, target.parent)
    number = 1
    while target.exists() or target.is_symlink():
        is_plain = target.is_file() and not target.is_symlink()
        if data is not None and is_plain and _holds(settings, target, data, home):
            moving.remove(path, expected=data, kind=EXPORT, shown=shown, home=home)
            return Fate.ASIDE
        number += 1
        target = target.with_name(f"{path.stem}-{number}{path.suffix}")
    moving.move(path, target, kind=EXPORT, shown=shown, home=home)
    return Fate.ASIDE


def _holds(settings: Settings, path: Path, data: bytes, home: Path) -> bool:
    """Whether a file holds some bytes."""
    return read(path, EXPORT, shown_path(settings, path), home=home) == data


def taken_out(
    seen: Noticing, one: Missing, folder: Path, policy: Policy, locales: Collection[str] = ()
) -> tuple[dict[Path, Fate], list[NewsdeskError]]:
    """Take the translations of a withdrawn article out of a folder of exports.

    Returns:
        What became of each, and why some could not be taken out.
    """
    fates: dict[Path, Fate] = {}
    errors: list[NewsdeskError] = []
    for path in _in(one, folder, locales):
        try:
            fates[path] = take_out(seen.settings, folder, path, policy, one.exports[path].mark)
        except NewsdeskError as error:
            errors.append(error)
    return fates, errors


def _in(one: Missing, folder: Path, locales: Collection[str]) -> Iterator[Path]:
    for path, lying in one.exports.items():
        if lying.folder == folder and (not locales or path.relative_to(folder).parts[0] in locales):
            yield path

"""What a run that found nothing new has looked at, for the next one to look at nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from translate import plugins
from translate.core.results.summary import Summary
from translate.errors import NewsdeskError
from translate.settings import Settings, machine
from translate.values import dataclass
from translate.workflow.folders import EXPORTS, saved_into
from translate.workflow.places import IMPORTS, history_file, runs_folder

_ACCOUNTS = (Path("/etc/passwd"), Path("/etc/group"))
"""They tell who else may write to a file."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """What a run of ``newsdesk draft`` has to do with that found nothing new, and nothing to complain of."""

    root: Path
    """The project's folder, all of which counts but for …"""
    passed: tuple[Path, ...]
    """… what is in folders that a run reads nothing from, and clears away what killed runs have left there."""
    places: tuple[Path, ...]
    """Files and folders elsewhere, there or not, each with all that is in it."""


def nothing(
    settings: Settings, summary: Summary, *, engine: str | None, environment: Mapping[str, str]
) -> Nothing | None:
    """What a run goes by that found nothing new.

    Args:
        settings: The project.
        summary: What the run did.
        engine: The engine's name, or ``auto``; None for the one that the settings name.
        environment: The run's.

    Returns:
        None where it did find something, and where nobody can tell what it goes by.
    """
    if not _is_quiet(summary) or not plugins.are_all_ours():
        return None
    if not all(folder.path.is_relative_to(settings.root) for folder in saved_into(settings)):
        return None
    asked = _places(settings, plugins.engines_meant(engine or settings.engine))
    if asked is None:
        return None
    places = (*machine.files(environment), *_ACCOUNTS, *asked)
    return Nothing(settings.root, _passed(settings), places)


def _is_quiet(summary: Summary) -> bool:
    """Whether a run has drafted and written nothing, and nothing was wrong."""
    if summary.dry_run or summary.troubles or summary.unfinished or summary.lost:
        return False
    return not (summary.totals.changed or summary.totals.drafted)


def _passed(settings: Settings) -> tuple[Path, ...]:
    root = settings.root
    named = (*settings.articles, settings.shows, settings.glossaries, settings.catalogs, IMPORTS)
    read = [*(root / name for name in named), history_file(settings).parent]
    written = (runs_folder(settings), root / settings.nightly.reports, root / EXPORTS)
    return tuple(each for each in written if not any(_are_one(each, other) for other in read))


def _are_one(path: Path, other: Path) -> bool:
    """Whether one of two folders is the other, or in it."""
    return path.is_relative_to(other) or other.is_relative_to(path)


def _places(settings: Settings, names: Sequence[str]) -> list[Path] | None:
    found: list[Path] = []
    for name in names:
        try:
            places = plugins.load_engine(name, settings.engines.get(name), jobs=settings.jobs).places()
        except NewsdeskError:
            return None
        if places is None:
            return None
        found += places
    return found

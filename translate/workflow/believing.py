"""Tell articles that are gone from articles that one cannot see just now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath

from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.articles import Listing
from translate.workflow.places import shown_path

FEW = 2
"""So many articles of a folder, and all that it had, do not go in a night: a disk may be missing."""


@dataclass(frozen=True, slots=True)
class Belief:
    """Which articles may be said to be gone."""

    gone: frozenset[str]
    """Those whose folders were seen, by their paths."""
    emptied: Mapping[str, int]
    """The folders of articles that have lost all of several, with their number: a disk may be missing."""


def believed(
    settings: Settings,
    found: Iterable[str],
    listing: Listing,
    *,
    withdrawn: Collection[str] = (),
    is_strict: bool = False,
) -> Belief:
    """Tell which of the missing articles are gone, as far as one can see.

    Args:
        settings: The project.
        found: The missing articles, by their paths.
        listing: All articles that the project has.
        withdrawn: Those of which it is known already.
        is_strict: Whether a folder within a folder of articles is not believed either that has lost all of several.
    """
    unseen = {error.path for error in listing.unseen if error.path}
    lost: defaultdict[str, list[str]] = defaultdict(list)
    gone: set[str] = set()
    for article in found:
        above = [str(folder) for folder in PurePosixPath(article).parents]
        within = [name for name in settings.articles if PurePosixPath(article).is_relative_to(name)]
        if not unseen & {article, *above} and all((settings.root / name).is_dir() for name in within):
            gone.add(article)
            for folder in {*within, *(above if is_strict and within else ())}:
                lost[folder].append(article)
    # What is in no folder of articles any more, because newsdesk.toml names others, is gone on purpose.
    homes = {PurePosixPath(shown_path(settings, path)).parent for path in (listing.paths if lost else ())}
    held = {str(folder) for home in homes for folder in (home, *home.parents)}
    new = {name: [one for one in all_ if one not in withdrawn] for name, all_ in lost.items() if name not in held}
    emptied = {name: left for name, left in new.items() if len(left) >= FEW and (settings.root / name).is_dir()}
    doubted = {article for left in emptied.values() for article in left}
    told = {name: len(left) for name, left in emptied.items() if name in settings.articles}
    return Belief(frozenset(gone - doubted), told)

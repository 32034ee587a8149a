"""A project's articles, found and read in every format that is installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from translate import plugins
from translate.core.article import Document
from translate.documents import finding, reading
from translate.documents import listing as listing_room
from translate.documents.reading import Reader
from translate.documents.slugs import slug_of
from translate.errors import DocumentError, NewsdeskError
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import lists, naming
from translate.workflow.lists import Mentions
from translate.workflow.places import shown_path


@dataclass(frozen=True, slots=True)
class Listing:
    """All articles that a project has, as they were found at one time."""

    paths: tuple[Path, ...]
    named: Mapping[str, Path]
    """The same by the names of their catalogs."""
    unseen: tuple[NewsdeskError, ...] = ()
    """What could not be read when they were looked for."""


def listing(settings: Settings) -> Listing:
    """Find all articles that a project has."""
    paths, unseen = find(settings)
    return Listing(tuple(paths), named(settings, paths), tuple(unseen))


def find(settings: Settings, paths: Sequence[Path] = ()) -> tuple[list[Path], list[NewsdeskError]]:
    """List article files: those that are asked for, or all that the project has; see `documents.finding.find`.

    The project's lists stand behind them as one, by their folder.
    """
    of_lists, others = lists.among(settings, paths)
    found: list[Path] = []
    troubles: list[NewsdeskError] = []
    if others or not paths:
        places = finding.Places(settings.root, settings.articles, endings())
        found, troubles = listing_room.articles_in(places, reader(settings, {}), others)
    if of_lists or not paths:
        every = lists.Lists(settings)
        there = every.find()
        found += [every.folder] if there.files else []
        troubles += there.troubles
    return found, troubles


def names(settings: Settings, asked: Sequence[Path] = ()) -> dict[str, str]:
    """The names of the catalogs of the project's articles, and of those that are asked for; see `naming.names`."""
    return naming.names(settings, (*asked, *find(settings)[0]))


def named(settings: Settings, listed: Sequence[Path] | None = None) -> dict[str, Path]:
    """The project's articles by the names of their catalogs.

    Args:
        settings: The project.
        listed: All that it has; None where they have to be found.
    """
    every = find(settings)[0] if listed is None else listed
    return by_name(settings, every, naming.names(settings, every))


def by_name(settings: Settings, listed: Sequence[Path], names: Mapping[str, str]) -> dict[str, Path]:
    """Articles by the names of their catalogs; without those whose files give none.

    Args:
        settings: The project.
        listed: The articles.
        names: The names by the articles as the newsroom knows them.
    """
    shown = ((shown_path(settings, path), path) for path in listed)
    return {names[article]: path for article, path in shown if article in names}


def newest_first(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Articles in the order to take them: what was written last is wanted first."""
    return tuple(sorted(paths, key=_age))


def _age(path: Path) -> tuple[int, str]:
    try:
        return -path.stat().st_mtime_ns, str(path)
    except NotADirectoryError:
        return _age(path.parent)[0], str(path)
    except OSError:
        return 0, str(path)


def endings() -> tuple[str, ...]:
    """The file name endings of articles, with the dot, in small letters."""
    return tuple(sorted(plugins.formats_by_ending()))


def reader(settings: Settings, called: Mapping[str, str], mentions: Mentions = MappingProxyType({})) -> Reader:
    """Get ready to read articles, and the project's lists.

    Args:
        settings: The project.
        called: The names of their catalogs; see `names`.
        mentions: The articles that mention a title of the lists, by the title.
    """
    homes = finding.homes(settings.root, settings.articles)
    every = lists.Lists(settings, called.get(settings.shows) or slug_of(settings.shows), mentions)
    return reading.reader(settings.root, plugins.formats_by_ending(settings.formats), called, homes, every.read)


def read(
    settings: Settings, paths: Sequence[Path], called: Mapping[str, str] | None = None
) -> tuple[list[Document], list[NewsdeskError]]:
    """Read articles; what cannot be read is told, and the others go on.

    Args:
        settings: The project.
        paths: The articles.
        called: What `names` says of them, where that is known already.
    """
    documents: list[Document] = []
    troubles: list[NewsdeskError] = []
    every = reader(settings, names(settings, paths) if called is None else called)
    for path in paths:
        try:
            documents.append(every.read(path))
        except DocumentError as error:
            troubles.append(error)
    return documents, troubles

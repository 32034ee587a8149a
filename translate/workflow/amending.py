"""Change entries of a PO file at a person's word, and let the history know what it says from now on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from translate.catalogs.loading import PO_FILE, load
from translate.catalogs.reading import PoFile, read
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Header
from translate.core.entries.past import Past
from translate.core.results.summary import Trouble
from translate.errors import CatalogError, ChangedError
from translate.files import saving
from translate.history.texts import Look
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import remembering
from translate.workflow.heading import header_of
from translate.workflow.noticing import Noticing, noticing
from translate.workflow.places import home_of
from translate.workflow.steps import Announce, silently
from translate.workflow.troubles import trouble_of

_ATTEMPTS = 5
"""So often a file is changed again because somebody saved it meanwhile."""

Change = Callable[[Catalog, Catalog], Catalog]
"""What a file shall say, told by what it says and by how that is to be understood (`noticing.notice`)."""


@dataclass(frozen=True, slots=True)
class Amended:
    """One PO file."""

    path: Path
    shown: str
    """The file, as the newsroom knows it."""
    locale: str


@contextlib.contextmanager
def looked(
    settings: Settings, *, now: datetime, dry_run: bool = False, announce: Announce = silently
) -> Iterator[tuple[Noticing, list[Trouble]]]:
    """Look at the project's PO files as a run does, so that the history knows how they are.

    Args:
        settings: The project.
        now: The time.
        dry_run: Whether whatever is found, and whatever follows, is forgotten.
        announce: Told of the files that have to be read.

    Yields:
        What has looked, and what is wrong with PO files that could not be read.

    Raises:
        NewsdeskError: The history or the memory cannot be used.
    """
    seen, unusable = noticing(settings, now=now, keep=not dry_run)
    if unusable is not None:
        raise unusable
    with (
        seen.history,
        remembering.opened(settings, now=now, dry_run=dry_run, announce=announce, seen=seen) as fresh,
    ):
        seen.history.commit()
        # What is wrong with imported files is no matter of theirs.
        yield seen, [trouble_of(error, "") for error in fresh.troubles if isinstance(error, CatalogError)]


def amend(
    seen: Noticing,
    file: Amended,
    change: Change,
    *,
    remember: Callable[[Past], Past] = lambda past: past,
    dry_run: bool = False,
) -> None:
    """Change a PO file; should somebody save it meanwhile, what they saved is changed.

    Args:
        seen: Knows what the file was at the last look.
        file: The file; it need not be there.
        change: Gives what it shall say; asked again for whatever somebody saves meanwhile.
        remember: What the next look is held against, told by what this one finds.
        dry_run: Ask, and write nothing.

    Raises:
        NewsdeskError: It cannot be read or written, or is saved by others again and again.
    """
    for _ in range(_ATTEMPTS - 1):
        with contextlib.suppress(ChangedError):
            return _amend(seen, file, change, remember, dry_run=dry_run)
    return _amend(seen, file, change, remember, dry_run=dry_run)


def _amend(seen: Noticing, file: Amended, change: Change, remember: Callable[[Past], Past], *, dry_run: bool) -> None:
    old = load(file.path, file.shown, home=home_of(seen.settings, file.path))
    before = old.catalog if old else Catalog(Header())
    wanted = change(before, seen.notice(file.shown, old.catalog if old else None).catalog)
    if dry_run:
        return
    there = _saved(seen, file, old, wanted) if wanted.entries != before.entries else old
    noticed = seen.notice(file.shown, there.catalog if there else None)
    past = remember(noticed.past)
    seen.history.put(Look(file.shown, file.locale, past, superseded=noticed.superseded, at=seen.at))
    seen.history.commit()


def _saved(seen: Noticing, file: Amended, old: PoFile | None, wanted: Catalog) -> PoFile:
    header = header_of(seen.settings, file.locale, old.catalog if old else None, wanted.entries, seen.now)
    data = render(Catalog(header, wanted.entries), old, wrap=seen.settings.wrap)
    home, expected = home_of(seen.settings, file.path), old.data if old else None
    saving.save(file.path, data, kind=PO_FILE, expected=expected, shown=file.shown, home=home)
    return read(data, file.shown)

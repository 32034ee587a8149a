"""Feed the memory with what people approved in the project's files, and in those that were imported."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice
from pathlib import Path

from translate.catalogs.loading import load
from translate.core.entries.remembered import MemoryUnit
from translate.errors import MemoryFileError, NewsdeskError
from translate.memory.database import DamagedError, Feed, Memory
from translate.memory.sources import units_of_catalog, units_of_sound_tmx
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow.noticing import Noticing, See, noticing, unseen
from translate.workflow.origins import Origin, compared
from translate.workflow.parting import part
from translate.workflow.places import own_folder
from translate.workflow.steps import Announce, silently

PLACE = Path(".newsdesk", "memory.sqlite")
"""The memory's file in a project."""
_AT_ONCE = 500
"""So many files are remembered in one transaction: each costs a wait for the disk."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The memory, as the project's files have it now."""

    memory: Memory
    """To be closed by whoever asked for it."""
    read: int
    """How many files had to be read."""
    troubles: tuple[NewsdeskError, ...] = ()
    """What is wrong with files that could not be read; what was remembered of them before stays."""


def refresh(
    settings: Settings,
    *,
    now: datetime,
    announce: Announce = silently,
    path: Path | None = None,
    seen: Noticing | None = None,
    see: See = unseen,
) -> Refreshed:
    """Bring the memory up to date with the project's PO files, and with the files that were imported.

    Args:
        settings: The project.
        now: The time; a file that was saved a moment before it is read again the next time.
        announce: Told of the files that have to be read.
        path: Where the memory is; None for its own place in the project.
        seen: Looks at each PO file of the project that has to be read; None for one that keeps nothing of it.
        see: Shown the same, so that whoever wants it too need not read it again.

    Raises:
        MemoryFileError: The memory's own file cannot be read or written.
        LockedError: Another process has been writing it for a minute.
    """
    home = settings.root if path is None else None
    with contextlib.suppress(OSError):  # Told by the memory itself.
        path = path or own_folder(settings) / PLACE.name
    path = path or settings.root / PLACE
    with contextlib.ExitStack() as stack:
        if seen is None:
            seen, _ = noticing(settings, now=now)
            stack.callback(seen.history.close)
        with contextlib.suppress(DamagedError):
            return _opened(seen, path, home, announce, see)
        return _opened(seen, path, home, announce, see)  # It has been made anew.


def _opened(seen: Noticing, path: Path, home: Path | None, announce: Announce, see: See) -> Refreshed:
    memory = Memory(path, source=seen.settings.source, home=home)
    try:
        return _refresh(seen, memory, announce, see)
    except BaseException:
        memory.close()
        raise


def _refresh(seen: Noticing, memory: Memory, announce: Announce, see: See) -> Refreshed:
    found = compared(seen, memory)
    memory.forget(found.unfed)
    changed = found.changed
    troubles: list[NewsdeskError] = []
    advance = announce("Reading approved translations", len(changed)) if changed else silently("", 0)
    feeds = chain(_feeds(seen, changed, troubles, see), _of_gone(seen, found.absent), _of_suspected(seen, changed))
    while batch := list(islice(feeds, _AT_ONCE)):
        memory.feed(batch)
        advance(len(batch))
    return Refreshed(memory, len(changed), tuple(troubles))


def _feeds(seen: Noticing, changed: Sequence[Origin], troubles: list[NewsdeskError], see: See) -> Iterator[Feed]:
    """What the files hold; a broken one is told, and changes nothing."""
    for origin in changed:
        try:
            if origin.locale is None:
                yield Feed(origin.name, origin.fingerprint, _imported(seen.settings, origin))
                continue
            read = load(origin.path, origin.shown, home=seen.settings.root)
            noticed = seen.look(origin.path, origin.shown, origin.locale, read, origin.fingerprint)
            see(origin.path, noticed)
        except NewsdeskError as error:
            troubles.append(error)
            see(origin.path, None)
            continue
        if origin.shown not in seen.suspected:
            yield _feed(seen, origin, origin.locale)


def _of_gone(seen: Noticing, absent: Collection[str]) -> Iterator[Feed]:
    """What files held that are gone, though their articles are not."""
    for path, shown, locale in seen.gone(absent):
        seen.look(path, shown, locale, None, "")
        yield Feed(shown, "", seen.units(shown, locale))
    part(seen, absent)


def _of_suspected(seen: Noticing, changed: Sequence[Origin]) -> Iterator[Feed]:
    """What files hold in which drafts were approved unchanged: only when all are seen is it known how many were."""
    suspected = seen.suspected
    seen.settle()
    for origin in changed:
        if origin.shown in suspected and origin.locale is not None:
            yield _feed(seen, origin, origin.locale)


def _feed(seen: Noticing, origin: Origin, locale: str) -> Feed:
    """What a file holds that was looked at."""
    units = seen.units(origin.shown, locale)
    return Feed(origin.name, origin.fingerprint, tuple(replace(unit, origin=origin.name) for unit in units))


def _imported(settings: Settings, origin: Origin) -> Iterable[MemoryUnit]:
    """The units of a file from elsewhere."""
    path, shown, home, locales = origin.path, origin.shown, settings.root, settings.locales
    if not path.is_file():
        raise MemoryFileError("is no plain file, or a link that leads nowhere; remove it", path=shown)
    if path.suffix.lower() == ".tmx":
        return units_of_sound_tmx(path, shown, source=settings.source, locales=locales, home=home)
    return units_of_catalog(found.catalog, shown, locales=locales) if (found := load(path, shown, home=home)) else ()

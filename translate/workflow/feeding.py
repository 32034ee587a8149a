"""Feed the memory with what people approved in the project's files, and in those that were imported."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from translate.catalogs.loading import load
from translate.core.entries.remembered import MemoryUnit
from translate.errors import MemoryFileError, NewsdeskError
from translate.ledger.states import nanoseconds, state_of
from translate.memory.database import DamagedError, Feed, Memory
from translate.memory.sources import units_of_catalog, units_of_sound_tmx
from translate.settings import Settings
from translate.workflow.inspecting import See, unseen
from translate.workflow.places import catalog_paths, imports, own_folder, shown_path
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


@dataclass(frozen=True, slots=True)
class _Origin:
    """A file that the memory is fed from."""

    path: Path
    shown: str
    fingerprint: str
    locale: str | None
    """None for a file that says so itself."""


def refresh(
    settings: Settings,
    *,
    now: datetime,
    announce: Announce = silently,
    path: Path | None = None,
    see: See = unseen,
) -> Refreshed:
    """Bring the memory up to date with the project's PO files, and with the files that were imported.

    Args:
        settings: The project.
        now: The time; a file that was saved a moment before it is read again the next time.
        announce: Told of the files that have to be read.
        path: Where the memory is; None for its own place in the project.
        see: Shown each PO file of the project that has to be read, so that whoever wants it too need not read it again.

    Raises:
        MemoryFileError: The memory's own file cannot be read or written.
        LockedError: Another process has been writing it for a minute.
    """
    with contextlib.suppress(OSError):  # Told by the memory itself.
        path = path or own_folder(settings) / PLACE.name
    path = path or settings.root / PLACE
    with contextlib.suppress(DamagedError):
        return _opened(settings, path, now, announce, see)
    return _opened(settings, path, now, announce, see)  # It has been made anew.


def _opened(settings: Settings, path: Path, now: datetime, announce: Announce, see: See) -> Refreshed:
    memory = Memory(path, source=settings.source)
    try:
        return _refresh(settings, memory, now, announce, see)
    except BaseException:
        memory.close()
        raise


def _refresh(settings: Settings, memory: Memory, now: datetime, announce: Announce, see: See) -> Refreshed:
    known = memory.fingerprints()
    origins = list(_origins(settings, now))
    memory.forget(known.keys() - {o.shown for o in origins})
    changed = [o for o in origins if not o.fingerprint or known.get(o.shown) != o.fingerprint]
    troubles: list[NewsdeskError] = []
    advance = announce("Reading approved translations", len(changed)) if changed else silently("", 0)
    feeds = _feeds(settings, changed, troubles, see)
    while batch := list(islice(feeds, _AT_ONCE)):
        memory.feed(batch)
        advance(len(batch))
    return Refreshed(memory, len(changed), tuple(troubles))


def _feeds(settings: Settings, origins: Sequence[_Origin], troubles: list[NewsdeskError], see: See) -> Iterator[Feed]:
    """What the files hold; a broken one is told, and changes nothing."""
    for origin in origins:
        try:
            yield Feed(origin.shown, origin.fingerprint, _units(settings, origin, see))
        except NewsdeskError as error:
            troubles.append(error)
            see(origin.path, None)


def _units(settings: Settings, origin: _Origin, see: See) -> Iterable[MemoryUnit]:
    path, shown = origin.path, origin.shown
    if origin.locale is None and not path.is_file():
        raise MemoryFileError("is no plain file, or a link that leads nowhere; remove it", path=shown)
    if path.suffix.lower() == ".tmx":
        return units_of_sound_tmx(path, shown, source=settings.source, locales=settings.locales)
    found = load(path, shown)
    if found is None:
        return ()
    see(path, found)
    return units_of_catalog(found.catalog, shown, locales=settings.locales, locale=origin.locale)


def _origins(settings: Settings, now: datetime) -> Iterator[_Origin]:
    # The memory itself keeps the states, beside what it was fed with then: neither can be lost without the other.
    now_ns = nanoseconds(now)
    for locale in settings.locales:
        for path in catalog_paths(settings, locale):
            yield _Origin(path, _storable(settings, path), state_of(path, now_ns) or "", locale)
    for path in imports(settings):
        # A new locale may be in an old file.
        state = state_of(path, now_ns)
        wanted = " ".join((state, *settings.locales)) if state else ""
        yield _Origin(path, _storable(settings, path), wanted, None)


def _storable(settings: Settings, path: Path) -> str:
    """The file as the newsroom knows it; a name that is no UTF-8 with its odd bytes escaped."""
    return shown_path(settings, path).encode("utf-8", "backslashreplace").decode()

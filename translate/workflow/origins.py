"""The files that the memory is fed from: the PO files that are work, and what was imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from itertools import islice
from pathlib import Path

from translate.documents.paths import printable
from translate.ledger.states import nanoseconds, state_of
from translate.memory.database import Memory
from translate.values import dataclass
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalogs_folder, imports, locale_in
from translate.workflow.shelves import names_in
from translate.workflow.strays import work_among

_AT_ONCE = 500
"""So many files are asked for in one question."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A file that the memory is fed from."""

    folder: Path
    file: str
    """Its name in the folder, as ``2025-02/ferry.po`` in a sub-folder."""
    shown: str
    fingerprint: str
    locale: str | None
    """None for a file that says so itself."""
    follows: str = ""
    """Where it follows its article in this run: the name that it has from then on."""

    @property
    def path(self) -> Path:
        """Where it is; there are thousands of them, and few that anybody reads."""
        return self.folder / self.file

    @property
    def name(self) -> str:
        """The file, as the memory knows it."""
        return self.follows or self.shown

    def is_known(self, fed: Mapping[str, str], seen: Mapping[str, str]) -> bool:
        """Whether the file is as it was when the memory was fed from it, and as it was at the last look.

        Args:
            fed: What the memory knows of files.
            seen: What the history knows of the project's own.
        """
        known = bool(self.fingerprint) and fed.get(self.name) == self.fingerprint
        return known and (self.locale is None or self.is_as_seen(seen))

    def is_as_seen(self, seen: Mapping[str, str]) -> bool:
        """Whether a file of the project's own is as it was at the last look.

        Args:
            seen: What the history knows of them.
        """
        return bool(self.fingerprint) and seen.get(self.shown) == self.fingerprint


def origins(seen: Noticing) -> Iterator[Origin]:
    """All of them, each with its state."""
    for locale in seen.settings.locales:
        yield from _work(seen, locale)
    yield from _others(seen)


def _work(seen: Noticing, locale: str) -> Iterator[Origin]:
    """The PO files of a locale that are work."""
    # The memory itself keeps the states, beside what it was fed with then: neither can be lost without the other.
    folder = catalogs_folder(seen.settings, locale)
    shown, now_ns = storable(seen.settings, folder), nanoseconds(seen.now)
    for name in work_among(seen.settings, names_in(folder), seen.articles):
        yield Origin(folder, name, f"{shown}/{printable(name)}", state_of(f"{folder}/{name}", now_ns) or "", locale)


def _others(seen: Noticing) -> Iterator[Origin]:
    """Those that follow their articles in this run, and what was imported."""
    settings, now_ns = seen.settings, nanoseconds(seen.now)
    for path, new in seen.moving.items():
        shown, follows = storable(settings, path), storable(settings, new)
        yield Origin(path.parent, path.name, shown, state_of(path, now_ns) or "", locale_in(new), follows)
    for path in imports(settings):
        # A new locale may be in an old file.
        state = state_of(path, now_ns)
        wanted = " ".join((state, *settings.locales)) if state else ""
        yield Origin(path.parent, path.name, storable(settings, path), wanted, None)


@dataclass(slots=True)
class Compared:
    """How the files that the memory is fed from differ from what was known of them."""

    changed: list[Origin] = field(default_factory=list)
    """Those that are not as the memory and the last look know them."""
    unfed: list[str] = field(default_factory=list)
    """What the memory was fed from, and is not any more, by the names that it knows."""
    absent: list[str] = field(default_factory=list)
    """What somebody has looked at, and is no work any more, as the newsroom knows it."""


def compared(seen: Noticing, memory: Memory) -> Compared:
    """Compare all of them with what was known, locale by locale: of all together there may be millions."""
    history, others, found = seen.history, [*_others(seen)], Compared()
    names, shown = {one.name for one in others}, {one.shown for one in others}
    elsewhere: tuple[str, ...] = ()
    for locale in seen.settings.locales:
        folder, there = storable(seen.settings, catalogs_folder(seen.settings, locale)), set[str]()
        found.changed += _changed(_work(seen, locale), seen, memory, there)
        found.unfed += (path for path in memory.origins(folder) if not (path in there or path in names))
        found.absent += (path for path in history.paths(folder) if not (path in there or path in shown))
        elsewhere += (f"{folder}/",)
    found.changed += _changed(others, seen, memory, set())
    found.unfed += (path for path in memory.origins() if not (path.startswith(elsewhere) or path in names))
    found.absent += (path for path in history.paths() if not (path.startswith(elsewhere) or path in shown))
    return found


def _changed(some: Iterable[Origin], seen: Noticing, memory: Memory, there: set[str]) -> Iterator[Origin]:
    """Those that are not as they were; what all are called is put into a set."""
    waiting = iter(some)
    while batch := [*islice(waiting, _AT_ONCE)]:
        there.update(one.shown for one in batch)
        fed = memory.fingerprints([one.name for one in batch])
        states = seen.history.states(one.shown for one in batch)
        yield from (one for one in batch if not one.is_known(fed, states))

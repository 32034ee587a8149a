"""``newsdesk memory``: what people approved, remembered, searched and exchanged."""

from __future__ import annotations

import contextlib
import filecmp
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import IO

from translate import __version__
from translate.catalogs import headers
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.remembered import Difference, MemoryCount, MemoryHit, MemoryUnit, approved, term_difference
from translate.core.results.summary import Trouble
from translate.core.terms.matching import Matcher
from translate.errors import MemoryFileError, NewsdeskError
from translate.files import saving
from translate.ledger.states import nanoseconds, state_of
from translate.memory import tmx
from translate.memory.database import DamagedError, Feed, Memory
from translate.settings import Settings
from translate.workflow.places import catalog_paths, load_glossary, shown_path
from translate.workflow.steps import Announce, silently
from translate.workflow.troubles import trouble_of

IMPORTS = "memory"
"""The project's folder of TMX and PO files from elsewhere; what lies in it is remembered like the project's own."""

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


def refresh(settings: Settings, *, now: datetime, announce: Announce = silently, path: Path | None = None) -> Refreshed:
    """Bring the memory up to date with the project's PO files, and with the files that were imported.

    Args:
        settings: The project.
        now: The time; a file that was saved a moment before it is read again the next time.
        announce: Told of the files that have to be read.
        path: Where the memory is; None for its own place in the project.

    Raises:
        MemoryFileError: The memory's own file cannot be read or written.
        LockedError: Another process has been writing it for a minute.
    """
    path = path or settings.root / PLACE
    memory = Memory(path, source=settings.source)
    try:
        return _refresh(settings, memory, now, announce)
    except DamagedError:
        memory.close()
    except BaseException:
        memory.close()
        raise
    again = Memory(path, source=settings.source)
    try:
        return _refresh(settings, again, now, announce)
    except BaseException:
        again.close()
        raise


def _refresh(settings: Settings, memory: Memory, now: datetime, announce: Announce) -> Refreshed:
    known = memory.fingerprints()
    origins = list(_origins(settings, now))
    memory.forget(known.keys() - {o.shown for o in origins})
    changed = [o for o in origins if not o.fingerprint or known.get(o.shown) != o.fingerprint]
    troubles: list[NewsdeskError] = []
    advance = announce("Reading approved translations", len(changed)) if changed else silently("", 0)
    feeds = _feeds(settings, changed, troubles)
    while batch := list(islice(feeds, _AT_ONCE)):
        memory.feed(batch)
        advance(len(batch))
    return Refreshed(memory, len(changed), tuple(troubles))


def _feeds(settings: Settings, origins: Sequence[_Origin], troubles: list[NewsdeskError]) -> Iterator[Feed]:
    """What the files hold. TMX files are gone through twice, so that a broken one changes nothing."""
    for origin in origins:
        try:
            if origin.locale is None and not origin.path.is_file():
                raise MemoryFileError("is no plain file, or a link that leads nowhere; remove it", path=origin.shown)
            if origin.path.suffix.lower() == ".tmx":
                for _ in _read_tmx(settings, origin.path, origin.shown):
                    pass
                units = _read_tmx(settings, origin.path, origin.shown)
                yield Feed(origin.shown, origin.fingerprint, (u for u in units if isinstance(u, MemoryUnit)))
            else:
                yield Feed(
                    origin.shown, origin.fingerprint, _read_po(settings, origin.path, origin.shown, origin.locale)
                )
        except NewsdeskError as error:
            troubles.append(error)


def _origins(settings: Settings, now: datetime) -> Iterator[_Origin]:
    # The memory itself keeps the states, beside what it was fed with then: neither can be lost without the other.
    now_ns = nanoseconds(now)
    for locale in settings.locales:
        for path in catalog_paths(settings, locale):
            yield _Origin(path, _storable(settings, path), state_of(path, now_ns) or "", locale)
    for path in _imports(settings):
        # A new locale may be in an old file.
        state = state_of(path, now_ns)
        wanted = " ".join((state, *settings.locales)) if state else ""
        yield _Origin(path, _storable(settings, path), wanted, None)


def _imports(settings: Settings) -> list[Path]:
    folder = settings.root / IMPORTS
    return sorted(
        path for path in folder.glob("*") if path.suffix.lower() in {".tmx", ".po"} and not path.name.startswith(".")
    )


def _storable(settings: Settings, path: Path) -> str:
    """The file as the newsroom knows it; a name that is no UTF-8 with its odd bytes escaped."""
    return shown_path(settings, path).encode("utf-8", "backslashreplace").decode()


def _read_po(settings: Settings, path: Path, shown: str, locale: str | None) -> tuple[MemoryUnit, ...]:
    found = saving.load(path, shown)
    if found is None:
        return ()
    header = found.catalog.header
    if locale is None:
        locale = (header.get("Language") or "").strip()
        if locale not in settings.locales:
            told = f"is in “{locale}”, which is none of the project's locales" if locale else "names no Language"
            raise MemoryFileError(f"{told}; its header must name one of {', '.join(settings.locales)}", path=shown)
    return approved(found.catalog, locale, shown, _revised(header.get("PO-Revision-Date") or ""))


def _revised(value: str) -> str:
    with contextlib.suppress(ValueError, OverflowError):
        return datetime.strptime(value.strip(), "%Y-%m-%d %H:%M%z").astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return ""


def _read_tmx(settings: Settings, path: Path, shown: str) -> Iterator[MemoryUnit | tmx.Skipped]:
    try:
        with path.open("rb") as file:
            yield from tmx.read(file, shown, source=settings.source, locales=settings.locales)
    except OSError as error:
        raise MemoryFileError(f"cannot be read: {error.strerror or error}", path=shown) from error


# --- import and export ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was taken into the project's memory."""

    file: str
    """As the user named it."""
    kept: str
    """Its copy in the project."""
    units: int
    skipped: Mapping[str, int]
    """How many of its units were passed over, by the reason."""


def import_files(
    settings: Settings, paths: Sequence[Path], *, replace: bool = False
) -> tuple[tuple[Imported, ...], tuple[Trouble, ...]]:
    """Take TMX and PO files into the project: checked, and copied to its folder of imports, where `refresh` finds them.

    A copy, because the memory itself is a cache: what is only in there would be gone with it.

    Args:
        settings: The project.
        paths: The files.
        replace: Whether a file may take the place of another one of the same name.

    Returns:
        What was taken, and what is wrong with the others, which changed nothing.
    """
    done: list[Imported] = []
    troubles: list[Trouble] = []
    for path in paths:
        try:
            done.append(_import(settings, path, replace=replace))
        except NewsdeskError as error:
            troubles.append(trouble_of(error, shown_path(settings, path)))
    return tuple(done), tuple(troubles)


def _import(settings: Settings, path: Path, *, replace: bool) -> Imported:
    shown = shown_path(settings, path)
    if not path.exists():
        raise MemoryFileError("there is no such file", path=shown)
    if not path.is_file():  # A pipe would let us wait for ever.
        raise MemoryFileError("is no plain file; name a .tmx or a .po file", path=shown)
    counted: Counter[str] = Counter()
    match path.suffix.lower():
        case ".tmx":
            units = 0
            for unit in _read_tmx(settings, path, shown):
                if isinstance(unit, MemoryUnit):
                    units += 1
                else:
                    counted[unit.reason] += 1
        case ".po":
            units = len(_read_po(settings, path, shown, None))
        case _:
            raise MemoryFileError("is neither a .tmx nor a .po file", path=shown)
    if not units:
        raise MemoryFileError("has nothing that could be remembered: no approved text in a locale of ours", path=shown)
    kept = settings.root / IMPORTS / path.name
    kept_shown = shown_path(settings, kept)
    if kept.exists() and not filecmp.cmp(path, kept, shallow=False) and not replace:
        message = f"{kept_shown} holds something else; give --replace to put this file in its place, or rename it"
        raise MemoryFileError(message, path=shown)
    if not (kept.exists() and filecmp.cmp(path, kept, shallow=False)):
        with path.open("rb") as old:
            _save(kept, kept_shown, lambda new: shutil.copyfileobj(old, new))
    return Imported(shown, kept_shown, units, dict(counted))


def _save(path: Path, shown: str, write: Callable[[IO[bytes]], object]) -> None:
    """Write a file as a whole or not at all."""
    from durablewrite import atomic_write  # noqa: PLC0415  Only who writes needs it.

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path, "wb") as file:
            write(file)
    except (FileExistsError, NotADirectoryError) as error:
        message = "cannot be written: a file stands where its folder belongs; move that file elsewhere"
        raise MemoryFileError(message, path=shown) from error
    except OSError as error:
        raise MemoryFileError(f"cannot be written: {error.strerror or error}", path=shown) from error


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written to a file."""

    units: int
    left_out: int
    """Units that the format has no place for: a TMX file holds no control characters."""


def export_tmx(settings: Settings, memory: Memory, path: Path, locales: Sequence[str]) -> Exported:
    """Write the units of some locales as a TMX file, one at a time.

    Raises:
        MemoryFileError: The file cannot be written.
    """
    units = left_out = 0

    def counted() -> Iterator[MemoryUnit]:
        nonlocal units
        for unit in memory.units(locales):
            units += 1
            yield unit

    def write(file: IO[bytes]) -> None:
        nonlocal left_out
        left_out = tmx.write(file, counted(), source=settings.source, version=__version__)

    _save(path, str(path), write)
    return Exported(units - left_out, left_out)


def export_po(settings: Settings, memory: Memory, path: Path, locale: str, *, now: datetime) -> Exported:
    """Write the units of one locale as a PO compendium, as ``msgmerge --compendium`` takes it.

    A PO file has one translation for a text of a kind: the one that was approved last. The others are left out.

    Raises:
        MemoryFileError, CatalogError: The file cannot be written.
    """
    newest: dict[tuple[str | None, str], MemoryUnit] = {}
    count = 0
    for unit in memory.units([locale]):
        count += 1
        key = (unit.kind, unit.source)
        if key not in newest or newest[key].seen < unit.seen:
            newest[key] = unit
    header = headers.new_header(
        project=settings.name, contact=settings.contact, locale=locale, source_language=settings.source, created=now,
        generator=f"newsdesk {__version__}",
    )  # fmt: skip
    entries = tuple(Entry(msgid=u.source, msgstr=u.target, msgctxt=u.kind) for u in newest.values())
    data = render(Catalog(header, entries), wrap=settings.wrap)
    _save(path, str(path), lambda file: file.write(data))
    return Exported(len(entries), count - len(entries))


# --- questions -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Found:
    """A hit, and what the glossary of today says to it."""

    hit: MemoryHit
    terms: Difference
    """The glossary's terms by which the sources differ."""


def search(
    settings: Settings, memory: Memory, text: str, *, locale: str, kind: str | None = None, limit: int = 5
) -> tuple[Found, ...]:
    """The approved translations of a text and of texts like it.

    Raises:
        GlossaryError: The locale's glossary cannot be used.
    """
    hits = memory.fuzzy(locale, text, kind, limit)
    glossary = load_glossary(settings, locale).glossary
    matcher = Matcher(glossary)
    return tuple(Found(hit, term_difference(matcher, text, hit.unit.source)) for hit in hits)


def stats(memory: Memory) -> tuple[MemoryCount, ...]:
    """How much is remembered, by locale and kind."""
    return memory.counts()

"""The translation memory's index: a SQLite file that can be made anew from the files that it was fed from."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from translate import patterns
from translate.core.entries.remembered import LEAST, MemoryCount, MemoryHit, MemoryUnit, comparable, number_difference
from translate.core.text.tags import plain
from translate.core.text.words import TOKEN, UNSPACED
from translate.errors import LockedError, MemoryFileError
from translate.files import bounds, databases
from translate.values import dataclass

_VERSION = 4
"""Raised with every change of the tables, or of what is taken from a file; a file of another version is made anew."""
_SCHEMA = """
CREATE TABLE meta (version INTEGER NOT NULL, source TEXT NOT NULL);
CREATE TABLE origin (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL);
CREATE TABLE segment (
    id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, text TEXT NOT NULL, plain BLOB NOT NULL
);
CREATE INDEX segment_by_plain ON segment (plain);
CREATE TABLE unit (
    segment INTEGER NOT NULL REFERENCES segment, locale TEXT NOT NULL, kind TEXT NOT NULL,
    origin INTEGER NOT NULL REFERENCES origin, digest BLOB NOT NULL,
    source TEXT, target TEXT NOT NULL, seen TEXT NOT NULL, feeding INTEGER NOT NULL,
    UNIQUE (segment, locale, kind, origin, digest)
);
CREATE INDEX unit_by_origin ON unit (origin);
CREATE TABLE total (locale TEXT PRIMARY KEY, sum BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE frequency USING fts5vocab(words, 'row');
"""
_PATIENCE = 60.0
"""Seconds to wait for another process that writes."""
_CACHE = 8_192
"""KiB of the file that are kept in memory."""
_FEWEST, _MOST = 3, 8
"""So many words of a text are looked up, its rarest …"""
_OCCURRENCES = 1_000
"""… as long as they occur in no more texts than this altogether, because each of them is ranked."""
_CANDIDATES = 200
"""So many of the best-ranked texts are compared, character by character."""
_AT_ONCE = 500
"""So many texts are asked for in one question; SQLite takes 999 values at least."""
_LONGEST = 10_000
"""Characters of a text that is compared with others; comparing takes time in proportion to the product of lengths."""

_WEIGHT = 32
"""Bytes of what tells a locale's units from others."""

_UNSPACED = patterns.compile(UNSPACED)


@dataclass(frozen=True, slots=True)
class Feed:
    """A file that the memory is fed from."""

    origin: str
    """The file, as the newsroom knows it."""
    fingerprint: str
    """Told by `Memory.fingerprints` until the file is fed again."""
    units: Iterable[MemoryUnit]
    """What people approved in the file; their own `origin` does not count. Taken one by one."""


class Memory:
    """The units of one project, to be looked up and fed; to be closed after use.

    Where the file turns out to be damaged, what is looked up is not found, `notes` says so, and the next `Memory` on
    the same path is empty and sound.
    """

    def __init__(self, path: Path, *, source: str, home: Path | None) -> None:
        """Open the memory, or make an empty one where there is none that can be used.

        Args:
            path: The SQLite file; its folder is made as needed.
            source: The locale of the project's articles; a memory of another one's is made anew.
            home: The folder that links must not lead out of, resolved; None for anywhere.

        Raises:
            MemoryFileError: The file cannot be read or written.
            LockedError: Another process has been writing it for a minute.
        """
        self.path = path
        self.notes: list[str] = []
        self._source = source
        self._home = home
        self._frequencies: dict[str, int] = {}
        self._known: dict[str, bool] = {}
        self._changes: defaultdict[str, int] = defaultdict(int)
        try:
            with bounds.folder(home, path.parent, make=True):
                self._connection = self._open()
        except OSError as error:
            message, shown = bounds.explained(error, "cannot be written", str(path), "a file")
            raise MemoryFileError(message, path=shown) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # --- feeding ---------------------------------------------------------------------------------------------------

    def origins(self, folder: str = "") -> Iterator[str]:
        """The paths of the files that are remembered.

        Args:
            folder: Only those in this folder; empty for all.
        """
        question = "SELECT path FROM origin WHERE path > ? AND path < ?"
        with self._reading():
            yield from (path for (path,) in self._connection.execute(question, databases.within(folder)))

    def fingerprints(self, paths: Sequence[str]) -> Mapping[str, str]:
        """The fingerprints of some files, a few hundred, by their paths; without those that are not remembered."""
        question = f"SELECT path, fingerprint FROM origin WHERE path IN ({', '.join('?' * len(paths))})"  # noqa: S608
        with self._reading():
            return dict(self._connection.execute(question, paths))
        return {}

    def feed(self, files: Iterable[Feed]) -> None:
        """Remember what files hold, all of it or nothing, and forget what they held before and do not any more.

        A unit that stands in a file twice counts once, by its later date.

        Raises:
            MemoryFileError: The disk is full, or the memory is damaged and is empty the next time it is opened.
        """
        with self._writing() as sql:
            for file in files:
                sql.execute(
                    "INSERT INTO origin (path, fingerprint) VALUES (?, ?)"
                    " ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint",
                    (file.origin, file.fingerprint),
                )
                (place,) = sql.execute("SELECT id FROM origin WHERE path = ?", (file.origin,)).fetchone()
                last = sql.execute("SELECT max(feeding) FROM unit WHERE origin = ?", (place,)).fetchone()[0]
                feeding = (last or 0) + 1
                for unit in file.units:
                    self._remember(unit, place, feeding)
                self._forget(place, feeding)

    def forget(self, origins: Iterable[str]) -> None:
        """Forget files, such as those that are gone, and what only they held.

        Raises:
            MemoryFileError: As `feed` does.
        """
        with self._writing() as sql:
            for origin in origins:
                found = sql.execute("SELECT id FROM origin WHERE path = ?", (origin,)).fetchone()
                if found:
                    self._forget(found[0], None)
                    sql.execute("DELETE FROM origin WHERE id = ?", found)

    def _remember(self, unit: MemoryUnit, origin: int, feeding: int) -> None:
        text = comparable(unit.source)
        digest = _digest(text)
        sql = self._connection
        found = sql.execute("SELECT id FROM segment WHERE digest = ?", (digest,)).fetchone()
        if found is None:
            found = sql.execute(
                "INSERT INTO segment (digest, text, plain) VALUES (?, ?, ?) RETURNING id",
                (digest, text, _digest(_bare(text))),
            ).fetchone()
            sql.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (found[0], _spaced(text)))
        kind, target = unit.kind or "", _digest(unit.target)
        if not sql.execute(f"SELECT 1 {_ANYWHERE} LIMIT 1", (found[0], unit.locale, kind, target)).fetchone():
            self._changes[unit.locale] += _weight(digest, kind, target)
        sql.execute(
            "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET feeding = excluded.feeding,"
            " seen = iif(feeding = excluded.feeding, max(seen, excluded.seen), excluded.seen)",
            (found[0], unit.locale, kind, origin, target,
             None if unit.source == text else unit.source, unit.target, unit.seen, feeding),
        )  # fmt: skip

    def _forget(self, origin: int, but: int | None) -> None:
        """Delete an origin's units but those of one feeding, then the segments that no unit is left of."""
        sql = self._connection
        sql.execute("CREATE TEMP TABLE IF NOT EXISTS gone (segment, locale, kind, digest)")
        sql.execute("CREATE TEMP TABLE IF NOT EXISTS touched (segment INTEGER PRIMARY KEY)")
        sql.execute("DELETE FROM gone")
        sql.execute("DELETE FROM touched")
        these = "FROM unit WHERE origin = ? AND feeding IS NOT ?"
        sql.execute(f"INSERT INTO gone SELECT segment, locale, kind, digest {these}", (origin, but))
        sql.execute(f"DELETE {these}", (origin, but))
        for locale, source, kind, target in sql.execute(_NOWHERE):
            self._changes[locale] -= _weight(source, kind, target)
        sql.execute("INSERT INTO touched SELECT DISTINCT segment FROM gone")
        sql.execute("DELETE FROM touched WHERE EXISTS (SELECT 1 FROM unit WHERE unit.segment = touched.segment)")
        for number, text in sql.execute("SELECT id, text FROM segment JOIN touched ON segment.id = touched.segment"):
            # A table without content has to be told what it indexed.
            sql.execute("INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (number, _spaced(text)))
        sql.execute("DELETE FROM segment WHERE id IN touched")

    # --- looking up ------------------------------------------------------------------------------------------------

    def exact(self, locale: str, source: str, kind: str | None) -> MemoryHit | None:
        """The approved translation of this very text in a message of this very kind.

        White space and the way accents are encoded do not count; quotes and capitals do. Where people disagreed it is
        the translation that was approved last, then the one that stands in most files.
        """
        return next(iter(self.variants(locale, source, kind)), None)

    def variants(self, locale: str, source: str, kind: str | None) -> tuple[MemoryHit, ...]:
        """The same with those that people disagreed with."""
        if not self._knows(locale):
            return ()
        with self._reading():
            units = self._variants("segment.digest = ?", (_digest(comparable(source)),), locale)
            return tuple(MemoryHit(unit, 1.0) for unit in units if unit.kind == (kind or None))
        return ()

    def but_for_tags(self, locale: str, source: str, kind: str | None) -> tuple[MemoryHit, ...]:
        """The approved translations of texts of this very kind that differ from this one in their tags alone."""
        if not self._knows(locale):
            return ()
        text = comparable(source)
        with self._reading():
            both = (_digest(_bare(text)), _digest(text))
            units = self._variants("segment.plain = ? AND segment.digest != ?", both, locale)
            return tuple(MemoryHit(unit, 1.0) for unit in units if unit.kind == (kind or None))
        return ()

    def approved_in(self, origin: str, locale: str, source: str, kind: str | None) -> MemoryUnit | None:
        """The approved translation of this very text in a message of this very kind in one file."""
        with self._reading():
            rows = self._connection.execute(
                f"{_COLUMNS} WHERE segment.digest = ? AND unit.locale = ? AND unit.kind = ? AND origin.path = ?"
                " GROUP BY unit.digest ORDER BY max(unit.seen) DESC",
                (_digest(comparable(source)), locale, kind or "", origin),
            )
            return next((_unit(row) for row in rows), None)
        return None

    def fuzzy(self, locale: str, source: str, kind: str | None, limit: int = 5) -> tuple[MemoryHit, ...]:
        """The approved translations of this text and of texts like it, in messages of any kind, the likest first.

        Among equals those of the same kind come first, then the newest. A text of more than 10,000 characters is not
        compared with any.

        Candidates are the texts that share the rarest words, ranked by BM25; they are compared without their tags, by
        Levenshtein's distance, divided by the longer text's length.
        """
        if not self._knows(locale):
            return ()
        text = comparable(source)
        hits: list[MemoryHit] = []
        with self._reading():
            for number, score, remembered in self._alike(locale, text, limit):
                variants = list(self._variants("segment.id = ?", (number,), locale))
                variants.sort(key=lambda unit: unit.kind != (kind or None))
                numbers = number_difference(text, remembered)
                targets = {unit.target: unit for unit in reversed(variants)}
                hits += [MemoryHit(unit, score, numbers) for unit in variants if targets[unit.target] is unit]
        hits.sort(key=lambda hit: (-hit.score, hit.unit.kind != (kind or None), comparable(hit.unit.source) != text))
        return tuple(hits[:limit])

    def shared(self, unit: MemoryUnit, sources: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Of some texts, the others that stand in a file that has a unit's very translation; for each such file."""
        digests = {_digest(comparable(source)) for source in sources} - {own := _digest(comparable(unit.source))}
        found: defaultdict[int, list[str]] = defaultdict(list)
        with self._reading():
            waiting = iter(digests)
            while some := tuple(islice(waiting, _AT_ONCE)):
                there = (own, unit.locale, unit.kind or "", _digest(unit.target))
                rows = self._connection.execute(_SHARED.format(",".join("?" * len(some))), (*some, unit.locale, *there))
                for origin, text in rows:
                    found[origin].append(text)
        return tuple(map(tuple, found.values()))

    def units(self, locales: Sequence[str]) -> Iterator[MemoryUnit]:
        """Every different unit of some locales once, by its source; its origin is the file where it was seen last.

        Raises:
            MemoryFileError: The memory is damaged, and is empty the next time it is opened.
        """
        wanted = f"unit.locale IN ({','.join('?' * len(locales))})"
        with self._translating_errors():
            rows = self._connection.execute(
                f"{_COLUMNS} WHERE {wanted} GROUP BY segment.text, unit.locale, unit.kind, unit.digest", tuple(locales)
            )
            yield from map(_unit, rows)

    def digest(self, locale: str) -> str:
        """A digest of everything that is remembered in a locale, whichever files it stands in."""
        with self._reading():
            return f"{self._sum(locale):x}"
        return ""

    def counts(self) -> tuple[MemoryCount, ...]:
        """How much is remembered, by locale and kind."""
        with self._reading():
            return tuple(
                MemoryCount(locale, kind or None, units, targets)
                for locale, kind, units, targets in self._connection.execute(
                    "SELECT locale, kind, count(DISTINCT segment), count(DISTINCT segment || hex(digest)) FROM unit"
                    " GROUP BY locale, kind ORDER BY locale, kind"
                )
            )
        return ()

    def _knows(self, locale: str) -> bool:
        """Whether anything was remembered in a locale when that was first asked: else every look-up is in vain."""
        if locale not in self._known:
            with self._reading():
                self._known[locale] = self._sum(locale) != 0
        return self._known.get(locale, True)

    def _sum(self, locale: str) -> int:
        """The sum of the weights of a locale's different units."""
        found = self._connection.execute("SELECT CAST(sum AS BLOB) FROM total WHERE locale = ?", (locale,)).fetchone()
        return int.from_bytes(found[0]) if found else 0

    def _variants(self, condition: str, values: tuple[object, ...], locale: str) -> list[MemoryUnit]:
        """A segment's different translations, those approved last first."""
        rows = self._connection.execute(
            f"{_COLUMNS} WHERE {condition} AND unit.locale = ? GROUP BY unit.kind, unit.digest"
            " ORDER BY max(unit.seen) DESC, count(*) DESC, unit.digest",
            (*values, locale),
        )
        return [_unit(row) for row in rows]

    def _alike(self, locale: str, text: str, limit: int) -> list[tuple[int, float, str]]:
        """The segments that are like a text: number, score, text."""
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import extract

        sql = self._connection
        bare = _bare(text)
        own = f"SELECT id, text FROM segment WHERE plain = ? AND {_KNOWN.format('id')} ORDER BY digest != ?"  # noqa: S608  Constants.
        texts = dict(sql.execute(own, (_digest(bare), locale, _digest(text))))
        words = " OR ".join(f'"{word}"' for word in self._rarest(bare)) if len(text) <= _LONGEST else ""
        if words:
            rows = sql.execute(
                f"SELECT id, text, {_KNOWN.format('id')} {_ALIKE.format('')}", (locale, words)
            ).fetchall()
            known = [row[:2] for row in rows if row[2]]
            if len(rows) == _CANDIDATES and len(known) < len(rows) / 2:
                # Texts of other locales crowd ours out; asking for the locale first finds them, and takes longer.
                only = f"AND {_KNOWN.format('words.rowid')}"
                known = sql.execute(f"SELECT id, text {_ALIKE.format(only)}", (words, locale)).fetchall()
            texts.update(known)
        told = {number: _bare(remembered) for number, remembered in texts.items()}
        best = extract(bare, told, scorer=Levenshtein.normalized_similarity, score_cutoff=LEAST, limit=limit)
        return [(number, score, texts[number]) for _, score, number in best]

    def _rarest(self, text: str) -> list[str]:
        """The words of a text that occur in the fewest remembered ones, and in any."""
        words = dict.fromkeys(word.lower() for word in TOKEN.findall(_spaced(text)))
        for word in words:
            if word not in self._frequencies:
                row = self._connection.execute("SELECT doc FROM frequency WHERE term = ?", (word,)).fetchone()
                self._frequencies[word] = row[0] if row else 0
        known = sorted((w for w in words if self._frequencies[w]), key=self._frequencies.__getitem__)[:_MOST]
        reach = list(accumulate(self._frequencies[word] for word in known))
        return [w for place, w in enumerate(known) if place < _FEWEST or reach[place] <= _OCCURRENCES]

    # --- the file --------------------------------------------------------------------------------------------------

    def _open(self) -> sqlite3.Connection:
        """Connect to a sound file, if need be a new one."""
        with self._translating_errors():
            try:
                return self._connect()
            except sqlite3.DatabaseError as error:
                if not databases.is_damage(error):
                    raise
            self.notes.append(f"{self.path} was damaged and has been made anew")
            self._discard()
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        # A rollback journal, not WAL: project folders lie on network disks too, and writing is short.
        connection = databases.connect(self.path, home=self._home, timeout=_PATIENCE)
        try:
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            if not self._is_ours(connection):
                self._make_anew(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _is_ours(self, connection: sqlite3.Connection) -> bool:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "meta" not in tables:
            return False
        with contextlib.suppress(sqlite3.OperationalError):  # Another version's may have other columns.
            return connection.execute("SELECT version, source FROM meta").fetchall() == [(_VERSION, self._source)]
        return False

    def _make_anew(self, connection: sqlite3.Connection) -> None:
        """Replace whatever tables there are, unless another process has done it meanwhile."""
        connection.execute("BEGIN IMMEDIATE")
        try:
            if not self._is_ours(connection):
                names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                for (name,) in connection.execute(names).fetchall():
                    # Virtual tables take their own tables with them.
                    connection.execute(f'DROP TABLE IF EXISTS "{name.replace(chr(34), chr(34) * 2)}"')
                for statement in filter(str.strip, _SCHEMA.split(";")):
                    connection.execute(statement)
                connection.execute("INSERT INTO meta VALUES (?, ?)", (_VERSION, self._source))
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise

    def _discard(self) -> None:
        """Remove a damaged file, one process at a time, unless another has replaced it already."""
        from filelock import FileLock

        with (
            bounds.place(self._home, self.path, follow=False) as place,
            FileLock(place.with_name(f"{place.name}.lock")),
        ):
            try:
                self._connect().close()
            except sqlite3.DatabaseError as error:
                if not databases.is_damage(error):
                    raise
                databases.discard(place)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that happens as a whole or not at all, however we end."""
        with self._translating_errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                for locale, change in self._changes.items():
                    total = (self._sum(locale) + change) % (1 << 8 * _WEIGHT)
                    self._connection.execute("REPLACE INTO total VALUES (?, ?)", (locale, total.to_bytes(_WEIGHT)))
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._changes.clear()
        self._frequencies.clear()
        self._known.clear()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """Find nothing where the file is damaged: a memory is a help, and a run goes on without it."""
        try:
            with self._translating_errors():
                yield
        except DamagedError as error:
            if str(error) not in self.notes:
                self.notes.append(str(error))

    @contextlib.contextmanager
    def _translating_errors(self) -> Iterator[None]:
        try:
            yield
        except databases.PlantedError as error:
            raise MemoryFileError(f"cannot be used: {error.strerror}", path=str(self.path)) from error
        except sqlite3.DatabaseError as error:
            if databases.code_of(error) == sqlite3.SQLITE_BUSY:
                raise LockedError(
                    "another run has been writing the memory for a minute", path=str(self.path)
                ) from error
            if databases.is_damage(error):
                self._mark()
                raise DamagedError("is damaged; the next run makes it anew", path=str(self.path)) from error
            raise MemoryFileError(
                f"cannot be used: {error}; remove it, and the next run makes it anew", path=str(self.path)
            ) from error

    def _mark(self) -> None:
        """See to it that the next who opens the file makes it anew; it looked sound to us when we did."""
        with contextlib.suppress(OSError), bounds.place(self._home, self.path) as place:
            if bounds.is_plain(place):
                descriptor = os.open(place, os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(b"damaged")


class DamagedError(MemoryFileError):
    """The memory's file holds what SQLite did not write."""


# Beside max(), SQLite takes the other columns from the row that has the maximum.
_COLUMNS = (
    "SELECT unit.locale, coalesce(unit.source, segment.text), unit.target, unit.kind, origin.path, max(unit.seen)"
    " FROM unit JOIN segment ON segment.id = unit.segment JOIN origin ON origin.id = unit.origin"
)


_SHARED = (
    "SELECT DISTINCT unit.origin, text FROM segment JOIN unit ON unit.segment = segment.id"
    " WHERE segment.digest IN ({}) AND unit.locale = ? AND unit.origin IN"
    " (SELECT origin FROM unit JOIN segment ON segment.id = unit.segment"
    " WHERE segment.digest = ? AND locale = ? AND kind = ? AND unit.digest = ?)"
)
_ANYWHERE = "FROM unit WHERE unit.segment = ? AND unit.locale = ? AND unit.kind = ? AND unit.digest = ?"
_NOWHERE = (
    "SELECT DISTINCT gone.locale, segment.digest, gone.kind, gone.digest FROM gone JOIN segment ON id = gone.segment"
    " WHERE NOT EXISTS (SELECT 1 FROM unit WHERE (unit.segment, unit.locale, unit.kind, unit.digest)"
    " = (gone.segment, gone.locale, gone.kind, gone.digest))"
)
_KNOWN = "EXISTS (SELECT 1 FROM unit WHERE unit.segment = {} AND unit.locale = ?)"
_ALIKE = (
    f"FROM segment WHERE id IN (SELECT rowid FROM words WHERE words MATCH ? {{}} ORDER BY rank LIMIT {_CANDIDATES})"  # noqa: S608
)


def _unit(row: Any) -> MemoryUnit:
    locale, source, target, kind, origin, seen = row
    return MemoryUnit(locale, source, target, kind or None, origin, seen)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _weight(source: bytes, kind: str, target: bytes) -> int:
    """What a unit adds to the sum of its locale, which tells whether the same units are remembered."""
    return int.from_bytes(
        hashlib.blake2b(source + target + kind.encode("utf-8", "surrogatepass"), digest_size=_WEIGHT).digest()
    )


def _bare(text: str) -> str:
    """A comparable text without its tags."""
    return comparable(plain(text)) if "<" in text else text


def _spaced(text: str) -> str:
    """The text with its words apart, as they are indexed."""
    return _UNSPACED.sub(r" \g<0> ", text)

"""What engines have answered, kept from one run to the next in a SQLite file that may be deleted.

Nothing that is wrong with the file is anybody's trouble: it costs the time that asking an engine again takes. Each
answer has a checksum, so that nobody has to wait for the disk: what a power cut has mangled is as if it were not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import threading
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from translate.files import bounds, databases

FILE = Path(".newsdesk", "decoded.sqlite")
"""Its place in a project."""
LARGEST = 200_000_000
"""Bytes of the file: some weeks of a large newsroom. What nobody has asked for the longest goes first."""
LONGEST = 100_000
"""Bytes of an answer."""

_VERSION = 1
_SCHEMA = (
    "CREATE TABLE answer (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, used INTEGER NOT NULL, told BLOB NOT NULL)"
)
_SHARE = 5
"""Of so many parts one goes where there is no more room, so that it need not be looked for each time."""
_AT_ONCE = 500
"""So many are asked for in one question; SQLite takes 999 values at least."""
_ENOUGH = 250
"""So many new ones are written together; a run that is killed loses no more."""
_PATIENCE = 5.0
"""Seconds to wait for another process that writes."""
_SUM = 8
"""Bytes of a checksum."""


class Answers:
    """The answers of one project by their keys, which are digests of all that an answer depends on.

    Several threads may use it, one after the other.
    """

    def __init__(self, path: Path, *, home: Path | None, day: int, keep: bool = True) -> None:
        """Take a file; it is made when something is written.

        Args:
            path: The file.
            home: The folder that links must not lead out of, resolved; None for anywhere.
            day: Today's number: what was asked for is known by it.
            keep: Whether later runs may know of what is put in.
        """
        self._path = path
        self._home = home
        self._day = day
        self._keeps = keep
        self._reads = True
        self._connection: sqlite3.Connection | None = None
        self._waiting: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write what is left to be written, and let go of the file for good."""
        with self._lock:
            self._write()
            self._let_go()
            self._reads = self._keeps = False

    def get(self, keys: Collection[bytes]) -> dict[bytes, bytes]:
        """What is known by these keys."""
        with self._lock:
            found = {key: self._waiting[key] for key in keys if key in self._waiting}
            wanted = [key for key in keys if key not in found]
            for start in range(0, len(wanted), _AT_ONCE):
                for key, used, told in self._rows(wanted[start : start + _AT_ONCE]):
                    if told[:_SUM] == _sum(key, told[_SUM:]):
                        found[key] = told[_SUM:]
                        if used != self._day:
                            self._asked.add(key)
            return found

    def put(self, answers: Mapping[bytes, bytes]) -> None:
        """Keep answers; they are written as soon as there are some."""
        with self._lock:
            if self._keeps:
                self._waiting.update((key, told) for key, told in answers.items() if len(told) <= LONGEST)
                if len(self._waiting) >= _ENOUGH:
                    self._write()

    def _rows(self, keys: Sequence[bytes]) -> Sequence[Any]:
        if not self._reads:
            return ()
        try:
            if self._connection is None:
                if not os.path.lexists(self._path):  # To look must not make a file.
                    return ()
                self._connection = self._connect()
            marks = ",".join("?" * len(keys))
            question = f"SELECT key, used, told FROM answer WHERE key IN ({marks})"  # noqa: S608  Question marks.
            fitting = f"typeof(told) = 'blob' AND length(told) <= {LONGEST + _SUM}"
            return self._connection.execute(f"{question} AND {fitting}", keys).fetchall()
        except (sqlite3.Error, OSError):
            self._let_go()
            self._reads = False  # Until it is made anew.
            return ()

    def _write(self) -> None:
        """Write what is waiting; where that cannot be done, nothing more is kept by this run."""
        if not (self._keeps and (self._waiting or self._asked)):
            return
        try:
            try:
                self._commit()
            except (sqlite3.Error, OSError) as error:
                if isinstance(error, sqlite3.Error) and not databases.is_damage(error):
                    raise
                self._let_go()
                with bounds.place(self._home, self._path, follow=False) as place:
                    databases.discard(place)
                self._commit()
        except (sqlite3.Error, OSError):
            self._keeps = False
        else:
            self._reads = True
        self._waiting.clear()
        self._asked.clear()

    def _commit(self) -> None:
        if self._connection is None:
            with bounds.folder(self._home, self._path.parent, make=True):
                pass
            self._connection = self._connect()
        sql = self._connection
        sql.execute("BEGIN IMMEDIATE")
        try:
            if not _tables(sql):
                sql.execute(_SCHEMA)
                sql.execute(f"PRAGMA user_version = {_VERSION}")
            rows = [(key, self._day, _sum(key, told) + told) for key, told in self._waiting.items()]
            sql.executemany("INSERT OR REPLACE INTO answer (key, used, told) VALUES (?, ?, ?)", rows)
            sql.executemany("UPDATE answer SET used = ? WHERE key = ?", [(self._day, key) for key in self._asked])
            _make_room(sql)
            sql.execute("COMMIT")
        except BaseException:
            if sql.in_transaction:
                sql.execute("ROLLBACK")
            raise

    def _connect(self) -> sqlite3.Connection:
        with bounds.place(self._home, self._path, follow=False) as place, contextlib.suppress(FileNotFoundError):
            found = place.lstat()
            # A link may lead to another file of SQLite's.
            if not bounds.is_plain(place) or found.st_size > 2 * LARGEST:
                raise databases.PlantedError(place.name, "is none of ours")
        connection = databases.connect(self._path, home=self._home, timeout=_PATIENCE, shared=True)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            _refuse_another_version(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def _tables(sql: sqlite3.Connection) -> list[str]:
    return [told for (told,) in sql.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")]


def _refuse_another_version(sql: sqlite3.Connection) -> None:
    tables, (version,) = _tables(sql), sql.execute("PRAGMA user_version").fetchone()
    if tables and (tables, version) != ([_SCHEMA], _VERSION):
        raise sqlite3.DatabaseError("it is another version's")


def _make_room(sql: sqlite3.Connection) -> None:
    asked = (f"PRAGMA {name}" for name in ("page_size", "page_count", "freelist_count"))
    size, pages, free = (sql.execute(question).fetchone()[0] for question in asked)
    if size * (pages - free) > LARGEST:
        oldest = "SELECT id FROM answer ORDER BY used, id LIMIT (SELECT count(*) / ? + 1 FROM answer)"
        sql.execute(f"DELETE FROM answer WHERE id IN ({oldest})", (_SHARE,))  # noqa: S608  Ours.


def _sum(key: bytes, told: bytes) -> bytes:
    return hashlib.blake2b(told, digest_size=_SUM, key=key).digest()

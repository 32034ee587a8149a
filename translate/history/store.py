"""The file of a project's history: SQLite, deleted by no command, and never replaced where it cannot be read."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from translate.core.text.jsontext import as_json
from translate.errors import HistoryError, LockedError
from translate.files import bounds, databases

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

_VERSION = 1
_SCHEMA = """
CREATE TABLE catalog (path TEXT PRIMARY KEY, locale TEXT NOT NULL, state TEXT NOT NULL, past BLOB NOT NULL);
CREATE TABLE text (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL, locale TEXT NOT NULL, msgctxt TEXT, msgid TEXT NOT NULL,
    seen BLOB NOT NULL, until TEXT NOT NULL, reason TEXT NOT NULL, harm TEXT NOT NULL, open INTEGER NOT NULL
);
CREATE INDEX text_by_path ON text (path);
CREATE TABLE told (name TEXT PRIMARY KEY);
"""
_YOUNGER = """
CREATE TABLE IF NOT EXISTS moved (old TEXT PRIMARY KEY, new TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS exported (
    folder TEXT NOT NULL, locale TEXT NOT NULL, article TEXT NOT NULL, catalog TEXT NOT NULL, state TEXT NOT NULL,
    at TEXT NOT NULL, mark TEXT NOT NULL, said BLOB NOT NULL, PRIMARY KEY (folder, locale, article)
);
CREATE TABLE IF NOT EXISTS missed (article TEXT PRIMARY KEY, since TEXT NOT NULL, nights INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS moved_by_new ON moved (new);
CREATE INDEX IF NOT EXISTS exported_by_catalog ON exported (catalog);
"""
"""Tables that files of older versions have not, and by what else their rows are asked for."""
_IGNORED = "# What people wrote, and is not in their files any more. Do not delete.\n*\n"
_PATIENCE = 60.0
"""Seconds to wait for another process that writes."""
_LARGEST = 500_000_000
"""Bytes of what is kept of one file, unpacked."""


class Store:
    """One SQLite file, and what goes wrong with it as sentences."""

    def __init__(self, path: Path | None, shown: str = "", *, home: Path | None, keep: bool = True) -> None:
        """Take the file; it is made, with its folder, when something is written.

        Args:
            path: The file; None for one that is forgotten when it is closed.
            shown: The file as the user knows it, for messages.
            home: The folder that links must not lead out of, resolved; None for anywhere.
            keep: Whether the file may be written; otherwise whatever is written is forgotten, too.

        Raises:
            HistoryError: It is there, and cannot be read.
        """
        self.path = path
        self._shown = shown or str(path)
        self._home = home
        self._keep = keep
        self._is_copy = False
        self._connection: sqlite3.Connection | None = None
        if path is not None and path.is_symlink():
            raise HistoryError(
                "is a link, and newsdesk keeps people's texts in the project; put the file here", path=self._shown
            )
        if path is not None and path.exists():
            with self._translating_errors():
                self._connection = self._connect(path)
                _refuse_damaged(self._connection)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    @property
    def is_there(self) -> bool:
        """Whether there is a file, or what is to be forgotten."""
        return self._connection is not None

    def has(self, table: str) -> bool:
        """Whether there is a table, which a file of an older version may not have."""
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table))

    def rows(self, question: str, *values: object) -> Sequence[Any]:
        """The rows that answer a question; none where there is no file.

        Raises:
            HistoryError: It cannot be read.
        """
        if self._connection is None:
            return ()
        with self._translating_errors():
            return self._connection.execute(question, values).fetchall()

    def each(self, question: str, *values: object) -> Iterator[Any]:
        """The same, one at a time, of what may be more than there is memory for.

        Raises:
            HistoryError: It cannot be read.
        """
        if self._connection is not None:
            with self._translating_errors():
                yield from self._connection.execute(question, values)

    def unpacked(self, adapter: TypeAdapter[T], data: bytes) -> T:
        """The value that `packed` was given.

        Raises:
            HistoryError: It was never given one.
        """
        with self._translating_errors():
            return unpacked(adapter, data)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write, all of it or nothing.

        Raises:
            HistoryError: It cannot be written.
            LockedError: Another process writes it for too long.
        """
        path = self.path
        with self._translating_errors():
            if path is not None and not (self._keep or self._is_copy):
                self._connection, self._is_copy = _copied(self._connection), True
            if self._connection is None:
                if path is None:
                    raise HistoryError("there is no history to be written")
                self._make_folder(path.parent)
                self._connection = self._connect(path)
            sql = self._connection
            sql.execute("BEGIN IMMEDIATE")
            try:
                _make_tables(sql)
                yield sql
                sql.execute("COMMIT")
            except BaseException:
                if sql.in_transaction:
                    sql.execute("ROLLBACK")
                raise

    def _connect(self, path: Path) -> sqlite3.Connection:
        # A rollback journal, and SQLite's own care for power cuts: this file cannot be made anew.
        connection = databases.connect(path, home=self._home, timeout=_PATIENCE)
        try:
            _refuse_newer(connection, self._shown)
        except BaseException:
            connection.close()
            raise
        return connection

    def _make_folder(self, folder: Path) -> None:
        """Make the folder, which says of itself what it is."""
        if not folder.is_dir():
            with bounds.folder(self._home, folder, make=True):
                pass
            bounds.note(self._home, folder / ".gitignore", _IGNORED)

    @contextlib.contextmanager
    def _translating_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise LockedError("another run has been writing it for a minute", path=self._shown) from error
            if not databases.is_endless(error):
                raise HistoryError(f"cannot be used: {error}", path=self._shown) from error
            raise self._damaged("what it holds has no end") from error
        except (sqlite3.DatabaseError, ValueError) as error:
            raise self._damaged(error) from error
        except OSError as error:
            deed = "cannot be used" if isinstance(error, databases.PlantedError) else "cannot be written"
            message, shown = bounds.explained(error, deed, self._shown, "a file")
            raise HistoryError(message, path=shown) from error

    def _damaged(self, why: object) -> HistoryError:
        message = f"is damaged ({why}); it holds what people wrote: put a copy in its place, or rename it"
        return HistoryError(message, path=self._shown)


def _copied(own: sqlite3.Connection | None) -> sqlite3.Connection:
    """What a history's file holds, in memory."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    if own is not None:
        own.backup(copy)
        own.close()
    _make_tables(copy)
    return copy


def _make_tables(sql: sqlite3.Connection) -> None:
    """Make what a file that is new, older, or was never written to the end, has to have."""
    if not sql.execute("PRAGMA user_version").fetchone()[0]:
        for statement in filter(str.strip, _SCHEMA.split(";\n")):
            sql.execute(statement)
        sql.execute(f"PRAGMA user_version = {_VERSION}")
    for statement in filter(str.strip, _YOUNGER.split(";\n")):
        sql.execute(statement)


def _refuse_damaged(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise ValueError("its pages do not fit together")


def _refuse_newer(connection: sqlite3.Connection, shown: str) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0] > _VERSION:
        raise HistoryError("was written by a newer newsdesk; use that one", path=shown)


def packed(value: object) -> bytes:
    """A value as bytes."""
    return zlib.compress(as_json(value), level=1)


def unpacked(adapter: TypeAdapter[T], data: bytes) -> T:
    """The value that `packed` was given.

    Raises:
        ValueError: It was never given one, or one of more than a file can hold.
    """
    unpacking = zlib.decompressobj()
    try:
        unpacked = unpacking.decompress(data, _LARGEST)
    except (zlib.error, TypeError) as error:
        raise ValueError("is nothing that was packed") from error
    if unpacking.unconsumed_tail:
        raise ValueError("is larger than any PO file")
    return adapter.validate_json(unpacked)

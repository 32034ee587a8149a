"""A ledger: one SQLite file with a seal and a result for each article, or each PO file, in each locale."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

_VERSION = 1
_SCHEMA = f"""
PRAGMA user_version = {_VERSION};
CREATE TABLE page (
    article TEXT NOT NULL, locale TEXT NOT NULL, seal TEXT NOT NULL, result TEXT NOT NULL,
    PRIMARY KEY (article, locale)
) WITHOUT ROWID;
"""
_JUST_NOW = 50_000_000
"""Nanoseconds in which a file may change again without its time showing it, with much to spare."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a run found out about one article in one locale."""

    article: str
    locale: str
    seal: str
    """The state of everything that the result depends on."""
    result: str
    """For the caller to read."""


class Ledger:
    """The pages of one project. A file that cannot be used is as good as an empty one."""

    def __init__(self, path: Path) -> None:
        """Take a ledger's file; it is made when the first page is written.

        What is wrong with it is nobody's trouble: it only costs a slower run.
        """
        self._path = path
        self._reader: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def get(self, article: str, locale: str) -> Page | None:
        """What was written last about an article in a locale."""
        found = self._read("SELECT * FROM page WHERE article = ? AND locale = ?", (article, locale))
        return next((Page(*row) for row in found), None)

    def contents(self) -> list[tuple[str, str]]:
        """The articles and locales that there are pages about."""
        return self._read("SELECT article, locale FROM page")

    def forget(self, keys: Iterable[tuple[str, str]]) -> None:
        """Take pages out; where that fails, they are taken out another time."""
        rows = list(keys)
        if rows:
            with (
                contextlib.suppress(sqlite3.Error, OSError),
                contextlib.closing(self._connect()) as connection,
                connection,
            ):
                connection.executemany("DELETE FROM page WHERE article = ? AND locale = ?", rows)

    def _read(self, question: str, values: tuple[str, ...] = ()) -> list[Any]:
        # To look must not make a file; and a name that is no UTF-8 is in none.
        with contextlib.suppress(sqlite3.Error, OSError, UnicodeEncodeError):
            if self._reader is None and self._path.is_file():
                self._reader = self._connect()
            if self._reader is not None:
                return self._reader.execute(question, values).fetchall()
        return []

    def put(self, pages: Iterable[Page]) -> None:
        """Write pages, all or none; in place of older ones about the same."""
        # A name that is no UTF-8 cannot be stored; what it names is looked at by every run.
        rows = [(p.article, p.locale, p.seal, p.result) for p in pages if _encodable(p.article)]
        if not rows:
            return
        try:
            self._write(rows)
        except (sqlite3.Error, OSError):
            with contextlib.suppress(sqlite3.Error, OSError):
                self.close()
                self._path.unlink(missing_ok=True)
                self._write(rows)

    def _write(self, rows: list[tuple[str, str, str, str]]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(self._connect()) as connection, connection:
            if connection.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                connection.executescript(f"DROP TABLE IF EXISTS page; {_SCHEMA}")
            connection.executemany("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)", rows)

    def _connect(self) -> sqlite3.Connection:
        if not self._path.parent.is_dir():
            raise FileNotFoundError(self._path)
        connection = sqlite3.connect(self._path, timeout=5.0)
        # A page that a power cut takes away costs one look at an article; waiting for the disk costs every run.
        connection.execute("PRAGMA synchronous = OFF")
        return connection


def _encodable(text: str) -> bool:
    try:
        return bool(text.encode())
    except UnicodeEncodeError:
        return False


def state_of(path: Path, now_ns: int) -> str | None:
    """A file's state in a few words: which file it is, how long, when it was changed, and when anything of it was.

    Args:
        path: The file.
        now_ns: The time, in nanoseconds.

    Returns:
        None where there is no file, or it changed so lately that it may change again unseen.
    """
    try:
        found = path.stat()
    except OSError:
        return None
    # The time of the content can be set, as feeds do to that of publication; the last one cannot.
    if now_ns - max(found.st_mtime_ns, found.st_ctime_ns) < _JUST_NOW:
        return None
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"

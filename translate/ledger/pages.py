"""What past runs found out: one SQLite file with a page for each thing that a run may find unchanged."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from translate.files import bounds, databases
from translate.values import dataclass

FILE = Path(".newsdesk", "ledger.sqlite")
"""Its place in a project."""

_VERSION = 4
_COLUMNS = "name, locale, state, context, result"
_WITHOUT_FIGURES = "SELECT name, locale, '' AS state, context, result FROM main.article"
_FORMER_ARTICLES = {
    1: "SELECT article AS name, locale, '' AS state, '' AS context, CAST(result AS BLOB) AS result FROM page",
    2: _WITHOUT_FIGURES,
    3: _WITHOUT_FIGURES,
}
"""The pages about articles in other versions; those have sealed files in another way, or had not all tables, so the
next run looks at all of them again."""
_FORMER = "reviews.sqlite"
"""Where the looks at PO files stood before they had a table here."""


class About(StrEnum):
    """What a page is about, and the table that it stands in."""

    ARTICLE = "article"
    """An article in a locale: what a draft of it came to."""
    CATALOG = "catalog"
    """A PO file: what a look at it found."""
    WAITING = "waiting"
    """A PO file: the entries in it that wait for people."""
    MENTIONS = "mentions"
    """The project's lists: which articles mention which titles; no locale has a page of its own."""
    FIGURES = "figures"
    """A PO file: how far it is, whatever its texts are held against."""
    FROZEN = "frozen"
    """An article in a locale: the work unit of a frozen night that it is in."""
    OUTCOME = "outcome"
    """A work unit: what came of it; no locale has a page of its own."""


_TABLES = {
    about: f"CREATE TABLE IF NOT EXISTS {about} (name TEXT NOT NULL, locale TEXT NOT NULL, state TEXT NOT NULL,"
    " context TEXT NOT NULL, result BLOB NOT NULL, PRIMARY KEY (name, locale));\n"
    for about in About
}
_SCHEMA = "".join(_TABLES.values())


@dataclass(frozen=True, slots=True)
class Page:
    """What a run found out about one article, or one PO file, in one locale."""

    name: str
    """The file, as the newsroom knows it."""
    locale: str
    state: str
    """Of all files that the result depends on; empty where the next run shall look again."""
    context: str
    """The fingerprint of whatever else it depends on."""
    result: bytes
    """For the caller to read."""


class Ledger:
    """The pages of one project. A file that cannot be used is as good as an empty one.

    What a run forgoes to keep is there for that run alone, and writes nothing in the project.
    """

    def __init__(self, path: Path, *, home: Path | None, keep: bool = True) -> None:
        """Take a ledger's file; it is made when the first page is written.

        What is wrong with it is nobody's trouble: it only costs a slower run.

        Args:
            path: The file.
            home: The folder that links must not lead out of, resolved; None for anywhere.
            keep: Whether later runs may know of what is put in.
        """
        self._path = path
        self._home = home
        self._reader: sqlite3.Connection | None = None
        self._own = None if keep else _passing()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        for connection in (self._reader, self._own):
            if connection is not None:
                connection.close()
        self._reader = None

    def get(self, about: About, name: str, locale: str) -> Page | None:
        """What was written last about a file in a locale."""
        found = self._read(f"SELECT {_COLUMNS} FROM {about} WHERE name = ? AND locale = ?", (name, locale))  # noqa: S608
        return next((Page(*row) for row in found), None)

    def some(self, about: About, locale: str, names: Iterable[str]) -> dict[str, Page]:
        """The same about some files in a locale, by their names: as many as one question takes, some hundreds."""
        wanted = [name for name in names if _encodable(name)]
        marks = ", ".join("?" * len(wanted))
        question = f"SELECT {_COLUMNS} FROM {about} WHERE locale = ? AND name IN ({marks})"  # noqa: S608
        # What is of this run alone comes first, and counts.
        return {row[0]: Page(*row) for row in reversed(self._read(question, (locale, *wanted)))}

    def contents(self, about: About) -> Iterator[tuple[str, str]]:
        """The files and locales that there are pages about, of which there may be millions."""
        own: set[tuple[str, str]] = set()
        for connection in self._readers():
            with contextlib.suppress(sqlite3.Error, OSError):
                # What is of this run alone comes first, and is not much.
                for key in connection.execute(f"SELECT name, locale FROM {about}"):  # noqa: S608
                    if key not in own:
                        yield key
                    if connection is self._own:
                        own.add(key)

    def forget(self, about: About, is_gone: Callable[[str, str], bool]) -> None:
        """Take pages out of what is kept; where that fails, they are taken out another time.

        Args:
            about: Which of them.
            is_gone: Asked of the name and the locale of each, most of which are there.
        """
        rows = [key for key in self.contents(about) if is_gone(*key)]
        if rows and self._own is None:
            with (
                contextlib.suppress(sqlite3.Error, OSError),
                contextlib.closing(self._connect()) as connection,
                connection,
            ):
                connection.executemany(f"DELETE FROM {about} WHERE name = ? AND locale = ?", rows)  # noqa: S608

    def put(self, about: About, pages: Iterable[Page]) -> bool:
        """Write pages, all or none, in place of older ones about the same; whether that could be done."""
        # A name that is no UTF-8 cannot be stored; what it names is looked at by every run.
        rows = [(p.name, p.locale, p.state, p.context, p.result) for p in pages if _encodable(p.name)]
        if not rows:
            return True
        with contextlib.suppress(sqlite3.Error, OSError):
            if self._own is not None:
                _insert(self._own, about, rows)
                return True
            try:
                self._write(about, rows)
            except (sqlite3.Error, OSError) as error:
                # Where there is no room, say, what is kept is as good as before.
                if isinstance(error, sqlite3.Error) and not databases.is_damage(error):
                    return False
                self.close()
                self._discard()
                self._write(about, rows)
            return True
        return False

    def _read(self, question: str, values: tuple[str, ...] = ()) -> list[Any]:
        """The rows of this run alone, and then those that are kept."""
        found: list[Any] = []
        for connection in self._readers():
            # A name that is no UTF-8 is in none.
            with contextlib.suppress(sqlite3.Error, OSError, UnicodeEncodeError):
                found += connection.execute(question, values)
        return found

    def _readers(self) -> Iterator[sqlite3.Connection]:
        if self._own is not None:
            yield self._own
        # To look must not make a file.
        with contextlib.suppress(sqlite3.Error, OSError):
            if self._reader is None and self._path.is_file():
                self._reader = self._look()
            if self._reader is not None:
                yield self._reader

    def _look(self) -> sqlite3.Connection | None:
        """Open the file to read in it; None where its tables are another version's."""
        connection = self._connect()
        try:
            version = _version(connection)
            if former := _FORMER_ARTICLES.get(version):
                connection.execute(f"CREATE TEMP VIEW {About.ARTICLE} AS {former}")
        except BaseException:
            connection.close()
            raise
        if version in {*_FORMER_ARTICLES, _VERSION}:
            return connection
        connection.close()
        return None

    def _write(self, about: About, rows: list[tuple[str, str, str, str, bytes]]) -> None:
        with bounds.folder(self._home, self._path.parent, make=True):
            pass
        with contextlib.closing(self._connect()) as connection, connection:
            if _version(connection) != _VERSION:
                self.close()
                self._make_anew(connection)
            connection.execute(_TABLES[about])  # Not every newsdesk of this version has had them all.
            _insert(connection, about, rows)

    def _discard(self) -> None:
        with bounds.place(self._home, self._path, follow=False) as place:
            databases.discard(place)

    def _make_anew(self, connection: sqlite3.Connection) -> None:
        former = _FORMER_ARTICLES.get(_version(connection))
        articles = connection.execute(former).fetchall() if former else []
        for table in About:
            connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.executescript(_SCHEMA)
        _insert(connection, About.ARTICLE, articles)
        connection.execute("DROP TABLE IF EXISTS page")
        connection.execute(f"PRAGMA user_version = {_VERSION}")
        with bounds.place(self._home, self._path.with_name(_FORMER), follow=False) as older:
            older.unlink(missing_ok=True)

    def _connect(self) -> sqlite3.Connection:
        connection = databases.connect(self._path, home=self._home, timeout=5.0, implicit=True)
        try:
            # A page that a power cut takes away costs one look at an article; waiting for the disk costs every run.
            connection.execute("PRAGMA synchronous = OFF")
        except BaseException:
            connection.close()
            raise
        return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _passing() -> sqlite3.Connection:
    """A ledger without a name, which SQLite puts in memory or among the system's temporary files and takes away."""
    connection = sqlite3.connect("")
    connection.executescript(_SCHEMA)
    return connection


def _insert(connection: sqlite3.Connection, about: About, rows: list[tuple[str, str, str, str, bytes]]) -> None:
    connection.executemany(f"INSERT OR REPLACE INTO {about} VALUES (?, ?, ?, ?, ?)", rows)  # noqa: S608  Our tables.


def _encodable(text: str) -> bool:
    try:
        return bool(text.encode())
    except UnicodeEncodeError:
        return False

"""Open a file of SQLite's, and nothing that somebody else laid there for SQLite to find.

SQLite follows links, waits for pipes, and believes what lies beside its file: a journal can name another journal, of
several files that were changed together, and SQLite removes that, whatever it is. None of ours names any. A file can
also hold views and triggers, which work whenever a table of theirs is asked for. None of ours holds any.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from translate.files import bounds

_BESIDE = ("-journal", "-wal", "-shm")
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
"""What a journal that names another one ends with; see “The Rollback Journal” in SQLite's file format."""

_ROUND = 10_000_000
"""Steps of SQLite's machine after which it asks whether to go on."""
_ROUNDS = 1000
"""After which it does not: some minutes of a question that has no end. The longest of ours takes a few."""
_KNOWN = (
    "CREATE TABLE ", "CREATE INDEX ", "CREATE UNIQUE INDEX ",
    "CREATE VIRTUAL TABLE words USING fts5(", "CREATE VIRTUAL TABLE frequency USING fts5vocab(",
)  # fmt: skip
"""How what newsdesk puts into a file begins, as SQLite keeps it, which goes by this text and not by the type."""

_FAULTY = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_INTERRUPT}


class PlantedError(OSError):
    """Something lies beside a file of SQLite's that newsdesk never leaves there."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(None, f"{name} {why}; remove it")


class Connection(sqlite3.Connection):
    """Looks again before each use that what lies beside the file is what SQLite makes, and ends what has no end.

    SQLite plays back a journal whenever it finds one, by its name. While it writes, the journal is its own.
    """

    _place: Path | None = None
    _parent = _journal = ""
    _folder: tuple[int, int] | None = None
    _rounds = 0

    def keep_to(self, place: Path) -> None:
        """Take the file's own place, with no link on the way to it."""
        self._place, self._folder = place, _file(place.parent.stat())
        self._parent, self._journal = str(place.parent), f"{place}{_BESIDE[0]}"  # Asked for before every question.
        self.set_progress_handler(self._goes_on_for_ever, _ROUND)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Run a statement.

        Raises:
            PlantedError: What lies beside the file is none of ours.
        """
        self._look_again()
        return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """The same with many rows."""
        self._look_again()
        return super().executemany(sql, parameters)

    def executescript(self, sql_script: str, /) -> sqlite3.Cursor:
        """The same of several statements."""
        self._look_again()
        return super().executescript(sql_script)

    def backup(self, target: sqlite3.Connection, **options: Any) -> None:
        """Copy all that is in the file."""
        self._look_again()
        super().backup(target, **options)

    def _look_again(self) -> None:
        self._rounds = 0
        if self._place is None or self.in_transaction:
            return
        with contextlib.suppress(FileNotFoundError):  # Without the folder there is no journal either.
            if _file(os.stat(self._parent)) != self._folder:  # noqa: PTH116  A path object each time is dear.
                raise PlantedError(self._place.parent.name, "was swapped for another folder")
        if os.path.lexists(self._journal):  # There is none, as a rule.
            look(self._place)

    def _goes_on_for_ever(self) -> bool:
        self._rounds += 1
        return self._rounds >= _ROUNDS


def connect(
    path: Path, *, home: Path | None, timeout: float, implicit: bool = False, shared: bool = False
) -> sqlite3.Connection:
    """Open a file to read and write in it; it is made where there is none, in a folder that is there.

    Args:
        path: The file.
        home: The folder that links must not lead out of, resolved; None for anywhere.
        timeout: Seconds to wait for another process that writes.
        implicit: Whether transactions are begun by themselves.
        shared: Whether several threads use it, one after the other.

    Raises:
        OutsideError: It is elsewhere.
        PlantedError: What lies there is none of ours.
        sqlite3.DatabaseError: It holds what newsdesk never puts into a file, or is none of SQLite's.
        OSError, sqlite3.Error: It cannot be opened.
    """
    level: Literal["DEFERRED"] | None = "DEFERRED" if implicit else None
    if str(path) == ":memory:":
        return sqlite3.connect(path, timeout=timeout, isolation_level=level)
    with bounds.place(home, path) as place:
        look(place)
        if not os.path.lexists(place):
            # Made here, since SQLite would make it at the end of a link as well. One that is there is not opened, since
            # closing it would give up the locks that another connection of ours has.
            with contextlib.suppress(FileExistsError):
                os.close(os.open(place, os.O_RDONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666))
        real = Path(os.path.realpath(place.parent), place.name)
        known = _descriptors()
        connection = sqlite3.connect(
            f"{real.as_uri()}?mode=rw",
            uri=True,
            timeout=timeout,
            isolation_level=level,
            check_same_thread=not shared,
            factory=Connection,
        )
        try:
            _refuse_another(place, known)
            connection.keep_to(real)
            _refuse_unknown(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _refuse_another(place: Path, known: set[tuple[str, tuple[int, int]]]) -> None:
    """See that what SQLite has just opened is the file of this place: nothing was read or written in it yet.

    Args:
        place: The file's place.
        known: What was open before.
    """
    now = _descriptors()
    # What another thread of ours opens meanwhile, or has let go of for SQLite to use again, says nothing.
    if now - known and _file(place.lstat()) not in {file for _, file in now}:
        raise PlantedError(place.name, "was swapped for another file")


def _refuse_unknown(connection: Connection) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL"):
        if not str(sql).startswith(_KNOWN):
            raise sqlite3.DatabaseError(f"it holds what newsdesk never put there: {kind} {name}")


def code_of(error: sqlite3.Error) -> int | None:
    """SQLite's own primary code; None where Python could not make sense of what SQLite gave."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether a file holds what SQLite, or newsdesk, did not write."""
    code = code_of(error)
    return type(error) in {sqlite3.DatabaseError, sqlite3.OperationalError} and (code is None or code in _FAULTY)


def is_endless(error: sqlite3.Error) -> bool:
    """Whether a question was ended that would have gone on for ever: no file of ours asks such."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT


def _descriptors() -> set[tuple[str, tuple[int, int]]]:
    """What is open, each with the file that it stands for; nothing where the system does not tell."""
    found, folder = set(), Path(bounds.DESCRIPTORS)
    with contextlib.suppress(FileNotFoundError):
        for each in list(folder.iterdir()):
            with contextlib.suppress(FileNotFoundError):  # That of the listing itself is closed by now.
                found.add((each.name, _file(each.stat())))
    return found


def _file(info: os.stat_result) -> tuple[int, int]:
    """Which file it is, whatever it is called."""
    return info.st_dev, info.st_ino


def discard(place: Path) -> None:
    """Make room for a new file: remove one that cannot be used, and what lies beside it; a folder is only renamed."""
    for beside in (*_BESIDE, ""):  # The journal first: SQLite would play it back into the new file.
        one = place.with_name(f"{place.name}{beside}")
        try:
            one.unlink(missing_ok=True)
        except OSError:
            if not one.is_dir():
                raise
            one.rename(one.with_name(f"{one.name}.aside-{secrets.token_hex(4)}"))


def look(place: Path) -> None:
    """See that a file and what lies beside it are what SQLite makes.

    Raises:
        PlantedError: They are not.
    """
    for beside in ("", *_BESIDE):
        one = place.with_name(f"{place.name}{beside}")
        with contextlib.suppress(FileNotFoundError):
            if not bounds.is_plain(one):
                raise PlantedError(one.name, "is no plain file")
    journal = place.with_name(f"{place.name}{_BESIDE[0]}")
    with contextlib.suppress(FileNotFoundError), os.fdopen(bounds.opened_here(journal), "rb") as file:
        file.seek(max(0, os.fstat(file.fileno()).st_size - len(_NAMES_ANOTHER)))
        if file.read() == _NAMES_ANOTHER:
            raise PlantedError(journal.name, "names another file, which SQLite would remove")


def within(folder: str) -> tuple[str, str]:
    """What sorts before and behind the paths of all that is in a folder, as SQLite sorts texts; empty for anywhere."""
    return (f"{folder}/", f"{folder}0") if folder else ("", chr(sys.maxunicode))  # The zero is behind the slash.

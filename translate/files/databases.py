"""Open a file of SQLite's, and nothing that somebody else laid there for SQLite to find.

SQLite follows links, waits for pipes, and believes what lies beside its file: a journal can name another journal, of
several files that were changed together, and SQLite removes that, whatever it is. None of ours names any.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Literal

from translate.files import bounds

_BESIDE = ("-journal", "-wal", "-shm")
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
"""What a journal that names another one ends with; see “The Rollback Journal” in SQLite's file format."""


class PlantedError(OSError):
    """Something lies beside a file of SQLite's that newsdesk never leaves there."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(None, f"{name} {why}; remove it")


def connect(path: Path, *, home: Path | None, timeout: float, implicit: bool = False) -> sqlite3.Connection:
    """Open a file to read and write in it; it is made where there is none, in a folder that is there.

    Args:
        path: The file.
        home: The folder that links must not lead out of, resolved; None for anywhere.
        timeout: Seconds to wait for another process that writes.
        implicit: Whether transactions are begun by themselves.

    Raises:
        OutsideError: It is elsewhere.
        PlantedError: What lies there is none of ours.
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
        uri = f"{Path(os.path.realpath(place.parent), place.name).as_uri()}?mode=rw"
        known = _descriptors()
        connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=level)
        # Nothing was read or written yet, and nothing will be, where somebody has put another folder in the place.
        new = {file for _, file in _descriptors() - known}
        if new and _file(place.lstat()) not in new:
            connection.close()
            raise PlantedError(place.name, "was swapped for another file")
    return connection


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


def look_again(path: Path, *, home: Path | None) -> None:
    """See the same of a file that is open: SQLite reads a journal whenever it finds one.

    Raises:
        PlantedError: What lies beside it is none of ours.
    """
    if os.path.lexists(f"{path}{_BESIDE[0]}"):  # Asked before every question, and there is none, as a rule.
        with bounds.place(home, path) as place:
            look(place)


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

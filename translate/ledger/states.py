"""A file's state in a few words, by which a later run knows that nobody has changed it since."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from translate.core.text.fingerprints import fingerprint

WINDOW = 50_000_000
"""Nanoseconds in which a file may change again without its times showing it, with much to spare."""
_SECOND = 1_000_000_000
_COARSEST = 2 * _SECOND
"""FAT keeps every other second."""


def state_of(path: Path, now_ns: int) -> str | None:
    """A file's state: which file it is, how long, when it was changed, and when anything of it was.

    Whoever takes the state, and reads the file after that, may say later what they have read, as long as the file has
    the same state: every change since shows.

    Args:
        path: The file, or what lies in a file, for the state of that; a folder for that of all files in it, and below,
            together.
        now_ns: The time, in nanoseconds.

    Returns:
        None where there is no file, or it changed so lately that it may change again unseen.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return _state_of_all(path, now_ns)
    except NotADirectoryError:
        return state_of(path.parent, now_ns)
    except OSError:
        return None
    return _told(found, now_ns)


class Glance:
    """The states of files, of which thousands are asked for in few folders: each folder is listed once.

    A state is of the moment at which its folder was asked for first; as with `state_of`, whoever reads the file after
    that may say later what they have read.
    """

    def __init__(self, now_ns: int) -> None:
        """Take the time, in nanoseconds."""
        self._now_ns = now_ns
        self._folders: dict[str, Mapping[str, str]] = {}
        self._trees: dict[str, Mapping[str, str]] = {}

    def another(self) -> Glance:
        """One of the same time that has looked at nothing: what it is asked for, nobody asks for again."""
        return Glance(self._now_ns)

    def of(self, path: Path) -> str | None:
        """A file's state; see `state_of`."""
        folder, _, name = str(path).rpartition("/")
        return self.inside(folder).get(name) or state_of(path, self._now_ns)

    def inside(self, folder: str | Path) -> Mapping[str, str]:
        """The names of all that is in a folder, each with its state; empty where it is no file, or too fresh."""
        place = str(folder)
        if place not in self._folders:
            self._folders[place] = self._listed(place)
        return self._folders[place]

    def below(self, folder: str | Path, is_ours: Callable[[str], bool]) -> Mapping[str, str]:
        """The same with what is in some of its sub-folders, as ``2025-02/ferry.po``.

        Args:
            folder: The folder.
            is_ours: Tells a sub-folder that is looked into by its name; what is below that is not.
        """
        place = str(folder)
        if place not in self._trees:
            inside = self.inside(place)
            more = {f"{name}/{file}": state for name in inside if is_ours(name)
                    for file, state in self._listed(f"{place}/{name}").items()}  # fmt: skip
            self._trees[place] = {**inside, **more} if more else inside
        return self._trees[place]

    def _listed(self, place: str) -> Mapping[str, str]:
        found: dict[str, str] = {}
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                found[entry.name] = ""
                with contextlib.suppress(OSError):
                    info = entry.stat()
                    if not stat.S_ISDIR(info.st_mode):
                        found[entry.name] = _told(info, self._now_ns) or ""
        return found


def _told(found: os.stat_result, now_ns: int) -> str | None:
    if now_ns - latest(found) < WINDOW:
        return None
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _state_of_all(folder: Path, now_ns: int) -> str | None:
    paths = sorted(Path(place, name) for place, _, names in os.walk(folder) for name in names)
    files = [path for path in paths if path.is_file()]
    known = [state for path in files if (state := state_of(path, now_ns)) is not None]
    return fingerprint((*map(os.fsdecode, files), *known)) if len(known) == len(files) else None


def latest(found: os.stat_result) -> int:
    """The latest moment at which a file can have been changed, in nanoseconds."""
    # The time of the content can be set, as feeds, rsync and git do to it; the last one cannot.
    latest = max(found.st_mtime_ns, found.st_ctime_ns)
    # Whole seconds are those of a file system that keeps no parts of them: it was changed some time after.
    return latest if found.st_ctime_ns % _SECOND else latest + _COARSEST


def nanoseconds(moment: datetime) -> int:
    """A moment as files' times have it."""
    return int(moment.timestamp() * _SECOND)

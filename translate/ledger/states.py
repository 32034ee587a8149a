"""A file's state in a few words, by which a later run knows that nobody has changed it since."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from translate.core.text.fingerprints import fingerprint

WINDOW = 50_000_000
"""Nanoseconds in which a file may change again without its times showing it, with much to spare."""
_SECOND = 1_000_000_000
_COARSEST = 2 * _SECOND
"""FAT keeps every other second."""


def state_of(path: str | Path, now_ns: int) -> str | None:
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
        found = os.stat(path)  # noqa: PTH116  Of millions no path is made.
        if stat.S_ISDIR(found.st_mode):
            return _state_of_all(Path(path), now_ns)
    except NotADirectoryError:
        return state_of(Path(path).parent, now_ns)
    except OSError:
        return None
    return _told(found, now_ns)


def states_below(folder: Path, is_ours: Callable[[str], bool], now_ns: int) -> dict[str, str]:
    """The names of all that is in a folder and in some of its sub-folders, each with its state (`state_of`).

    Args:
        folder: The folder; there may be thousands of files in it.
        is_ours: Tells a sub-folder that is looked into by its name; what is below that is not.
        now_ns: The time, in nanoseconds.

    Returns:
        The names, as ``2025-02/ferry.po`` in a sub-folder; the state of what is no file, or too fresh, is empty.
    """
    found = _listed(str(folder), now_ns)
    for shelf in [*filter(is_ours, found)]:
        found.update((f"{shelf}/{name}", state) for name, state in _listed(f"{folder}/{shelf}", now_ns).items())
    return found


def _listed(place: str, now_ns: int) -> dict[str, str]:
    found: dict[str, str] = {}
    with contextlib.suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            found[entry.name] = ""
            with contextlib.suppress(OSError):
                info = entry.stat()
                if not stat.S_ISDIR(info.st_mode):
                    found[entry.name] = _told(info, now_ns) or ""
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

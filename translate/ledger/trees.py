"""The state of all that lies in a folder, in one fingerprint: as long as it is the same, nothing there has changed.

It is to many files what `states.state_of` is to one, and costs a look at each name, as ``git status`` does.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from translate.files import trust
from translate.ledger.states import WINDOW, latest
from translate.values import dataclass

_MOST = 300_000
"""Files and folders that are looked at; where there are more, nothing is known of any."""
_COMPILED = "__pycache__"
"""What Python writes at its leisure, and makes of files that are looked at themselves."""


class UnsureError(OSError):
    """Nobody could tell later whether something has changed."""


@dataclass(frozen=True, slots=True)
class Project:
    """What there is in a project at one time."""

    folders: Mapping[str, tuple[str | None, str]]
    """For each folder the fingerprint of all files in it, None where nobody could tell later whether one has changed;
    and that of the files alone that a killed run may have left there."""

    def state(self, passed: Collection[str]) -> str | None:
        """The state of all files; None where nobody could tell later whether one has changed.

        Args:
            passed: The folders, with those below, of whose files only those count that killed runs have left.
        """
        told = hashlib.sha256()
        for folder, (whole, left) in sorted(self.folders.items()):
            seen = left if any(f"{folder}/".startswith(f"{each}/") for each in passed) else whole
            if seen is None:
                return None
            told.update(_bytes(folder, seen))
        return told.hexdigest()


def project(root: Path, own: Path, but: Path, since_ns: int) -> Project | None:
    """Look at all files in a project. Hidden folders but newsdesk's own are nobody's articles: only their names count.

    Args:
        root: The project's folder, resolved.
        own: Newsdesk's own folder in it.
        but: A folder that does not count.
        since_ns: As `state_of_places` has it.

    Returns:
        None where there is too much, or something cannot be looked at.
    """
    look = _Look(since_ns)
    try:
        return Project(look.project(str(root), str(own), str(but)))
    except OSError:
        return None


def state_of_places(places: Iterable[str], folders: Iterable[str], since_ns: int) -> str | None:
    """The state of files and folders anywhere, there or not, and of who may change them on the way there.

    Args:
        places: What counts with all that is in it.
        folders: Where no more counts than which names there are.
        since_ns: A time, in nanoseconds. What has changed a moment before it, or later, may have been something else
            when a run read it, and may change again unseen.

    Returns:
        None where nobody could tell later whether something has changed.
    """
    look = _Look(since_ns)
    told = hashlib.sha256()
    try:
        for path in places:
            told.update(_bytes(path, *look.place(Path(path))))
        for path in folders:
            told.update(_bytes(path, look.names(path)))
    except OSError:
        return None
    return told.hexdigest()


class _Look:
    """One look at many files."""

    def __init__(self, since_ns: int) -> None:
        self._since_ns = since_ns
        self._left = _MOST

    def project(self, root: str, own: str, but: str) -> dict[str, tuple[str | None, str]]:
        """What there is in a project, by its folders; see `project`.

        Raises:
            OSError: There is too much, or something cannot be looked at.
        """
        found: dict[str, tuple[str | None, str]] = {}
        waiting = [root]
        while waiting:
            here = waiting.pop()
            unsure = False
            parts, left = [""], [""]
            # What comes and goes in newsdesk's own changes its times, and nothing that anybody reads there.
            if here != own:
                try:
                    parts.append(self._state(os.lstat(here)))
                except UnsureError:
                    unsure = True
            for entry in self._entries(here):
                info = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(info.st_mode):
                    if entry.path != but:
                        parts += (entry.name, _place(info))
                        waiting += [entry.path] * (entry.path == own or not entry.name.startswith("."))
                    continue
                told = [entry.name]
                try:
                    told += (self._state(info), _end(entry.path) if stat.S_ISLNK(info.st_mode) else "")
                except UnsureError:
                    unsure = True
                parts += told
                if _is_left(entry.name):
                    left += told
            found[here] = (None if unsure else _digest(parts), _digest(left))
        return found

    def place(self, path: Path) -> list[str]:
        """What is told of a file or a folder with all that is in it.

        Raises:
            UnsureError: Something changed too lately, or there is too much.
        """
        told: list[str] = []
        last: os.stat_result | None = None
        try:
            for each, last in trust.way(path):
                told += (str(each), _place(last))
        except OSError as error:
            if last is not None:
                self._state(last)  # What was there a moment ago has left its mark on the folder.
            return [*told, f"missing {error.errno}"]
        if last is None:
            return told
        return [*told, *self._below(str(path))] if stat.S_ISDIR(last.st_mode) else [*told, self._state(last)]

    def names(self, path: str) -> str:
        """What is told of a folder, there or not, or of an archive in its place.

        Raises:
            UnsureError: It changed too lately.
        """
        try:
            found = os.stat(path)  # noqa: PTH116  As the others here.
        except OSError as error:
            return f"missing {error.errno}"
        return f"{_place(found)} {self._state(found)}"

    def _below(self, path: str) -> list[str]:
        told: list[str] = []
        waiting = [path]
        while waiting:
            here = waiting.pop()
            told.append(here)
            try:
                self._state(os.stat(here))  # noqa: PTH116  Asked of every folder.
                for entry in self._entries(here):
                    told += (entry.name, _place(entry.stat(follow_symlinks=False)))
                    if entry.is_dir(follow_symlinks=False):
                        waiting += [entry.path] * (entry.name != _COMPILED)
                        continue
                    with contextlib.suppress(FileNotFoundError):  # A link that leads nowhere.
                        told.append(self._state(entry.stat()))
            except UnsureError:
                raise
            except OSError as error:
                told.append(f"unreadable {error.errno}")
        return told

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=_name)
        self._left -= len(found)
        if self._left < 0:
            raise UnsureError
        return found

    def _state(self, found: os.stat_result) -> str:
        if self._since_ns - latest(found) < WINDOW:
            raise UnsureError
        return f"{found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def _place(found: os.stat_result) -> str:
    """Which file it is, and who may do what with it."""
    return f"{found.st_dev} {found.st_ino} {found.st_mode} {found.st_uid} {found.st_gid}"


def _end(link: str) -> str:
    """Where a link leads, which must be to something that is looked at itself.

    Raises:
        UnsureError: It may lead out, or to what is hidden.
    """
    end = str(Path(link).readlink())
    if end.startswith("/") or any(part.startswith(".") for part in end.split("/")):
        raise UnsureError
    return end


def _is_left(name: str) -> bool:
    """Whether a killed run may have left a file of this name, which the next one clears away, or tells of."""
    return name.startswith(".") or ".rescued-" in name or name.endswith(".dwtmp")


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256(_bytes(*parts)).hexdigest()


def _bytes(*parts: str) -> bytes:
    # No name has a NUL in it.
    return os.fsencode("\0".join((*parts, "")))

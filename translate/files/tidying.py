"""Clear away what killed runs left, and bring to light what a person saved at that moment."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from translate.files import bounds
from translate.files.exchange import look, mark
from translate.files.kinds import Kind
from translate.files.staging import HALF, RESCUED, STAGED, rescue, settle, sync
from translate.values import dataclass

_DURABLEWRITE = ".dwtmp"
_SECOND = 10**9
_YOUNG = 60
"""Seconds that a run of another project may take from staging a file to the end of the exchange."""
_KEPT = 32
"""Characters of a name that its unfinished file begins with at least, behind a dot."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that files are saved into."""

    path: Path
    shown: str
    """As the user knows it."""
    kind: Kind
    """What the files are."""
    deep: bool = False
    """Whether the folders below it are ours, too; links are not followed."""
    shared: bool = False
    """Whether runs save here that do not hold our lock: what is younger than a minute may be one's that is at work."""
    needed: bool = True
    """Whether it is told where it cannot be read."""
    only: frozenset[str] | None = None
    """The names of our files in a folder that we share with others; None where what runs leave there is all ours."""
    home: Path | None = None
    """The folder that links must not lead out of, resolved; None where the user named this one."""

    def concerns(self, name: str) -> bool:
        """Whether a file of this name is ours to look at, or was left by a run that saved one of ours."""
        if self.only is None:
            return True
        if marks := STAGED.fullmatch(name) or HALF.fullmatch(name):
            return _target(self.only, marks) is not None
        rescued = RESCUED.fullmatch(name)
        return name.endswith(_DURABLEWRITE) or (rescued[1] if rescued else name) in self.only


def tidy(folder: Folder, *, now: int) -> list[str]:
    """Clear away what killed runs left in a folder; once at the start of a run, under its lock.

    Args:
        folder: The folder.
        now: The time, in nanoseconds since 1970.

    Returns:
        What a person should know, mostly nothing: a sentence for each text of theirs that was put back, or is kept
        beside its file, and for each folder that is needed and cannot be read. One that does not exist is tidy.
    """
    sentences: list[str] = []
    for path, shown, names in _listed(folder, sentences):
        _clear(path, folder, [name for name in names if name.endswith(_DURABLEWRITE)], now)
        for name in names:
            if marks := STAGED.fullmatch(name):
                try:
                    if folder.shared and _is_young(path / name, now):
                        continue
                    sentences += _recover(path / name, _target(names, marks), marks, folder.kind, shown)
                except OSError as error:
                    sentences.append(_stays(f"{shown}/{name}", error))
            elif RESCUED.fullmatch(name):
                sentences.append(_told(name, shown))
    # The very same text may have come to light before.
    return list(dict.fromkeys(sentences))


def left_in(folder: Folder) -> list[str]:
    """What `tidy` would have to tell of a folder, for somebody who only looks."""
    sentences: list[str] = []
    for path, shown, names in _listed(folder, sentences):
        for name in names:
            if marks := STAGED.fullmatch(name):
                try:
                    found = look(path / name)
                except FileNotFoundError:
                    continue  # A run is at work.
                except OSError as error:
                    sentences.append(_stays(f"{shown}/{name}", error))
                    continue
                if found.mark not in _worthless(marks) or found.written:
                    about = f"{shown}/{_target(names, marks) or name}: a run was killed just when somebody saved this"
                    sentences.append(f"{about}; “newsdesk draft” brings to light what they saved")
            elif RESCUED.fullmatch(name):
                sentences.append(_told(name, shown))
    return sentences


def _listed(folder: Folder, sentences: list[str]) -> Iterator[tuple[Path, str, Sequence[str]]]:
    """The folder, and those below it that are ours, with what is in each; what cannot be read is told."""
    waiting = [(folder.path, folder.shown)]
    while waiting:
        path, shown = waiting.pop()
        with contextlib.ExitStack() as stack:
            try:
                here = stack.enter_context(bounds.folder(folder.home, path))
                names, below = _in(here, deep=folder.deep)
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                if folder.needed:
                    message, about = bounds.explained(error, "cannot be read", shown, "a folder")
                    sentences.append(f"{about}: {message}")
                continue
            waiting += [(path / name, f"{shown}/{name}") for name in below]
            yield here, shown, sorted(filter(folder.concerns, names))


def _in(path: Path, *, deep: bool) -> tuple[list[str], list[str]]:
    """What is in a folder, and the names of the folders in it that are ours, too."""
    if not deep:
        return os.listdir(path), []  # noqa: PTH208 - thousands of names, and no need of a Path for each
    with os.scandir(path) as entries:
        found = sorted((e.name, e.is_dir(follow_symlinks=False)) for e in entries)
    below = [name for name, is_folder in reversed(found) if is_folder and not name.startswith(".")]
    return [name for name, is_folder in found if not is_folder], below


def _clear(path: Path, folder: Folder, names: Sequence[str], now: int) -> None:
    """Remove what was not whole yet."""
    if not names:
        return
    from durablewrite import cleanup_temp_files

    for name in filter(HALF.fullmatch, names):
        with contextlib.suppress(OSError):
            if not (folder.shared and _is_young(path / name, now)):
                (path / name).unlink()
    if folder.only is None:
        targets: list[str | None] = [None]
    else:
        targets = [one for one in folder.only if any(name.startswith(f".{one[:_KEPT]}") for name in names)]
    for target in targets:
        with contextlib.suppress(OSError):
            cleanup_temp_files(path, older_than=_YOUNG if folder.shared else 0, target=target, now=now / _SECOND)


def _is_young(path: Path, now: int) -> bool:
    """Whether a run may be at work on a file: an exchange of names leaves the time of writing, and sets this one."""
    return abs(now - path.lstat().st_ctime_ns) < _YOUNG * _SECOND


def _target(names: Iterable[str], marks: re.Match[str]) -> str | None:
    """The one of these files that a staged file belongs to."""
    return next((name for name in names if mark(os.fsencode(name)) == marks["name"]), None)


def _worthless(marks: re.Match[str]) -> set[str]:
    """The marks of what nobody needs: what was expected, what was to come, and nothing at all."""
    return {marks["old"], marks["new"], mark(b"")}


def _recover(staged: Path, name: str | None, marks: re.Match[str], kind: Kind, shown: str) -> list[str]:
    """Do with a staged file what the killed run would have done; say so, if a person's text was in it."""
    found = look(staged)
    if found.mark in _worthless(marks) and not found.written:
        staged.unlink()
        return []
    if name and look(staged.with_name(name)).mark == marks["new"] and _is_whole(staged, kind):
        settle(staged, staged.with_name(name), {marks["old"], marks["new"]})
        told = f"{shown}/{name}: a run was killed just when somebody saved this; what they saved is in place again"
    else:
        told = _told(rescue(staged, name or f"unknown{kind.ending}"), shown)
    sync(staged.parent)
    return [told]


def _is_whole(path: Path, kind: Kind) -> bool:
    try:
        with os.fdopen(bounds.opened_here(path), "rb") as file:
            data = file.read(kind.largest + 1)
        return len(data) <= kind.largest and kind.is_whole(data)
    except OSError:
        return False


def _stays(shown: str, error: OSError) -> str:
    return f"{shown}: left by a run that was killed, and stays: {error.strerror or error}"


def _told(rescued: str, shown: str) -> str:
    """What a person should do with a rescued text."""
    return (
        f"{shown}/{rescued}: somebody saved this at the same moment as newsdesk, and the file was changed again since; "
        "take from it what is missing there, then delete it"
    )

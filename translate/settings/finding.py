"""Find the newsdesk.toml of a project, and see whose it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from translate.errors import SettingsError
from translate.files import bounds, trust

FILE_NAME = "newsdesk.toml"


def find(start: Path) -> Path:
    """The newsdesk.toml of the project that a folder lies in.

    The search upward ends at a folder that everybody can write to, and where another file system begins.

    Raises:
        SettingsError: Neither the folder nor one above it has one, or it may be somebody else's.
    """
    try:
        folders, beyond, why = _upward(start)
        for folder in folders:
            if (folder / FILE_NAME).is_file():
                path = inside(folder / FILE_NAME)
                for each in (folder, path):
                    _refuse_strangers(each, folder)
                return path
        left = next((folder for folder in beyond if (folder / FILE_NAME).is_file()), None)
        if left and left == beyond[0] and not left.stat().st_mode & stat.S_ISVTX:  # /tmp has to be as it is.
            _refuse_strangers(left, left)
    except OSError as error:
        raise SettingsError(f"cannot be read: {error.strerror}", path=str(error.filename or start)) from error
    end = f" (the search ended at {why}, and left {left / FILE_NAME} alone)" if left else ""
    raise SettingsError(
        f"there is no {FILE_NAME} in {start} or above it{end}; “newsdesk init” makes one, --project names one elsewhere"
    )


def named(path: Path) -> Path:
    """The newsdesk.toml of the project that somebody has named, by its folder or by the file; whoever owns it.

    Raises:
        SettingsError: It leads elsewhere.
    """
    return inside(path / FILE_NAME if path.is_dir() else path)


def inside(path: Path) -> Path:
    """A newsdesk.toml in its own folder: a link that leads out of it would make another folder the project.

    Raises:
        SettingsError: It is such a link.
    """
    if bounds.leads_out(path.parent.resolve(), path):
        whole = os.path.realpath(path)
        told = f"is a link that leads out of its folder; put {FILE_NAME} itself in its place, or name {whole} itself"
        raise SettingsError(f"{told} with --project", path=str(path))
    if path.is_symlink() and not path.exists():
        raise SettingsError("is a link that leads nowhere", path=str(path))
    return path


def _upward(start: Path) -> tuple[list[Path], list[Path], str]:
    """The folders that a project may lie in, from the inside out; those further up that it may not, and why."""
    disk = start.stat().st_dev
    folders = [start, *start.parents]
    for number, folder in enumerate(folders):
        found = folder.stat()
        if trust.everybody_writes(found):
            why = f"{folder}, which everybody can write to"
        elif found.st_dev != disk:
            why = f"{folder}, which is another file system's"
        else:
            continue
        return folders[:number], folders[number:], why
    return folders, [], ""


def _refuse_strangers(path: Path, project: Path) -> None:
    if trust.everybody_writes(path.stat()):
        why, remedy = "everybody can write to it", f"keep others out with “chmod o-w {path}”"
    elif (owner := trust.stranger(path)) and not trust.is_shared(project.stat()):
        # In a folder that a group shares, whoever of it has saved the file last owns it.
        why, remedy = f"it is {owner}'s, and no group of yours may write to it", "be sure of what is in it"
    else:
        return
    raise SettingsError(f"{why}; {remedy}, or take it all the same with --project {project}", path=str(path))

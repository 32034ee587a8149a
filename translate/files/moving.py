"""Give a file another name, never over another file; or remove it, and nothing that somebody saved meanwhile."""

from __future__ import annotations

from pathlib import Path

from translate.files import bounds
from translate.files.exchange import place
from translate.files.kinds import Kind
from translate.files.staging import remove as remove_expected
from translate.files.staging import sync


def move(source: Path, target: Path, *, kind: Kind, shown: str, home: Path | None) -> None:
    """Move a file within a project, durably; its folder is made as needed.

    Args:
        source: Where it is.
        target: Where it shall be; nothing may be there.
        kind: What it is.
        shown: Its path as the user knows it, for messages.
        home: The folder that links must not lead out of, resolved; None where the user named the files.

    Raises:
        NewsdeskError: The kind's own: it cannot be moved, and is where it was.
    """
    if source.is_symlink():
        raise kind.error(f"is a link, which is not moved; put {kind.noun} in its place", path=shown)
    try:
        with (
            bounds.place(home, source, follow=False) as old,
            bounds.place(home, target, follow=False, make=True) as new,
        ):
            place(old, new)
            sync(new.parent)
            sync(old.parent)
    except FileExistsError as error:
        raise kind.error(f"cannot be moved: {target.name} is there already", path=shown) from error
    except OSError as error:
        raise kind.fault("cannot be moved", error, shown) from error


def remove(path: Path, *, expected: bytes, kind: Kind, shown: str, home: Path | None) -> None:
    """Remove a file as it was read.

    Args:
        path: Where it is.
        expected: What it held.
        kind: What it is.
        shown: Its path as the user knows it, for messages.
        home: The folder that links must not lead out of, resolved; None where the user named the file.

    Raises:
        ChangedError: The kind's own: somebody has changed it since, and it stays.
        NewsdeskError: The kind's own: it cannot be removed.
    """
    if path.is_symlink():
        raise kind.error("is a link, which is not removed", path=shown)
    try:
        with bounds.place(home, path, follow=False) as place_of_it:
            met = remove_expected(place_of_it, expected)
    except OSError as error:
        raise kind.fault("cannot be removed", error, shown) from error
    if met:
        raise kind.changed("somebody changed the file meanwhile; it stays, run again", path=shown)

"""Give a file another name, never over another file; or remove it, and nothing that somebody saved meanwhile."""

from __future__ import annotations

from pathlib import Path

from translate.files.exchange import place
from translate.files.kinds import Kind
from translate.files.staging import remove as remove_expected
from translate.files.staging import sync


def move(source: Path, target: Path, *, kind: Kind, shown: str) -> None:
    """Move a file within a project, durably; its folder is made as needed.

    Args:
        source: Where it is.
        target: Where it shall be; nothing may be there.
        kind: What it is.
        shown: Its path as the user knows it, for messages.

    Raises:
        NewsdeskError: The kind's own: it cannot be moved, and is where it was.
    """
    if source.is_symlink():
        raise kind.error(f"is a link, which is not moved; put {kind.noun} in its place", path=shown)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        place(source, target)
        sync(target.parent)
        sync(source.parent)
    except FileExistsError as error:
        raise kind.error(f"cannot be moved: {target.name} is there already", path=shown) from error
    except OSError as error:
        raise kind.error(f"cannot be moved: {error.strerror or error}", path=shown) from error


def remove(path: Path, *, expected: bytes, kind: Kind, shown: str) -> None:
    """Remove a file as it was read.

    Args:
        path: Where it is.
        expected: What it held.
        kind: What it is.
        shown: Its path as the user knows it, for messages.

    Raises:
        ChangedError: The kind's own: somebody has changed it since, and it stays.
        NewsdeskError: The kind's own: it cannot be removed.
    """
    if path.is_symlink():
        raise kind.error("is a link, which is not removed", path=shown)
    try:
        met = remove_expected(path, expected)
    except OSError as error:
        raise kind.error(f"cannot be removed: {error.strerror or error}", path=shown) from error
    if met:
        raise kind.changed("somebody changed the file meanwhile; it stays, run again", path=shown)

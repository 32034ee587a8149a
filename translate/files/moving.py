"""Give a file another name, never over another file."""

from __future__ import annotations

from pathlib import Path

from translate.files.exchange import place
from translate.files.kinds import Kind
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

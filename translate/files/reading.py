"""Read a file of a kind, or say why it cannot be read."""

from __future__ import annotations

import stat
from pathlib import Path

from translate.files.kinds import Kind


def read(path: Path, kind: Kind, shown: str) -> bytes | None:
    """What a file holds now.

    Args:
        path: Where it is.
        kind: What it should be.
        shown: The path as the user knows it, for messages.

    Returns:
        Its bytes; None where there is no such file.

    Raises:
        NewsdeskError: The kind's own error: it cannot be read, or is too large for one of its kind.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # A pipe would let us wait for ever.
            raise kind.error(f"cannot be read: it is no plain file; put {kind.noun} in its place", path=shown)
        if found.st_size > kind.largest:
            size = f"has {found.st_size:,} bytes, and {kind.noun} at most {kind.largest:,}"
            raise kind.error(f"{size}; is it {kind.noun}?", path=shown)
        return path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            message = f"is a link that leads nowhere (to {path.readlink()}); is a disk missing?"
            raise kind.error(message, path=shown) from None
        return None
    except OSError as error:
        raise kind.error(f"cannot be read: {error.strerror or error}", path=shown) from error

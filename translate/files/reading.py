"""Read a file of a kind, or say why it cannot be read."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from translate.files import bounds
from translate.files.kinds import Kind


def read(path: Path, kind: Kind, shown: str, *, home: Path | None) -> bytes | None:
    """What a file holds now.

    Args:
        path: Where it is.
        kind: What it should be.
        shown: The path as the user knows it, for messages.
        home: The folder that links must not lead out of, resolved; None where the user named the file.

    Returns:
        Its bytes; None where there is no such file.

    Raises:
        NewsdeskError: The kind's own error: it cannot be read, lies elsewhere, or is too large for one of its kind.
    """
    try:
        with os.fdopen(bounds.opened(home, path), "rb") as file:
            if (size := os.fstat(file.fileno()).st_size) > kind.largest:
                told = f"has {size:,} bytes, and {kind.noun} at most {kind.largest:,}"
                raise kind.error(f"{told}; is it {kind.noun}?", path=shown)
            return file.read()
    except FileNotFoundError:
        with contextlib.suppress(OSError):
            message = f"is a link that leads nowhere (to {path.readlink()}); is a disk missing?"
            raise kind.error(message, path=shown) from None
        return None  # It is no link.
    except bounds.SpecialError as error:
        raise kind.error(f"cannot be read: it is no plain file; put {kind.noun} in its place", path=shown) from error
    except OSError as error:
        raise kind.fault("cannot be read", error, shown) from error

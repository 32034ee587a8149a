"""Write a file of the memory's exchange as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from translate.errors import MemoryFileError
from translate.files import bounds, whole


def save(path: Path, shown: str, write: Callable[[IO[bytes]], object], *, home: Path | None) -> None:
    """Write a file, and make its folder as needed.

    Args:
        path: Where it is; what lies there is replaced.
        shown: The file as the user knows it, for messages.
        write: Writes what it shall hold, in pieces if it likes.
        home: The folder that links must not lead out of, resolved; None where the user named the file.

    Raises:
        MemoryFileError: It cannot be written.
    """
    try:
        whole.write(path, write, home=home, make=True)
    except (FileExistsError, NotADirectoryError) as error:
        message = "cannot be written: a file stands where its folder belongs; move that file elsewhere"
        raise MemoryFileError(message, path=shown) from error
    except OSError as error:
        message, about = bounds.explained(error, "cannot be written", shown, "a file")
        raise MemoryFileError(message, path=about) from error

"""Glossaries that are kept as they were read, from one run to the next.

A large one takes seconds to read. What is kept is no more than that: a file that is gone, broken, of other bytes or not
to be written costs time, and no run fails for it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from translate import __version__
from translate.errors import GlossaryError
from translate.files import caching
from translate.files.kinds import Kind
from translate.termbases.parsed import Parsed, from_bytes, to_bytes

FOLDER = Path(".newsdesk", "glossaries")
"""Its place in a project."""
KEPT = Kind("what is kept of a glossary", ".jsonl", 200_000_000, GlossaryError)
_VERSION = 2
"""Raised with every change of what is kept, or of what is made of the bytes of a glossary."""


class Keeping:
    """The glossaries that one folder keeps, a file for each locale."""

    def __init__(self, folder: Path, *, home: Path | None, writes: bool = True) -> None:
        """Take a folder; it is made when the first glossary is kept, in a folder that is there.

        Args:
            folder: The folder.
            home: The folder that links must not lead out of, resolved; None for anywhere.
            writes: Whether anything is kept; what has been is read in any case.
        """
        self._folder = folder
        self._home = home
        self._writes = writes

    def load(self, locale: str, identity: str) -> Parsed | None:
        """What the files of a locale came to; None where that is unknown.

        Args:
            locale: The locale.
            identity: What its files are known by (`identity_of`).
        """
        data = caching.kept(self._path(locale), home=self._home, largest=KEPT.largest)
        return None if data is None else from_bytes(data, identity)

    def keep(self, locale: str, identity: str, found: Parsed) -> None:
        """Keep what the files of a locale came to, in place of what is kept of it, if that can be written."""
        # The folder above is made by whoever drafts: made by somebody else, it could not be written to by a night.
        if not (self._writes and self._folder.parent.is_dir()):
            return
        data = to_bytes(found, identity)
        if len(data) <= KEPT.largest:
            caching.keep(self._path(locale), data, home=self._home)

    def _path(self, locale: str) -> Path:
        return self._folder / f"{locale}.jsonl"


def identity_of(files: Iterable[tuple[str, bytes | None]]) -> str:
    """What some files are known by: all that counts for what is made of them.

    Args:
        files: Each by the name that terms have as their origin, with its bytes; None where there is none.
    """
    told = hashlib.sha256(f"{_VERSION} {__version__} {unicodedata.unidata_version}".encode())
    for shown, data in files:
        name = shown.encode("utf-8", "surrogatepass")
        told.update(b"%d %s %d " % (len(name), name, -1 if data is None else len(data)))
        told.update(data or b"")
    return told.hexdigest()

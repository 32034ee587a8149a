"""The archive that a spreadsheet's file is: looked through, and what of it is handed on to be read."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from translate.errors import GlossaryError
from translate.termbases.sheets.markup import Grid, see

MOST_MEMBERS = 1_000
MOST_BYTES = 100_000_000
"""Of all XML, unpacked; 50,000 rows have about thirty million."""
NOUN = "a spreadsheet"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What Excel's files before 2007 begin with, and those with a password."""
_ENCRYPTED = 0x1
_XML = (".xml", ".rels")
_NAMED = ("mimetype",)
"""What else is handed on: it says what kind of file this is."""
_FAULTS = (
    zipfile.BadZipFile, struct.error, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip


def vetted(data: bytes, path: str) -> bytes:
    """An archive of what was looked at, and nothing else.

    Whoever reads it cannot be led to anything that is hidden in the file, nor to more than fits into memory.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.

    Raises:
        GlossaryError: It is no archive, a damaged one, has a password, or is too large when it is unpacked.
    """
    if data.startswith(_OLE):
        told = "is a spreadsheet of before 2007 (.xls), or has a password; save it as .xlsx without one"
        raise GlossaryError(told, path=path)
    grid, done = Grid(), io.BytesIO()
    with zipfile.ZipFile(done, "w", zipfile.ZIP_STORED) as handed_on:
        for name, member in _members(data, path):
            if name.lower().endswith(_XML):
                see(member, grid, name, path)
            handed_on.writestr(zipfile.ZipInfo(name), member)
    grid.check(path)
    return done.getvalue()


def _members(data: bytes, path: str) -> Iterator[tuple[str, bytes]]:
    """The members that are XML, or say what the file is, unpacked."""
    left = MOST_BYTES
    seen: set[str] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            infos = packed.infolist()
            if len(infos) > MOST_MEMBERS:
                raise GlossaryError(f"holds more than {MOST_MEMBERS:,} files; is it {NOUN}?", path=path)
            for info in infos:
                if not info.filename.lower().endswith(_XML) and info.filename not in _NAMED:
                    continue
                if info.flag_bits & _ENCRYPTED:
                    raise GlossaryError("has a password; save it without one", path=path)
                if info.filename.lower() in seen:
                    raise GlossaryError("holds a file twice; open it in your spreadsheet and save it again", path=path)
                seen.add(info.filename.lower())
                with packed.open(info) as member:
                    unpacked = member.read(left + 1)
                left -= len(unpacked)
                if left < 0:
                    told = f"has more than {MOST_BYTES:,} bytes when it is unpacked"
                    raise GlossaryError(f"{told}; is it {NOUN}?", path=path)
                yield info.filename, unpacked
    except _FAULTS:
        told = "is no spreadsheet, or only a part of one: it is no whole archive"
        raise GlossaryError(f"{told}; was all of the file copied?", path=path) from None

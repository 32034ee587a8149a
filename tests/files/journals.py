"""A journal of SQLite's that names another one, as one of several files that were changed together does."""

import os
import struct
from pathlib import Path


def journal_naming(other: Path, database: bytes) -> bytes:
    """A journal that was left in the middle of a change to several files, of which another one knows."""
    size, name = struct.unpack(">H", database[16:18])[0], os.fsencode(other)
    magic = bytes.fromhex("d9d505f920a163d7")
    head = magic + struct.pack(">IIIII", 1, 0, len(database) // size, 512, size)
    page = database[:size]
    checksum = sum(page[size - 200 : 0 : -200]) & 0xFFFFFFFF
    record = struct.pack(">I", 1) + page + struct.pack(">I", checksum)
    tail = struct.pack(">I", 0x40000000 // size + 1) + name + struct.pack(">II", len(name), sum(name))
    return head.ljust(512, b"\0") + record + tail + magic

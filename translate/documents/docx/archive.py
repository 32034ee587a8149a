"""The archive that a DOCX file is: some members are read, and the rest is copied byte for byte."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from translate.documents.layout import NOUN
from translate.errors import DocumentError
from translate.values import dataclass

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 10_000_000
"""Bytes of XML, unpacked; a book has about five million."""
MOST_BYTES = 20_000_000
"""Of all that is read."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What older documents begin with, and those with a password."""
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_ENCRYPTED, _DESCRIBED = 0x1, 0x8
_LARGE = 0xFFFFFFFF
_AGAIN = "open it in a word processor and save it again"


@dataclass(frozen=True, slots=True)
class Archive:
    """A DOCX file."""

    path: str
    """The file as the newsroom knows it."""
    data: bytes
    members: Mapping[str, zipfile.ZipInfo]
    """By their names, in the order of the archive's list."""
    directory: int
    """Where that list begins."""
    comment: bytes = b""
    """What it says of itself."""

    def read(self, name: str, so_far: int = 0) -> bytes:
        """A member, unpacked.

        Args:
            name: Its name.
            so_far: How many bytes of others were read.

        Raises:
            DocumentError: It is not there, too large or damaged.
        """
        info = self.members.get(name)
        if info is None:
            raise DocumentError(
                f"has no {name} in it; is it a Word document, and was all of it copied?", path=self.path
            )
        if info.flag_bits & _ENCRYPTED:
            raise DocumentError("is encrypted; save it without a password", path=self.path)
        most = min(LARGEST_MEMBER, MOST_BYTES - so_far)
        if info.file_size > most:
            raise self._too_large(name, most)
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as packed, packed.open(info) as member:
                read = member.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
            raise DocumentError(f"{name} in it is damaged; was all of the file copied?", path=self.path) from None
        if len(read) > most:
            raise self._too_large(name, most)
        return read

    def _too_large(self, name: str, most: int) -> DocumentError:
        told = f"{name} in it has more than {most:,} bytes when it is unpacked"
        return DocumentError(f"{told}; is it {NOUN}?", path=self.path)

    def written(self, changed: Mapping[str, bytes]) -> bytes:
        """The archive with other members.

        Args:
            changed: What they hold, by their names; one that is not there is added.
        """
        by_offset = sorted(self.members.values(), key=lambda info: info.header_offset)
        ends = [info.header_offset for info in by_offset[1:]] + [self.directory]
        begin = by_offset[0].header_offset if by_offset else self.directory
        done = bytearray(self.data[:begin])
        offsets: dict[str, int] = {}
        packed = {name: _packed(data) for name, data in changed.items()}
        for info, end in zip(by_offset, ends, strict=True):
            offsets[info.filename] = len(done)
            if info.filename not in changed:
                done += self.data[info.header_offset : end]
                continue
            fields = list(_LOCAL.unpack_from(self.data, info.header_offset))
            behind = info.header_offset + _LOCAL.size
            fields[2] &= ~_DESCRIBED
            fields[3], fields[6], fields[7], fields[8] = zipfile.ZIP_DEFLATED, *_facts(packed, changed, info.filename)
            done += _LOCAL.pack(*fields) + self.data[behind : behind + fields[9] + fields[10]] + packed[info.filename]
        added = [name for name in changed if name not in self.members]
        for name in added:
            offsets[name] = len(done)
            facts = _facts(packed, changed, name)
            named = name.encode()
            done += _LOCAL.pack(b"PK\3\4", 20, 0, zipfile.ZIP_DEFLATED, 0, 0x21, *facts, len(named), 0) + named
            done += packed[name]
        directory = len(done)
        done += self._list(changed, packed, offsets)
        for name in added:
            facts = _facts(packed, changed, name)
            named = name.encode()
            made = (
                b"PK\1\2",
                20,
                20,
                0,
                zipfile.ZIP_DEFLATED,
                0,
                0x21,
                *facts,
                len(named),
                0,
                0,
                0,
                0,
                0,
                offsets[name],
            )
            done += _CENTRAL.pack(*made) + named
        total = len(self.members) + len(added)
        done += _END.pack(b"PK\5\6", 0, 0, total, total, len(done) - directory, directory, len(self.comment))
        return bytes(done) + self.comment

    def _list(self, changed: Mapping[str, bytes], packed: Mapping[str, bytes], offsets: Mapping[str, int]) -> bytes:
        """The archive's list of the members that were there, as they are now."""
        done = bytearray()
        at = self.directory
        for name in self.members:
            fields = list(_CENTRAL.unpack_from(self.data, at))
            length = _CENTRAL.size + sum(fields[10:13])
            rest = self.data[at + _CENTRAL.size : at + length]
            if name in changed:
                fields[3] &= ~_DESCRIBED
                fields[4], fields[7], fields[8], fields[9] = zipfile.ZIP_DEFLATED, *_facts(packed, changed, name)
            fields[-1] = offsets[name]
            done += _CENTRAL.pack(*fields) + rest
            at += length
        return bytes(done)


def archive_of(data: bytes, path: str) -> Archive:
    """The archive that a file is.

    Args:
        data: The whole file.
        path: The file as the newsroom knows it.

    Raises:
        DocumentError: It is none, or not one that a word processor makes.
    """
    if data.startswith(_OLE):
        raise DocumentError("is an old Word document (.doc) or has a password; save it as .docx without one", path=path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            infos = packed.infolist()
            directory, comment = packed.start_dir, packed.comment
    except (zipfile.BadZipFile, struct.error, EOFError, NotImplementedError, OSError, ValueError):
        told = "is no Word document, or only a part of one: it is no archive"
        raise DocumentError(f"{told}; was all of the file copied?", path=path) from None
    if len(infos) > MOST_MEMBERS:
        raise DocumentError(f"holds more than {MOST_MEMBERS:,} files; is it a Word document?", path=path)
    members = {info.filename: info for info in infos}
    offsets = {info.header_offset for info in infos}
    if len(members) < len(infos) or len(offsets) < len(infos):
        raise DocumentError(f"holds a file twice; {_AGAIN}", path=path)
    # What stands before an archive shifts all that its list says.
    if (
        not data.startswith(b"PK\3\4")
        or any(_LARGE in {info.file_size, info.compress_size, info.header_offset} for info in infos)
        or not all(_is_plain(data, info, directory) for info in infos)
    ):
        raise DocumentError(f"is an archive of a kind that no word processor makes; {_AGAIN}", path=path)
    return Archive(path, data, members, directory, comment)


def _is_plain(data: bytes, info: zipfile.ZipInfo, directory: int) -> bool:
    """Whether a member lies where the archive's list says."""
    inside = info.header_offset + _LOCAL.size + info.compress_size <= directory
    return inside and data.startswith(b"PK\3\4", info.header_offset) and info.orig_filename == info.filename


def _packed(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _facts(packed: Mapping[str, bytes], changed: Mapping[str, bytes], name: str) -> tuple[int, int, int]:
    """What an archive tells of a member: its checksum, and its size packed and unpacked."""
    return zlib.crc32(changed[name]), len(packed[name]), len(changed[name])

"""A .argosmodel file: checked as if it were meant to harm, then unpacked."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath

from translate import patterns
from translate.core.text.showing import blotted
from translate.errors import ModelError
from translate.models.facts import PackageFacts, parse_facts
from translate.values import dataclass

RECORD = "newsdesk.json"
"""Our own file in an installed package; one that comes in an archive is left out."""
TOKENIZERS = ("sentencepiece.model", "bpe.model")

_MAX_ENTRIES = 10_000
_MAX_LISTING = 8 * 1024**2
_MAX_BYTES = 4 * 1024**3
_MAX_METADATA = 1024**2
# Model weights hardly compress, vocabularies four to one; a small package may have a README that does better.
_MAX_RATIO = 100
_FREE_OF_RATIO = 16 * 1024**2
_CHUNK = 1024**2
_MAX_PATH = 500
_MAX_NAME = 120
_MAX_SHOWN = 100
_TOP = patterns.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")
_PLAIN = (0, stat.S_IFREG)
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED_OR_PATCH = 0x61
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, RuntimeError, ValueError, OverflowError)


@dataclass(frozen=True, slots=True)
class Archive:
    """A package file that may be unpacked."""

    folder: str
    """The one folder in it, which the package is called after."""
    facts: PackageFacts
    files: tuple[str, ...]
    """Paths of the files to unpack, below `folder`, with ``/``."""
    bytes: int
    """Their size when unpacked."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was written, by SHA-256 in hexadecimal digits."""

    archive: Archive
    sha256: str
    """Of the archive itself."""
    files: dict[str, str]
    """Of each file, by its path below the folder."""


def check(path: Path, offer: PackageFacts | None = None) -> Archive:
    """Check a package file to its last byte, without writing anything.

    Args:
        path: The package file.
        offer: What it was offered as; None where it speaks for itself.

    Raises:
        ModelError: It is damaged, dangerous, no package for Argos Translate, or another one than was offered.
    """
    with _opened(path) as archive:
        found = _survey(archive, path)
        if offer is not None and not found.facts.fulfils(offer):
            raise ModelError(f"it holds {found.facts}, not {offer}", path=str(path))
        for info in archive.infolist():
            for _ in _contents(archive, info, path):
                pass
    return found


def survey(path: Path) -> Archive:
    """Look through a package file's table of contents and what it says of itself, without reading the rest.

    Raises:
        ModelError: As far as that tells, it is damaged, dangerous or no package for Argos Translate.
    """
    with _opened(path) as archive:
        return _survey(archive, path)


def unpack(path: Path, into: Path) -> Unpacked:
    """Unpack a package file, which is looked through again since it may not be the one that was checked.

    Args:
        path: The package file.
        into: The folder to make the package's folder in; after an error the caller removes what stands there.

    Raises:
        ModelError: It is damaged, dangerous or no package for Argos Translate.
        OSError: It cannot be written.
    """
    with _opened(path) as archive:
        found = _survey(archive, path)
        digests = {}
        for name in found.files:
            file = into / found.folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            digest = sha256()
            with file.open("xb") as out:
                for data in _contents(archive, archive.getinfo(f"{found.folder}/{name}"), path):
                    out.write(data)
                    digest.update(data)
                out.flush()
                os.fsync(out.fileno())
            digests[name] = digest.hexdigest()
        whole = archive.fp
        if whole is None:
            raise ValueError(path)
        whole.seek(0)
        return Unpacked(found, file_digest(whole, "sha256").hexdigest(), digests)  # type: ignore[arg-type] # a FileIO


class _Careful(io.FileIO):
    """A file that does not let zipfile take in a table of contents of any size at once."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _MAX_LISTING:
            raise zipfile.BadZipFile("its table of contents is too large")
        return super().read(-1 if size is None else size)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        if path.exists() and not path.is_file():  # Opening a pipe would wait for ever.
            raise ModelError("it is no plain file", path=str(path))
        file = _Careful(path)
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot be read: {getattr(error, 'strerror', None) or error}", path=str(path)) from error
    with file:
        try:
            archive = zipfile.ZipFile(file)
        except (*_DAMAGED, NotImplementedError) as error:
            raise ModelError("it is no zip archive, or not all of it is here", path=str(path)) from error
        with archive:
            yield archive


def _contents(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> Iterator[bytes]:
    """Yield what an entry holds, and no byte more than it announced."""
    count = 0
    try:
        with archive.open(info) as entry:
            while data := entry.read(_CHUNK):
                count += len(data)
                if count > info.file_size:
                    break
                yield data
    except (*_DAMAGED, NotImplementedError) as error:
        raise ModelError(f"it is damaged: “{_shown(info.filename)}” cannot be read", path=str(path)) from error
    if count != info.file_size:
        raise ModelError(f"it is damaged: “{_shown(info.filename)}” has not the size it says", path=str(path))


def _survey(archive: zipfile.ZipFile, path: Path) -> Archive:
    """Look through the table of contents."""
    infos = archive.infolist()
    if not 0 < len(infos) <= _MAX_ENTRIES:
        raise ModelError(f"it is an archive with {len(infos)} entries", path=str(path))
    trouble = next(filter(None, map(_trouble, infos)), None) or _trouble_in_all(infos)
    if trouble is not None:
        raise ModelError(trouble, path=str(path))
    folder = infos[0].filename.split("/")[0]
    files = {info.filename.removeprefix(f"{folder}/"): info for info in infos if not info.is_dir()}
    files.pop(RECORD, None)
    for name, held in (
        ("metadata.json", "metadata.json" in files),
        ("model/model.bin", "model/model.bin" in files and files["model/model.bin"].file_size > 0),
        (" or ".join(TOKENIZERS), any(name in files for name in TOKENIZERS)),
    ):
        if not held:
            raise ModelError(f"it is no Argos Translate package: it has no {name}", path=str(path))
    if files["metadata.json"].file_size > _MAX_METADATA:
        raise ModelError("its metadata.json is too large", path=str(path))
    try:
        facts = parse_facts(b"".join(_contents(archive, files["metadata.json"], path)))
    except ValueError as error:
        raise ModelError(f"its metadata.json cannot be used: {error}", path=str(path)) from error
    return Archive(folder, facts, tuple(files), sum(info.file_size for info in files.values()))


def _trouble(info: zipfile.ZipInfo) -> str | None:
    """Say what is wrong with an entry."""
    # The original: zipfile cuts names at a zero byte.
    name = info.orig_filename
    is_folder = name.endswith("/")  # ZipInfo.is_dir cannot be asked about an empty name.
    parts = name.removesuffix("/").split("/")
    usable = _TOP.fullmatch(parts[0]) and len(name) <= _MAX_PATH and max(map(len, parts)) <= _MAX_NAME
    allowed = (*_PLAIN, stat.S_IFDIR) if is_folder else _PLAIN
    troubles = (
        (not name.isprintable() or "\\" in name or ":" in name, "has a name with characters that no package needs"),
        (any(part in {"", ".", ".."} for part in parts), "has a name that leads out of the package"),
        (not usable, "has a name that cannot be used"),
        (stat.S_IFMT(info.external_attr >> 16) not in allowed, "is neither a file nor a folder"),
        (info.flag_bits & _ENCRYPTED_OR_PATCH, "is encrypted or a patch"),
        (info.compress_type not in _COMPRESSIONS, "is compressed in a way that is not supported"),
        (is_folder and info.file_size, "is a folder with contents of its own"),
    )
    return next((f"“{_shown(name)}” {trouble}" for found, trouble in troubles if found), None)


def _trouble_in_all(infos: list[zipfile.ZipInfo]) -> str | None:
    """Say what is wrong with the archive as a whole; the names of its entries are good."""
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    # A file system may take names that differ in case for one.
    counts = Counter(info.filename.rstrip("/").casefold() for info in infos)
    twice = [name for name, count in counts.items() if count > 1]
    files = {info.filename.casefold() for info in infos if not info.is_dir()}
    below = [name for name in counts if any(str(parent) in files for parent in PurePosixPath(name).parents)]
    tops = {info.filename.split("/")[0] for info in infos}
    troubles = (
        (unpacked > _MAX_BYTES, f"it would unpack to more than {_MAX_BYTES // 1024**3} GB"),
        (
            unpacked > max(_FREE_OF_RATIO, _MAX_RATIO * packed),
            f"it would unpack to more than {_MAX_RATIO} times its size, as no translation model does",
        ),
        (twice, f"“{_shown(''.join(twice[:1]))}” is in it twice"),
        (below, f"“{_shown(''.join(below[:1]))}” lies below a file"),
        (len(tops) > 1 or tops & files, "it does not have exactly one folder at the top"),
    )
    return next((trouble for found, trouble in troubles if found), None)


def _shown(text: str) -> str:
    return blotted(text[:_MAX_SHOWN])

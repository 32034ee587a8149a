"""The packages that are installed, in the folder where Argos Translate looks for them."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal

from translate.errors import ModelError
from translate.files import whole
from translate.models.archive import RECORD, TOKENIZERS, Archive, Unpacked, check, survey, unpack
from translate.models.facts import PackageFacts, parse_facts, parse_json
from translate.models.lock import held
from translate.models.places import packages_folder
from translate.models.transfer import shown
from translate.values import dataclass

WAIT = 600.0
"""Seconds to wait for another install: a large package on a slow disk."""

_LOCK = ".newsdesk.lock"
_HOLDER = ".newsdesk"
_ARRIVING = ".new"
_MAX_JSON = 16 * 1024**2


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """A folder among the installed packages."""

    path: str
    state: Literal["ok", "broken", "no record"]
    """``no record``: usable, but not installed by newsdesk, so nobody knows what its files were."""
    reason: str = ""
    """Why it is broken or has no record."""
    source: str = ""
    """Empty, as the rest, where the folder does not say."""
    target: str = ""
    version: str = ""
    name: str = ""
    link: str = ""
    """Where it was fetched; empty for one installed from a file."""
    installed: str = ""
    """When, as ISO 8601."""
    sha256: str = ""
    """Of the archive it came in."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What came of a wish to have a package."""

    package: InstalledPackage
    outcome: Literal["installed", "replaced", "already installed"]
    replaced: tuple[str, ...] = ()
    """The versions that made room."""


@dataclass(frozen=True, slots=True)
class FileFinding:
    """A file that is not as it was installed."""

    file: str
    """Its path in the package's folder."""
    kind: Literal["changed", "missing", "extra"]


@dataclass(frozen=True, slots=True)
class Verification:
    """An installed package, compared with its record."""

    package: InstalledPackage
    findings: tuple[FileFinding, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether every file is known to be as it was installed."""
        return self.package.state == "ok" and not self.findings


@dataclass(frozen=True, slots=True)
class _Record:
    """What was written when a package was installed."""

    sha256: str
    link: str
    installed: str
    files: dict[str, str]


def install(
    file: Path,
    *,
    when: datetime,
    packages: Path | None = None,
    link: str = "",
    offer: PackageFacts | None = None,
    wait: float = WAIT,
) -> Installation:
    """Install a package file in place of whatever the folder has for the same pair.

    The old package goes when the new one stands, so that at every moment there is a whole one. A process that is
    killed leaves nothing that Argos Translate sees; the next install clears up.

    Args:
        file: The .argosmodel file; it stays.
        when: The time to write into the record.
        packages: The packages folder; None for Argos Translate's own.
        link: Where the file was fetched.
        offer: What it was offered as; None to install what the file itself says that it is.
        wait: Seconds to wait for another install.

    Raises:
        ModelError: The file is damaged, dangerous, no package or another one than was offered, or cannot be unpacked
            here.
        LockedError: Another install is at work.
    """
    checked = check(file, offer)
    folder = _folder(packages)
    with _writing(folder, wait) as staging:
        final = folder / checked.folder
        others = _in_the_way(checked, final, file)
        unpacked = unpack(file, staging)
        if unpacked.archive != checked:
            raise ModelError("the file changed while it was installed; try again", path=str(file))
        _write_record(staging / checked.folder, unpacked, when, shown(link))
        _move_in(staging / checked.folder, final, others, staging)
    replaced = tuple(old.version for old in others if old.source)
    return Installation(_look(final), "replaced" if replaced else "installed", replaced)


def see_to_places(files: Sequence[Path], packages: Path | None = None) -> None:
    """See that each of some package files would have a place among the installed ones, and among themselves.

    Raises:
        ModelError: The folder of one is another pair's.
    """
    folder = _folder(packages)
    taken: set[str] = set()
    for file in files:
        archive = survey(file)
        _in_the_way(archive, folder / archive.folder, file)
        if archive.folder.casefold() in taken:
            raise ModelError(f"its folder “{archive.folder}” is that of another package, too", path=str(file))
        taken.add(archive.folder.casefold())


def finish(packages: Path | None = None, *, wait: float = WAIT) -> None:
    """Finish what an install was killed before, if there is such.

    Raises:
        ModelError: It cannot be finished.
        LockedError: An install is at work.
    """
    folder = _folder(packages)
    if _arriving(folder):
        with _writing(folder, wait):
            pass


def installed(packages: Path | None = None) -> tuple[InstalledPackage, ...]:
    """Return what is in the packages folder, broken or not, by the name of the folder.

    Raises:
        ModelError: The packages folder cannot be read.
    """
    folder = _folder(packages)
    try:
        found = sorted(path for path in folder.iterdir() if path.is_dir() and path.name != _HOLDER)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ModelError(f"the packages cannot be listed: {error.strerror}", path=str(folder)) from error
    return tuple(_look(path) for path in found)


def verify(packages: Path | None = None) -> tuple[Verification, ...]:
    """Compare every installed package with its record, byte by byte.

    Raises:
        ModelError: The packages folder cannot be read.
    """
    return tuple(Verification(package, _findings(Path(package.path))) for package in installed(packages))


def remove(
    source: str, target: str, *, packages: Path | None = None, wait: float = WAIT
) -> tuple[InstalledPackage, ...]:
    """Remove every package of a pair, broken or not.

    Returns:
        What was removed.

    Raises:
        ModelError: There is none, or it cannot be removed.
        LockedError: An install is at work.
    """
    folder = _folder(packages)
    there = installed(folder)
    if not any(_pair(package) == (source, target) for package in there):
        pairs = ", ".join(f"{package.source} → {package.target}" for package in there if package.source)
        raise ModelError(f"no package {source} → {target} is installed; there is: {pairs or 'none'}")
    with _writing(folder, wait) as staging:
        gone = tuple(package for package in installed(folder) if _pair(package) == (source, target))
        _move_out(list(gone), staging)
    return gone


def _folder(packages: Path | None) -> Path:
    return (packages_folder() if packages is None else packages).resolve()


def _pair(package: InstalledPackage | PackageFacts) -> tuple[str, str]:
    return package.source, package.target


@contextmanager
def _writing(folder: Path, wait: float) -> Iterator[Path]:
    """Hold the packages folder alone; yields an empty folder to build packages in."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with held(folder / _LOCK, wait):
            staging = _staging(folder)
            _clear(staging)
            _finish_moves(folder, staging)
            try:
                yield staging
            finally:
                _clear(staging)
                with suppress(OSError):  # One inside the packages folder is there for good, if it is needed at all.
                    staging.rmdir()
    except OSError as error:
        message = f"the packages folder cannot be changed: {error.strerror or error}"
        raise ModelError(message, path=str(error.filename or folder)) from error


def _staging(folder: Path) -> Path:
    """Return a folder from which a package can be moved into the packages folder in one step.

    It lies beside the packages folder: inside, Argos Translate takes every folder for a package, hidden ones too, and
    finds no package at all once one has no metadata.json. Where the packages folder is a mount of its own, inside is
    the only place; there the folder gets a metadata.json of a type that Argos Translate passes over.
    """
    beside = folder.with_name(f".{folder.name}.newsdesk")
    probe = folder / f"{_LOCK}.probe"
    try:
        beside.mkdir(exist_ok=True)
        if beside.is_symlink():
            raise NotADirectoryError(beside)
        (beside / probe.name).touch()
        (beside / probe.name).rename(probe)
    except OSError:
        holder = folder / _HOLDER
        holder.mkdir(exist_ok=True)
        whole.write(holder / "metadata.json", lambda file: file.write(b'{"type": "newsdesk"}\n'), home=None)
        (holder / "staging").mkdir(exist_ok=True)
        return holder / "staging"
    probe.unlink()
    return beside


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_symlink() or not path.is_dir():
            path.unlink()
        else:
            shutil.rmtree(path)


def _move_in(new: Path, final: Path, others: list[InstalledPackage], staging: Path) -> None:
    """Put a package in its place; where it takes that of others, it stands under a name of its own before they go."""
    _sync(new)
    if others:
        arriving = final.with_name(f".{final.name}{_ARRIVING}")
        new.rename(arriving)
        new = arriving
        _sync(final.parent, whole=False)
    _move_out(others, staging)
    new.rename(final)
    _sync(final.parent, whole=False)


def _arriving(folder: Path) -> list[Path]:
    return [path for path in folder.glob(f".*{_ARRIVING}") if (path / RECORD).is_file()]


def _finish_moves(folder: Path, staging: Path) -> None:
    """Do what `_move_in` was killed before."""
    for arriving in _arriving(folder):
        final = arriving.with_name(arriving.name.removeprefix(".").removesuffix(_ARRIVING))
        _move_out(_there_before(_look(arriving), final), staging)
        arriving.rename(final)


def _in_the_way(new: Archive, final: Path, file: Path) -> list[InstalledPackage]:
    """Return what a package takes the place of; raises ModelError where that is no place of its own."""
    others = _there_before(new.facts, final)
    stranger = next((old for old in others if old.source and _pair(old) != _pair(new.facts)), None)
    if stranger is not None:
        message = f"its folder is taken by {stranger.source} → {stranger.target}; remove that first"
        raise ModelError(message, path=str(file))
    return others


def _there_before(new: InstalledPackage | PackageFacts, final: Path) -> list[InstalledPackage]:
    """Return those of a package's pair, and what has its name."""
    arriving = final.with_name(f".{final.name}{_ARRIVING}")
    there = [old for old in installed(final.parent) if Path(old.path) != arriving]
    return [old for old in there if _pair(old) == _pair(new) or Path(old.path) == final]


def _move_out(packages: list[InstalledPackage], staging: Path) -> None:
    """Take packages away, each in one step; `_clear` deletes them."""
    for package in packages:
        path = Path(package.path)
        path.rename(Path(mkdtemp(dir=staging)) / path.name)


def _sync(folder: Path, *, whole: bool = True) -> None:
    """Make names last through a power cut."""
    for path in (folder, *(folder.rglob("*/") if whole else ())):
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _write_record(folder: Path, unpacked: Unpacked, when: datetime, link: str) -> None:
    record = {
        "archive": {"sha256": unpacked.sha256, "link": link},
        "version": unpacked.archive.facts.version,
        "installed": when.isoformat(timespec="seconds"),
        "files": unpacked.files,
    }
    with (folder / RECORD).open("x", encoding="utf-8") as out:
        json.dump(record, out, ensure_ascii=False, indent=1)
        out.write("\n")
        out.flush()
        os.fsync(out.fileno())


def _look(folder: Path) -> InstalledPackage:
    """Describe a folder, whatever state it is in."""
    try:
        facts = parse_facts(_read(folder / "metadata.json"))
    except ValueError as error:
        return InstalledPackage(str(folder), "broken", f"metadata.json: {error}")
    known = {"source": facts.source, "target": facts.target, "version": facts.version, "name": facts.name}
    if not _is_file(folder / "model" / "model.bin"):
        return InstalledPackage(str(folder), "broken", "it has no model/model.bin", **known)
    if not any(_is_file(folder / name) for name in TOKENIZERS):
        return InstalledPackage(str(folder), "broken", f"it has no {' or '.join(TOKENIZERS)}", **known)
    try:
        record = _record(folder)
    except ValueError as error:
        return InstalledPackage(str(folder), "no record", f"{RECORD}: {error}", **known)
    known |= {"link": record.link, "installed": record.installed, "sha256": record.sha256}
    return InstalledPackage(str(folder), "ok", **known)


def _is_file(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file()
    return False


def _read(file: Path) -> bytes:
    """Read a small file; raises ValueError with a few words where it cannot be."""
    try:
        if file.exists() and not file.is_file():
            raise ValueError("it is no plain file")
        with file.open("rb") as opened:
            data = opened.read(_MAX_JSON + 1)
    except OSError as error:
        raise ValueError(f"it cannot be read ({error.strerror})") from error
    if len(data) > _MAX_JSON:
        raise ValueError("it is too large")
    return data


def _record(folder: Path) -> _Record:
    raw = parse_json(_read(folder / RECORD))
    try:
        archive, installed_at, files = raw["archive"], raw["installed"], raw["files"]  # type: ignore[index] # caught
        texts = [archive["sha256"], archive["link"], installed_at, *files, *files.values()]
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("it is no record of newsdesk's") from error
    if not all(isinstance(text, str) and text.isprintable() for text in texts):
        raise ValueError("it is no record of newsdesk's")
    return _Record(archive["sha256"], archive["link"], installed_at, files)


def _findings(folder: Path) -> tuple[FileFinding, ...]:
    try:
        expected = _record(folder).files
    except ValueError:
        return ()
    paths = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    found = {path.relative_to(folder).as_posix(): path for path in paths}
    found.pop(RECORD, None)
    findings = [FileFinding(name, "missing") for name in expected.keys() - found.keys()]
    findings += [FileFinding(name, "extra") for name in found.keys() - expected.keys()]
    same = expected.keys() & found.keys()
    findings += [FileFinding(name, "changed") for name in same if _digest(found[name]) != expected[name]]
    return tuple(sorted(findings, key=lambda finding: (finding.file, finding.kind)))


def _digest(path: Path) -> str:
    """Return the SHA-256 of a plain file; anything else, or one that cannot be read, has none."""
    if path.is_symlink() or not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""

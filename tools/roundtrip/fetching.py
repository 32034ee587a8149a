"""Fetch the packages that files are taken from: Debian's, and source distributions of Python's, which have tests."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


def cache() -> Path:
    """The folder that they are kept in, outside the repository; NEWSDESK_ROUNDTRIP names another.

    It is in the home of the account, wherever HOME leads: tests have one of their own.
    """
    named = os.environ.get("NEWSDESK_ROUNDTRIP")
    return Path(named) if named else Path(pwd.getpwuid(os.getuid()).pw_dir) / ".cache" / "newsdesk-roundtrip"


@dataclass(frozen=True, slots=True)
class Source:
    """A package that has files to try."""

    kind: str
    """``debian`` or ``sdist``."""
    name: str

    @property
    def folder(self) -> Path:
        """Where it lies unpacked, once it was fetched."""
        return cache() / self.kind / self.name

    def files(self, endings: tuple[str, ...]) -> list[Path]:
        """Its files of some endings, in order; none where it was not fetched."""
        found = (path for path in self.folder.rglob("*") if path.name.lower().endswith(endings))
        return sorted(path for path in found if path.is_file() and not path.is_symlink())

    def fetch(self) -> str:
        """Fetch and unpack it, unless that was done.

        Returns:
            Why it could not be; empty where it is there.
        """
        if self.folder.is_dir():
            return ""
        with tempfile.TemporaryDirectory() as name:
            unpacked = Path(name) / "unpacked"
            unpacked.mkdir()
            try:
                (_unpack_debian if self.kind == "debian" else _unpack_sdist)(self.name, Path(name), unpacked)
            except (subprocess.CalledProcessError, OSError, ValueError, tarfile.TarError) as error:
                return f"{self.kind} {self.name} cannot be fetched: {error}"
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(unpacked, self.folder)
        return ""


def debian(*names: str) -> Sequence[Source]:
    """Packages of Debian."""
    return [Source("debian", name) for name in names]


def sdists(*names: str) -> Sequence[Source]:
    """Source distributions of Python packages; their tests come with data."""
    return [Source("sdist", name) for name in names]


def _unpack_debian(name: str, within: Path, into: Path) -> None:
    subprocess.run(["apt-get", "-qq", "download", name], cwd=within, check=True, stderr=subprocess.DEVNULL)
    (package,) = within.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", package, into], check=True)


def _unpack_sdist(name: str, within: Path, into: Path) -> None:
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--no-binary",
        ":all:",
        "--dest",
        within,
        name,
    ]
    subprocess.run(pip, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (package,) = within.glob("*.tar.gz")
    with tarfile.open(package) as archive:
        archive.extractall(into, filter="data")

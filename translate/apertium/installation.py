"""Where Apertium is on this machine: its programs and its language pairs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from translate.apertium.modes import MODES, files_of, find_mode
from translate.errors import EngineError, SettingsError
from translate.values import dataclass

_PATIENCE = 30
"""Seconds that telling a version may take."""
_LIBRARIES = Path("/etc/ld.so.cache")
"""What is written anew whenever libraries of the system's are installed."""


@dataclass(frozen=True, slots=True)
class Installation:
    """Apertium's command with the programs and the data that belong to it."""

    command: str = "apertium"
    """The command's name or path."""
    data: str = ""
    """The folder with its language pairs; empty for the one that the environment names, or that belongs to it."""

    @classmethod
    def named_by(cls, options: Mapping[str, object]) -> Installation:
        """The one that the settings of the engine name, its ``program`` and ``data``.

        Raises:
            SettingsError: A path in them depends on the folder that somebody happens to stand in.
        """
        command, data = str(options.get("program", "apertium")), str(options.get("data", ""))
        for name, path in (("program", command if os.sep in command else ""), ("data", data)):
            if path and not Path(path).expanduser().is_absolute():
                raise SettingsError(f"[engines.apertium] {name} must be a whole path, from / on, and not “{path}”")
        return cls(str(Path(command).expanduser()) if command else "", data)

    @property
    def found(self) -> Path | None:
        """Where the command is; None where it is not installed."""
        path = shutil.which(self.command)
        return Path(path) if path else None

    @property
    def folder(self) -> Path | None:
        """The folder with the language pairs; None where the command is not installed."""
        found = self.found
        if found is None:
            return None
        named = self.data or os.environ.get("APERTIUM_DATADIR")
        return Path(named).expanduser() if named else found.resolve().parent.parent / "share" / "apertium"

    @property
    def path(self) -> str:
        """A search path for programs, those that stand beside the command first."""
        found = self.found
        beside = [str(found.resolve().parent)] if found else []
        return os.pathsep.join((*beside, os.environ.get("PATH", os.defpath)))

    def program(self, name: str) -> str | None:
        """Where one of Apertium's programs is, such as ``lt-proc``; None where it is not."""
        return shutil.which(name, path=self.path)

    def mode(self, source: str, target: str) -> Path | None:
        """The file that tells how a pair is translated (`modes.find_mode`); None where there is none."""
        folder = self.folder
        return None if folder is None else find_mode(folder, source, target)

    def modes(self) -> list[Path]:
        """The files of all pairs that are installed, by name."""
        folder = self.folder
        return [] if folder is None else sorted((folder / MODES).glob("*.mode"))

    def places(self) -> tuple[Path, ...]:
        """The files and folders by which all of this is told, there or not; each counts with all that is in it."""
        found, folder = self.found, self.folder
        searched = [Path(each) for each in self.path.split(os.pathsep) if each]
        named = [Path(self.command)] if os.sep in self.command else []
        if found is not None and folder is not None:
            data = (file for mode in self.modes() for file in files_of(mode))
            named += (found, folder, *(file for file in data if not file.is_relative_to(folder)))
        return tuple(dict.fromkeys((*searched, *named, _LIBRARIES)))

    def version(self) -> str:
        """Apertium's version, such as ``3.8.3``.

        Raises:
            EngineError: The command does not tell it.
        """
        try:
            result = subprocess.run(
                [self.command, "-V"], capture_output=True, check=True, timeout=_PATIENCE, stdin=subprocess.DEVNULL
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise EngineError(f"{self.command} -V does not tell its version") from error
        return (result.stdout.decode(errors="replace").split() or ["?"])[-1]

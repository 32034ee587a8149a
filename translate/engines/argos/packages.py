"""Find the installed packages and the way from one language to another."""

from __future__ import annotations

import json
import os
import re
from importlib import import_module
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any

from translate import patterns
from translate.errors import EngineError
from translate.files.making import sparing
from translate.languages.argos import argos_codes, same_spelling
from translate.values import dataclass

_CODE = patterns.compile(r"[\w@-]+")
_LISTS = ("languages", "source_languages", "target_languages")
"""Argos Translate, which adds to these, can do nothing with a package where one is none."""


@dataclass(frozen=True, slots=True)
class Installed:
    """One package on the disk, its metadata read and found usable, its model not yet looked at."""

    folder: Path
    source: str
    target: str
    version: str
    prefix: str
    """The token that every translation has to start with; empty for most packages."""

    def tokenizer(self) -> Any:
        """An ``argostranslate.tokenizer.Tokenizer``; None where the package has no file for one.

        Raises:
            EngineError: Argos Translate's own settings cannot be used, or it cannot be loaded.
        """
        if (file := self.folder / "sentencepiece.model").exists():
            return argos("tokenizer").SentencePieceTokenizer(file)
        if (file := self.folder / "bpe.model").exists():
            return argos("tokenizer").BPETokenizer(file, self.source, self.target)
        return None


@dataclass(frozen=True, slots=True)
class Packages:
    """What is installed."""

    installed: tuple[Installed, ...]
    """For each pair of languages the newest one."""
    unreadable: tuple[Path, ...] = ()
    """Folders without usable metadata."""

    def route(self, source: str, target: str) -> tuple[Installed, ...]:
        """The packages that lead from a language to a locale, as few as can be; none where there is no way.

        Of two ways equally short the one through English is taken, then the one whose codes come first.

        Raises:
            EngineError: There is no way, and a folder named like the missing package cannot be read.
        """
        pairs = [(start, to) for to in argos_codes(target) for start in argos_codes(source)]
        for start, to in pairs:
            if legs := self._shortest(start, to):
                return legs
        for (start, to), folder in product(pairs, self.unreadable):
            named = re.escape(same_spelling(f"{start}_{to}", "_"))
            if re.search(rf"(?<![a-z]){named}(?![a-z])", same_spelling(folder.name, "_")):
                raise broken(folder, "metadata.json cannot be read", start, to)
        return ()

    def _shortest(self, source: str, target: str) -> tuple[Installed, ...]:
        onward = sorted(self.installed, key=lambda p: (p.target != "en", p.target))
        ways: dict[str, tuple[Installed, ...]] = {source: ()}
        frontier = [source]
        while frontier and target not in ways:
            reached = []
            for language in frontier:
                for package in onward:
                    if same_spelling(package.source) == language and (to := same_spelling(package.target)) not in ways:
                        ways[to] = (*ways[language], package)
                        reached.append(to)
            frontier = reached
        return ways.get(target, ())


def find_packages() -> Packages:
    """Look into Argos Translate's folders; a broken one does not hide the others.

    Raises:
        EngineError: The folders cannot be read, or Argos Translate's own settings cannot be used.
    """
    newest: dict[tuple[str, str], Installed] = {}
    unreadable = []
    try:
        folders = sorted(f for d in argos("settings").package_dirs if d.is_dir() for f in d.iterdir() if f.is_dir())
    except OSError as error:
        raise EngineError(
            f"the folder of Argos packages cannot be read: {error.strerror}", path=error.filename
        ) from error
    for folder in folders:
        try:
            found = _read(folder)
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            unreadable.append(folder)
            continue
        if found is not None:
            pair = (same_spelling(found.source), same_spelling(found.target))
            newest[pair] = max(newest.get(pair, found), found, key=lambda p: _numbers(p.version))
    return Packages(tuple(newest.values()), tuple(unreadable))


def package_places() -> tuple[Path, ...]:
    """What `find_packages` looks at, with all that is in it, and the folders that Argos Translate cannot do without.

    Raises:
        EngineError: Argos Translate's own settings cannot be used.
    """
    settings = argos("settings")
    snap = os.environ.get("SNAP")  # Argos Translate looks for folders of packages in it.
    own = (settings.data_dir, settings.config_dir, settings.cache_dir)
    return (*own, *settings.package_dirs, *((Path(snap, "snap_custom"),) if snap else ()))


def argos(module: str) -> ModuleType:
    """A module of Argos Translate: never imported before it is needed, since that makes folders in the home folder.

    Raises:
        EngineError: Argos Translate's own settings cannot be used.
    """
    try:
        with sparing():
            return import_module(f"argostranslate.{module}")
    except ImportError as error:
        raise unloadable("Argos Translate", error) from error
    # Python has a RuntimeError for a home folder that nobody knows.
    except (OSError, ValueError, KeyError, AssertionError, RuntimeError) as error:
        raise EngineError(
            f"Argos Translate cannot start ({error}); look at the variables ARGOS_* and HOME, and at its settings.json"
        ) from error


def unloadable(library: str, reason: object) -> EngineError:
    """The error for a library that is not there, or not whole."""
    first = next(iter(str(reason).splitlines()), "")
    return EngineError(f"{library} cannot be loaded ({first}); give it more memory, or install newsdesk again")


def broken(folder: Path, reason: object, source: str, target: str) -> EngineError:
    """The error for a package that cannot be used, in one sentence."""
    first = next(iter(str(reason).splitlines()), "")
    install = f"newsdesk models install {source} {target}"
    return EngineError(
        f"this Argos package is broken ({first}); delete the folder, then run “{install}”", path=str(folder)
    )


def _read(folder: Path) -> Installed | None:
    """What we need of a package; None where it is for something else than translating.

    Not by ``argostranslate.package``, which also fetches packages: loading what that takes takes as long as all else.

    Raises:
        OSError: It has no metadata that can be read.
        ValueError: Its metadata makes no sense.
        TypeError: Likewise.
        AttributeError: Likewise.
        RecursionError: Likewise.
    """
    said = json.loads((folder / "metadata.json").read_bytes())
    if said.get("type", "translate") != "translate":
        return None
    source, target = said.get("from_code"), said.get("to_code")
    if not (_CODE.fullmatch(source) and _CODE.fullmatch(target)):
        raise ValueError("no language codes")
    if not all(isinstance(said.get(name, []), list) for name in _LISTS):
        raise ValueError("no lists")
    return Installed(
        folder=folder,
        source=source,
        target=target,
        version=re.sub(r"[^\w.+-]", "", str(said.get("package_version", ""))) or "0",
        prefix=str(said.get("target_prefix", "")),
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"[0-9]+", version))

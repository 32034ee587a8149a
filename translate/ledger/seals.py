"""What a run said that found nothing new, kept with the state of all that it looked at: the next one may say it again.

A seal may be deleted at any time. What is wrong with one costs the run that it would have saved.
"""

from __future__ import annotations

import json
import os
import stat
from dataclasses import asdict
from pathlib import Path

from translate import patterns
from translate.core.text.showing import on_a_page
from translate.errors import NewsdeskError
from translate.files import caching
from translate.files.kinds import Kind
from translate.values import dataclass

OWN = ".newsdesk"
"""Newsdesk's own folder in a project."""
FOLDER = Path(OWN, "seals")
"""Its place in a project."""
CODES = frozenset({0, 1})
"""The exit codes of runs that nothing was wrong with."""
KEPT = Kind("what a run said", ".json", 1_000_000, NewsdeskError)

_FILE = FOLDER / "draft.json"
_COLOR = patterns.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Seal:
    """What a run said that found nothing new."""

    asked: str
    """The fingerprint of what was asked, by whom, where and on which day."""
    project: str
    """The state of the project (`trees.Project`), but for what is in …"""
    passed: tuple[str, ...]
    """… the folders that it only tidied."""
    places: tuple[str, ...]
    """Files and folders elsewhere that it looked at, with all that is in them, …"""
    folders: tuple[str, ...]
    """… and those of which it knows the names."""
    elsewhere: str
    """The state of both (`trees.state_of_places`)."""
    code: int
    """The exit code."""
    said: str
    """What went to stdout."""
    told: str
    """What went to stderr."""
    for_programs: bool = False
    """Whether a program reads what went to stdout, whatever the terminal is."""


def load(root: Path) -> Seal | None:
    """What the last run that found nothing new in a project said, if we wrote it down and nobody else could.

    Args:
        root: The project's folder, resolved.
    """
    path = root / _FILE
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
            return None
        data = caching.kept(path, home=root, largest=KEPT.largest)
        return None if data is None else _read(json.loads(data))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def keep(root: Path, seal: Seal) -> None:
    """Keep a seal in place of the one before, if it is harmless to show, and can be written."""
    data = json.dumps(asdict(seal)).encode()
    if len(data) <= KEPT.largest and _is_harmless(seal.said + seal.told):
        caching.keep(root / _FILE, data, home=root, permissions=0o600)


def _read(kept: object) -> Seal | None:
    if not isinstance(kept, dict):
        return None
    texts = {name: str(kept[name]) for name in ("asked", "project", "elsewhere", "said", "told")}
    lists = {name: tuple(map(str, kept[name])) for name in ("passed", "places", "folders")}
    if kept["code"] not in CODES or not _is_harmless(texts["said"] + texts["told"]):
        return None
    return Seal(
        asked=texts["asked"],
        project=texts["project"],
        passed=lists["passed"],
        places=lists["places"],
        folders=lists["folders"],
        elsewhere=texts["elsewhere"],
        code=int(kept["code"]),
        said=texts["said"],
        told=texts["told"],
        for_programs=kept["for_programs"] is True,
    )


def _is_harmless(text: str) -> bool:
    """Whether a terminal obeys nothing in a text but colours."""
    plain = _COLOR.sub("", text)
    return on_a_page(plain) == plain

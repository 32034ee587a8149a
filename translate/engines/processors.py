"""How many processors, and how much memory, this process may use."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

_GROUPS = Path("/proc/self/cgroup")
_TREE = Path("/sys/fs/cgroup")
_MEMORY = Path("/proc/meminfo")


def processors(groups: Path = _GROUPS, tree: Path = _TREE) -> int:
    """The processors that this process may run on, or so many as its share of time is worth, if that is less.

    Args:
        groups: The file that tells which control groups the process is in.
        tree: The folder with what they may use.
    """
    return max(1, min((len(os.sched_getaffinity(0)), *_shares(groups, tree))))


def memory(told: Path = _MEMORY, groups: Path = _GROUPS, tree: Path = _TREE) -> int:
    """The bytes that are there for this process and others that it starts; none where nobody can tell.

    Args:
        told: The file that tells what the machine has left.
        groups: As `processors` has it.
        tree: As `processors` has it.
    """
    return max(0, min((_left(told), *_rooms(groups, tree))))


def _left(told: Path) -> int:
    with contextlib.suppress(OSError, ValueError, IndexError):
        lines = told.read_text(encoding="utf-8").splitlines()
        return next((1024 * int(line.split()[1]) for line in lines if line.startswith("MemAvailable:")), 0)
    return 0


def _shares(groups: Path, tree: Path) -> Iterator[int]:
    """What the groups may use, each in processors; a part of one counts as one."""
    for place, is_older in _places(groups, tree, "cpu"):
        with contextlib.suppress(OSError, ValueError, ZeroDivisionError):
            if is_older:
                told = [(place / f"cpu.cfs_{name}_us").read_text() for name in ("quota", "period")]
            else:
                told = (place / "cpu.max").read_text().split()
            quota, period = map(int, told)  # “max” is no number: there is no limit.
            if quota > 0:
                yield -(-quota // period)


def _rooms(groups: Path, tree: Path) -> Iterator[int]:
    """What the groups have left, each in bytes."""
    for place, is_older in _places(groups, tree, "memory"):
        names = ("limit_in_bytes", "usage_in_bytes") if is_older else ("max", "current")
        with contextlib.suppress(OSError, ValueError):
            limit, used = (int((place / f"memory.{name}").read_text()) for name in names)
            yield limit - used


def _places(groups: Path, tree: Path, controller: str) -> Iterator[tuple[Path, bool]]:
    """The folders of the groups that a controller limits, and whether they are of the older kind."""
    try:
        lines = groups.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        _, controllers, own, *_ = (*line.split(":", 2), "", "")
        if controllers and controller not in controllers.split(","):
            continue
        # In a container its own group is often the root of what it sees, whatever the name says.
        for folder in (own, *map(str, Path(own).parents)):
            yield tree / controllers / folder.lstrip("/"), bool(controllers)

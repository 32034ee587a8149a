"""How many processors this process may use."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

_GROUPS = Path("/proc/self/cgroup")
_TREE = Path("/sys/fs/cgroup")


def processors(groups: Path = _GROUPS, tree: Path = _TREE) -> int:
    """The processors that this process may run on, or so many as its share of time is worth, if that is less.

    Args:
        groups: The file that tells which control groups the process is in.
        tree: The folder with what they may use.
    """
    return max(1, min((len(os.sched_getaffinity(0)), *_shares(groups, tree))))


def _shares(groups: Path, tree: Path) -> Iterator[int]:
    """What the groups may use, each in processors; a part of one counts as one."""
    try:
        lines = groups.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return
    for line in lines:
        _, controllers, own, *_ = (*line.split(":", 2), "", "")
        if controllers and "cpu" not in controllers.split(","):
            continue
        # In a container its own group is often the root of what it sees, whatever the name says.
        for folder in (own, *map(str, Path(own).parents)):
            place = tree / controllers / folder.lstrip("/")
            with contextlib.suppress(OSError, ValueError, ZeroDivisionError):
                if controllers:
                    told = [(place / f"cpu.cfs_{name}_us").read_text() for name in ("quota", "period")]
                else:
                    told = (place / "cpu.max").read_text().split()
                quota, period = map(int, told)  # “max” is no number: there is no limit.
                if quota > 0:
                    yield -(-quota // period)

"""Who can write to a file: whoever can is taken to have written what is in it."""

from __future__ import annotations

import contextlib
import errno
import grp
import os
import pwd
import stat
from collections.abc import Iterator
from pathlib import Path

_HOPS = 40
"""Links on the way to a file that Linux follows."""


def account() -> str:
    """The name of the account that we run as."""
    return user(os.geteuid())


def we() -> str:
    """Who may write to what is ours alone."""
    return "root" if os.geteuid() == 0 else f"{account()} and root"


def everybody_writes(found: os.stat_result) -> bool:
    """Whether a file or a folder can be written by every account of the machine."""
    return bool(found.st_mode & stat.S_IWOTH)


def is_shared(found: os.stat_result) -> bool:
    """Whether a group that we are in can write to a file or a folder."""
    return bool(found.st_mode & stat.S_IWGRP) and found.st_gid in {os.getegid(), *os.getgroups()}


def stranger(path: Path) -> str | None:
    """Whose a file or a folder is, unless we, root or a group that we are in may well have written it.

    Under sudo, what belongs to whoever called it is ours, too.

    Raises:
        OSError: There is no such file.
    """
    found = path.stat()
    ours = found.st_uid in {os.geteuid(), 0, _caller()}
    return None if ours or is_shared(found) else user(found.st_uid)


def open_to_others(path: Path) -> tuple[Path, str] | None:
    """What lets others than us and root write to a file or a folder: itself, or a folder or link on the way to it.

    Returns:
        The first on the way, and who: an account, a group, or everybody; None where nobody can. In a folder with the
        sticky bit, as /tmp is, everybody writes, but nobody to what is another's.

    Raises:
        OSError: There is no such file.
    """
    passed = [*way(path)]
    for number, (each, found) in enumerate(passed, 1):
        if found.st_uid not in {os.geteuid(), 0}:
            return each, user(found.st_uid)
        is_sticky = stat.S_ISDIR(found.st_mode) and found.st_mode & stat.S_ISVTX
        if stat.S_ISLNK(found.st_mode) or (is_sticky and number < len(passed)):
            continue
        if everybody_writes(found):
            return each, "everybody"
        if found.st_mode & stat.S_IWGRP and not _is_private(found.st_gid):
            return each, f"the group {_group(found.st_gid)}"
    return None


def way(path: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """What one passes on the way to a file: each folder and each link, and the file itself.

    Raises:
        OSError: There is no such file.
    """
    at, hops = Path("/"), 0
    yield at, at.lstat()
    left = [*reversed(path.absolute().parts)]
    while left:
        part = left.pop()
        if part in {"/", "//"}:
            at = Path("/")
        elif part == "..":
            at = at.parent
            yield at, at.lstat()
        else:
            found = (at / part).lstat()
            yield at / part, found
            if not stat.S_ISLNK(found.st_mode):
                at /= part
                continue
            hops += 1
            if hops > _HOPS:
                raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
            left += reversed((at / part).readlink().parts)


def _caller() -> int:
    """Who called sudo, where we are root because of it."""
    told = os.environ.get("SUDO_UID", "")
    return int(told) if os.geteuid() == 0 and told.isascii() and told.isdigit() else 0


def user(number: int) -> str:
    """The name of an account."""
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return f"the account {number}"


def _is_private(number: int) -> bool:
    """Whether a group is our account's own, of its name and without another member, as adduser makes one."""
    name = account()
    with contextlib.suppress(KeyError):
        group = grp.getgrgid(number)
        others = (each for each in pwd.getpwall() if each.pw_gid == number and each.pw_uid != os.geteuid())
        return group.gr_name == name and not {*group.gr_mem} - {name} and not any(others)
    return False


def _group(number: int) -> str:
    try:
        return grp.getgrgid(number).gr_name
    except KeyError:
        return str(number)

"""Keep to a home: what a link leads out of it to is neither read nor written, whoever put it there and when.

A path is resolved, and then opened folder by folder from the home's own descriptor without following any link: nobody
can put one in a folder's place between the look and the opening. Links that stay inside are as good as what they lead
to. Without a home a path is taken as it is: the user has named it.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from translate.files import trust

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC | getattr(os, "O_PATH", 0)
"""How folders are opened on the way; with O_PATH, one that may be entered need not be readable."""
_TRIES = 5
DESCRIPTORS = "/proc/self/fd"
"""Where Linux has a name for each file that a process has open."""


class OutsideError(OSError):
    """A path leads out of its home."""

    def __init__(self, home: Path, path: Path, below: int) -> None:
        super().__init__(errno.EXDEV, "it leads out of the project", str(path))
        self.home = home
        self.below = below
        """How many names of the path come behind that of the link which leads out."""


class SpecialError(OSError):
    """What is at a path is no plain file."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "it is no plain file")


def explained(error: OSError, deed: str, shown: str, noun: str, *, whose: str = "the project") -> tuple[str, str]:
    """A sentence on what failed, and the path that it is about.

    Args:
        error: What failed.
        deed: What could not be done: ``cannot be read``.
        shown: The file as the user knows it.
        noun: What it should be, with its article: ``a PO file``.
        whose: What its home is to the user.
    """
    if not isinstance(error, OutsideError):
        return f"{deed}: {error.strerror or error}", shown
    names = shown.split("/")
    link = "/".join(names[: len(names) - error.below]) or shown
    wanted = f"the {noun.partition(' ')[2]} itself" if link == shown else "the folder itself"
    return f"is a link that leads out of {whose}; put {wanted} in its place", link.removeprefix(f"{error.home}/")


def resolved(path: str | Path) -> str:
    """Where a path leads, whatever of it is there."""
    for _ in range(_TRIES):
        with contextlib.suppress(OSError):  # What was a link is none any more: somebody has swapped it just now.
            return os.path.realpath(path)
    return os.path.realpath(path)


def leads_out(home: Path, path: Path) -> bool:
    """Whether a path, wherever links lead, is outside a home, which is resolved."""
    return not _is_in(resolved(path), home)


def see(home: Path, path: Path, *, follow: bool = True) -> None:
    """See that a path does not lead out of a home, which is resolved.

    Args:
        home: The home.
        path: The path.
        follow: Whether what has its name is followed, too.

    Raises:
        OutsideError: It does.
    """
    asked, below = (path, 0) if follow else (path.parent, 1)
    if leads_out(home, asked):
        raise OutsideError(home, path, below + _below(home, asked))


def is_passed(home: Path, path: Path) -> bool:
    """Whether the way to a path passes a home, which is resolved, under whatever name; it may lead on from there."""
    named = Path(os.path.abspath(path))  # noqa: PTH100  What it leads through is the question.
    if named.is_relative_to(home):
        return True
    with contextlib.suppress(OSError):  # It ends before.
        return any(each.is_relative_to(home) for each, _ in trust.way(named))
    return False


def is_plain(path: Path) -> bool:
    """Whether there is a file at a path, which is neither a link nor a pipe, a device or a folder.

    Raises:
        OSError: There is nothing, or nobody may look.
    """
    return stat.S_ISREG(path.lstat().st_mode)


@contextlib.contextmanager
def folder(home: Path | None, path: Path, *, make: bool = False) -> Iterator[Path]:
    """A folder, to work in: meanwhile the path that is given stands for this folder, whatever becomes of its name.

    Args:
        home: Where it has to be, resolved; None for anywhere.
        path: The folder.
        make: Whether it is made as needed.

    Raises:
        OutsideError: It is elsewhere.
        OSError: It cannot be opened, or made.
    """
    if home is None:
        if make:
            path.mkdir(parents=True, exist_ok=True)
        yield path
        return
    names = _names(home, path)
    if make:
        home.mkdir(parents=True, exist_ok=True)
    descriptor = _descend(home, names, make=make)
    try:
        yield Path(DESCRIPTORS, str(descriptor)) if _are_descriptors_named() else home.joinpath(*names)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def place(home: Path | None, path: Path, *, make: bool = False, follow: bool = True) -> Iterator[Path]:
    """The place of a file, there or not, to work at; see `folder`. What has its name by then is not followed.

    Args:
        home: Where it has to be, resolved; None for anywhere.
        path: The file.
        make: Whether its folder is made as needed.
        follow: Whether it is that of the file which a link of its name leads to, or the link's own.
    """
    real = Path(resolved(path)) if follow else path
    if home is not None:
        see(home, path, follow=follow)  # Says which link it is that leads out.
    with folder(home, real.parent, make=make) as where:
        yield where / real.name


def opened(home: Path | None, path: Path) -> int:
    """Open a file to read in it, and wait for nobody.

    Returns:
        A descriptor, of a plain file.

    Raises:
        OutsideError: It is elsewhere.
        SpecialError: It is no plain file.
        OSError: It cannot be opened.
    """
    if home is None:
        return opened_here(resolved(path))
    *folders, name = _names(home, path) or (".",)
    descriptor = _descend(home, folders)
    try:
        return opened_here(name, descriptor)
    finally:
        os.close(descriptor)


def opened_here(name: str | Path, folder: int | None = None) -> int:
    """The same of a file that is no link, in a folder that is open or was looked at.

    Raises:
        SpecialError: It is no plain file.
        OSError: It is a link, or cannot be opened.
    """
    found = os.stat(name, dir_fd=folder, follow_symlinks=False)
    if stat.S_ISLNK(found.st_mode):
        raise _led_by_link(str(name))
    _refuse_special(found)  # A device may do something at being opened.
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW
    descriptor = os.open(name, flags, dir_fd=folder)
    try:
        _refuse_special(os.fstat(descriptor))
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def note(home: Path | None, path: Path, text: str) -> None:
    """Write a short text where there is no file, or an empty one: a run was killed, or the disk full.

    Raises:
        OSError: That cannot be done.
    """
    with place(home, path, follow=False) as where:
        if os.path.lexists(where) and not (is_plain(where) and not where.lstat().st_size):
            return
        flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        with os.fdopen(os.open(where, flags, 0o666), "wb") as file:
            file.write(text.encode())


def _led_by_link(name: str) -> OSError:
    """What the kernel says of a link that is not followed: one that leads to itself, or was put there just now."""
    return OSError(errno.ELOOP, os.strerror(errno.ELOOP), name)


def _refuse_special(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise SpecialError


def _is_in(real: str, home: Path) -> bool:
    return os.path.join(real, "").startswith(os.path.join(home, ""))  # noqa: PTH118  Asked of every file.


def _names(home: Path, path: Path) -> Sequence[str]:
    """The names of the folders from a home to a path, and its own.

    Raises:
        OutsideError: It is not below the home.
    """
    real = resolved(path)
    if not _is_in(real, home):
        raise OutsideError(home, path, _below(home, path))
    return [name for name in real[len(str(home)) :].split("/") if name]


def _below(home: Path, path: Path) -> int:
    """How many names come behind the first one on a path that leads out of a home."""
    found, path = 0, Path(os.path.abspath(path))  # noqa: PTH100  The links are looked for.
    for below, place in enumerate((path, *path.parents)):
        if leads_out(home, place) and not leads_out(home, place.parent):
            found = below
    return found


def _descend(home: Path, names: Sequence[str], *, make: bool = False) -> int:
    """Open the folder at the end of some names, none of which is a link by now."""
    descriptor = os.open(home, _FOLDER)
    for name in names:
        try:
            inner = _inner(descriptor, name, make=make)
        finally:
            os.close(descriptor)
        descriptor = inner
    return descriptor


def _inner(descriptor: int, name: str, *, make: bool) -> int:
    try:
        return os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=descriptor)
    except FileNotFoundError:
        if not make:
            raise
    except NotADirectoryError:
        if stat.S_ISLNK(os.lstat(name, dir_fd=descriptor).st_mode):
            raise _led_by_link(name) from None
        raise
    with contextlib.suppress(FileExistsError):
        os.mkdir(name, dir_fd=descriptor)
    return os.open(name, _FOLDER | os.O_NOFOLLOW, dir_fd=descriptor)


@functools.cache
def _are_descriptors_named() -> bool:
    return os.path.isdir(DESCRIPTORS)  # noqa: PTH112

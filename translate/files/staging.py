"""Replace a file by what lies ready beside it, and lose nothing that somebody saves at the same moment.

The new bytes are written durably to a hidden *staged* file, and the two names are exchanged. Only what comes out tells
whether the file was what we took it for: if not, somebody saved it in between, and gets it back. So there is no moment
between looking and writing. One newsdesk at a time: whoever saves or tidies in a project holds its lock.

A staged file's name carries the marks of the target's name, of the bytes that were expected there and of the new ones:
whatever else it holds, when a run was killed, is what a person saved.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

from translate import patterns
from translate.files import bounds
from translate.files.exchange import Found, UnsupportedError, exchange, look, mark, place

STAGED = patterns.compile(
    r"\.newsdesk-(?P<name>[0-9a-f]{16})-(?P<old>[0-9a-f]{16})-(?P<new>[0-9a-f]{16})-[0-9a-f]{16}\.staged"
)
HALF = patterns.compile(r"\.\.newsdesk-(?P<name>[0-9a-f]{16})-.+\.[0-9a-f]{8}\.dwtmp")
"""What a staged file is called until it is whole: durablewrite shortens a long name, and keeps 39 characters of it."""
RESCUED = patterns.compile(r"(?s:(.+))\.rescued-[0-9a-f]{16}")
_LONGEST = 200
"""Bytes of a name that are kept where something is added to it; 255 are allowed."""


def replace(target: Path, data: bytes, expected: bytes | None) -> Found | None:
    """Give a file new bytes, unless it is not what was expected.

    Args:
        target: The file, no symbolic link, in a folder that exists.
        data: The new bytes.
        expected: The bytes that it has; None where it must not exist.

    Returns:
        None when it was done; or else what somebody else made of the file, which has its place again.

    Raises:
        FileExistsError: The file exists, and must not; or is not what was expected.
        OSError: It could not be done. Unless it could not be undone either, nothing is left behind.
    """
    known = {mark(data), mark(expected or b"")}
    marks = (mark(os.fsencode(target.name)), mark(expected or b""), mark(data), secrets.token_hex(8))
    staged = target.with_name(f".newsdesk-{'-'.join(marks)}.staged")
    try:
        _stage(staged, data, None if expected is None else target)
        met = _swap(staged, target, expected, known)
        sync(target.parent)
    except BaseException:
        # Ctrl-C as well: what came out may be a person's.
        with contextlib.suppress(OSError):
            settle(staged, target, known)
        raise
    return met


def remove(target: Path, expected: bytes) -> Found | None:
    """Remove a file, unless it is not what was expected.

    Args:
        target: The file, no symbolic link.
        expected: The bytes that it has.

    Returns:
        None when it was done; or else what somebody else made of the file, which has its place again.

    Raises:
        OSError: It could not be done.
    """
    known = mark(expected)
    staged = target.with_name(
        f".newsdesk-{mark(os.fsencode(target.name))}-{known}-{known}-{secrets.token_hex(8)}.staged"
    )
    place(target, staged)
    met = settle(staged, target, {known})
    sync(target.parent)
    return met


def _stage(staged: Path, data: bytes, like: Path | None) -> None:
    """Write the staged file durably; it never has its name before it is whole."""
    from durablewrite import atomic_write

    info = like.lstat() if like else None
    with atomic_write(staged, "wb", fsync="file", permissions=permissions(info) if info else None) as file:
        file.write(data)
        if like and info:
            # Whose it is, as far as we may say so; and access lists.
            with contextlib.suppress(OSError):
                os.fchown(file.fileno(), -1, info.st_gid)
                os.fchown(file.fileno(), info.st_uid, -1)
            with contextlib.suppress(OSError):
                for name in filter(_is_anybodys, os.listxattr(like, follow_symlinks=False)):
                    os.setxattr(file.fileno(), name, os.getxattr(like, name, follow_symlinks=False))


def permissions(info: os.stat_result) -> int:
    """Who may do what with a file that takes the place of another: as with that, but it never runs as its owner.

    The new file is ours, and the old one may have been a stranger's, set-user-ID bit and all.
    """
    return stat.S_IMODE(info.st_mode) & 0o777


def _is_anybodys(attribute: str) -> bool:
    """Whether an extended attribute is one that any owner of a file may give it, such as an access list."""
    return attribute.startswith(("user.", "system."))


def _swap(staged: Path, target: Path, expected: bytes | None, known: set[str]) -> Found | None:
    """Let the target's name stand for the new bytes."""
    if expected is None:
        place(staged, target)
        return None
    try:
        exchange(staged, target)
    except UnsupportedError:
        # As on NFS: look as late as can be.
        with os.fdopen(bounds.opened_here(target), "rb") as file:
            if file.read(len(expected) + 1) != expected:
                raise FileExistsError from None
        staged.rename(target)
        return None
    return settle(staged, target, known)


def settle(staged: Path, target: Path, known: set[str]) -> Found | None:
    """Make sure that only what nobody needs is under the staged name, and remove it.

    Whatever comes out of the target and is unknown was saved by somebody since we last looked: it is newer than all
    that was there, and goes back. What comes out for it should be what we put there; if it is not, the same again.

    Returns:
        What came out first, if it was not ours to replace.
    """
    first = None
    known, unsure = set(known), set[int]()
    while (found := look(staged)).mark not in known or found.written:
        first = first or found
        if found.inode in unsure:
            # It was being written when it went back, and now something newer is there: whoever wrote it must judge.
            rescue(staged, target.name)
            return first
        if found.mark and found.written is False:
            known.add(found.mark)
        else:
            unsure.add(found.inode)
        try:
            exchange(staged, target)
        except FileNotFoundError:
            # Somebody is just about to replace the target, or took it away.
            with contextlib.suppress(FileExistsError):
                place(staged, target)
                return first
    staged.unlink()
    return first


def rescue(staged: Path, name: str) -> str:
    """Make a text visible, under a name that no program takes for a catalog."""
    text = look(staged).mark
    rescued = f"{os.fsdecode(os.fsencode(name)[:_LONGEST])}.rescued-{text or secrets.token_hex(8)}"
    try:
        place(staged, staged.with_name(rescued))
    except FileExistsError:  # The very same text.
        staged.unlink()
    return rescued


def sync(folder: Path) -> None:
    """Let new names outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

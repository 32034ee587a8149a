"""Read the glossary files that a git repository has of an earlier day.

Git is asked for what it keeps, and for nothing else: no hook, no filter and no pager runs, and nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from translate.errors import GlossaryError
from translate.termbases.folder import GLOSSARY, stem_of

_PATIENCE = 60
"""Seconds that git may take."""
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""Variables that a hook gets, and by which git would look in another repository than the project's."""
_PLAIN = ("100644", "100755")


def commit_of(root: Path, revision: str) -> str | None:
    """The name that git has for a revision such as ``HEAD~3``, ``main`` or ``v1.2``; None where it knows none.

    Args:
        root: The project's folder.
        revision: What somebody typed.

    Raises:
        GlossaryError: The folder is in no repository, or git cannot be asked.
    """
    if not revision or revision.startswith("-"):
        return None
    _asked(root, "rev-parse", "--git-dir")
    try:
        told = _asked(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GlossaryError:
        return None
    return told.decode("ascii", "replace").strip()


def files_at(root: Path, folder: str, commit: str, shown: str) -> Mapping[str, bytes | GlossaryError]:
    """The glossary files that a folder had.

    Args:
        root: The project's folder.
        folder: The folder of the glossaries, within that.
        commit: A name that `commit_of` gave.
        shown: What people call the folder as it was then.

    Returns:
        The files by name, each with its bytes, or with why it cannot be used.

    Raises:
        GlossaryError: Git cannot be asked.
    """
    listed = _asked(root, "ls-tree", "--long", "-z", commit, "--", f"./{folder}/")
    return dict(sorted(_files(root, listed, shown)))


def _files(root: Path, listed: bytes, shown: str) -> Iterator[tuple[str, bytes | GlossaryError]]:
    for each in filter(None, listed.split(b"\0")):
        facts, _, path = each.partition(b"\t")
        mode, kind, name, size = facts.decode("ascii").split()
        file = os.fsdecode(path).rpartition("/")[2]
        if kind != "blob" or stem_of(file) is None:
            continue
        if mode not in _PLAIN:
            yield file, GlossaryError("is a link there, which is not followed", path=f"{shown}/{file}")
        elif not size.isdecimal():
            yield file, GlossaryError("is not kept in this clone; let git fetch all of it", path=f"{shown}/{file}")
        elif int(size) > GLOSSARY.largest:
            message = f"has {int(size):,} bytes there, and a glossary at most {GLOSSARY.largest:,}"
            yield file, GlossaryError(message, path=f"{shown}/{file}")
        else:
            yield file, _asked(root, "cat-file", "blob", name)


def _asked(root: Path, *question: str) -> bytes:
    """What git answers.

    Raises:
        GlossaryError: It is not there, takes too long, or says that something is wrong.
    """
    own = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    quiet = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    command = ["git", "--no-pager", "--literal-pathspecs", "-C", str(root), *question]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, env=own | quiet, timeout=_PATIENCE, check=False
        )
    except FileNotFoundError as error:
        raise GlossaryError("git is not there to be asked for a revision; install it, or name two files") from error
    except subprocess.TimeoutExpired as error:
        raise GlossaryError(f"git has not answered in {_PATIENCE} seconds") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
        raise GlossaryError(f"git cannot be asked for a revision: {said or 'it does not say why'}")
    return done.stdout

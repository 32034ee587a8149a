"""Know a run again that found nothing new, before all that a run needs is imported.

As long as nothing has changed that it looked at, the next one finds nothing new either, and says the same.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from translate import __version__
from translate.cli.streams import Outlet, print_for_programs
from translate.core.text.fingerprints import digest
from translate.ledger import seals, trees
from translate.ledger.seals import Seal
from translate.ledger.trees import Project
from translate.values import dataclass

if TYPE_CHECKING:
    from translate.workflow.stillness import Nothing

_COMMAND = "draft"
_PACKAGE = str(Path(__file__).parent.parent)
_SETTINGS = "newsdesk.toml"
_OF_A_SESSION = frozenset({
    "INVOCATION_ID", "JOURNAL_STREAM", "OLDPWD", "SHLVL", "SSH_AUTH_SOCK", "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY",
    "SYSTEMD_EXEC_PID", "XDG_SESSION_ID", "_",
})  # fmt: skip
"""Variables that are others in every session, and that nothing in a run goes by."""


@dataclass(slots=True)
class Run:
    """A run that begins, and may find nothing new."""

    root: Path
    """The project's folder."""
    began_ns: int
    asked: str
    """As `Seal.asked`."""
    project: Project
    """What there is in the project ahead of it."""
    nothing: Nothing | None = None
    """What it has looked at besides; None where it has found something, or nobody can tell."""

    def found(self, nothing: Nothing) -> None:
        """Nothing is new; what is printed from now on is all that the run has to say."""
        self.nothing = nothing
        for stream in _outlets():
            stream.said = []

    def end(self, code: int) -> None:
        """Have the next run know of this one, if it found nothing new while nobody changed anything.

        Args:
            code: The exit code.
        """
        said = [stream.said for stream in _outlets()]
        if self.nothing is None or code not in seals.CODES or len(said) != len(_STREAMS) or None in said:
            return
        if self.nothing.root != self.root:
            return
        passed = tuple(map(str, self.nothing.passed))
        places = (_PACKAGE, *map(os.path.abspath, self.nothing.places))
        folders = tuple(dict.fromkeys(map(os.path.abspath, sys.path)))
        elsewhere = trees.state_of_places(places, folders, self.began_ns)
        before, after = self.project.state(passed), _look(self.root, self.began_ns)
        if None in {before, elsewhere} or after is None or after.state(passed) != before:
            return
        seals.keep(
            self.root,
            Seal(
                asked=self.asked,
                project=str(before),
                passed=passed,
                places=places,
                folders=folders,
                elsewhere=str(elsewhere),
                code=code,
                said="".join(said[0] or ()),
                told="".join(said[1] or ()),
                for_programs=_outlets()[0].charset is None,
            ),
        )


def begun(arguments: Sequence[str]) -> Run | Seal | None:
    """See whether a run would say what the last one has said.

    Args:
        arguments: The command line.

    Returns:
        That; or else the run, if the next one may know it again.
    """
    with contextlib.suppress(OSError):  # The usual way tells of it.
        command = next((word for word in arguments if not word.startswith("-")), None)
        if command == _COMMAND and (root := _root()):
            return _begun(arguments, root, time.time_ns())
    return None


def _begun(arguments: Sequence[str], root: Path, now_ns: int) -> Run | Seal | None:
    asked = _asked(arguments, root)
    with _locked(root) as is_held:
        seal = seals.load(root) if is_held else None
        project = _look(root, now_ns)
        if seal and project and (seal.asked, seal.project) == (asked, project.state(seal.passed)):
            elsewhere = trees.state_of_places(seal.places, seal.folders, now_ns)
            if elsewhere == seal.elsewhere:
                return seal
    return Run(root, now_ns, asked, project) if project else None


def say_again(seal: Seal) -> int:
    """Say what the last run has said; its exit code."""
    if seal.for_programs:
        print_for_programs()
    for stream, text in ((sys.stderr, seal.told), (sys.stdout, seal.said)):
        if stream is not None:
            stream.write(text)
            stream.flush()
    return seal.code


_STREAMS = ("stdout", "stderr")


def _outlets() -> list[Outlet]:
    return [stream for name in _STREAMS if isinstance(stream := getattr(sys, name), Outlet)]


def _look(root: Path, since_ns: int) -> Project | None:
    return trees.project(root, root / seals.OWN, root / seals.FOLDER, since_ns)


def _root() -> Path | None:
    """The folder with the settings that a command finds where it stands."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / _SETTINGS).is_file()), None)


def _asked(arguments: Sequence[str], root: Path) -> str:
    """The fingerprint of what is asked, by whom, where and on which day, and of how it is shown."""
    here, now = Path.cwd(), datetime.now(UTC)
    between = [folder for folder in (here, *here.parents) if folder.is_relative_to(root)]
    ways = [folder.stat() for folder in between]
    variables = sorted(f"{name}={value}" for name, value in os.environ.items() if name not in _OF_A_SESSION)
    streams = [getattr(sys, name) for name in ("stdin", *_STREAMS)]
    parts: tuple[object, ...] = (
        (__version__, sys.version, sys.executable, *sys.orig_argv),
        tuple(arguments),
        (str(here), *((found.st_dev, found.st_ino, found.st_mode, found.st_uid, found.st_gid) for found in ways)),
        (os.getuid(), os.geteuid(), os.getgid(), os.getegid(), *sorted(os.getgroups())),
        (now.date(), now.astimezone().date(), now.astimezone().utcoffset()),
        (*(stream is not None and stream.isatty() for stream in streams), *shutil.get_terminal_size()),
        *variables,
    )
    return digest(map(repr, parts)).hex()


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[bool]:
    """Hold the project's lock, if there is one and nobody else holds it."""
    with contextlib.ExitStack() as stack:
        try:
            flags = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            descriptor = os.open(root / seals.OWN / "lock", flags)
            stack.callback(os.close, descriptor)
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_held = True
        except OSError:
            is_held = False
        yield is_held

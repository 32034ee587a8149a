"""What several commands ask for: the project's settings, a terminal's progress bars, the lock."""

from __future__ import annotations

import contextlib
import errno
import json
import select
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate import settings as settings_room
from translate.errors import LockedError, ProjectError, SettingsError
from translate.settings import Settings
from translate.workflow.clock import Clock
from translate.workflow.steps import Announce, silently

if TYPE_CHECKING:
    from translate.core.results.summary import Trouble

# Not time.sleep: it waits until a moment to come, which a clock that is set anew just then may refuse.
CLOCK = Clock(time.time_ns, time.monotonic, lambda seconds: select.select([], [], [], seconds))
"""The time, for runs that ask for it while they are at work."""


def load_settings(ctx: click.Context) -> Settings:
    """The settings of the project that the user stands in, or names with --config.

    Raises:
        SettingsError: There are none, or they cannot be used.
    """
    named: str | None = ctx.find_root().obj
    return settings_room.load(Path(named) if named else settings_room.find(Path.cwd()))


def load_settings_if_any(ctx: click.Context) -> Settings | None:
    """The settings of the project that the user stands in, if it is one; those named with --config must be there."""
    if ctx.find_root().obj is None:
        try:
            settings_room.find(Path.cwd())
        except SettingsError:
            return None
    return load_settings(ctx)


@contextlib.contextmanager
def locked(settings: Settings) -> Iterator[None]:
    """Hold the project's lock. The operating system frees it when we die, however we die.

    Raises:
        LockedError: Another run holds it.
        ProjectError: The project's folder cannot be written to.
    """
    from filelock import FileLock, Timeout

    from translate.workflow.places import own_folder

    folder = settings.root / ".newsdesk"
    try:
        lock = FileLock(own_folder(settings) / "lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise LockedError(f"another run is at work in {settings.root}; try again when it has finished") from error
    except FileExistsError as error:
        raise ProjectError("is a file, where newsdesk keeps its notes; move it elsewhere", path=str(folder)) from error
    except OSError as error:
        raise ProjectError(f"cannot be written to: {error.strerror or error}", path=str(folder)) from error
    # What the run itself cannot do is no trouble with the lock.
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def writing(settings: Settings, *exports: Path, elsewhere: bool = False) -> Iterator[tuple[Trouble, ...]]:
    """Hold the project's lock, and begin as whoever writes does: clear away what a killed run left, and tell of it.

    Args:
        settings: The project.
        exports: The folders of exports that are written to.
        elsewhere: Nothing is written but those, outside the project: where it may only be read, that needs no lock.

    Raises:
        LockedError, ProjectError: As `locked` does.
    """
    from translate.workflow.folders import tidied

    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(locked(settings))
            elsewhere = False
        except ProjectError as error:
            if not (elsewhere and _is_refused(error.__cause__)):
                raise
        left = tuple(tidied(settings, *exports, now=CLOCK.nanoseconds(), elsewhere=elsewhere))
        print_lines([trouble.message for trouble in left])
        yield left


def _is_refused(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}


def is_locked(settings: Settings) -> bool:
    """Whether a run is at work."""
    from filelock import FileLock, Timeout

    path = settings.root / ".newsdesk" / "lock"
    try:
        if path.exists():
            FileLock(path, timeout=0).acquire().lock.release()
    except Timeout:
        return True
    except OSError:
        return False
    return False


def terminal() -> bool:
    """Whether a person reads along on stderr."""
    return sys.stderr is not None and sys.stderr.isatty()


@contextlib.contextmanager
def progress(*, wanted: bool) -> Iterator[Announce]:
    """Progress bars on a terminal's stderr; silence elsewhere."""
    if not (wanted and terminal()):
        yield silently
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:

        def announce(step: str, total: int) -> Any:
            task = bars.add_task(step, total=total)
            return lambda done: bars.advance(task, done)

        yield announce


def print_json(value: Any) -> None:
    """Print one object to stdout, for machines."""
    click.echo(json.dumps(value if isinstance(value, dict) else asdict(value), ensure_ascii=False, indent=2))


def print_lines(lines: Iterator[str] | tuple[str, ...] | list[str]) -> None:
    """Print what people read besides the report, to stderr."""
    for line in lines:
        click.echo(f"newsdesk: {line}", err=True)

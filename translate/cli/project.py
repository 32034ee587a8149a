"""What several commands ask for: the project's settings, a terminal's progress bars, the lock."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import select
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate import settings as settings_room
from translate.cli.command import wishes
from translate.cli.streams import print_for_programs
from translate.core.text.showing import as_json
from translate.errors import LockedError, ProjectError, SettingsError
from translate.reports.console import Screen
from translate.settings import Machine, Settings, machine
from translate.workflow.clock import Clock
from translate.workflow.steps import Advance, Announce, silently

if TYPE_CHECKING:
    from rich.progress import Progress

    from translate.core.results.summary import Trouble

# Not time.sleep: it waits until a moment to come, which a clock that is set anew just then may refuse.
CLOCK = Clock(time.time_ns, time.monotonic, lambda seconds: select.select([], [], [], seconds))
"""The time, for runs that ask for it while they are at work."""

NOWHERE = "the folder that you stand in is not there any more; change to one that is"


def load_settings(ctx: click.Context) -> Settings:
    """The settings of the project that the user stands in, or names with --project.

    Raises:
        SettingsError: There are none, or they cannot be used.
    """
    from translate.plugins import reserved

    return settings_room.load(_file(ctx), load_machine(ctx), reserved)


def _file(ctx: click.Context) -> Path:
    named = wishes(ctx).project
    try:
        return settings_room.named(Path(named)) if named else settings_room.find(Path.cwd())
    except FileNotFoundError as error:  # Only of the working folder.
        raise SettingsError(NOWHERE) from error


def load_machine(ctx: click.Context) -> Machine:
    """What the machine, the account and the command line set for every project.

    Raises:
        SettingsError: It cannot be used.
    """
    from translate.plugins import engine_names

    return machine.load(machine.files(os.environ), wishes(ctx).settings, engine_names)


def load_settings_if_any(ctx: click.Context) -> Settings | None:
    """The settings of the project that the user stands in, if it is one; one named with --project must be."""
    if wishes(ctx).project is None:
        try:
            _file(ctx)
        except SettingsError:
            return None
    return load_settings(ctx)


@contextlib.contextmanager
def locked(settings: Settings, at: Path | None = None, what: str = "another run") -> Iterator[None]:
    """Hold the project's lock. The operating system frees it when we die, however we die.

    Args:
        settings: The project.
        at: Another lock than the project's own, in its folder.
        what: Who else may hold it.

    Raises:
        LockedError: Another run holds it.
        ProjectError: The project's folder cannot be written to.
    """
    from filelock import FileLock, Timeout

    from translate.files import bounds
    from translate.workflow.places import own_folder

    folder = settings.root / ".newsdesk"
    try:
        path = own_folder(settings) / "lock" if at is None else at
        with bounds.place(settings.root, path, make=True, follow=False) as place:
            if os.path.lexists(place) and not bounds.is_plain(place):
                raise ProjectError("is no plain file; remove it", path=str(path))
            lock = FileLock(place, timeout=0)
            lock.acquire()
    except Timeout as error:
        raise LockedError(f"{what} is at work in {settings.root}; try again when it has finished") from error
    except (FileExistsError, NotADirectoryError) as error:
        raise ProjectError("is a file, where newsdesk keeps its notes; move it elsewhere", path=str(folder)) from error
    except OSError as error:
        message, shown = bounds.explained(error, "cannot be written to", str(folder), "a folder")
        raise ProjectError(message, path=shown) from error
    # What the run itself cannot do is no trouble with the lock.
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def writing(
    ctx: click.Context, settings: Settings, *exports: Path, elsewhere: bool = False
) -> Iterator[tuple[Trouble, ...]]:
    """Hold the project's lock, and begin as whoever writes does: clear away what a killed run left, and tell of it.

    Args:
        ctx: The command's.
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
        print_troubles(ctx, [trouble.message for trouble in left])
        yield left


def _is_refused(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}


def is_locked(settings: Settings) -> bool:
    """Whether a run is at work."""
    from filelock import FileLock, Timeout

    from translate.files import bounds

    try:
        with bounds.place(settings.root, settings.root / ".newsdesk" / "lock", follow=False) as place:
            if bounds.is_plain(place):
                FileLock(place, timeout=0).acquire().lock.release()
    except Timeout:
        return True
    except OSError:
        return False
    return False


def terminal() -> bool:
    """Whether a person reads along on stderr."""
    return sys.stderr is not None and sys.stderr.isatty()


def screen(ctx: click.Context) -> Screen:
    """Where the report goes."""
    return Screen.of(sys.stdout, color=ctx.color)


class Display(io.TextIOBase):
    """A terminal's stderr while a command is at work: a word at once, then bars, and lines above them.

    Args:
        ctx: The command's.
        first: What is done before the first step is announced; short enough for any terminal.
    """

    def __init__(self, ctx: click.Context, first: str) -> None:
        ctx.meta[_DISPLAY] = self
        self._forget = partial(ctx.meta.pop, _DISPLAY, None)
        self._color = ctx.color is not False
        self._bars: Progress | None = None
        # Before anything slow is imported.
        click.echo(click.style(f"{first} …", dim=True), err=True, nl=False, color=ctx.color)
        self._first = True

    def announce(self, step: str, total: int) -> Advance:
        """A step begins; see `translate.workflow.steps`."""
        self._clear()
        bars = self._bars = self._bars or _begun(color=self._color)
        task = bars.add_task(step, total=total)
        return lambda done: bars.advance(task, done)

    def write(self, text: str) -> int:
        """Write whole lines above the bars, which would be drawn twice if anybody else did."""
        self._clear()
        if self._bars is None:
            click.echo(text, err=True, nl=False, color=True)
        else:
            from rich.text import Text

            self._bars.console.print(Text.from_ansi(text, end=""), end="", soft_wrap=True)
        return len(text)

    def isatty(self) -> bool:
        """It is one."""
        return True

    def close(self) -> None:
        """Leave the terminal as it was, but for the lines."""
        self._clear()
        self._forget()
        if self._bars is not None:
            self._bars.stop()
        super().close()

    def _clear(self) -> None:
        if self._first:
            click.echo("\r\x1b[2K", err=True, nl=False, color=True)
        self._first = False


_DISPLAY = "translate.cli.project.display"
_TOLD = "translate.cli.project.told"


def _begun(*, color: bool) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(20), MofNCompleteColumn(), TimeRemainingColumn())
    bars = Progress(*columns, console=Console(stderr=True, no_color=not color), transient=True)
    bars.start()
    return bars


def display(ctx: click.Context, first: str) -> Display | contextlib.nullcontext[None]:
    """Show on a terminal's stderr that a command is at work, if anybody wants to see it; see `Display`."""
    seen = terminal() and not wishes(ctx).quiet and os.environ.get("TERM") != "dumb"
    return Display(ctx, first) if seen else contextlib.nullcontext()


@contextlib.contextmanager
def progress(ctx: click.Context, first: str, *, wanted: bool = True) -> Iterator[Announce]:
    """The same for a job that announces its steps; silence where nobody wants to see it."""
    with display(ctx, first) if wanted else contextlib.nullcontext() as shown:
        yield shown.announce if shown else silently


class Told(io.TextIOBase):
    """A log's lines for a person, told as a command tells them.

    Args:
        ctx: The command's.
    """

    def __init__(self, ctx: click.Context) -> None:
        self._ctx = ctx

    def write(self, text: str) -> int:
        """Tell whole lines; those of a traceback stay as they are."""
        for line in text.splitlines():
            own = line.removeprefix("newsdesk: ")
            if own != line:
                print_troubles(self._ctx, [own])
            else:
                click.echo(line, err=True)
        return len(text)


def print_json(value: Any) -> None:
    """Print one object to stdout, for machines."""
    print_for_programs()
    click.echo(as_json(value if isinstance(value, dict) else asdict(value), indent=2))


def print_troubles(ctx: click.Context, sentences: Iterable[str]) -> None:
    """Print what could not be done, to stderr; the same sentence once."""
    told: set[str] = ctx.meta.setdefault(_TOLD, set())
    new = [sentence for sentence in dict.fromkeys(sentences) if sentence not in told]
    told.update(new)
    _tell(ctx, new, "bold yellow")


def print_notes(ctx: click.Context, sentences: Iterable[str]) -> None:
    """Print what people may like to know besides the report, to stderr."""
    if not wishes(ctx).quiet:
        _tell(ctx, sentences, "bold cyan")


def _tell(ctx: click.Context, sentences: Iterable[str], style: str) -> None:
    stderr = Screen.of(ctx.meta.get(_DISPLAY, sys.stderr), color=ctx.color)
    for sentence in sentences:
        stderr.tell(sentence, style)

"""The command line: arguments → workflow → report → exit code; one module per command."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import FrameType

import click

from translate import __version__
from translate.cli.command import Group, Wishes, colors_wanted
from translate.cli.streams import Printing, begin_in_utf_8, print_for_programs
from translate.cli.unchanged import begun, say_again
from translate.errors import LockedError, NewsdeskError
from translate.ledger.seals import Seal
from translate.values import dataclass

STOPPED = "stopped; every file is as it was before or whole as it is now"

COMMANDS = {
    "articles": "Rename articles together with the work on them.",
    "check": "Check translations against the glossary and their source.",
    "confirm": "Make a person's word of drafts that were approved all at once.",
    "completion": "Print the completion script of a shell.",
    "doctor": "Say what newsdesk can do here, and what is missing.",
    "draft": "Draft articles into PO files for review.",
    "export": "Write reviewed articles in the target languages.",
    "glossary": "Look after the newsroom's terms.",
    "init": "Make a new project in a folder.",
    "memory": "Search and exchange the translations that people approved.",
    "models": "Manage Argos Translate's packages.",
    "nightly": "Draft, check and report, unattended.",
    "restore": "Bring back what people wrote and tools have dropped.",
    "shows": "Look after the titles of what is broadcast.",
    "status": "Show how far each article is in each locale.",
}


def _tell_people(message: str) -> None:
    _say(message, Wishes())


def _say(message: str, wished: Wishes, name: str = "newsdesk:") -> None:
    """Tell people, on stderr, what stopped the command."""
    from translate.reports.console import Screen

    Screen.of(sys.stderr, color=wished.color).tell(message, "bold red", name=name)


@dataclass(slots=True)
class Teller:
    """How it is told what became of a command: to people, unless the command has another way."""

    stopped: Callable[[str], None] = _tell_people
    """Somebody stopped it."""
    failed: Callable[[str], None] = _tell_people
    """What it had to say could not be written."""


TELLER = Teller()


class LazyCommands(Group):
    """Commands that are imported when they are called, so that --help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, without loading anything."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command's module; it holds an object of the command's name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"translate.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the register, so that help loads none of them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(
    cls=LazyCommands,
    examples=(
        ("Make a project that drafts into Spanish", "newsdesk init mydesk --locale es"),
        ("See which engine each language has, and what is missing", "newsdesk doctor"),
        ("See what a command does", "newsdesk draft --help"),
    ),
)
@click.version_option(__version__, prog_name="newsdesk")
def newsdesk() -> None:
    """Draft news articles offline, with the glossary enforced, into PO files for review.

    Exit codes: 0 clean, 1 done with findings to look at, 2 could not run, 3 a bug of ours, 4 some files failed and the
    others are done, 75 another run is at work.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code: troubles that we foresaw take one line, bugs a traceback."""
    if arguments is None:
        begin_in_utf_8()
        gc.set_threshold(*_SELDOM)
    with Printing() as printing:
        code = _complete() if "_NEWSDESK_COMPLETE" in os.environ else _run(arguments, printing)
    if arguments is None:
        gc.freeze()  # Nobody needs the room any more.
    sys.exit(code)


def _run(arguments: Sequence[str] | None, printing: Printing) -> int:
    """Run the command; its exit code."""
    wished = Wishes(color=colors_wanted(os.environ))
    TELLER.stopped = TELLER.failed = partial(_say, wished=wished)
    try:
        with _ending_in_order():
            # Who calls us in his own process may have changed anything in it.
            known = begun(sys.argv[1:]) if arguments is None else None
            if isinstance(known, Seal):
                return printing.code(say_again(known), TELLER.failed)
            wished.run = known
            code = newsdesk.main(arguments, prog_name="newsdesk", standalone_mode=False, obj=wished)
            code = printing.code(code or 0, TELLER.failed)
            if known is not None:
                known.end(code)
            return code
    except Exception as error:  # noqa: BLE001  The one place where a bug of ours becomes exit code 3.
        return _explain(error, wished)
    except KeyboardInterrupt:
        return _explain(click.Abort(), wished)
    except Terminated as stop:
        TELLER.stopped(STOPPED)
        return stop.code


def _complete() -> int:
    """Answer a shell that asks how a word goes on; say nothing else, since somebody is about to type on."""
    print_for_programs()
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stderr(nowhere):
        try:
            newsdesk.main(prog_name="newsdesk")
        except (Exception, KeyboardInterrupt):  # noqa: BLE001  Whatever is wrong here, a command will tell it.
            return 1
    return 0


_SELDOM = (100_000, 50, 50)
"""How seldom Python looks for circles among objects. A run has many objects and hardly a circle: with Python's own
numbers, looking for them takes a fifth of a run that finds nothing new."""


class Terminated(SystemExit):
    """The process was asked to end, by Ctrl-C, SIGTERM or SIGHUP; its code is 128 and the number, as in shells.

    Not KeyboardInterrupt: click meets that with an empty line, which is no line of a log.
    """

    code: int


_AGAIN = 2.0
"""Seconds after which a stop is raised again: a library may have swallowed it, or put an error of its own in place."""
_AT_ONCE = 0.005
"""The same where Python itself told that a finalizer has swallowed it."""


@contextlib.contextmanager
def _ending_in_order() -> Iterator[None]:
    """Let whatever is at work clean up when the process is asked to end, and make sure that it ends."""
    asked = 0

    def end(number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        if asked and number != signal.SIGALRM:
            return  # Who asks twice must not disturb the cleaning up; the alarm sees to it that there is an end.
        asked = asked or number
        signal.setitimer(signal.ITIMER_REAL, _AGAIN)
        raise Terminated(128 + asked)

    def swallowed(lost: sys.UnraisableHookArgs) -> None:
        if isinstance(lost.exc_value, Terminated):
            signal.setitimer(signal.ITIMER_REAL, _AT_ONCE)
        else:
            hook(lost)

    # Where somebody ignores a signal, as nohup does, it stays ignored. Only a main thread can handle signals.
    here = threading.current_thread() is threading.main_thread()
    usual = {signal.SIGTERM: signal.SIG_DFL, signal.SIGHUP: signal.SIG_DFL, signal.SIGINT: signal.default_int_handler}
    handled = [number for number, handler in usual.items() if here and signal.getsignal(number) is handler]
    before = {number: signal.signal(number, end) for number in (*handled, signal.SIGALRM) if here}
    hook, sys.unraisablehook = sys.unraisablehook, swallowed
    try:
        yield
    finally:
        sys.unraisablehook = hook
        if here:
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before.items():
            # A process that is on its way out does not want to hear it again.
            signal.signal(number, signal.SIG_IGN if asked else handler)


def _explain(error: Exception, wished: Wishes) -> int:
    """Tell the user what went wrong; the exit code for it."""
    match error:
        case NewsdeskError():
            for line in str(error).splitlines():
                _say(line, wished)
            return 75 if isinstance(error, LockedError) else 2
        case click.ClickException():
            context = getattr(error, "ctx", None)
            if context is not None:
                click.echo(
                    f"{context.get_usage()}\nTry '{context.command_path} --help' for help.\n",
                    err=True,
                    color=context.color,
                )
            _say(error.format_message(), wished, name="Error:")
            return error.exit_code
        case click.Abort():
            _say(STOPPED, wished)
            return 130
        case FileNotFoundError() if _is_nowhere():
            from translate.cli.project import NOWHERE

            _say(NOWHERE, wished)
            return 2
        case _:
            traceback.print_exception(error)
            _say("this is a bug in newsdesk; please report the lines above", wished)
            return 3


def _is_nowhere() -> bool:
    """Whether the working folder was removed: nothing can be named from there."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False

"""What every command prints, at terminals of several widths and beside one: the golden files of tests/cases/terminal.

``python -m tests.terminal`` writes them anew; have a look at what has changed.
"""

import atexit
import contextlib
import fcntl
import functools
import importlib
import io
import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar, NoReturn
from unittest import mock

from tests.conftest import SAMPLE_MODEL
from translate.catalogs.loading import load
from translate.catalogs.writing import render
from translate.cli import main
from translate.core.entries.catalog import Catalog
from translate.core.offers import Hypothesis, SourceSentence
from translate.engines.interface import Engine
from translate.errors import FormsError
from translate.workflow.clock import Clock

CASES = Path(__file__).parent / "cases" / "terminal"
PROJECT = CASES / "project"
EXPECTED = CASES / "expected"
WIDTHS = (60, 80, 120)
COLORS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
NOW = datetime(2026, 11, 20, 4, 30, tzinfo=UTC)
DATED = (
    "articles", "confirm", "doctor", "draft", "export", "glossary.trial", "memory", "models",
    "nightly", "restore", "shows", "status",
)  # fmt: skip
"""The commands that ask what time it is."""


class SampleEngine(Engine):
    """Has Estonian and Japanese, and leaves every sentence as it is."""

    name: ClassVar[str] = "sample"

    def signature(self, source: str, target: str) -> str | None:
        return f"sample {source}-{target} 1.0" if target in {"et", "ja"} else None

    def translate(self, sentences: Sequence[SourceSentence], *_pair: str, **_options: object):
        return [(Hypothesis(sentence.text),) for sentence in sentences]


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@functools.cache
def commands() -> dict[str, list[list[str]]]:
    """The commands of each golden file, by the file's name; all but the last only prepare the project."""
    found: dict[str, list[list[str]]] = {}
    for line in (CASES / "commands.txt").read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, typed = line.partition(":")
            words = map(shlex.split, typed.split("&&"))
            found[name] = [those[1:] if those[0] == "newsdesk" else those for those in words]
    return found


def _edit(path: str, change: Callable[[str], str]) -> None:
    file = Path(path)
    file.write_text(change(file.read_text("utf-8")), "utf-8")


def _translate(path: str) -> None:
    """Somebody has a word about every text, and approves it."""
    read = load(Path(path), path, home=None)
    assert read is not None
    texts = (replace(e, msgstr=f"Õ: {e.msgstr or e.msgid}", flags=()) for e in read.catalog.entries if not e.obsolete)
    Path(path).write_bytes(render(Catalog(read.catalog.header, tuple(texts)), read, wrap=True))


LISTED = """\
name,kind,channel,max_length
Islanders,series,Harbour One,20
The Ferry That Would Not Sail: A Winter on the Island of the Long Nights,film,Harbour One,30
Part 3: The Storm,episode,Harbour One,
Esimene stuudio,series,Harbour Two,
"""


def _list(path: str) -> None:
    """A channel lays down what it will broadcast."""
    file = Path(path)
    file.parent.mkdir(exist_ok=True)
    file.write_text(LISTED, "utf-8")
    os.utime(file, (NOW.timestamp() - 3600,) * 2)


HANDS: dict[str, Callable[[str], None]] = {
    "empty": lambda path: _edit(path, lambda _: ""),
    "approve": lambda path: _edit(path, lambda text: text.replace("#, fuzzy\n", "")),
    "translate": _translate,
    "correct": lambda path: _edit(path, lambda text: text.replace("Monday", "Tuesday")),
    "list": _list,
    "cut": lambda path: _edit(path, lambda text: text.splitlines(keepends=True)[0]),
    "delete": lambda path: Path(path).unlink(),
}
"""What other hands do to a file between two commands."""


@contextlib.contextmanager
def desk(project: Path, **environment: str) -> Iterator[None]:
    """Stand in a copy of a project, on a machine that has the sample engine and nothing else, at always one time."""
    unset = {"NO_COLOR", "FORCE_COLOR"}
    kept = {key: value for key, value in os.environ.items() if key not in unset}
    packages = Path("packages")
    clock = Clock(lambda: int(NOW.timestamp() * 1e9), lambda: 0.0, lambda _seconds: None)
    with tempfile.TemporaryDirectory(dir="/tmp") as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        shutil.copytree(project, folder / "desk", symlinks=True)
        for place, attribute, value in (
            ("translate.cli.draft", "CLOCK", clock),
            ("translate.cli.nightly", "CLOCK", clock),
            ("translate.cli.status", "CLOCK", clock),
            *((f"translate.cli.{command}", "datetime", Today) for command in DATED),
            # What moves cannot be compared; tests/cli/test_terminal.py looks at it.
            ("translate.cli.project", "display", lambda _ctx, _first: contextlib.nullcontext()),
            ("translate.cli.nightly", "display", lambda _ctx, _first: contextlib.nullcontext()),
            ("translate.authoring.proposing", "suggester_for", no_dictionary),
            ("argostranslate.settings", "package_data_dir", packages),
            ("argostranslate.settings", "package_dirs", [packages]),
        ):
            stack.enter_context(mock.patch.object(importlib.import_module(place), attribute, value))
        stack.enter_context(mock.patch.object(sys, "path", [_sample(), *sys.path]))
        kept |= {"PATH": name, "LANG": "C.UTF-8", "TERM": "xterm-256color", **environment}
        stack.enter_context(mock.patch.dict(os.environ, kept, clear=True))
        stack.enter_context(contextlib.chdir(folder / "desk"))
        yield


@functools.cache
def _sample() -> str:
    """A folder in which the sample engine is installed; always the same, so that it is looked through once."""
    folder = Path(tempfile.mkdtemp(prefix="sample-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    info = folder / "newsdesk_sample-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk-sample\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[newsdesk.engines]\nsample = tests.terminal:SampleEngine\n", "utf-8")
    return str(folder)


def no_dictionary(locale: str, _apertium: object) -> NoReturn:
    """The dictionaries are not ours."""
    raise FormsError(f"no dictionary for {locale}")


class Today(datetime):
    """The day of the golden files."""

    @classmethod
    def now(cls, tz=None):  # noqa: ARG003
        return NOW


def run(
    commands: Sequence[Sequence[str]], *, width: int | None, environment: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, str, str]:
    """Run commands in a fresh copy of the project.

    Args:
        commands: All but the last are not looked at.
        width: Of the terminal; None for a pipe.
        environment: What else is set.

    Returns:
        How the last one leaves, and what it prints to stdout and to stderr.
    """
    *before, last = commands
    kind = Terminal if width else io.StringIO
    # A pipe has no width, whatever the shell believes.
    with (
        desk(_done(tuple(map(tuple, before))), COLUMNS=str(width or 33), **environment),
        contextlib.redirect_stdout(kind()) as out,
        contextlib.redirect_stderr(kind()) as err,
    ):
        code = _left(last)
    return code, _placeless(out.getvalue()), _placeless(err.getvalue())


@functools.cache
def _done(commands: tuple[tuple[str, ...], ...]) -> Path:
    """A copy of the project in which commands have run, which nobody looked at."""
    kept = Path(tempfile.mkdtemp(prefix="terminal-")) / "desk"
    atexit.register(shutil.rmtree, kept.parent, ignore_errors=True)
    if not commands:
        shutil.copytree(PROJECT, kept)
        shutil.copy(SAMPLE_MODEL, kept / "sample.argosmodel")
        for file in sorted(kept.rglob("*")):
            os.utime(file, (NOW.timestamp() - 3600,) * 2)
        return kept
    *before, last = commands
    nobody = io.StringIO()
    with desk(_done(tuple(before))), contextlib.redirect_stdout(nobody), contextlib.redirect_stderr(nobody):
        if last[0] in HANDS:
            HANDS[last[0]](last[1])
        else:
            _left(last)
        shutil.copytree(Path.cwd(), kept, symlinks=True)
    return kept


def _left(command: Sequence[str]) -> int:
    """Run a command; how it leaves."""
    try:
        main(list(command))
    except SystemExit as left:
        return int(left.code or 0)
    return 0


def _placeless(text: str) -> str:
    """Without what is different each time: the folder, always of the same length, and a log's times and names."""
    text = re.sub(r"/tmp/tmp.{8}(?=/desk)", "/srv/harbour-123", text)  # noqa: S108
    return re.sub(r'(?<="time": )"[^"]*"|(?<="run": )"[^"]*"', "…", text)


def golden(name: str) -> str:
    """What a golden file ought to hold; colours are written as rich writes them, such as [green]ok[/green]."""
    steps = commands()[name]
    code, out, err = run(steps, width=None)
    parts = [f"$ {shlex.join(['newsdesk', *steps[-1]])}\n", "=== piped\n", *_told(out, err)]
    for width in WIDTHS:
        parts += [f"=== {width} columns\n", *at_terminal(name, width)]
    return "".join([*parts, f"=== exit {code}\n"])


def at_terminal(name: str, width: int, **environment: str) -> list[str]:
    """The lines that a terminal shows of a golden file's command."""
    _, out, err = run(commands()[name], width=width, environment=environment)
    return _told(_tagged(out), _tagged(err))


def without_colors(text: str) -> str:
    """A golden file as it would be without colours."""
    names = "|".join(COLORS)
    return re.sub(rf"(?<!\\)\[/?(?:(?:bold|dim) ?)?(?:{names})?\]", "", text)


def sections(text: str) -> dict[str, list[str]]:
    """The lines of a golden file by what stands above them: “piped”, “60 columns” and so on."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("=== "):
            lines = found[line.removeprefix("=== ")] = []
        elif not line.startswith("$ "):
            lines.append(line.removeprefix("2> "))
    return found


def _told(out: str, err: str) -> list[str]:
    return [*out.splitlines(keepends=True), *(f"2> {line}" for line in err.splitlines(keepends=True))]


def _tagged(text: str) -> str:
    from rich.text import Text

    lines = (Text.from_ansi(line).markup for line in text.splitlines())
    return "".join(re.sub(r"color\(([0-7])\)", lambda found: COLORS[int(found[1])], line) + "\n" for line in lines)


def typed(arguments: Sequence[str], folder: Path, *, width: int = 80) -> tuple[int, str]:
    """Type a command at a real terminal, and wait for its end.

    Returns:
        How it leaves, and all that it has sent to the terminal.
    """
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    unset = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR"}
    environment = {key: value for key, value in os.environ.items() if key not in unset} | {"TERM": "xterm-256color"}
    command = [sys.executable, "-m", "translate", *arguments]
    with subprocess.Popen(command, cwd=folder, env=environment, stdin=its, stdout=its, stderr=its) as process:
        os.close(its)
        sent = b""
        with contextlib.suppress(OSError):  # As Linux tells that nobody is at the other end any more.
            while part := os.read(ours, 65536):
                sent += part
    os.close(ours)
    return process.returncode, sent.decode()


def seen(sent: str) -> list[str]:
    """The lines that a terminal shows in the end, as far as the commands that we know of go."""
    lines, row, column = [""], 0, 0
    for part in re.findall(r"\x1b\[[0-9;?]*[A-Za-z]|\r|\n|[^\x1b\r\n]+", sent):
        if part == "\n":
            row, column = row + 1, 0
            lines += [""] * (row >= len(lines))
        elif part == "\r":
            column = 0
        elif part == "\x1b[2K":
            lines[row] = ""
        elif part == "\x1b[1A":
            row -= 1
        elif not part.startswith("\x1b"):
            lines[row] = lines[row][:column].ljust(column) + part + lines[row][column + len(part) :]
            column += len(part)
    return lines


def write() -> None:
    """Write all golden files anew."""
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.glob("*.txt"):
        old.unlink()
    for name in commands():
        (EXPECTED / f"{name}.txt").write_text(golden(name), "utf-8")


if __name__ == "__main__":
    # Not write() itself: the sample engine must be of the module that has a name.
    importlib.import_module("tests.terminal").write()

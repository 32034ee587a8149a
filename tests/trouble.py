"""Cases of trouble: files laid over a small newsroom, commands, and all that they must say.

How a case is written is told in tests/cases/trouble/README.md, for people who do not program.
"""

import contextlib
import io
import json
import os
import shlex
import shutil
import socket
import stat
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from translate.cli import main

CASES = Path(__file__).parent / "cases" / "trouble"
NEWSROOM = CASES / "newsroom"
EXPECTED = "expected.txt"
RECIPE = "make.txt"
EXIT_CODES = {0, 1, 2, 4, 75}
KEPT = ("articles", "glossaries", "newsdesk.toml")
"""What no command of a case may change, unless the case says so."""


_Entry = tuple[zipfile.ZipInfo, bytes]

LONG_AGO = 1_700_000_000


class CaseError(Exception):
    """A case is not written as it should be; the sentence has the file and the line."""


@dataclass
class Step:
    """One command, and what it must do."""

    line: int
    arguments: list[str]
    code: int | None = None
    says: list[str] = field(default_factory=list)
    prints: list[str] = field(default_factory=list)


@dataclass
class Case:
    """A folder of tests/cases/trouble."""

    folder: Path
    steps: list[Step] = field(default_factory=list)
    writes: list[str] = field(default_factory=list)
    lacks: list[str] = field(default_factory=list)
    keeps: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.folder.relative_to(self.folder.parents[1]).as_posix()


@dataclass
class Ran:
    """What a command answered."""

    code: int
    out: str
    err: str


def find(cases: Path = CASES) -> list[Path]:
    """The folders of all cases: two below the top, since the newsroom itself is no area."""
    areas = (area for area in cases.iterdir() if area.is_dir() and area.name != NEWSROOM.name)
    return sorted(case for area in areas for case in area.iterdir() if case.is_dir())


# --- expected.txt --------------------------------------------------------------------------------------------------


def read_case(folder: Path) -> Case:
    """Read a case's expected.txt."""
    path = folder / EXPECTED
    if not path.is_file():
        raise CaseError(f"{folder}: has no {EXPECTED}")
    case = Case(folder)
    paths = {"writes": case.writes, "lacks": case.lacks, "keeps": case.keeps, "changes": case.changes}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        where = f"{path} line {number}"
        word, _, rest = line.partition(" ")
        if not line.strip() or word.startswith("#"):
            continue
        if word in paths:
            if not rest:
                raise CaseError(f"{where}: “{word}” needs a file name behind it")
            paths[word].append(unquote(rest))
        elif word == "$":
            case.steps.append(Step(number, _command(rest, where)))
        elif case.steps:
            _expect(case.steps[-1], line, where)
        else:
            raise CaseError(f"{where}: a command must come first, such as “$ newsdesk draft”")
    if not case.steps:
        raise CaseError(f"{path}: has no command; write one, such as “$ newsdesk draft”")
    if endless := [step.line for step in case.steps if step.code is None]:
        raise CaseError(f"{path} line {endless[0]}: say how the command leaves, such as “exit 4”")
    return case


def _expect(step: Step, line: str, where: str) -> None:
    word, _, rest = line.partition(" ")
    if word == "exit":
        step.code = _exit_code(rest, where)
    elif word == "prints":
        step.prints.append(rest)
    else:
        step.says.append(line)


def _command(text: str, where: str) -> list[str]:
    try:
        program, *arguments = shlex.split(text)
    except ValueError as error:
        raise CaseError(f"{where}: the command cannot be read ({error})") from error
    if program != "newsdesk":
        raise CaseError(f"{where}: a command starts with “newsdesk”")
    return arguments


def _exit_code(text: str, where: str) -> int:
    if text not in map(str, EXIT_CODES):
        codes = ", ".join(map(str, sorted(EXIT_CODES)))
        raise CaseError(f"{where}: “exit {text}” is no exit code that can be expected; there is: {codes}")
    return int(text)


# --- make.txt ------------------------------------------------------------------------------------------------------


class Recipe:
    """Carry out a make.txt in a project's folder."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._words: dict[str, tuple[int, Callable[..., None]]] = {
            "text": (2, lambda name, text: self._add(name, unquote(text).encode())),
            "repeat": (3, lambda name, count, text: self._add(name, unquote(text).encode() * int(count))),
            "bytes": (2, lambda name, digits: self._add(name, bytes.fromhex(digits))),
            "encode": (2, lambda name, coding: self._change(name, lambda data: data.decode().encode(coding))),
            "ends": (2, lambda name, ends: self._change(name, lambda data: data.replace(b"\n", _ENDS[ends]))),
            "cut": (2, lambda name, count: self._change(name, lambda data: data[: int(count)])),
            "size": (2, lambda name, count: self._size(name, int(count))),
            "copy": (2, lambda name, old: shutil.copyfile(self._path(old), self._path(name, make=True))),
            "move": (2, lambda name, old: self._path(old).rename(self._path(name, make=True))),
            "remove": (1, self._remove),
            "folder": (1, lambda name: self._path(name).mkdir(parents=True)),
            "link": (2, self._link),
            "pipe": (1, lambda name: os.mkfifo(self._path(name, make=True))),
            "socket": (1, self._socket),
            "package": (1, lambda name: self._path(name, make=True).write_bytes(_package())),
            "encrypt": (1, lambda name: self._change(name, _encrypted)),
        }

    def follow(self, recipe: Path) -> None:
        """Carry out each line."""
        for number, line in enumerate(recipe.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            where = f"{recipe} line {number}"
            word, *rest = line.split(" ")
            if word not in self._words:
                raise CaseError(f"{where}: “{word}” is no word of a recipe; there is: {', '.join(sorted(self._words))}")
            wanted, act = self._words[word]
            texts = line.split(" ", wanted)[1:]
            if len(texts) != wanted or not all(texts):
                raise CaseError(f"{where}: “{word}” needs {wanted} words behind it and has {len(rest)}")
            try:
                act(*texts)
            except (ValueError, LookupError, OSError) as error:
                raise CaseError(f"{where}: this cannot be done ({error})") from error

    def _path(self, name: str, *, make: bool = False) -> Path:
        # Not resolved: a link is to be made, not followed.
        path = Path(os.path.normpath(self.project / os.fsdecode(_unquoted(name))))
        if not path.is_relative_to(self.project.parent):
            raise ValueError("the name leads too far out")
        if make:
            path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def _add(self, name: str, data: bytes) -> None:
        archive, mark, entry = name.partition("!")
        if mark:
            self._rewrite(archive, lambda entries: [*entries, (zipfile.ZipInfo(unquote(entry)), data)])
            return
        with self._path(name, make=True).open("ab") as file:
            file.write(data)

    def _change(self, name: str, change: Callable[[bytes], bytes]) -> None:
        path = self._path(name)
        path.write_bytes(change(path.read_bytes()))

    def _size(self, name: str, count: int) -> None:
        path = self._path(name, make=True)
        path.touch()
        os.truncate(path, count)  # A file with a hole takes no room.

    def _remove(self, name: str) -> None:
        archive, mark, entry = name.partition("!")
        if mark:
            self._rewrite(archive, lambda entries: [e for e in entries if e[0].filename != unquote(entry)])
            return
        path = self._path(name)
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    def _link(self, name: str, target: str) -> None:
        archive, mark, entry = name.partition("!")
        if mark:
            info = zipfile.ZipInfo(unquote(entry))
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            self._rewrite(archive, lambda entries: [*entries, (info, target.encode())])
            return
        self._path(name, make=True).symlink_to(target)

    def _socket(self, name: str) -> None:
        path = self._path(name, make=True)
        with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)  # A socket's whole path may have 107 bytes only.

    def _rewrite(self, name: str, change: Callable[[list[_Entry]], list[_Entry]]) -> None:
        path = self._path(name)
        with zipfile.ZipFile(path) as old:
            entries: list[_Entry] = [(info, old.read(info)) for info in old.infolist()]
        path.write_bytes(_zipped(change(entries)))


_ENDS = {"CRLF": b"\r\n", "CR": b"\r"}


def _unquoted(name: str) -> bytes:
    """A name's bytes: they need not be UTF-8."""
    from urllib.parse import unquote_to_bytes

    return unquote_to_bytes(name)


def _zipped(entries: Sequence[_Entry]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, data in entries:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # An entry may be meant to be there twice.
                archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _package() -> bytes:
    """A package from English to Estonian that is sound as an archive, and could translate nothing."""
    facts = {"from_code": "en", "to_code": "et", "package_version": "1.0", "argos_version": "1.9",
             "from_name": "English", "to_name": "Estonian"}  # fmt: skip
    contents = {"metadata.json": json.dumps(facts), "model/model.bin": "weights", "sentencepiece.model": "pieces"}
    return _zipped([(zipfile.ZipInfo(f"en_et/{name}"), text.encode()) for name, text in contents.items()])


def _encrypted(data: bytes) -> bytes:
    """The archive with every entry marked as encrypted, as far as its headers say."""
    for header, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(header)
        while start >= 0:
            data = data[: start + place] + b"\x01" + data[start + place + 1 :]
            start = data.find(header, start + 4)
    return data


# --- the run -------------------------------------------------------------------------------------------------------


def lay(case: Case, folder: Path) -> Path:
    """Lay a case's files over a copy of the newsroom; the project's folder, in a folder of its own."""
    project = folder / "desk"
    shutil.copytree(NEWSROOM, project)
    shutil.copytree(
        case.folder, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED, RECIPE), symlinks=True
    )
    if (case.folder / RECIPE).is_file():
        Recipe(project).follow(case.folder / RECIPE)
    for path in project.rglob("*"):
        if not path.is_symlink():
            os.utime(path, (LONG_AGO, LONG_AGO))  # Newer articles come first; here none is newer.
    return project


def run(arguments: Sequence[str], project: Path) -> Ran:
    """Run a command in this process, standing in the project's folder."""
    # As strict as a real one is: a name that is no UTF-8 cannot be printed as it is.
    out, err = (
        io.TextIOWrapper(io.BytesIO(), "utf-8", errors, newline="\n") for errors in ("strict", "backslashreplace")
    )
    with contextlib.chdir(project), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([argument.replace("{project}", str(project)) for argument in arguments])
        except SystemExit as left:
            code = left.code or 0
    out_text, err_text = (_placeless(_told(stream), project) for stream in (out, err))
    return Ran(int(code), out_text, err_text)


def _told(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def _placeless(text: str, project: Path) -> str:
    return text.replace(str(project), "{project}").replace(str(project.parent), "{outside}")


def faults(case: Case, project: Path) -> list[str]:
    """Run a case; everything that is not as it should be, in sentences."""
    found = []
    before = snapshot(project.parent)
    for step in case.steps:
        ran = run(step.arguments, project)
        command = shlex.join(["newsdesk", *step.arguments])
        if ran.code != step.code:
            found.append(f"“{command}” leaves with {ran.code} and not with {step.code}")
        said = [line for line in ran.err.splitlines() if line.strip()]
        if said != step.says:
            found.append(
                f"“{command}” says\n    " + "\n    ".join(said) + "\n  and not\n    " + "\n    ".join(step.says)
            )
        printed = {" ".join(line.split()) for line in ran.out.splitlines()}  # A table's columns have any width.
        found += [f"“{command}” does not print “{line}” but\n{ran.out}" for line in step.prints if line not in printed]
    found += _file_faults(case, project, before, snapshot(project.parent))
    return found


def snapshot(folder: Path) -> dict[str, str | bytes]:
    """Every file below a folder: the bytes of plain ones as far as they matter, and what others are."""
    return dict(_looked_at(folder))


def _looked_at(folder: Path) -> Iterator[tuple[str, str | bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            yield name, f"link to {path.readlink()}"
        elif stat.S_ISREG(mode):
            with path.open("rb") as file:
                yield name, file.read(1_000_000) + f" {path.lstat().st_size}".encode()
        elif not stat.S_ISDIR(mode):
            yield name, f"special {stat.S_IFMT(mode)}"


def _file_faults(
    case: Case, project: Path, before: dict[str, str | bytes], after: dict[str, str | bytes]
) -> Iterator[str]:
    own = f"{project.name}/"
    yield from _changes(case, own, before, after)
    secrets = {name: data for name, data in before.items() if not name.startswith(own) and isinstance(data, bytes)}
    for name, data in secrets.items():
        secret = data.rpartition(b" ")[0].strip()
        leaks = [n for n, held in after.items() if n.startswith(own) and isinstance(held, bytes) and secret in held]
        if secret and leaks:
            yield f"what stands in {name}, outside the project, has come into {', '.join(leaks)}"
    for wanted in case.writes:
        if own + wanted not in after:
            yield f"{wanted} is not there afterwards"
    for unwanted in case.lacks:
        if own + unwanted in after:
            yield f"{unwanted} is there afterwards"
    for wanted in (*case.keeps, *case.changes):
        if own + wanted not in before:
            yield f"{wanted} was not there before, so nothing can be said of it"


def _changes(case: Case, own: str, before: dict[str, str | bytes], after: dict[str, str | bytes]) -> Iterator[str]:
    for name in sorted(before.keys() | after.keys()):
        inside = name.removeprefix(own)
        kept = inside == name or inside.partition("/")[0] in KEPT or inside in case.keeps
        if kept and inside not in case.changes and before.get(name) != after.get(name):
            yield f"{inside} was changed, made or removed"

"""A project's whole life, traced to know what newsdesk opens or writes in it; and what somebody may lay in its place.

Whoever translates may write in the project. What they lay there must never let them read or write elsewhere by the hand
of the account that runs newsdesk.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.newsroom import Newsroom

SETTINGS = """\
[project]
name = "ferry-news"
source = "en"
locales = ["et"]
[draft]
engine = "identity"
[nightly]
metrics = "reports/news.prom"
"""
TMX = """\
<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
 adminlang="en" srclang="en" datatype="plaintext"/><body><tu><tuv xml:lang="en"><seg>The {0} is red.</seg></tuv>
<tuv xml:lang="et"><seg>{0} on punane.</seg></tuv></tu></body></tmx>
"""
NIGHT = ("nightly",)
EXPORT = ("export", "--mo", "--allow-drafts")
OTHERS = (
    ("memory", "import", "../new.tmx"),
    ("memory", "export", "../out.tmx"),
    ("memory", "export", "shared/out.tmx"),
    ("export", "--allow-drafts", "--output", "pub"),
    ("restore",),
    ("confirm",),
    ("articles", "mv", "articles/train.txt", "articles/tram.txt"),
    ("glossary", "suggest-forms", "--locale", "et", "--write", "--like", "laev", "--source", "ferry"),
    ("check",),
    ("status",),
    ("doctor",),
)
COMMANDS = (NIGHT, EXPORT, *OTHERS)
"""Whatever reads or writes in a project."""
LIFE = (NIGHT, ("approve",), EXPORT, ("retract",), NIGHT, NIGHT, *OTHERS, NIGHT)
"""Everything happens once; what is no command of newsdesk's, people do."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answered."""

    command: Sequence[str]
    code: int
    said: str


def desk(folder: Path) -> Newsroom:
    """A project that no run has seen."""
    room = Newsroom(folder / "desk")
    room.write("newsdesk.toml", SETTINGS)
    for name in ("ferry", "train", "gone"):
        room.write(f"articles/{name}.txt", f"Of a {name}\n\nThe {name} sailed.\n")
    room.write("glossaries/et.csv", "source,target,forms\nferry,praam,\nship,laev,gen=laeva\n")
    room.write("glossaries/all.csv", "source,target,action\nEsimene stuudio,,keep\n")
    room.write("memory/agency/old.tmx", TMX.format("tram"))
    room.write("../new.tmx", TMX.format("bridge"))
    return room


def answers(
    room: Newsroom, commands: Sequence[Sequence[str]], *before: str, swapped: Sequence[str] = ()
) -> list[Answer]:
    """What newsdesk answers to some commands, one after the other in one process.

    Args:
        room: The project.
        commands: The commands.
        before: What runs the process.
        swapped: A folder and a link that are swapped whenever the folder is about to be opened.
    """
    command = [*before, sys.executable, "-m", "tests.faults.each", json.dumps(commands), *swapped]
    own = {"PYTHONPATH": str(Path(__file__).parents[2]), "APERTIUM_DATADIR": str(room.root / "no-pairs")}
    ran = subprocess.run(
        command,
        cwd=room.root,
        env=os.environ | own,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    return [Answer(command, *one) for command, one in zip(commands, told, strict=True)]


_CALL = re.compile(r"(?P<name>\w+)\((?P<rest>.*)\)\s+= (?P<result>-?\d+)(?:<(?P<opened>[^>]*)>)?")
_PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')
_DESCRIPTOR = re.compile(r"/proc/self/fd/(\d+)")
_LOOKING = {"stat", "lstat", "newfstatat", "statx", "access", "faccessat", "faccessat2", "readlink", "readlinkat"}
_UNGUESSABLE = re.compile(r"\.(dwtmp|staged)$")
"""Names that are made up anew for each file."""


def traced(room: Newsroom) -> list[str]:
    """Have a project its whole life; all that was opened, made, renamed or removed there, and the folders of that."""
    trace = room.root.with_name("trace")
    how = ("-f", "--seccomp-bpf", "-qq", "-y", "-s", "4096", "-e", "trace=%file", "-o", str(trace))
    answers(room, LIFE, "strace", *how)
    found = {path for path in _touched(trace.read_text("utf-8"), room.root.resolve()) if not _UNGUESSABLE.search(path)}
    return sorted(found | {str(above) for path in found for above in Path(path).parents if str(above) != "."})


def _touched(trace: str, root: Path) -> Iterator[str]:
    descriptors: dict[str, str] = {}
    for line in trace.splitlines():
        call = _CALL.search(line)
        if call is None:
            continue
        if call["opened"]:
            descriptors[call["result"]] = call["opened"]
        if call["name"] in _LOOKING or call["result"].startswith("-"):
            continue
        for found in _PATH.finditer(call["rest"]):
            path = _DESCRIPTOR.sub(lambda number: descriptors.get(number[1], number[0]), found["path"])
            whole = os.path.normpath(f"{found['folder'] or ''}/{path}" if not path.startswith("/") else path)
            if whole.startswith(f"{root}/"):
                yield whole.removeprefix(f"{root}/")


def plant(room: Newsroom, name: str, kind: str) -> Path:
    """Lay something in the place of what newsdesk opens or writes, and keep that outside."""
    path, outside = room.root / name, room.root.with_name("outside") / name.replace("/", "-")
    outside.parent.mkdir(exist_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(path):
        shutil.move(path, outside)
    elif kind == "link":
        outside.write_text('msgid ""\nmsgstr ""\n')
    match kind:
        case "link":
            path.symlink_to(outside)
        case "dangling link":
            path.symlink_to(outside.with_name(f"{outside.name}-not-there"))
        case "pipe":
            os.mkfifo(path)
        case "device":
            os.mknod(path, 0o666 | 0o020000, os.makedev(1, 7))  # As /dev/full.
    return path


def seen(folder: Path) -> dict[str, tuple[object, ...]]:
    """What is in a folder: bytes, permissions and times, of everything."""
    found = {}
    for path in sorted((folder, *folder.rglob("*"))):
        info = path.lstat()
        data = path.read_bytes() if path.is_file() else b""
        found[str(path.relative_to(folder))] = (info.st_mode, info.st_uid, info.st_mtime_ns, info.st_ino, data)
    return found

"""People and runs that save one PO file at the same moment, and are killed at any moment; all of it real.

A person's texts are numbered. The newest must be in the file afterwards, as it is or with our draft after it, or be
kept beside it: what they replaced themselves, they may lose.
"""

import argparse
import contextlib
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from durablewrite import atomic_write

from translate.catalogs.loading import PO_FILE, load
from translate.errors import CatalogError, ChangedCatalogError, ChangedError
from translate.files import exchange, saving, staging, tidying
from translate.files.tidying import Folder

SAVED = b'msgid "a"\nmsgstr "person 0"\n'
OURS = b'\nmsgid "b"\nmsgstr "draft %d"\n'
save = partial(saving.save, kind=PO_FILE, home=None)
ENOUGH = 12
"""How often a person looks, runs save, give way and are killed at least, however slow a busy machine is."""


def tidy(folder: Path, shown: str) -> list[str]:
    """Tidy a folder of PO files."""
    return tidying.tidy(Folder(folder, shown, PO_FILE), now=time.time_ns())


def text(number: int) -> bytes:
    """What a person saves; long enough to be written in two steps."""
    return b"# %s\n" % (b"x" * 500) + b'msgid "a"\nmsgstr "person %d"\n' % number


def drafted(data: bytes, number: int) -> bytes:
    """A file with our draft, and all that a person wrote."""
    return data.partition(OURS[:10])[0] + OURS % number


def has(data: bytes, number: int) -> bool:
    """Whether a person's text is there in full."""
    return data.partition(OURS[:10])[0] == (text(number) if number else SAVED)


def rescued(folder: Path) -> list[Path]:
    """The texts that were kept beside their file."""
    return [path for path in folder.iterdir() if ".rescued-" in path.name]


def hidden(folder: Path) -> list[str]:
    """What should never be left behind."""
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def by_renaming(path: Path, data: bytes) -> None:
    """Save as Emacs, Poedit, Lokalize and git do."""
    other = path.with_name("person.tmp")
    other.write_bytes(data)
    other.replace(path)


def in_place(path: Path, data: bytes) -> None:
    """Save as nano, VS Code and cp do."""
    with path.open("wb", buffering=0) as file:
        file.write(data[:300])
        file.write(data[300:])


WAYS = {"renaming": by_renaming, "in place": in_place}


@contextlib.contextmanager
def stepping(act: Callable[[int], None]) -> Iterator[None]:
    """Do something before every line that is run to replace a file: told is which in the order they are run."""
    modules, count = {staging.__file__, exchange.__file__}, 0

    def line(_frame, event, _argument):
        nonlocal count
        if event == "line":
            count += 1
            act(count)
        return line

    before = sys.gettrace()
    sys.settrace(lambda frame, _event, _argument: line if frame.f_code.co_filename in modules else None)
    try:
        yield
    finally:
        sys.settrace(before)


def save_with(path: Path, steps: Mapping[int, Callable[[], None]]) -> tuple[str, int]:
    """Save a draft while others do things before certain lines.

    Returns:
        What came of it, and how many lines were run.
    """
    ran = 0

    def act(number: int) -> None:
        nonlocal ran
        ran = number
        if number in steps:
            steps[number]()

    with stepping(act):
        try:
            save(path, drafted(SAVED, 1), expected=SAVED)
        except ChangedError:
            return "changed", ran
        except KeyboardInterrupt:
            return "stopped", ran
        return "saved", ran


def kill_at(path: Path, line: int, steps: Mapping[int, Callable[[], None]]) -> bool:
    """Save as `save_with` does in a process that is killed before a line; whether it came so far."""
    child = os.fork()
    if not child:
        with contextlib.suppress(BaseException):
            save_with(path, {**steps, line: lambda: os.kill(os.getpid(), signal.SIGKILL)})
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def kill_everywhere(folder: Path, stride: int) -> dict[str, int]:
    """Kill a saver before each line that it runs, with a person who saves before each line until then.

    Returns:
        How many kills there were, and of which of them something was lost or left.
    """
    path = folder / "a.po"
    figures = {"kills": 0, "torn": 0, "lost": 0, "left": 0, "put back": 0, "rescued": 0, "false alarms": 0}
    for write in (None, by_renaming, in_place):
        line, ended = 1 + bool(write), False
        while not ended:
            for moment in range(1, line, stride) if write else (0,):
                path.write_bytes(SAVED)
                steps = {moment: lambda write=write: write(path, text(1))} if write else {}
                ended = not kill_at(path, line, steps)
                if ended:
                    break
                whole = path.read_bytes() in {SAVED, drafted(SAVED, 1), text(1)}
                told = tidy(folder, "po")
                kept = [path, *rescued(folder)]
                figures["kills"] += 1
                figures["torn"] += not whole
                # A draft that a person's text replaced is nobody's loss.
                figures["lost"] += not any(has(one.read_bytes(), 1 if write else 0) for one in kept)
                figures["left"] += len(hidden(folder))
                figures["put back"] += any("in place again" in sentence for sentence in told)
                figures["rescued"] += len(kept) > 1
                figures["false alarms"] += bool(told) and not write
                for one in kept:
                    one.unlink()
            line += 1
    return figures


def late_save(path: Path, data: bytes, expected: bytes) -> None:
    """Save as we did once: look as late as can be, then flush and rename."""
    with atomic_write(path, "wb") as file:
        file.write(data)
        if path.read_bytes() != expected:
            raise ChangedCatalogError("changed")


@dataclass(slots=True)
class Saver:
    """A run that does nothing but load, draft and save."""

    path: Path
    late: bool = False
    saved: int = 0
    changed: int = 0
    unreadable: int = 0

    def once(self) -> None:
        """Load, draft and save."""
        try:
            po = load(self.path, "a.po", home=None)
            if po is None:
                return
            data = drafted(po.data, self.saved + self.changed)
            if self.late:
                late_save(self.path, data, po.data)
            else:
                save(self.path, data, expected=po.data)
            self.saved += 1
        except ChangedError:
            self.changed += 1
        except CatalogError:
            self.unreadable += 1  # A person is half-way through saving it in place.


def person(path: Path, seconds: float, way: str, patience: float, enough: int) -> dict[str, object]:
    """Save texts in bursts, and see after each whether the last is there to stay.

    Args:
        path: The file.
        seconds: For how long at least; then until the standard input is closed, too.
        way: How to save.
        patience: Seconds after which a text that is not to be seen is taken for lost.
        enough: How often to look at least.
    """
    chance = random.Random(1)  # noqa: S311 - nothing secret
    writes = [WAYS[way]] if way in WAYS else list(WAYS.values())
    number, checked, lost = 0, 0, []
    until = time.monotonic() + seconds
    while time.monotonic() < until or checked < enough or not _is_closed(sys.stdin.fileno()):
        for _ in range(chance.randint(1, 4)):
            number += 1
            chance.choice(writes)(path, text(number))
            if chance.random() < 0.3:
                time.sleep(chance.random() / 300)
        checked += 1
        # Given time to be drafted, a loss that comes late is seen too.
        for wait in (chance.random() / 100, 0):
            if not _seen(path, number, patience):
                lost.append(number)
                break
            time.sleep(wait)
    return {"saved": number, "checked": checked, "lost": lost}


def _is_closed(pipe: int) -> bool:
    return bool(select.select([pipe], [], [], 0)[0])


def _seen(path: Path, number: int, patience: float) -> bool:
    """Whether a text comes to be in its file; in vain is the wait for one that was kept beside it."""
    end = time.monotonic() + patience
    while not has(path.read_bytes(), number):
        if time.monotonic() > end or any(has(one.read_bytes(), number) for one in rescued(path.parent)):
            return False
        time.sleep(0.0005)
    return True


def race(path: Path, seconds: float, *, late: bool = False, way: str = "both", kills: float = 0) -> dict[str, int]:
    """Let a person and a run save one file for some time.

    Args:
        path: The file.
        seconds: For how long at least.
        late: Save as we did once.
        way: How the person saves.
        kills: Mean seconds after which a run is killed and the next one tidies up; 0 for never.
    """
    path.write_bytes(SAVED)
    chance = random.Random(1)  # noqa: S311 - nothing secret
    patience, enough = (3, 0) if late else (60, ENOUGH)  # Where texts are lost, waiting for them has an end soon.
    figures = ("person", path, seconds, way, patience, enough)
    command = [sys.executable, "-m", "tests.files.rivals", *map(str, figures)]
    root = Path(__file__).parent.parent.parent
    saver, killed, put_back = Saver(path, late=late), 0, 0
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as other:
        assert other.stdin is not None
        while other.poll() is None:
            if late or killed >= ENOUGH or min(saver.saved, saver.changed) >= ENOUGH:
                other.stdin.close()  # It was enough for us.
            if not kills:
                saver.once()
                continue
            child = os.fork()
            if not child:
                with contextlib.suppress(BaseException):
                    while True:
                        saver.once()
                os._exit(1)
            time.sleep(chance.random() * 2 * kills)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            killed += 1
            put_back += sum("in place again" in sentence for sentence in tidy(path.parent, "po"))
        assert other.stdout is not None
        told = json.loads(other.stdout.read())
    kept = [one.read_bytes() for one in rescued(path.parent)]
    lost = [number for number in told["lost"] if not any(has(data, number) for data in kept)]
    return {
        "person saved": told["saved"],
        "checked": told["checked"],
        "lost": len(lost),
        "runs saved": saver.saved,
        "gave way": saver.changed,
        "killed": killed,
        "put back": put_back,
        "rescued": len(kept),
        "left": len(hidden(path.parent)),
    }


def main() -> None:
    """Be one of them, in a process of one's own."""
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("person")
    one.add_argument("path", type=Path)
    one.add_argument("seconds", type=float)
    one.add_argument("way")
    one.add_argument("patience", type=float)
    one.add_argument("enough", type=int)
    one = commands.add_parser("race")
    one.add_argument("path", type=Path)
    one.add_argument("seconds", type=float)
    one.add_argument("kills", type=float)
    one = commands.add_parser("kill-everywhere")
    one.add_argument("path", type=Path)
    one.add_argument("stride", type=int)
    told = parser.parse_args()
    if told.command == "person":
        figures: Mapping[str, object] = person(told.path, told.seconds, told.way, told.patience, told.enough)
    elif told.command == "race":
        figures = race(told.path, told.seconds, kills=told.kills)
    else:
        figures = kill_everywhere(told.path, told.stride)
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main()

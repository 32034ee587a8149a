"""Whatever somebody lays into a project, nothing outside is read, written or removed, and nothing waits for ever."""

import contextlib
import os
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.newsroom import Newsroom
from tests.faults.planted import COMMANDS, EXPORT, NIGHT, Answer, answers, desk, plant, seen, traced
from tests.files.journals import journal_naming
from tests.programs import needs
from tests.ready import LONG
from translate.files.exchange import exchange

pytestmark = needs("strace")
KINDS = ("link", "dangling link", "pipe", *(["device"] if os.geteuid() == 0 else []))
LEADS_OUT = "is a link that leads out of the project; put the {} itself in its place"
OTHERS = 61_002
UNREAD = r"gone\.|(locales|LC_MESSAGES|exports/.*)/train\.|^memory/agency$|\.gitignore$|^exports/withdrawn|news\.prom"
PAUSES = (0.0001, 0.0005)
"""Seconds for which a folder is a link, and for which it is what it was: most looks shall find it so."""


@dataclass(frozen=True, slots=True)
class Life:
    """A project that has seen all commands, and what they touched in it."""

    room: Newsroom
    files: tuple[str, ...]
    folders: tuple[str, ...]

    @property
    def without_needs(self) -> list[str]:
        """The files but for those without which no command comes to the rest."""
        needs = ("newsdesk.toml", "articles/", "glossaries/", ".newsdesk/lock")
        return [name for name in self.files if not name.startswith(needs)]

    def copy(self, folder: Path) -> Newsroom:
        shutil.copytree(self.room.root.parent, folder, symlinks=True, dirs_exist_ok=True)
        return Newsroom(folder / "desk")


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    room = desk(tmp_path_factory.mktemp("life"))
    found = traced(room)
    folders = {path for path in found if any(other.startswith(f"{path}/") for other in found)}
    return Life(room, tuple(path for path in found if path not in folders), tuple(sorted(folders)))


def held(
    room: Newsroom, commands: Sequence[Sequence[str]] = COMMANDS, *before: str, swapped: Sequence[str] = ()
) -> list[Answer]:
    """What the commands answer: each one with a sentence, and nothing outside the project is other than before."""
    outside = room.root.with_name("outside")
    outside.mkdir(exist_ok=True)
    known = seen(outside)
    told = answers(room, commands, *before, swapped=swapped)
    for answer in told:
        assert answer.code in {0, 1, 2, 4, 75}, answer
        assert "Traceback" not in answer.said
    assert seen(outside) == known
    assert {path.name for path in room.root.parent.iterdir()} <= {"desk", "new.tmx", "out.tmx", "outside", "trace"}
    return told


def test_what_is_known_to_be_opened_is_all_there(life):
    assert {"locales/et/LC_MESSAGES/ferry.po", ".newsdesk/lock", "history/texts.sqlite-journal"} <= {*life.files}
    assert {"reports", "locales/et", ".newsdesk/runs", "exports/withdrawn", "memory/agency"} <= {*life.folders}


@pytest.mark.parametrize("turn", range(len(KINDS) if LONG else 2))
def test_of_all_that_is_opened_or_written_nothing_is_followed_or_waited_for(life, tmp_path, turn):
    room = life.copy(tmp_path)
    files = life.without_needs
    planted = [plant(room, name, KINDS[(number + turn) % len(KINDS)]) for number, name in enumerate(files)]
    links = {path: path.readlink() for path in planted if path.is_symlink()}
    night = held(room)[0]
    assert {path: path.readlink() for path in links if path.is_symlink()} == links
    assert night.code in {2, 4}
    assert "locales/et/LC_MESSAGES/ferry.po: " in night.said


@pytest.mark.parametrize("kind", ["link", "dangling link"])
def test_all_folders_may_lead_out_at_once_and_each_is_told_once(life, tmp_path, kind):
    room = life.copy(tmp_path)
    folders = ["exports", "history", "locales/et", "memory", "reports"]
    for name in folders:
        plant(room, name, kind)
    night = held(room)[0]
    assert night.code in {2, 4}
    if kind == "link":
        for name in set(folders) - {"exports"}:
            assert night.said.count(f"{name}: {LEADS_OUT.format('folder')}") >= 1, name


@pytest.mark.parametrize("kind", KINDS if LONG else ["link", "pipe"])
@pytest.mark.parametrize("name", [".newsdesk", ".newsdesk/lock"])
def test_without_its_own_folder_and_lock_no_run_begins(life, tmp_path, name, kind):
    room = life.copy(tmp_path)
    plant(room, name, kind)
    for answer in held(room, [NIGHT, EXPORT]):
        assert answer.code == 2
        assert name in answer.said


@pytest.mark.skipif(not LONG, reason="takes minutes: make faults")
@pytest.mark.parametrize("kind", KINDS)
def test_each_of_them_alone_is_told_with_its_path_or_does_no_harm(life, tmp_path, kind, counts):
    silent = []
    for number, name in enumerate((*life.files, *life.folders)):
        room = life.copy(tmp_path / str(number))
        plant(room, name, kind)
        told = held(room)
        if not any(answer.code and Path(name).name in answer.said for answer in told):
            silent.append(name)
        shutil.rmtree(room.root.parent)
    # Nobody reads what no article has any more; a new record is written whatever became of an old one; and that metrics
    # lead out of the project is told of the setting.
    assert [name for name in silent if not (name.startswith(".newsdesk/") or re.search(UNREAD, name))] == []
    counts(f"{len(life.files) + len(life.folders)} places, silent: {', '.join(silent)}")


@pytest.fixture
def theirs(life) -> Iterator[Newsroom]:
    """A project of an ordinary account's, in which every file that newsdesk opens is somebody else's alone."""
    if os.geteuid():
        pytest.skip("only root may give files to others")
    with tempfile.TemporaryDirectory(prefix="newsdesk-planted-") as name:
        folder = Path(name)
        room = life.copy(folder)
        folder.chmod(0o755)
        for path in (room.root, *room.root.rglob("*")):
            os.chown(path, OTHERS - 1, OTHERS - 1)
        yield room


def test_what_is_somebody_elses_is_told_and_stays(life, theirs):
    for name in life.without_needs:
        if (path := theirs.root / name).exists():
            path.chmod(0o600)
            os.chown(path, OTHERS, OTHERS)
    (night,) = held(theirs, [NIGHT], "setpriv", f"--reuid={OTHERS - 1}", f"--regid={OTHERS - 1}", "--clear-groups")
    assert night.code in {2, 4}
    assert "locales/et/LC_MESSAGES/ferry.po: cannot be read: Permission denied" in night.said


@contextlib.contextmanager
def swapping(one: Path, other: Path) -> Iterator[None]:
    """Let each of two names stand for what the other stood for, a moment each time; each is as it was in the end."""
    over = threading.Event()

    def swap() -> None:
        while not over.is_set():
            for pause in PAUSES:
                exchange(one, other)
                time.sleep(pause)

    swapper = threading.Thread(target=swap)
    swapper.start()
    try:
        yield
    finally:
        over.set()
        swapper.join()


SWAPPED = ("locales/et/LC_MESSAGES", "exports/et", "reports", ".newsdesk")


def linked(room: Newsroom, name: str) -> str:
    """A link to what is like a folder of the project, outside; the name of the link."""
    shutil.copytree(room.root / name, room.root.with_name("outside"))
    (room.root / "link").symlink_to(room.root.with_name("outside"))
    return "link"


@pytest.mark.parametrize("name", SWAPPED if LONG else SWAPPED[:2])
def test_a_folder_that_is_a_link_whenever_it_is_opened_gets_nothing_out(life, tmp_path, name):
    room = life.copy(tmp_path)
    told = held(room, [("correct",), NIGHT, EXPORT], swapped=[name, linked(room, name)])
    assert {answer.code for answer in told[1:]} & {2, 4}
    assert "Too many levels of symbolic links" in "".join(answer.said for answer in told)


@pytest.mark.skipif(not LONG, reason="takes minutes: make faults")
@pytest.mark.parametrize("name", SWAPPED[:3])  # Of .newsdesk, SECURITY.md says what SQLite cannot be kept from.
def test_who_swaps_a_folder_for_a_link_all_the_time_gets_nothing_out(life, tmp_path, name, counts):
    room = life.copy(tmp_path)
    link = room.root / linked(room, name)
    nights = 30
    with swapping(room.root / name, link):
        told = held(room, [("correct",), NIGHT, EXPORT] * nights)
    (after,) = held(room, [NIGHT])
    assert after.code in {0, 1}, after  # Nothing inside is broken, either.
    counts(f"{sum(answer.code == 4 for answer in told)} of {2 * nights} nights and exports met the link")


def test_what_is_exported_to_a_place_in_the_project_that_leads_out_is_told_and_not_written(life, tmp_path):
    room = life.copy(tmp_path)
    places = {"pub": "folder", "shared/out.tmx": "file"}
    for name in places:
        plant(room, name, "link")
    told = held(room, [("export", "--allow-drafts", "--output", "pub"), ("memory", "export", "shared/out.tmx")])
    for (name, noun), answer in zip(places.items(), told, strict=True):
        assert answer.code in {2, 4}
        assert answer.said.count(f"{name}: {LEADS_OUT.format(noun)}") == 1


def test_a_journal_that_names_another_file_does_not_have_it_removed(life, tmp_path):
    room = life.copy(tmp_path)
    precious = tmp_path / "outside/precious"
    precious.parent.mkdir()
    precious.write_text("text")
    for name in (".newsdesk/memory.sqlite", ".newsdesk/ledger.sqlite", "history/texts.sqlite"):
        (room.root / f"{name}-journal").write_bytes(journal_naming(precious, (room.root / name).read_bytes()))
    told = held(room, [NIGHT])
    for name in (
        "history/texts.sqlite: cannot be used: texts.sqlite-journal",
        "memory.sqlite: cannot be used: memory.sqlite-journal",
    ):
        assert f"{name} names another file, which SQLite would remove; remove it" in told[0].said
    assert told[0].code == 4

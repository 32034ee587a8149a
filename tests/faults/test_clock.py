"""The clock jumps: no text is lost, nothing is taken for seen that was not, and nothing waits for ever."""

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.faults.world import Edit, Newsroom, Ran, Words, entries_of
from tests.programs import needs
from tests.ready import LONG

pytestmark = [needs("faketime", "msgfmt")]

DAY = 86_400


def libfaketime() -> str:
    found = [*Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), *Path("/usr/lib").glob("faketime/libfaketime.so.1")]
    return str(found[0]) if found else ""


def other_time(seconds: float) -> dict[str, str]:
    """What makes a process take the time for another one; files keep the times that they have."""
    return {
        "LD_PRELOAD": libfaketime(),
        "FAKETIME": f"{seconds:+.0f}",
        "NO_FAKE_STAT": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }


def at(room: Newsroom, seconds: float, *arguments: str) -> Ran:
    """Run a night while the clock is wrong by some seconds; what it writes carries the wrong time, too."""
    before = {path: path.stat().st_mtime_ns for path in room.files()}
    ran = room.run(*(arguments or ("nightly",)), env=room.environment | {"PYTHONPATH": PACKAGE} | other_time(seconds))
    assert ran.code in {0, 1}, ran.err
    for path in room.files():
        if before.get(path) != path.stat().st_mtime_ns:
            dated(path, seconds)
    return ran


PACKAGE = str(Path(__file__).parents[2])


def dated(path: Path, seconds: float) -> None:
    """Have a file be saved at another time than now."""
    os.utime(path, (time.time() + seconds, time.time() + seconds))


@pytest.fixture
def room(tmp_path):
    room = Newsroom.open(tmp_path / "room", ["et"])
    room.fill(Words(3), 4, paragraphs=1)
    return room


def approve(room: Newsroom, text: str) -> Edit:
    key = next(iter(entries_of(room.po("a001"))))
    edit = Edit("locales/et/LC_MESSAGES/a001.po", key, text, approved=True, comment=f"Nii on hea: {text}")
    edit.save(room.root, in_place=True)
    return edit


def is_kept(room: Newsroom, edit: Edit) -> bool:
    entry = entries_of(room.root / edit.path)[edit.key]
    return (entry.msgstr, entry.fuzzy, edit.comment in entry.comments) == (edit.text, False, True)


@pytest.mark.parametrize(
    "jumps", [(-3 * DAY, 0), (3650 * DAY, 0)] + ([(3650 * DAY, -3 * DAY), (-3600, 3600), (0, -3 * DAY)] if LONG else [])
)
def test_what_is_edited_while_the_clock_is_wrong_is_drafted(room, jumps):
    words = Words(9)
    room.night()
    number = 1
    for seconds in jumps:
        edit = approve(room, f"Inimese tõlge {number}.")
        dated(room.root / edit.path, seconds)
        room.publish("a002", [*room.articles["a002"], words.sentence()])
        dated(room.root / "articles/a002.txt", seconds)
        at(room, seconds)
        number += 1
        assert is_kept(room, edit)
        assert room.articles["a002"][-1] in {key[1] for key in entries_of(room.po("a002"))}
        at(room, seconds)  # Nothing new.
        number += 1
        assert [record["number"] for record in room.records()] == list(range(1, number + 1))
        assert all(record["ended"] for record in room.records())
    calm = room.copy(room.root.with_name("calm"))
    for folder in ("locales", ".newsdesk"):
        for path in sorted((calm.root / folder).rglob("*.sqlite")):
            path.unlink()
    calm.night()
    room.night()
    assert room.tree() == calm.tree()
    assert room.strays() == []


def test_files_from_the_future_are_looked_at_every_time(room):
    room.night()
    for path in room.files():
        dated(path, 400 * DAY)
    before = room.state()
    for _ in range(2):
        room.night()
        assert room.state() == before
    room.articles["a003"][1] = room.articles["a003"][1].replace("The ", "Our ", 1)  # As long as it was.
    path = room.root / "articles/a003.txt"
    was = path.stat()
    path.write_text("\n\n".join(room.articles["a003"]) + "\n")
    os.utime(path, ns=(was.st_mtime_ns, was.st_mtime_ns))
    room.night()
    assert room.articles["a003"][1] in {key[1] for key in entries_of(room.po("a003"))}


def test_an_article_whose_time_was_set_back_is_still_drafted(room):
    """As feeds do, which give a file the time of its publication, and correct a letter in place."""
    path = room.root / "articles/a003.txt"
    dated(path, -30 * DAY)
    was = path.stat()
    time.sleep(0.06)
    room.night()
    room.night()
    room.articles["a003"][1] = room.articles["a003"][1].replace("The ", "Our ", 1)
    path.write_text("\n\n".join(room.articles["a003"]) + "\n")
    os.utime(path, ns=(was.st_mtime_ns, was.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_ino, path.stat().st_mtime_ns) == (
        was.st_size,
        was.st_ino,
        was.st_mtime_ns,
    )
    room.night()
    assert room.articles["a003"][1] in {key[1] for key in entries_of(room.po("a003"))}


@pytest.mark.parametrize("jump", [7200, -3 * DAY] + ([3650 * DAY] if LONG else []))
def test_a_jump_while_a_run_is_at_work_changes_no_budget_and_loses_nothing(tmp_path, jump):
    room = Newsroom.open(tmp_path / "room", ["et"])
    room.fill(Words(3), 40)
    calm = room.copy(tmp_path / "calm")
    clock = tmp_path / "clock"
    clock.write_text("+0\n")
    environment = room.environment | {"PYTHONPATH": PACKAGE} | other_time(0)
    del environment["FAKETIME"]
    run = room.held(
        "draft",
        "nightly",
        "--time-budget",
        "1h",
        env=environment | {"FAKETIME_TIMESTAMP_FILE": str(clock), "FAKETIME_NO_CACHE": "1"},
    )
    other = clock.with_name("other")
    other.write_text(f"{jump:+d}\n")
    other.replace(clock)
    run.go_on()
    ran = run.end()
    assert ran.code in {0, 1}, ran.err
    (record,) = room.records()
    assert record["unfinished"] == 0
    began, ended = (datetime.fromisoformat(record[key]) for key in ("started", "ended"))
    assert timedelta(0) <= ended - began < timedelta(minutes=10)
    logged = [datetime.fromisoformat(line["time"]) for line in ran.log]
    assert abs((logged[-1] - datetime.now(UTC)).total_seconds() - jump) < 600, "the clock has not jumped"
    calm.night()
    room.night()
    assert room.tree() == calm.tree()
    assert room.strays() == []

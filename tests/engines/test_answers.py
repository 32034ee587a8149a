"""Answers are found by a later run, and whatever becomes of their file costs time and nothing else."""

import os
import sqlite3
import threading

import pytest

from tests.files.journals import journal_naming
from translate.engines import answers
from translate.engines.answers import Answers

KNOWN = {b"key": b"told", b"other": b""}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "decoded.sqlite"


def opened(path, *, day=1, **options):
    return Answers(path, home=path.parent, day=day, **options)


def put(path, told=KNOWN, **options):
    with opened(path, **options) as known:
        known.put(told)


def got(path, *keys, **options):
    with opened(path, **options) as known:
        return known.get(keys or KNOWN.keys())


def test_a_later_run_finds_what_was_put_in_and_nothing_else(path):
    put(path)
    assert got(path, b"key", b"none", b"other") == KNOWN
    put(path, {b"key": b"newer"})
    assert got(path) == {b"key": b"newer", b"other": b""}


def test_what_is_put_in_is_known_at_once(path):
    with opened(path) as known:
        known.put(KNOWN)
        assert known.get(KNOWN) == KNOWN
        assert not path.exists()  # A few are written together.
    assert known.get(KNOWN) == {}  # It has let go of the file.


def test_a_run_that_is_killed_has_kept_most(path, monkeypatch):
    monkeypatch.setattr(answers, "_ENOUGH", 2)
    known = opened(path)
    known.put(KNOWN)
    known.put({b"third": b"lost"})
    assert got(path, b"key", b"other", b"third") == KNOWN


def test_thousands_are_found_in_a_few_questions(path):
    many = {b"%d" % number: b"told %d" % number for number in range(1234)}
    put(path, many)
    assert got(path, *many) == many


def test_to_look_makes_no_file_and_neither_does_who_shall_keep_nothing(path):
    assert got(path) == {}
    put(path, keep=False)
    assert not path.exists()
    put(path)
    before = path.read_bytes()
    with opened(path, keep=False, day=2) as known:
        assert known.get(KNOWN) == KNOWN
        known.put({b"third": b"forgotten"})
        assert known.get([b"third"]) == {}
    assert path.read_bytes() == before


def test_several_threads_use_it_one_after_the_other(path, monkeypatch):
    monkeypatch.setattr(answers, "_ENOUGH", 1)
    with opened(path) as known:
        for told in ({b"a": b"1"}, {b"b": b"2"}):
            thread = threading.Thread(target=known.put, args=[told])
            thread.start()
            thread.join()
            assert known.get([b"none", *told]) == told
    assert got(path, b"a", b"b") == {b"a": b"1", b"b": b"2"}


def test_those_that_nobody_asked_for_the_longest_make_room(path, monkeypatch):
    monkeypatch.setattr(answers, "LARGEST", 48_000)
    old, new = ({b"%s %d" % (age, number): bytes(500) for number in range(40)} for age in (b"old", b"new"))
    put(path, old, day=1)
    asked = [*old][:5]
    assert got(path, *asked, day=2).keys() == {*asked}
    put(path, new, day=2)
    left = got(path, *old, *new, day=2).keys()
    assert left >= {*asked, *new}
    assert len(left) == len(old) + len(new) - (80 // 5 + 1)
    for day in range(3, 60):
        put(path, {b"%d %d" % (day, number): bytes(500) for number in range(10)}, day=day)
    assert path.stat().st_size < 70_000
    assert got(path, b"59 0", *asked).keys() == {b"59 0"}


def test_an_answer_without_measure_is_neither_kept_nor_read(path, monkeypatch):
    long = {b"key": bytes(answers.LONGEST + 1), b"other": b""}
    put(path, long)
    assert got(path) == {b"other": b""}
    assert path.stat().st_size < answers.LONGEST
    with monkeypatch.context() as patch:
        patch.setattr(answers, "LONGEST", 2 * answers.LONGEST)
        put(path, long)
        assert got(path) == long
    assert got(path) == {b"other": b""}


def changed(path, *statements):
    connection = sqlite3.connect(path)
    with connection:
        for one in statements:
            connection.execute(one)
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer SET told = CAST('told' AS BLOB)",
        "UPDATE answer SET told = told || CAST('x' AS BLOB)",
        "UPDATE answer SET told = CAST(told AS TEXT)",
        "UPDATE answer SET told = 7",
        "UPDATE answer SET told = zeroblob(1000000)",
        "UPDATE answer SET key = CASE key WHEN CAST('key' AS BLOB) THEN 'key' ELSE CAST('key' AS BLOB) END",
        "DELETE FROM answer",
    ],
)
def test_an_answer_that_is_not_as_it_was_written_is_as_if_it_were_not_there(path, statement):
    put(path)
    changed(path, statement)
    assert got(path) == {}
    put(path)
    assert got(path) == KNOWN


def spoiled(path, how):
    put(path)
    match how:
        case "rubbish":
            path.write_bytes(b"no database at all, but long enough to look like one" * 10)
        case "torn":
            path.write_bytes(path.read_bytes()[:5000])
        case "of another version":
            changed(path, "PRAGMA user_version = 99")
        case "other tables":
            changed(path, "ALTER TABLE answer ADD COLUMN more")
        case "more tables":
            changed(path, "CREATE TABLE more (one)")
        case "a trigger":
            changed(path, "CREATE TRIGGER one AFTER INSERT ON answer BEGIN DELETE FROM answer; END")
        case "an endless view":
            endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS key FROM c"
            changed(path, "DROP TABLE answer", f"CREATE VIEW answer AS {endless}")
        case "huge":
            os.truncate(path, 3 * answers.LARGEST)


@pytest.mark.parametrize(
    "how",
    ["rubbish", "torn", "of another version", "other tables", "more tables", "a trigger", "an endless view", "huge"],
)
def test_a_file_that_is_none_of_ours_is_made_anew(path, how):
    spoiled(path, how)
    assert got(path) == {}
    put(path)
    assert got(path) == KNOWN
    assert path.stat().st_size < 100_000


def test_a_file_that_is_spoiled_while_a_run_is_at_work_is_made_anew(path):
    put(path)
    with opened(path) as known:
        assert known.get(KNOWN) == KNOWN
        path.write_bytes(b"no database" * 1000)
        assert known.get([b"none"]) == {}
        known.put({b"third": b"told"})
    assert got(path, b"third") == {b"third": b"told"}


@pytest.mark.parametrize("beside", ["", "-journal", "-wal", "-shm"])
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_with_something_else_in_its_place_or_beside_it_it_is_made_anew(path, beside, kind):
    planted = path.with_name(f"{path.name}{beside}")
    {"link": lambda: planted.symlink_to("none"), "pipe": lambda: os.mkfifo(planted), "folder": planted.mkdir}[kind]()
    if kind == "folder":
        (planted / "a").write_text("somebody's")
    assert got(path) == {}
    put(path)
    assert got(path) == KNOWN
    assert [one.read_text() for one in path.parent.glob("*/a")] == ["somebody's"] * (kind == "folder")


@pytest.mark.parametrize("inside", [True, False])
def test_a_link_to_another_file_is_replaced_and_that_stays_as_it_is(tmp_path, inside):
    home = tmp_path / "home"
    home.mkdir()
    other = (home if inside else tmp_path) / "texts.sqlite"
    put(other, {b"key": b"people's"})
    before = other.read_bytes()
    path = home / "decoded.sqlite"
    path.symlink_to(other)
    assert got(path) == {}
    put(path)
    assert got(path) == KNOWN
    assert (other.read_bytes(), path.is_symlink()) == (before, False)


def test_in_a_folder_that_leads_out_nothing_is_read_or_written(tmp_path):
    outside, home = tmp_path / "outside", tmp_path / "home"
    outside.mkdir()
    home.mkdir()
    put(outside / "decoded.sqlite")
    before = (outside / "decoded.sqlite").read_bytes()
    (home / ".newsdesk").symlink_to(outside)
    with Answers(home / ".newsdesk/decoded.sqlite", home=home, day=1) as known:
        assert known.get(KNOWN) == {}
        known.put({b"key": b"newer"})
    assert [one.name for one in outside.iterdir()] == ["decoded.sqlite"]
    assert (outside / "decoded.sqlite").read_bytes() == before


def test_a_journal_that_names_another_file_does_not_have_it_removed(path, tmp_path):
    precious = tmp_path / "precious"
    precious.write_text("text")
    put(path)
    with opened(path) as known:
        assert known.get(KNOWN) == KNOWN
        path.with_name("decoded.sqlite-journal").write_bytes(journal_naming(precious, path.read_bytes()))
        assert known.get([b"none", *KNOWN]) == {}
        known.put(KNOWN)
    assert got(path) == KNOWN
    assert precious.is_file()


def test_where_another_process_writes_for_long_this_run_keeps_nothing_and_the_file_stays(path, monkeypatch):
    monkeypatch.setattr(answers, "_PATIENCE", 0.01)
    put(path)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    put(path, {b"third": b"told"})
    other.rollback()
    other.close()
    assert got(path, b"third", *KNOWN) == KNOWN


def test_a_file_that_is_deleted_under_a_run_is_made_anew_by_the_next(path):
    put(path)
    with opened(path) as known:
        assert known.get(KNOWN) == KNOWN
        path.unlink()
        known.put({b"third": b"told"})
    put(path)
    assert got(path) == KNOWN


def test_a_file_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    put(tmp_path / "file" / "decoded.sqlite")
    assert got(tmp_path / "file" / "decoded.sqlite") == {}

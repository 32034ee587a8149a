"""SQLite finds its own files only."""

import os
import sqlite3

import pytest

from tests.files.journals import journal_naming
from translate.files import databases
from translate.files.bounds import OutsideError
from translate.files.databases import PlantedError


@pytest.fixture
def home(tmp_path):
    (tmp_path / "home").mkdir()
    return (tmp_path / "home").resolve()


def names(folder):
    return [path.name for path in folder.iterdir()]


def opened(home, name="a.sqlite"):
    return databases.connect(home / name, home=home, timeout=5.0)


def filled(home, name="a.sqlite"):
    connection = opened(home, name)
    connection.execute("CREATE TABLE word (text TEXT)")
    connection.close()
    return home / name


def test_a_file_is_made_and_found_again(home):
    filled(home)
    assert opened(home).execute("SELECT name FROM sqlite_master").fetchall() == [("word",)]


def test_a_name_that_an_address_would_read_otherwise_is_a_name(home):
    assert filled(home, "a?mode=memory#%41.sqlite").is_file()


@pytest.mark.parametrize("target", ["../outside.sqlite", "../none/outside.sqlite"])
def test_what_leads_out_is_neither_opened_nor_made(home, target):
    (home / "a.sqlite").symlink_to(target)
    with pytest.raises(OutsideError):
        opened(home)
    assert names(home.parent) == ["home"]


@pytest.mark.parametrize("beside", ["", "-journal", "-wal", "-shm"])
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_lies_beside_it_and_is_no_plain_file_is_refused_before_sqlite_sees_it(home, beside, kind):
    path = home / f"a.sqlite{beside}"
    if beside:
        filled(home)
    {"link": lambda: path.symlink_to("b"), "pipe": lambda: os.mkfifo(path), "folder": path.mkdir}[kind]()
    if kind == "link" and not beside:
        os.mkfifo(home / "b")  # A link at home is as good as what it leads to.
    with pytest.raises(PlantedError, match="is no plain file; remove it"):
        opened(home)


def test_a_journal_that_names_another_file_is_not_played_back(home):
    path, precious = filled(home), home.parent / "precious"
    precious.write_text("text")
    journal = path.with_name("a.sqlite-journal")
    journal.write_bytes(journal_naming(precious, path.read_bytes()))
    with pytest.raises(PlantedError, match=r"a\.sqlite-journal names another file, which SQLite would remove"):
        opened(home)
    assert precious.is_file()
    # So it is: this is no idle fear.
    sqlite3.connect(path).execute("SELECT * FROM word").fetchall()
    assert not precious.exists()


ASKED = {
    "execute": lambda connection: connection.execute("SELECT * FROM word"),
    "executemany": lambda connection: connection.executemany("INSERT INTO word VALUES (?)", [("a",)]),
    "executescript": lambda connection: connection.executescript("INSERT INTO word VALUES ('a')"),
    "backup": lambda connection: connection.backup(sqlite3.connect(":memory:")),
}


@pytest.mark.parametrize("way", ASKED)
def test_such_a_journal_is_seen_before_each_use_while_the_file_is_open_too(home, way):
    path, precious = filled(home), home.parent / "precious"
    precious.write_text("text")
    connection = opened(home)
    connection.execute("SELECT * FROM word").fetchall()
    path.with_name("a.sqlite-journal").write_bytes(journal_naming(precious, path.read_bytes()))
    with pytest.raises(PlantedError, match="names another file"):
        ASKED[way](connection)
    assert precious.is_file()


def test_a_folder_that_is_swapped_while_the_file_is_open_is_seen_before_each_use(home):
    (home / "own").mkdir()
    filled(home, "own/a.sqlite")
    connection = opened(home, "own/a.sqlite")
    (home / "own").rename(home / "away")
    (home.parent / "outside").mkdir()
    (home / "own").symlink_to(home.parent / "outside")
    with pytest.raises(PlantedError, match="own was swapped for another folder"):
        connection.execute("INSERT INTO word VALUES ('a')")
    assert names(home.parent / "outside") == []


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS text FROM c"
BY_HAND = "PRAGMA writable_schema = ON; UPDATE sqlite_master SET"
VIEW = f"DROP TABLE word; CREATE VIEW word AS {ENDLESS}"


@pytest.mark.parametrize(
    "sql",
    [
        VIEW,
        "CREATE TRIGGER more AFTER INSERT ON word BEGIN INSERT INTO word SELECT text FROM word; END",
        "DROP TABLE word; CREATE VIRTUAL TABLE word USING fts5(text)",
        f"{VIEW}; {BY_HAND} type = 'table'",
        f"{VIEW}; {BY_HAND} sql = 'create' || substr(sql, 7)",
    ],
    ids=[
        "a view",
        "a trigger",
        "a table of a module",
        "a view that is called a table",
        "a view that is spelled otherwise",
    ],
)
def test_a_file_that_works_by_itself_is_as_good_as_a_damaged_one(home, sql):
    connection = sqlite3.connect(filled(home))
    connection.executescript(sql)
    connection.close()
    with pytest.raises(sqlite3.DatabaseError, match=r"it holds what newsdesk never put there|malformed"):
        opened(home)


def test_a_question_without_an_end_is_ended(home, monkeypatch):
    monkeypatch.setattr(databases, "_ROUND", 1000)
    connection = opened(home)
    with pytest.raises(sqlite3.OperationalError) as told:
        connection.execute(f"SELECT count(*) FROM ({ENDLESS})")  # noqa: S608  Ours.
    assert databases.is_endless(told.value)


def test_questions_are_counted_one_by_one(home, monkeypatch):
    monkeypatch.setattr(databases, "_ROUND", 1000)
    connection = opened(home)
    some = f"SELECT count(*) FROM ({ENDLESS} LIMIT 9000)"  # noqa: S608  Ours.
    assert [connection.execute(some).fetchone() for _ in range(20)] == [(9000,)] * 20


def test_a_journal_of_a_killed_run_is_played_back_as_ever(home):
    path = filled(home)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    writer.executemany("INSERT INTO word VALUES (?)", [("x" * 5000,)] * 20)
    for name in ("a.sqlite", "a.sqlite-journal"):
        (home / name.replace("a.", "b.")).write_bytes((home / name).read_bytes())
    writer.close()
    assert opened(home, "b.sqlite").execute("SELECT count(*) FROM word").fetchall() == [(0,)]


def test_a_file_that_is_swapped_for_a_link_is_not_followed(home, monkeypatch):
    path = filled(home)
    look = databases.look

    def swapped(place):
        look(place)
        path.unlink()
        path.symlink_to("../outside.sqlite")

    monkeypatch.setattr(databases, "look", swapped)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        opened(home)
    assert names(home.parent) == ["home"]


def test_a_folder_that_is_swapped_just_before_sqlite_opens_the_file_is_left_alone(home, monkeypatch):
    (home / "own").mkdir()
    filled(home, "own/a.sqlite")
    outside = home.parent / "outside"
    outside.mkdir()
    (outside / "a.sqlite").write_bytes((home / "own/a.sqlite").read_bytes())
    connect = sqlite3.connect

    def swapped(name, **options):
        (home / "own").rename(home / "away")
        (home / "own").symlink_to(outside)
        return connect(name, **options)

    monkeypatch.setattr(databases.sqlite3, "connect", swapped)
    with pytest.raises(PlantedError, match="was swapped for another file"):
        opened(home, "own/a.sqlite")
    assert names(outside) == ["a.sqlite"]

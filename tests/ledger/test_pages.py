import os
import sqlite3
from dataclasses import replace

import pytest

from tests.files.journals import journal_naming
from translate.ledger.pages import About, Ledger, Page

PAGE = Page("articles/a.txt", "et", "state", "context", b"{}")


def got(path, *key):
    with Ledger(path, home=None) as ledger:
        return ledger.get(About.ARTICLE, *key)


def put(path, *pages):
    Ledger(path, home=None).put(About.ARTICLE, pages)


def test_a_page_is_found_by_the_next_run(tmp_path):
    path = tmp_path / ".newsdesk" / "ledger.sqlite"
    assert got(path, "articles/a.txt", "et") is None
    assert not path.parent.exists()  # Looking makes nothing.
    put(path, PAGE)
    assert got(path, "articles/a.txt", "et") == PAGE
    assert got(path, "articles/a.txt", "ru") is None


def test_a_new_page_takes_the_place_of_the_old(tmp_path):
    path = tmp_path / "ledger.sqlite"
    put(path, PAGE)
    newer = Page("articles/a.txt", "et", "other", "context", b"[]")
    put(path, newer)
    assert got(path, "articles/a.txt", "et") == newer


def test_what_a_draft_and_what_a_look_found_are_two_pages(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite", home=None) as ledger:
        looked = Page("articles/a.txt", "et", "another state", "context", b"[]")
        ledger.put(About.ARTICLE, [PAGE])
        ledger.put(About.CATALOG, [looked])
        told = [ledger.get(about, "articles/a.txt", "et") for about in About]
        assert told == [PAGE, looked, *[None] * (len(About) - 2)]


def former_version(path):
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "PRAGMA user_version = 1; CREATE TABLE page (article, locale, seal, result, PRIMARY KEY (article, locale))"
            " WITHOUT ROWID; INSERT INTO page VALUES ('articles/a.txt', 'et', 'seal', '{}');"
            " INSERT INTO page VALUES ('articles/b.txt', 'et', '', '[]');"
        )
    connection.close()


def another_version(path):
    put(path, PAGE)
    with sqlite3.connect(path) as connection:
        connection.executescript("ALTER TABLE article ADD COLUMN more; PRAGMA user_version = 99;")
    connection.close()


def an_endless_view(path):
    with sqlite3.connect(path) as connection:
        connection.executescript(
            "PRAGMA user_version = 2; CREATE VIEW article AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1"
            " FROM c) SELECT 'articles/a.txt' AS name, 'et' AS locale, x AS state, x AS context, x AS result FROM c;"
        )
    connection.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"no database at all, but long enough to look like one" * 10),
        another_version,
        an_endless_view,
    ],
    ids=["damaged", "of another version", "a view without an end"],
)
def test_a_ledger_that_cannot_be_used_is_made_anew(tmp_path, spoil):
    path = tmp_path / "ledger.sqlite"
    spoil(path)
    assert got(path, "articles/a.txt", "et") is None
    put(path, PAGE)
    assert got(path, "articles/a.txt", "et") == PAGE


def test_where_there_is_no_room_for_more_that_is_told_and_what_is_kept_stays(tmp_path, monkeypatch):
    def full(*_):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    path = tmp_path / "ledger.sqlite"
    with Ledger(path, home=None) as ledger:
        assert ledger.put(About.ARTICLE, [PAGE])
        monkeypatch.setattr("translate.ledger.pages._insert", full)
        assert not ledger.put(About.ARTICLE, [replace(PAGE, name="articles/b.txt")])
    assert got(path, "articles/a.txt", "et") == PAGE


def test_a_journal_that_is_laid_there_while_a_run_reads_is_not_played_back(tmp_path):
    path, precious = tmp_path / "ledger.sqlite", tmp_path / "precious"
    precious.write_text("text")
    put(path, PAGE)
    with Ledger(path, home=None) as ledger:
        assert ledger.get(About.ARTICLE, "articles/a.txt", "et") == PAGE
        path.with_name("ledger.sqlite-journal").write_bytes(journal_naming(precious, path.read_bytes()))
        assert ledger.get(About.ARTICLE, "articles/a.txt", "et") is None
        ledger.put(About.ARTICLE, [PAGE])
        assert ledger.get(About.ARTICLE, "articles/a.txt", "et") == PAGE
    assert precious.is_file()


@pytest.mark.parametrize("beside", ["", "-journal", "-wal", "-shm"])
@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_a_ledger_with_something_else_in_its_place_or_beside_it_is_made_anew(tmp_path, beside, kind):
    path = tmp_path / "ledger.sqlite"
    planted = tmp_path / f"{path.name}{beside}"
    {"link": lambda: planted.symlink_to("none"), "pipe": lambda: os.mkfifo(planted), "folder": planted.mkdir}[kind]()
    if kind == "folder":
        (planted / "a").write_text("somebody's")
    put(path, PAGE)
    assert got(path, "articles/a.txt", "et") == PAGE
    assert [one.read_text() for one in tmp_path.glob("*/a")] == ["somebody's"] * (kind == "folder")


def test_of_the_former_version_it_is_known_which_articles_there_were_and_nothing_of_their_files(tmp_path):
    path = tmp_path / "ledger.sqlite"
    former_version(path)
    before = path.read_bytes()
    former = [Page(f"articles/{name}.txt", "et", "", "", result) for name, result in (("a", b"{}"), ("b", b"[]"))]
    keys = [(page.name, page.locale) for page in former]
    for keep in (False, True):
        with Ledger(path, keep=keep, home=None) as ledger:
            assert [*ledger.contents(About.ARTICLE)] == keys
            assert [ledger.get(About.ARTICLE, *key) for key in keys] == former
            assert [*ledger.contents(About.CATALOG)] == []
    assert path.read_bytes() == before  # Looking changes nothing.
    with Ledger(path, home=None) as ledger:
        [*ledger.contents(About.ARTICLE)]
        ledger.put(About.ARTICLE, [PAGE])
        assert [ledger.get(About.ARTICLE, *key) for key in keys] == [PAGE, former[1]]
    assert got(path, "articles/b.txt", "et") == former[1]


@pytest.mark.parametrize("version", [2, 3])
def test_what_a_version_without_figures_says_of_articles_is_looked_at_again(tmp_path, version):
    path = tmp_path / "ledger.sqlite"
    put(path, PAGE)
    with sqlite3.connect(path) as connection:
        connection.executescript(f"DROP TABLE figures; PRAGMA user_version = {version};")
    connection.close()
    unsure = replace(PAGE, state="")
    assert got(path, "articles/a.txt", "et") == unsure
    put(path, replace(PAGE, locale="ru"))
    assert got(path, "articles/a.txt", "et") == unsure
    with Ledger(path, home=None) as ledger:
        assert ledger.some(About.FIGURES, "et", [PAGE.name]) == {}


def test_some_pages_are_those_that_one_gets_by_their_names(tmp_path):
    others = [replace(PAGE, name=f"articles/{name}.txt", locale=locale) for name in "bc" for locale in ("et", "ru")]
    path = tmp_path / "ledger.sqlite"
    put(path, PAGE, *others)
    with Ledger(path, home=None, keep=False) as ledger:
        newer = replace(PAGE, state="of this run alone")
        ledger.put(About.ARTICLE, [newer])
        names = [PAGE.name, others[2].name, "articles/nobody.txt", "\udcff"]
        assert ledger.some(About.ARTICLE, "et", names) == {PAGE.name: newer, others[2].name: others[2]}
        assert ledger.some(About.ARTICLE, "et", []) == {}
        assert ledger.some(About.CATALOG, "et", names) == {}


def test_the_file_that_looks_once_had_for_themselves_goes_when_the_first_page_is_written(tmp_path):
    former = tmp_path / "reviews.sqlite"
    former_version(former)
    assert got(tmp_path / "ledger.sqlite", "articles/a.txt", "et") is None
    with Ledger(tmp_path / "ledger.sqlite", keep=False, home=None) as passing:
        passing.put(About.ARTICLE, [PAGE])
    assert former.exists()
    put(tmp_path / "ledger.sqlite", PAGE)
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.sqlite"]


def test_what_is_forgotten_is_gone_and_the_rest_stays(tmp_path):
    path = tmp_path / "ledger.sqlite"
    other = Page("articles/b.txt", "et", "state", "context", b"{}")
    with Ledger(path, home=None) as ledger:
        ledger.put(About.ARTICLE, [PAGE, other])
        assert sorted(ledger.contents(About.ARTICLE)) == [("articles/a.txt", "et"), ("articles/b.txt", "et")]
        ledger.forget(About.ARTICLE, lambda name, locale: (name, locale) == ("articles/a.txt", "et"))
        assert [*ledger.contents(About.ARTICLE)] == [("articles/b.txt", "et")]
        assert ledger.get(About.ARTICLE, "articles/a.txt", "et") is None
    assert got(path, "articles/b.txt", "et") == other


def test_what_shall_not_be_kept_is_there_for_its_run_alone_and_writes_nothing(tmp_path):
    path = tmp_path / "ledger.sqlite"
    put(path, PAGE)
    before = path.read_bytes()
    newer = Page("articles/a.txt", "et", "newer", "context", b"{}")
    other = Page("articles/b.txt", "et", "state", "context", b"{}")
    with Ledger(path, keep=False, home=None) as ledger:
        assert ledger.get(About.ARTICLE, "articles/a.txt", "et") == PAGE
        ledger.put(About.ARTICLE, [newer, other])
        assert ledger.get(About.ARTICLE, "articles/a.txt", "et") == newer
        assert sorted(ledger.contents(About.ARTICLE)) == [("articles/a.txt", "et"), ("articles/b.txt", "et")]
        ledger.forget(About.ARTICLE, lambda *_: True)
    assert ([p.name for p in tmp_path.iterdir()], path.read_bytes()) == (["ledger.sqlite"], before)
    assert got(path, "articles/a.txt", "et") == PAGE


def test_a_name_that_is_no_utf_8_is_in_no_ledger(tmp_path):
    with Ledger(tmp_path / "ledger.sqlite", home=None) as ledger:
        ledger.put(About.ARTICLE, [Page("a\udcff.po", "et", "state", "context", b"{}"), PAGE])
        assert ledger.get(About.ARTICLE, "a\udcff.po", "et") is None
        assert ledger.get(About.ARTICLE, "articles/a.txt", "et") == PAGE


def test_a_ledger_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    put(tmp_path / "file" / "ledger.sqlite", PAGE)

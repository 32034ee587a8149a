import os
import sqlite3

import pytest

from translate.ledger.store import Ledger, Page, state_of

PAGE = Page("articles/a.txt", "et", "seal", "{}")


def got(path, *key):
    with Ledger(path) as ledger:
        return ledger.get(*key)


def test_a_page_is_found_by_the_next_run(tmp_path):
    path = tmp_path / ".newsdesk" / "ledger.sqlite"
    assert got(path, "articles/a.txt", "et") is None
    assert not path.parent.exists()  # Looking makes nothing.
    Ledger(path).put([PAGE])
    assert got(path, "articles/a.txt", "et") == PAGE
    assert got(path, "articles/a.txt", "ru") is None


def test_a_new_page_takes_the_place_of_the_old(tmp_path):
    path = tmp_path / "ledger.sqlite"
    Ledger(path).put([PAGE])
    newer = Page("articles/a.txt", "et", "other", "[]")
    Ledger(path).put([newer])
    assert got(path, "articles/a.txt", "et") == newer


def another_version(path):
    with sqlite3.connect(path) as connection:
        connection.executescript("CREATE TABLE page (x); PRAGMA user_version = 99;")
    connection.close()


@pytest.mark.parametrize(
    "spoil",
    [lambda path: path.write_bytes(b"no database at all, but long enough to look like one" * 10), another_version],
    ids=["damaged", "of another version"],
)
def test_a_ledger_that_cannot_be_used_is_made_anew(tmp_path, spoil):
    path = tmp_path / "ledger.sqlite"
    spoil(path)
    assert got(path, "articles/a.txt", "et") is None
    Ledger(path).put([PAGE])
    assert got(path, "articles/a.txt", "et") == PAGE


def test_what_is_forgotten_is_gone_and_the_rest_stays(tmp_path):
    path = tmp_path / "ledger.sqlite"
    other = Page("articles/b.txt", "et", "seal", "{}")
    with Ledger(path) as ledger:
        ledger.put([PAGE, other])
        assert sorted(ledger.contents()) == [("articles/a.txt", "et"), ("articles/b.txt", "et")]
        ledger.forget(key for key in ledger.contents() if key[0] == "articles/a.txt")
        assert (ledger.contents(), ledger.get("articles/a.txt", "et")) == ([("articles/b.txt", "et")], None)
    assert got(path, "articles/b.txt", "et") == other


def test_a_name_that_is_no_utf_8_is_in_no_ledger(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with Ledger(path) as ledger:
        ledger.put([Page("a\udcff.po", "et", "seal", "{}"), PAGE])
        assert (ledger.get("a\udcff.po", "et"), ledger.get("articles/a.txt", "et")) == (None, PAGE)


def test_a_ledger_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    Ledger(tmp_path / "file" / "ledger.sqlite").put([PAGE])


def test_the_state_tells_every_change_and_trusts_no_fresh_file(tmp_path):
    path = tmp_path / "a.po"
    assert state_of(path, 10**18) is None
    path.write_text("one")
    os.utime(path, ns=(10**18, 10**18))
    before = state_of(path, 2 * 10**18)
    assert before is not None
    assert state_of(path, 10**18 + 1) is None
    path.write_text("two")
    os.utime(path, ns=(10**18 + 1, 10**18 + 1))
    assert state_of(path, 2 * 10**18) != before

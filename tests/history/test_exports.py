"""What was exported, and which articles are missed, is kept at once and to the letter."""

import sqlite3
import zlib
from dataclasses import replace

import pytest

from translate.errors import HistoryError
from translate.history.exports import Export, Missed
from translate.history.texts import History

SAID = (("headline", "Ferry “opens”"), (None, "õ\u2028\U0001f6a2 costs 3 euros."))
FERRY = Export(
    "exports", "et", "articles/ferry.txt", "locales/et/LC_MESSAGES/ferry.po", "2026-11-28T04:00:00Z", SAID, "s"
)
TRAIN = replace(FERRY, article="articles/train.txt", said=(), state="")
ELSEWHERE = replace(FERRY, folder="../site")
GONE = Missed("articles/ferry.txt", "2026-11-27T04:00:00Z", 2)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "history" / "texts.sqlite"


def read(path, question):
    with History(path, home=None) as history:
        return question(history.exports)


def test_what_was_put_is_there_again_to_the_letter_and_in_order(path):
    read(path, lambda exports: exports.put([TRAIN, ELSEWHERE, FERRY]))
    assert read(path, lambda exports: exports.all()) == [ELSEWHERE, FERRY, TRAIN]
    assert read(path, lambda exports: exports.all("exports")) == [FERRY, TRAIN]


def test_a_newer_export_takes_the_place_of_the_older_one(path):
    newer = replace(FERRY, at="2026-11-29T04:00:00Z", said=())
    read(path, lambda exports: exports.put([FERRY, newer]))
    assert read(path, lambda exports: exports.all()) == [newer]


def test_an_export_goes_with_its_po_file_to_another_name(path):
    moved = "locales/et/LC_MESSAGES/island.po"
    with History(path, home=None) as history:
        history.exports.put([FERRY, replace(TRAIN, catalog="train.po")])
        history.move({FERRY.catalog: (moved, "et")}, at="2026-11-29T04:00:00Z")
        assert [one.catalog for one in history.exports.all()] == [moved, "train.po"]


def test_only_what_is_named_is_forgotten(path):
    read(path, lambda exports: exports.put([FERRY, TRAIN, ELSEWHERE]))
    read(path, lambda exports: exports.forget([FERRY]))
    assert read(path, lambda exports: exports.all()) == [ELSEWHERE, TRAIN]


def test_the_articles_that_are_missed_are_those_that_were_named_last(path):
    read(path, lambda exports: exports.miss([GONE, replace(GONE, article="articles/a.txt", nights=1)]))
    read(path, lambda exports: exports.miss([GONE]))
    assert read(path, lambda exports: exports.missed()) == {GONE.article: GONE}
    read(path, lambda exports: exports.miss([]))
    assert read(path, lambda exports: exports.missed()) == {}


def test_nothing_new_writes_nothing(path):
    for nothing in (
        lambda exports: exports.put([]),
        lambda exports: exports.forget([]),
        lambda exports: exports.miss([]),
    ):
        read(path, nothing)
    assert not path.exists()
    read(path, lambda exports: exports.miss([GONE]))
    before = path.stat()
    read(path, lambda exports: exports.miss([GONE]))
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_a_history_of_an_older_version_knows_of_no_exports_and_takes_them(path):
    path.parent.mkdir()
    old = sqlite3.connect(path)
    old.executescript("""
        CREATE TABLE catalog (path TEXT PRIMARY KEY, locale TEXT NOT NULL, state TEXT NOT NULL, past BLOB NOT NULL);
        PRAGMA user_version = 1;
    """)
    old.close()
    assert read(path, lambda exports: (exports.all(), exports.missed())) == ([], {})
    read(path, lambda exports: (exports.put([FERRY]), exports.miss([GONE])))
    assert read(path, lambda exports: (exports.all(), exports.missed())) == ([FERRY], {GONE.article: GONE})


def test_whoever_only_looks_leaves_the_file_as_it_is(path):
    read(path, lambda exports: exports.put([FERRY]))
    before = path.read_bytes()
    with History(path, keep=False, home=None) as history:
        history.exports.put([TRAIN])
        history.exports.miss([GONE])
        assert history.exports.all() == [FERRY, TRAIN]
    assert path.read_bytes() == before


def test_where_no_history_can_be_used_nothing_can_be_kept(path):
    with History(None, home=None) as history:
        assert (history.exports.is_kept, history.exports.all(), history.exports.missed()) == (False, [], {})
        with pytest.raises(HistoryError):
            history.exports.put([FERRY])


@pytest.mark.parametrize("said", [b"", b"rubbish", zlib.compress(b'{"a": 1}')])
def test_a_damaged_row_is_told_and_not_taken_for_an_article_that_said_nothing(path, said):
    read(path, lambda exports: exports.put([FERRY]))
    with sqlite3.connect(path) as sql:
        sql.execute("UPDATE exported SET said = ?", (said,))
    with History(path, home=None) as history, pytest.raises(HistoryError, match="is damaged"):
        history.exports.all()

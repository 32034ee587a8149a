"""A file of several articles is read once for all of them, and once more where it has changed."""

import os

import pytest

from translate.core.article import Collection
from translate.documents import collecting, reading
from translate.documents.interface import CollectionFormat
from translate.documents.xml.feed import FeedFormat

ITEM = "<item><guid>{0}</guid><title>Ferry {0} sails</title></item>"


def feed(*names):
    return f"<rss><channel>{''.join(map(ITEM.format, names))}</channel></rss>"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "articles").mkdir()
    return tmp_path.resolve()


@pytest.fixture
def opened(monkeypatch):
    """Counts the files that are opened."""
    found = []
    read = reading.read
    monkeypatch.setattr(reading, "read", lambda path, *rest, **more: found.append(path) or read(path, *rest, **more))
    return found


def reader(root, form=None):
    return reading.reader(root, {".rss": (form or FeedFormat(),)}, {})


def test_however_many_articles_are_read_their_file_is_opened_once(root, opened):
    path = root / "articles/news.rss"
    path.write_text(feed(*range(100)), "utf-8")
    read = reader(root)
    members = [path / article.slug for article in read.collection(path).articles]
    assert [read.read(each).title for each in members] == [f"Ferry {n} sails" for n in range(100)]
    assert opened == [path]


def test_a_file_that_has_changed_is_read_again(root):
    path = root / "articles/news.rss"
    path.write_text(feed("one", "two"), "utf-8")
    read = reader(root)
    assert len(read.collection(path).articles) == 2
    fresh = path.with_name("fresh")
    fresh.write_text(feed("one", "six"), "utf-8")
    fresh.replace(path)
    assert read.collection(path).articles[1].title == "Ferry six sails"
    path.write_text(feed("one", "two", "three"), "utf-8")
    os.utime(path, (0, 0))
    assert len(read.collection(path).articles) == 3


def test_the_next_reader_need_not_parse_what_has_not_changed(root, monkeypatch):
    path = root / "articles/news.rss"
    path.write_text(feed("unparsed", "before"), "utf-8")
    found = reader(root).collection(path)
    monkeypatch.setattr(FeedFormat, "read", None)
    assert reader(root).collection(path) is found


class Lined(CollectionFormat):
    """A format with an option."""

    name = "lined"
    suffixes = (".rss",)

    def __init__(self, note=""):
        self.note = note

    def read(self, _data, path):
        return Collection(path, (), ("",), (self.note,))

    def write(self, collection, texts, imprints=()):
        raise NotImplementedError


def test_a_file_is_read_as_its_format_is_set_up(root):
    path = root / "articles/news.rss"
    path.write_text("x", "utf-8")
    assert [reader(root, Lined(note)).collection(path).notes for note in ("a", "b")] == [("a",), ("b",)]


def test_so_many_bytes_of_files_are_kept_at_most(monkeypatch):
    monkeypatch.setattr(collecting, "_kept", {})
    monkeypatch.setattr(collecting, "MOST", 1000)
    files = {f"articles/{n}.rss": feed("x" * 200, n).encode() for n in range(20)}
    for path, data in files.items():
        collecting.collected(FeedFormat(), data, path)
    assert sum(len(data) for _, data, _ in collecting._kept) <= 1000
    assert list(collecting._kept)[-1][2] == "articles/19.rss"
    collecting.collected(FeedFormat(), feed("x" * 2000).encode(), "articles/large.rss")
    assert [path for _, _, path in collecting._kept] == ["articles/large.rss"]

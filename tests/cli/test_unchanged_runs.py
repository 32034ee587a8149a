"""A run touches only what changed, and what it knows of the last one may be deleted."""

import json
import os
import time
from dataclasses import replace

import pytest

from translate.documents.reading import Reader
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError
from translate.languages.loading import load_pair

PO = "locales/et/LC_MESSAGES/ferry.po"
LEDGER = ".newsdesk/ledger.sqlite"


@pytest.fixture
def settled(newsroom):
    """A project in which a run has found nothing to do, a moment after everything was written."""
    newsroom.write("articles/train.txt", "Train line opens\n\nIt is long.\n")
    newsroom.run("draft")
    time.sleep(0.1)  # The ledger trusts no file that is younger than 50 ms.
    assert "Nothing new" in newsroom.run("draft").out
    return newsroom


@pytest.fixture
def opened(monkeypatch):
    """The articles that runs open from now on."""
    paths = []
    read = Reader.read

    def noted(reader, path):
        paths.append(path.name)
        return read(reader, path)

    monkeypatch.setattr(Reader, "read", noted)
    return paths


def test_an_unchanged_article_is_not_even_opened(settled, opened):
    ran = settled.run("draft")
    assert (ran.code, opened) == (0, [])
    assert "2 PO files unchanged" in ran.out


def test_how_many_processors_there_are_makes_nothing_new(settled, opened):
    ran = settled.run("draft", "--jobs", "1")
    assert (ran.code, opened) == (0, [])


def test_only_the_article_that_changed_is_opened(settled, opened):
    settled.write("articles/train.txt", "Train line opens\n\nIt is very long.\n")
    settled.run("draft")
    assert opened == ["train.txt"]
    assert "very" in settled.read("locales/et/LC_MESSAGES/train.po")


@pytest.mark.parametrize("name", [PO, "locales/ferry.pot"])
def test_a_file_of_ours_that_somebody_saved_or_deleted_is_looked_at(settled, opened, name):
    settled.write(name, settled.read(name) + "\n")
    settled.run("draft")
    (settled.root / name).unlink()
    settled.run("draft")
    assert opened == ["ferry.txt", "ferry.txt"]
    assert name in settled.files()


def test_a_change_that_keeps_length_and_time_is_seen_by_the_file_being_another(settled, opened):
    path = settled.root / PO
    times = path.stat()
    other = settled.write("other.po", path.read_bytes().replace(b"fuzzy", b"fuzzy"))
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(path)
    settled.run("draft")
    assert opened == ["ferry.txt"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("glossaries/et.csv", "ferry,praam", "ferry,laev"),
        ("newsdesk.toml", "desk@example.org", "news@example.org"),
        ("newsdesk.toml", '"identity"', '"auto"'),
    ],
    ids=["glossary", "settings", "engine"],
)
def test_what_drafts_depend_on_opens_all(settled, opened, name, old, new):
    settled.write(name, settled.read(name).replace(old, new))
    settled.run("draft", "--dry-run")
    assert sorted(opened) == ["ferry.txt", "train.txt"]


def test_words_of_the_language_that_change_make_new_drafts_where_a_term_is(settled, monkeypatch):
    def load_other_pair(source, target):
        first, language = load_pair(source, target)
        return first, replace(language, voters=language.voters[1:])

    monkeypatch.setattr("translate.workflow.looking.load_pair", load_other_pair)
    told = json.loads(settled.run("draft", "--json").out)
    assert {c["article"]: c["drafted"] for c in told["catalogs"]} == {"articles/ferry.txt": 2, "articles/train.txt": 0}
    assert "Nothing new" in settled.run("draft").out


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"rubbish" * 100)])
def test_without_its_ledger_a_run_does_the_same_only_slower(settled, opened, harm):
    before = settled.files()
    harm(settled.root / LEDGER)
    ran = settled.run("draft")
    assert ("Nothing new" in ran.out, len(opened)) == (True, 2)
    assert settled.files() == before


def test_an_article_that_failed_is_tried_again_by_every_run(settled, opened):
    settled.write("articles/bad.txt", b"\0")
    assert settled.run("draft").code == 4
    assert settled.run("draft").code == 4
    assert opened == ["bad.txt", "bad.txt"]


def test_what_an_engine_failed_to_draft_is_tried_again_though_no_file_changed(newsroom, monkeypatch):
    translate = IdentityEngine.translate

    def failing(*_arguments, **_options):
        raise EngineError("planted")

    monkeypatch.setattr(IdentityEngine, "translate", failing)
    newsroom.run("draft")
    time.sleep(0.1)
    assert newsroom.run("draft").code == 4
    monkeypatch.setattr(IdentityEngine, "translate", translate)
    ran = newsroom.run("draft")
    assert (ran.code, "Nothing new" in ran.out) == (0, False)
    assert "praam" in newsroom.read(PO)


def test_a_template_that_cannot_be_read_is_told_by_every_run(newsroom):
    newsroom.run("draft")
    newsroom.write("locales/ferry.pot", '<<<<<<< HEAD\nmsgid "x"\n')
    time.sleep(0.1)
    assert [newsroom.run("draft").code for _ in range(3)] == [4, 4, 4]


def test_a_dry_run_leaves_no_ledger(newsroom):
    newsroom.run("draft", "--dry-run")
    assert not (newsroom.root / ".newsdesk").exists()

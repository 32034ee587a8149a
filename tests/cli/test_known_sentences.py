"""A sentence is decoded once, over all runs; deleting what is known of it changes nothing but time."""

import shutil
import sqlite3
import time
from pathlib import Path

import pytest

from translate.engines.argos import ArgosEngine

KNOWN = ".newsdesk/decoded.sqlite"
HELD_OUT = (Path(__file__).parents[1] / "data/sample-model/heldout.en").read_text("utf-8").splitlines()
SENTENCES = [text for text in HELD_OUT if text.endswith(".") and "column" not in text][:12]
TOUCHED = "To sort the list, click a column heading."
TERM = "source,target\ncolumn heading,veerupäis\n"


@pytest.fixture
def argos(newsroom, sample_packages, monkeypatch):
    """A newsroom whose articles say the same now and then."""
    newsroom.write("newsdesk.toml", newsroom.read("newsdesk.toml").replace("identity", "argos"))
    newsroom.write("glossaries/et.csv", "source,target\nharbor,sadam\n")
    (newsroom.root / "articles/ferry.txt").unlink()
    for number in range(4):
        some = SENTENCES[2 * number : 2 * number + 6]
        newsroom.write(f"articles/a{number}.txt", f"{some[0]}\n\n{' '.join(some[1:3])}\n{' '.join(some[3:])}\n")
    newsroom.write("articles/b.txt", f"{SENTENCES[0]}\n\n{SENTENCES[1]} {TOUCHED}\n")
    time.sleep(0.06)  # No file is known that has changed within 50 ms, and the package may have just come.
    return newsroom


@pytest.fixture
def asked(monkeypatch):
    """The sentences that the engine has been asked to translate since the list was last emptied."""
    found = []
    translate = ArgosEngine.translate

    def recorded(self, sentences, *pair, **options):
        found.extend(sentence.text for sentence in sentences)
        return translate(self, sentences, *pair, **options)

    monkeypatch.setattr(ArgosEngine, "translate", recorded)
    return found


def drafted(newsroom, *options):
    """The PO files that a run makes where there are none, without their dates."""
    for name in ("locales", "history"):
        shutil.rmtree(newsroom.root / name, ignore_errors=True)
    (newsroom.root / ".newsdesk/ledger.sqlite").unlink(missing_ok=True)
    ran = newsroom.run("draft", *options)
    assert (ran.code, ran.err) == (0, "")
    files = {name: data for name, data in newsroom.files().items() if name.startswith("locales/")}
    return {name: [line for line in data.splitlines() if b"-Date: " not in line] for name, data in files.items()}


def test_what_a_run_has_had_decoded_no_other_run_asks_for(argos, asked):
    first = drafted(argos)
    assert len(asked) == len({*asked})
    assert {*asked} > {SENTENCES[0], TOUCHED}
    asked.clear()
    assert drafted(argos) == first
    assert asked == []


def test_the_same_sentence_ten_times_is_decoded_once(argos, asked):
    for number in range(10):
        argos.write(f"articles/again{number}.txt", f"News {number}\n\n{SENTENCES[0]}\n")
    drafted(argos)
    assert asked.count(SENTENCES[0]) == 1


def test_a_dry_run_knows_what_is_known_and_writes_nothing(argos, asked):
    drafted(argos)
    before = {path.name: path.read_bytes() for path in (argos.root / ".newsdesk").glob("decoded*")}
    argos.write("articles/new.txt", f"{SENTENCES[0]}\n\nThe ferry is late.\n")
    asked.clear()
    drafted(argos, "--dry-run")
    assert asked == ["The ferry is late."]
    assert {path.name: path.read_bytes() for path in (argos.root / ".newsdesk").glob("decoded*")} == before


def deleted(path):
    path.unlink()


def corrupted(path):
    path.write_bytes(path.read_bytes()[:3000] + b"?" * 3000)


def of_another_version(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()


def a_folder(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [deleted, corrupted, of_another_version, a_folder])
def test_what_becomes_of_the_file_changes_nothing_but_time(argos, asked, harm):
    first, before = drafted(argos), [*asked]
    harm(argos.root / KNOWN)
    asked.clear()
    assert drafted(argos) == first
    assert sorted(asked) == sorted(before)
    asked.clear()
    assert drafted(argos) == first
    assert asked == []


def test_a_row_of_the_glossary_has_those_sentences_decoded_again_that_it_touches(argos, asked):
    drafted(argos)
    asked.clear()
    argos.write("glossaries/et.csv", TERM)
    drafted(argos)
    assert asked == [TOUCHED]
    asked.clear()
    argos.write("glossaries/et.csv", "source,target\nlighthouse,majakas\ncolumn heading,veerupäis,\n")
    drafted(argos)
    assert asked == []


def test_locales_that_share_a_package_share_what_it_makes(argos, asked):
    argos.write("newsdesk.toml", argos.read("newsdesk.toml").replace('["et"]', '["et", "et_EE"]'))
    files = drafted(argos)
    plain = [text for text in asked if text != TOUCHED]
    assert len(plain) == len({*plain})
    assert {name.split("/")[1] for name in files if name.endswith(".po")} == {"et", "et_EE"}

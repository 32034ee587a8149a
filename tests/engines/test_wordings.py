"""What engines call terms outlasts a run; whatever lies in its place costs no more than to ask again."""

import os

import pytest

from translate.core.enforcing.lexicon import Wording
from translate.engines.wordings import Wordings

LEXICON = {"file | files": (Wording("fail", 0.62), Wording("failid", 0.2)), "Kursk": ()}


@pytest.fixture
def wordings(tmp_path):
    return Wordings(tmp_path / ".newsdesk" / "wordings", home=None)


def test_what_was_kept_is_known_again(wordings):
    wordings.keep("et", "argos en-et 1.9", LEXICON)
    assert wordings.load("et", "argos en-et 1.9") == LEXICON
    assert wordings.load("ru", "argos en-et 1.9") == {}


def test_another_engine_may_call_it_something_else(wordings):
    wordings.keep("et", "argos en-et 1.9", LEXICON)
    assert wordings.load("et", "argos en-et 2.0") == {}


def test_what_is_kept_already_is_not_written_again(wordings, tmp_path):
    wordings.keep("et", "argos en-et 1.9", LEXICON)
    [path] = tmp_path.rglob("et.json")
    before = path.stat()
    wordings.keep("et", "argos en-et 1.9", dict(reversed(LEXICON.items())))
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff\xfe", b"[]", b"{}", b"null", b"[" * 100_000, b'{"engine": "a", "terms": []}',
        b'{"engine": "a", "terms": {"file": [["fail"]]}}', b'{"engine": "a", "terms": {"file": [["fail", "0.5"]]}}',
        b'{"engine": "a", "terms": {"file": [["fail", 2.0]]}}', b'{"engine": "a", "terms": {"file": [["", 0.5]]}}',
        b'{"engine": "a", "terms": {"file": [["fail", NaN]]}}', b'{"engine": "a", "terms": {"file": {"fail": 0.5}}}',
        b'{"engine": "a", "terms": {"file": 7}}', b'{"engine": "a", "terms": {"\\ud800": [["x y z w", 0.5]]}}',
        b'{"engine": "a", "terms": {"file": [' + b'["x", 0.5], ' * 70 + b'["x", 0.5]]}}',
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_as_good_as_none_and_is_written_anew(wordings, tmp_path, data):
    wordings.keep("et", "a", LEXICON)
    [path] = tmp_path.rglob("et.json")
    path.write_bytes(data)
    assert wordings.load("et", "a") == {}
    wordings.keep("et", "a", LEXICON)
    assert wordings.load("et", "a") == LEXICON


@pytest.mark.parametrize("place", ["folder", "link", "pipe", "lost link"])
def test_what_is_no_file_of_ours_is_neither_read_nor_written(wordings, tmp_path, place):
    folder, precious = tmp_path / ".newsdesk" / "wordings", tmp_path / "precious.json"
    wordings.keep("et", "a", LEXICON)
    (folder / "et.json").rename(precious)
    held = precious.read_bytes()
    match place:
        case "folder":
            (folder / "et.json").mkdir()
        case "pipe":
            os.mkfifo(folder / "et.json")
        case _:
            (folder / "et.json").symlink_to(precious if place == "link" else tmp_path / "gone")
    assert wordings.load("et", "a") == {}
    wordings.keep("et", "a", {**LEXICON, "ERR": ()})
    assert precious.read_bytes() == held
    assert not (tmp_path / "gone").exists()


def test_a_folder_that_cannot_be_made_fails_no_run(tmp_path):
    (tmp_path / "wordings").write_text("in the way")
    Wordings(tmp_path / "wordings", home=None).keep("et", "a", LEXICON)
    assert Wordings(tmp_path / "wordings", home=None).load("et", "a") == {}


def test_a_term_of_broken_letters_fails_no_run(wordings, tmp_path):
    wordings.keep("et", "a", {"\ud800": (Wording("x", 0.5),)})
    wordings.load("et", "a")
    assert list(tmp_path.rglob("et.json"))

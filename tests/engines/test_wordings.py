"""What engines call terms outlasts a run; whatever lies in its place costs no more than to ask again."""

import pytest

from translate.core.enforcing.lexicon import Wording
from translate.engines.wordings import Wordings
from translate.errors import EngineError

LEXICON = {"file | files": (Wording("fail", 0.62), Wording("failid", 0.2)), "Kursk": ()}


@pytest.fixture
def wordings(tmp_path):
    return Wordings(tmp_path / ".newsdesk" / "wordings")


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
        b'{"engine": "a", "terms": {"file": 7}}',
    ],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_as_good_as_none_and_is_written_anew(wordings, tmp_path, data):
    wordings.keep("et", "a", LEXICON)
    [path] = tmp_path.rglob("et.json")
    path.write_bytes(data)
    assert wordings.load("et", "a") == {}
    wordings.keep("et", "a", LEXICON)
    assert wordings.load("et", "a") == LEXICON


def test_a_folder_in_the_files_place_is_told(wordings, tmp_path):
    (tmp_path / ".newsdesk" / "wordings" / "et.json").mkdir(parents=True)
    assert wordings.load("et", "a") == {}
    with pytest.raises(EngineError, match="cannot be written"):
        wordings.keep("et", "a", LEXICON)

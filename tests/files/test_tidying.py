"""What killed runs left is cleared away, and what a person saved at that moment comes to light again."""

import os
import signal
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.files.rivals import SAVED, drafted, hidden, rescued, text, tidy
from translate.catalogs.loading import PO_FILE
from translate.errors import DocumentError
from translate.files import exchange, staging, tidying, whole
from translate.files.kinds import Kind
from translate.files.tidying import Folder, left_in

ARTICLE = Kind("an article", "", 1000, DocumentError)


@pytest.fixture
def path(tmp_path):
    """A file that a person saved."""
    file = tmp_path / "a.po"
    file.write_bytes(SAVED)
    return file


def later(folder, seconds=61):
    """Tidy it when a minute has gone by."""
    return tidying.tidy(folder, now=time.time_ns() + seconds * 10**9)


def left_by_a_killed_run(path):
    """What a run leaves that is killed after the exchange: the file is new, and what came out is a person's."""
    marks = (exchange.mark(data) for data in (os.fsencode(path.name), SAVED, drafted(SAVED, 1)))
    path.write_bytes(drafted(SAVED, 1))
    file = path.with_name(f".newsdesk-{'-'.join((*marks, '0' * 16))}.staged")
    file.write_bytes(text(1))
    return file


def killed_while_staging(path):
    """What a run leaves that is killed before the staged file has its name."""
    child = os.fork()
    if not child:
        staging.os.fchown = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        staging.replace(path, drafted(SAVED, 1), SAVED)
        os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.fixture
def staged(path):
    return left_by_a_killed_run(path)


def test_a_persons_text_that_a_killed_run_took_out_is_put_back(path, staged):
    assert tidy(path.parent, "locales/et") == [
        "locales/et/a.po: a run was killed just when somebody saved this; what they saved is in place again"
    ]
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == {"a.po": text(1)}
    assert tidy(path.parent, "locales/et") == []


@pytest.mark.parametrize("again", [False, True])
def test_the_name_of_a_text_that_comes_to_light_is_on_the_disk_before_anybody_is_told(path, staged, monkeypatch, again):
    told, flush = [], os.fsync

    def watched(descriptor):
        flush(descriptor)
        told.append((Path(f"/proc/self/fd/{descriptor}").resolve(), hidden(path.parent), rescued(path.parent)))

    monkeypatch.setattr(os, "fsync", watched)
    if again:
        path.write_bytes(text(2))
    tidy(path.parent, "po")
    kept = [path.with_name(f"a.po.rescued-{exchange.mark(text(1))}")] if again else []
    assert told == [(path.parent, [], kept)]


@pytest.mark.parametrize("name", ["a.po", "unknown.po"])
def test_a_persons_text_is_kept_beside_a_file_that_changed_again_or_is_gone(path, staged, name):
    path.write_bytes(text(2)) if name == "a.po" else path.unlink()
    kept = path.with_name(f"{name}.rescued-{exchange.mark(text(1))}")
    sentence = (
        f"po/{kept.name}: somebody saved this at the same moment as newsdesk, and the file was changed again since; "
        "take from it what is missing there, then delete it"
    )
    assert tidy(path.parent, "po") == [sentence]
    assert kept.read_bytes() == text(1)
    assert tidy(path.parent, "po") == [sentence]  # Every night, until somebody did.
    kept.unlink()
    assert tidy(path.parent, "po") == []


def test_the_same_text_comes_to_light_once_and_under_the_longest_name_too(tmp_path):
    path = tmp_path / f"{'ä' * 126}.po"
    for _ in range(2):
        path.write_bytes(SAVED)
        left_by_a_killed_run(path)
        path.write_bytes(text(2))
        assert len(tidy(tmp_path, "po")) == 1
    assert [(one.name[:100], one.read_bytes()) for one in rescued(tmp_path)] == [("ä" * 100, text(1))]
    assert hidden(tmp_path) == []


def test_a_text_that_broke_off_does_not_take_the_place_of_a_whole_file(path, staged):
    staged.write_bytes(text(1)[:-5])
    assert len(tidy(path.parent, "po")) == 1
    assert path.read_bytes() == drafted(SAVED, 1)
    assert [one.read_bytes() for one in rescued(path.parent)] == [text(1)[:-5]]


def test_what_somebody_is_about_to_write_to_is_not_removed(path, staged):
    with staged.open("r+b", buffering=0) as file:
        file.truncate(0)
        file.write(SAVED)
        assert len(tidy(path.parent, "po")) == 1
        file.write(b'msgid "c"\nmsgstr "d"\n')
    assert path.read_bytes() == SAVED + b'msgid "c"\nmsgstr "d"\n'
    assert hidden(path.parent) == []


@pytest.mark.parametrize("data", [SAVED, drafted(SAVED, 1), b""])
def test_what_nobody_needs_is_removed_without_a_word(path, staged, data):
    staged.write_bytes(data)
    (path.parent / ".a.po.0123abcd.dwtmp").write_bytes(b"half a dra")
    assert tidy(path.parent, "po") == []
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == {"a.po": drafted(SAVED, 1)}


def test_other_hidden_files_are_left_alone(path):
    for name in (".a.po.swp", ".newsdesk", ".newsdesk-cafe.staged", "a.po~", ".#a.po"):
        path.with_name(name).write_bytes(b"x")
    before = sorted(path.parent.iterdir())
    assert tidy(path.parent, "po") == []
    assert sorted(path.parent.iterdir()) == before


def test_a_folder_that_is_not_there_is_tidy(path):
    assert tidy(path.parent / "none", "po") == []


def looked_at(path):
    return left_in(Folder(path.parent, "po", PO_FILE))


def test_whoever_only_looks_is_told_and_changes_nothing(path, staged):
    assert looked_at(path) == [
        "po/a.po: a run was killed just when somebody saved this; “newsdesk draft” brings to light what they saved"
    ]
    assert (path.read_bytes(), staged.read_bytes()) == (drafted(SAVED, 1), text(1))
    path.unlink()
    assert looked_at(path)[0].startswith(f"po/{staged.name}: a run was killed")


def test_whoever_only_looks_is_told_what_was_rescued(path, staged):
    path.write_bytes(text(2))
    assert tidy(path.parent, "po") == looked_at(path) != []


@pytest.mark.parametrize("data", [SAVED, drafted(SAVED, 1), b""])
def test_what_nobody_needs_is_nothing_to_tell(path, staged, data):
    staged.write_bytes(data)
    assert looked_at(path) == []
    with staged.open("ab"):  # Somebody is about to save it.
        assert len(looked_at(path)) == 1


def test_a_kind_that_nobody_can_tell_to_be_whole_is_kept_beside_its_file(path, staged):
    assert len(later(Folder(path.parent, "exports", ARTICLE))) == 1
    assert path.read_bytes() == drafted(SAVED, 1)
    assert [one.read_bytes() for one in rescued(path.parent)] == [text(1)]


def test_of_a_file_that_is_gone_the_name_is_made_up_from_its_kind(path, staged):
    path.unlink()
    later(Folder(path.parent, "x", replace(PO_FILE, ending=".csv")))
    assert [one.name for one in rescued(path.parent)] == [f"unknown.csv.rescued-{exchange.mark(text(1))}"]


def test_a_tree_is_tidied_as_far_as_it_is_ours(tmp_path):
    places = {
        name: tmp_path / name for name in ("exports/et", "exports/et/a/b", "exports/et/.git", "exports/other", "else")
    }
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True)
        left_by_a_killed_run(place / "a.txt")
    (tmp_path / "exports/et/link").symlink_to(tmp_path / "else")
    told = later(Folder(tmp_path / "exports/et", "exports/et", ARTICLE, deep=True))
    assert [sentence.split(".rescued")[0] for sentence in told] == ["exports/et/a.txt", "exports/et/a/b/a.txt"]
    assert {name for name, place in places.items() if hidden(place) != [".git"] * (name == "exports/et")} == {
        "exports/et/.git", "exports/other", "else"
    }  # fmt: skip


def test_in_a_folder_that_we_share_only_our_own_file_is_seen_to(path, staged):
    ours, others = path.with_name(".a.prom.0123abcd.dwtmp"), path.with_name(".b.prom.0123abcd.dwtmp")
    ours.touch()
    others.touch()
    shared = Folder(path.parent, "metrics", ARTICLE, shared=True, only=frozenset({"a.prom"}))
    assert (later(shared), left_in(shared)) == ([], [])
    assert (ours.exists(), others.exists(), staged.exists()) == (False, True, True)


@pytest.mark.parametrize("only", [None, frozenset({"a.po"})])
def test_what_a_run_had_staged_by_half_when_it_was_killed_is_removed(path, only):
    killed_while_staging(path)
    assert [name[:10] for name in hidden(path.parent)] == ["..newsdesk"]
    others = Folder(path.parent, "agency", ARTICLE, shared=True, only=frozenset({"b.po"}))
    assert (later(others), len(hidden(path.parent))) == ([], 1)
    assert (later(Folder(path.parent, "agency", ARTICLE, shared=True, only=only)), hidden(path.parent)) == ([], [])


@pytest.mark.parametrize("seconds", [-59, 0, 59])
def test_in_a_folder_that_we_share_what_another_run_may_be_at_is_left_to_it(path, staged, seconds):
    killed_while_staging(path)
    whole_file = path.with_name(".a.po.0123abcd.dwtmp")
    whole_file.touch()
    before = sorted(path.parent.iterdir())
    for only in (None, frozenset({"a.po"})):
        assert later(Folder(path.parent, "agency", PO_FILE, shared=True, only=only), seconds) == []
        assert sorted(path.parent.iterdir()) == before
    assert len(later(Folder(path.parent, "agency", PO_FILE), seconds)) == 1
    assert hidden(path.parent) == []


def test_in_a_folder_that_we_share_a_long_name_is_known_too(path):
    name = f"{'a' * 60}.prom"
    child = os.fork()
    if not child:
        whole.write(path.with_name(name), lambda _: os.kill(os.getpid(), signal.SIGKILL), home=None)
        os._exit(0)
    os.waitpid(child, 0)
    assert len(hidden(path.parent)) == 1
    assert later(Folder(path.parent, "metrics", ARTICLE, shared=True, only=frozenset({name}))) == []
    assert hidden(path.parent) == []


def test_in_a_folder_that_we_share_what_somebody_saved_in_our_file_comes_back(path, staged):
    shared = Folder(path.parent, "agency", ARTICLE, shared=True, only=frozenset({path.name, "b.txt"}))
    others = Folder(path.parent, "agency", ARTICLE, shared=True, only=frozenset({"another.txt"}))
    assert (later(others), left_in(others), staged.exists()) == ([], [], True)
    assert [sentence.split(":")[0] for sentence in left_in(shared)] == [f"agency/{path.name}"]
    assert len(later(shared)) == 1
    assert not staged.exists()

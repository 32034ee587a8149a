"""The state of many files is the same as long as nothing about them has changed."""

import os
import time
from pathlib import Path

import pytest

from translate.ledger import trees
from translate.ledger.states import WINDOW

LATER = 10 * 1_000_000_000
"""Nanoseconds after which everything is old."""


@pytest.fixture
def root(tmp_path):
    root = tmp_path / "desk"
    for name in ("articles/a.txt", "articles/deep/b.txt", ".newsdesk/ledger", ".newsdesk/seals/draft", ".git/index"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("one")
    (root / "articles/same.txt").symlink_to("a.txt")
    return root


def now():
    return time.time_ns() + LATER


def state(root, *passed, since_ns=None):
    found = trees.project(root, root / ".newsdesk", root / ".newsdesk/seals", since_ns or now())
    return found and found.state([str(root / each) for each in passed])


def rewrite_unseen(path):
    times = path.stat()
    path.write_text("two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


CHANGES = {
    "content": lambda r: rewrite_unseen(r / "articles/deep/b.txt"),
    "time": lambda r: os.utime(r / "articles/a.txt"),
    "permissions": lambda r: (r / "articles/a.txt").chmod(0o600),
    "new": lambda r: (r / "articles/c.txt").touch(),
    "hidden": lambda r: (r / "articles/.a.swp").touch(),
    "hidden folder": lambda r: (r / "articles/.drafts").mkdir(),
    "name": lambda r: (r / "articles/a.txt").rename(r / "articles/z.txt"),
    "place": lambda r: (r / "articles/a.txt").rename(r / "articles/deep/a.txt"),
    "gone": lambda r: (r / "articles/a.txt").unlink(),
    "folder": lambda r: (r / "articles/deep").chmod(0o700),
    "root": lambda r: r.chmod(0o700),
    "ledger": lambda r: rewrite_unseen(r / ".newsdesk/ledger"),
    "own folder": lambda r: (r / ".newsdesk").chmod(0o700),
    "link": lambda r: ((r / "articles/same.txt").unlink(), (r / "articles/same.txt").symlink_to("deep/b.txt")),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_in_a_project_shows(root, change):
    before = state(root)
    assert before is not None
    assert state(root) == before
    change(root)
    assert state(root) != before


def test_what_is_in_hidden_folders_and_in_the_one_that_does_not_count_does_not_show(root):
    before = state(root)
    for name in (".git/index", ".newsdesk/seals/draft", ".newsdesk/seals/another"):
        (root / name).write_text("two")
    assert state(root) == before


def test_of_a_folder_that_is_passed_only_what_killed_runs_left_shows(root):
    before = state(root, "articles")
    (root / "articles/a.txt").write_text("two")
    (root / "articles/c.txt").touch()
    assert state(root, "articles") == before
    for name in (".newsdesk-0.staged", "a.txt.rescued-0123456789abcdef", "a.dwtmp"):
        (root / "articles" / name).touch()
        assert state(root, "articles") != before
        (root / "articles" / name).unlink()
    assert state(root, "articles") == before
    assert state(root, "article") != before


def test_a_folder_is_not_passed_because_it_is_called_alike(root):
    (root / "articles2").mkdir()
    before = state(root, "articles")
    (root / "articles2/a.txt").touch()
    assert state(root, "articles") != before


@pytest.mark.parametrize("end", ["/etc/hostname", "../../other", ".git/index", "deep/../../x"])
def test_of_a_link_that_may_lead_out_nothing_is_known(root, end):
    (root / "articles/link.txt").symlink_to(end)
    assert state(root) is None
    assert state(root, "articles") is not None


def test_nothing_is_known_while_a_file_is_fresh(root):
    path = root / "articles/deep/b.txt"
    path.write_text("two")
    changed = max(each.stat().st_ctime_ns for each in (path, *path.parents) if each.is_relative_to(root))
    assert state(root, since_ns=changed + WINDOW - 1) is None
    assert state(root, "articles", since_ns=changed + WINDOW - 1) is not None


def test_of_too_many_files_nothing_is_known(root, monkeypatch):
    monkeypatch.setattr(trees, "_MOST", 5)
    assert state(root) is None
    assert places(root) is None


def test_of_what_is_not_there_nothing_is_known(tmp_path):
    assert state(tmp_path / "none") is None


def places(*paths, since_ns=None):
    return trees.state_of_places(map(str, paths), (), since_ns or now())


PLACES = {
    "content": lambda r: rewrite_unseen(r / "articles/deep/b.txt"),
    "new": lambda r: (r / "articles/deep/.c").touch(),
    "gone": lambda r: (r / "articles/a.txt").unlink(),
    "permissions": lambda r: (r / "articles").chmod(0o700),
    "on the way": lambda r: r.chmod(0o777),
    "another": lambda r: ((r / "articles").rename(r / "old"), (r / "articles").mkdir()),
    "end of a link": lambda r: rewrite_unseen(r / "linked"),
}


@pytest.mark.parametrize("change", PLACES.values(), ids=PLACES)
def test_every_change_in_a_place_or_on_the_way_to_it_shows(root, change):
    (root / "linked").write_text("one")
    (root / "articles/out").symlink_to(root / "linked")
    (root / "articles/nowhere").symlink_to("/none")
    before = places(root / "articles")
    assert before is not None
    change(root)
    assert places(root / "articles") != before


def test_a_file_that_appears_shows(root):
    missing = root / "config/newsdesk/newsdesk.toml"
    before = places(missing)
    assert before is not None
    missing.parent.mkdir(parents=True)
    assert places(missing) not in {before, None}
    before = places(missing)
    missing.touch()
    assert places(missing) not in {before, None}


def test_a_file_that_has_gone_just_now_leaves_nothing_known(root):
    path = root / "articles/a.txt"
    path.unlink()
    gone = path.parent.stat().st_ctime_ns
    assert places(path, since_ns=gone + WINDOW - 1) is None
    assert places(path, since_ns=gone + LATER) is not None


def test_what_python_compiles_does_not_show(root):
    (root / "articles/__pycache__").mkdir()
    before = places(root / "articles")
    (root / "articles/__pycache__/a.pyc").touch()
    assert places(root / "articles") == before


def test_of_folders_the_names_show(root):
    def names(since_ns=None):
        return trees.state_of_places((), [str(root / "articles"), "/none"], since_ns or now())

    before = names()
    (root / "articles/a.txt").write_text("two")
    assert names() == before
    (root / "articles/c.txt").touch()
    assert names() not in {before, None}
    assert names(since_ns=(root / "articles").stat().st_ctime_ns) is None


def test_names_that_are_no_utf_8_are_names(root):
    before = state(root)
    Path(os.fsdecode(os.fsencode(root) + b"/articles/\xff.txt")).touch()
    assert state(root) not in {before, None}

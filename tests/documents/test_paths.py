"""A file is shown as the newsroom knows it, on one line whatever its name holds."""

from pathlib import Path

import pytest

from translate.documents.paths import names_in, printable, relative_path, shown_path


@pytest.fixture
def root(tmp_path):
    (tmp_path / "news" / "articles").mkdir(parents=True)
    return (tmp_path / "news").resolve()


def test_a_file_inside_is_shown_from_the_project_on(root):
    assert shown_path(root, root / "articles" / "a.txt") == "articles/a.txt"


def test_a_path_from_the_working_folder_is_the_same_file(root, monkeypatch):
    monkeypatch.chdir(root / "articles")
    (root / "articles" / "a.txt").touch()
    assert shown_path(root, Path("a.txt")) == "articles/a.txt"
    assert shown_path(root, Path("../articles/./a.txt")) == "articles/a.txt"


def test_a_link_inside_the_project_keeps_its_own_name(root):
    (root / "b.txt").touch()
    (root / "articles" / "a.txt").symlink_to(root / "b.txt")
    assert shown_path(root, root / "articles" / "a.txt") == "articles/a.txt"


def test_a_way_in_through_a_link_is_shown_from_the_project_on(root, tmp_path):
    (tmp_path / "other").symlink_to(root)
    (root / "feed").symlink_to("articles")
    for name in ("articles/a.txt", "feed/a.txt"):
        assert shown_path(root, tmp_path / "other" / name) == name


def test_a_file_outside_has_its_whole_path(root, tmp_path):
    assert shown_path(root, tmp_path / "a.txt") == str(tmp_path.resolve() / "a.txt")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\nb", "a\\nb"), ("a\x1b[1m", "a\\x1b[1m"), ("a\u202eb", "a\\u202eb"), ("می\u200cخواهم", "می\u200cخواهم")],
)
def test_what_would_break_the_line_is_an_escape_and_a_joiner_is_spelling(root, name, shown):
    assert printable(name) == shown
    assert shown_path(root, root / name) == shown
    assert relative_path(root, root / name) == name


def test_the_names_in_a_folder_are_told_and_none_where_there_is_no_folder(tmp_path):
    (tmp_path / "a.txt").touch()
    (tmp_path / ".b").mkdir()
    assert names_in(tmp_path) == {"a.txt", ".b"}
    assert names_in(tmp_path / "gone") == frozenset()

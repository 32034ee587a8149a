"""What is kept in a file that may be deleted is read if it is ours, and never written over what is not."""

import pytest

from translate.files.caching import keep, kept


@pytest.fixture
def path(tmp_path):
    return tmp_path / "folder" / "et.json"


def read(path, largest=9):
    return kept(path, home=None, largest=largest)


def test_what_was_kept_is_read_again(path):
    assert read(path) is None
    for data in (b"first", b"second"):
        keep(path, data, home=None)
        assert read(path) == data


def test_what_is_for_nobody_else_is_so_from_the_start(path):
    for permissions in (0o600, 0o640):
        keep(path, b"ours", home=None, permissions=permissions)
        assert path.stat().st_mode & 0o777 == permissions


def test_what_is_larger_than_ours_is_not_read(path):
    keep(path, b"ten bytes!", home=None)
    assert (read(path), read(path, 10)) == (None, b"ten bytes!")


def test_a_link_is_neither_read_nor_written_over(path, tmp_path):
    path.parent.mkdir()
    other = tmp_path / "other"
    other.write_bytes(b"theirs")
    path.symlink_to(other)
    keep(path, b"ours", home=None)
    assert (read(path), other.read_bytes(), path.is_symlink()) == (None, b"theirs", True)


def test_a_folder_that_is_a_link_is_somebody_elses(path, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / path.name).write_bytes(b"theirs")
    path.parent.symlink_to(tmp_path / "elsewhere")
    keep(path, b"ours", home=None)
    assert (read(path), path.read_bytes()) == (None, b"theirs")


def test_where_nothing_can_be_written_nothing_is_raised(path, tmp_path):
    path.parent.write_bytes(b"no folder")
    keep(path, b"ours", home=None)
    assert read(path) is None

"""A file on the disk is replaced as a whole, and never over somebody else's change."""

import os

import pytest

from translate.catalogs.files import load, save
from translate.errors import CatalogError

OLD = b'msgid "a"\nmsgstr "b"\n'
NEW = b'msgid "a"\nmsgstr "c"\n'


@pytest.fixture
def path(tmp_path):
    return tmp_path / "locales" / "et" / "a.po"


def test_what_was_saved_is_loaded_again(path):
    assert save(path, OLD, expected=None)
    po = load(path, "shown.po")
    assert po is not None
    assert (po.data, po.path) == (OLD, "shown.po")


def test_no_file_is_no_trouble(path):
    assert load(path, "a.po") is None


def test_a_change_made_meanwhile_is_not_written_over(path):
    save(path, OLD, expected=None)
    path.write_bytes(b"what a translator just saved")
    with pytest.raises(
        CatalogError, match=r"^a\.po: somebody changed the file meanwhile; nothing was written, run again$"
    ):
        save(path, NEW, expected=OLD, shown="a.po")
    assert path.read_bytes() == b"what a translator just saved"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_appeared_meanwhile_is_not_written_over(path):
    save(path, OLD, expected=None)
    with pytest.raises(CatalogError, match="somebody changed the file"):
        save(path, NEW, expected=None)
    assert path.read_bytes() == OLD


def test_a_file_that_was_removed_meanwhile_does_not_come_back(path):
    with pytest.raises(CatalogError, match="somebody changed the file"):
        save(path, NEW, expected=OLD)
    assert not path.exists()


def test_the_same_bytes_are_not_written_again(path):
    save(path, OLD, expected=None)
    before = path.stat()
    assert not save(path, OLD, expected=OLD)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_permissions_and_a_link_stay(path, tmp_path):
    save(path, OLD, expected=None)
    path.chmod(0o640)
    link = tmp_path / "link.po"
    link.symlink_to(path)
    assert save(link, NEW, expected=OLD)
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_in_the_way_is_told_in_one_sentence(path):
    path.mkdir(parents=True)
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be read: Is a directory$"):
        load(path, "a.po")
    with pytest.raises(CatalogError, match=r"^a\.po: cannot be read: Is a directory$"):
        save(path, NEW, expected=None, shown="a.po")


def test_a_file_where_a_folder_should_be_is_told_in_one_sentence(path):
    save(path, OLD, expected=None)
    with pytest.raises(CatalogError, match=r"^x: cannot be (read|written): "):
        save(path / "b.po", NEW, expected=None, shown="x")


def test_a_crash_before_the_end_leaves_the_old_file(path, monkeypatch):
    save(path, OLD, expected=None)

    def fail_to_replace(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail_to_replace)
    with pytest.raises(CatalogError, match=r"cannot be written: No space left on device$"):
        save(path, NEW, expected=OLD)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]

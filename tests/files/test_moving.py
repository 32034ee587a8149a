"""A file gets another name, and nothing that is there is ever replaced."""

import os
from pathlib import Path

import pytest

from translate.errors import ChangedError, ProjectError
from translate.files.kinds import Kind
from translate.files.moving import move, remove

KIND = Kind("a note", ".txt", 1000, ProjectError)


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Theirs.")
    return path


def test_a_file_is_moved_to_a_folder_that_is_made(note, tmp_path):
    move(note, tmp_path / "new" / "name.txt", kind=KIND, shown="note.txt", home=None)
    assert not note.exists()
    assert (tmp_path / "new" / "name.txt").read_text() == "Theirs."


@pytest.fixture
def flushed(monkeypatch, tmp_path):
    """The folders that are flushed to the disk, each with what is in it at that moment."""
    told, flush = [], os.fsync

    def watched(descriptor):
        flush(descriptor)
        folder = Path(f"/proc/self/fd/{descriptor}").resolve()
        told.append((folder, sorted(path.name for path in folder.iterdir())))

    monkeypatch.setattr(os, "fsync", watched)
    return told


def test_a_new_name_is_on_the_disk_before_the_old_one_is_gone_from_it(note, tmp_path, flushed):
    move(note, tmp_path / "new" / "name.txt", kind=KIND, shown="note.txt", home=None)
    assert flushed == [(tmp_path / "new", ["name.txt"]), (tmp_path, ["new"])]


def test_that_a_file_is_removed_is_on_the_disk_before_it_is_told(note, tmp_path, flushed):
    remove(note, expected=b"Theirs.", kind=KIND, shown="note.txt", home=None)
    assert flushed == [(tmp_path, [])]


def test_what_has_the_name_stays_and_so_does_the_file(note, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Others'.")
    with pytest.raises(ProjectError, match=r"^note\.txt: cannot be moved: other\.txt is there already$"):
        move(note, other, kind=KIND, shown="note.txt", home=None)
    assert (note.read_text(), other.read_text()) == ("Theirs.", "Others'.")


def test_a_link_is_not_moved_since_it_may_lead_nowhere_from_there(note, tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to("note.txt")
    with pytest.raises(ProjectError, match="is a link"):
        move(link, tmp_path / "new" / "link.txt", kind=KIND, shown="link.txt", home=None)
    assert link.is_symlink()


def test_what_is_not_there_is_told(tmp_path):
    with pytest.raises(ProjectError, match=r"^gone\.txt: cannot be moved: No such file"):
        move(tmp_path / "gone.txt", tmp_path / "new.txt", kind=KIND, shown="gone.txt", home=None)


def test_a_file_is_removed_as_it_was_read(note, tmp_path):
    remove(note, expected=b"Theirs.", kind=KIND, shown="note.txt", home=None)
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_saved_since_it_was_read_stays(note, tmp_path):
    with pytest.raises(ChangedError, match=r"^note\.txt: somebody changed the file meanwhile; it stays"):
        remove(note, expected=b"Others'.", kind=KIND, shown="note.txt", home=None)
    assert (note.read_text(), list(tmp_path.iterdir())) == ("Theirs.", [note])


def test_a_link_is_not_removed_and_neither_is_what_it_leads_to(note, tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to("note.txt")
    with pytest.raises(ProjectError, match="is a link"):
        remove(link, expected=b"Theirs.", kind=KIND, shown="link.txt", home=None)
    assert link.is_symlink()
    assert note.exists()


def test_what_is_not_there_cannot_be_removed(tmp_path):
    with pytest.raises(ProjectError, match=r"^gone\.txt: cannot be removed: No such file"):
        remove(tmp_path / "gone.txt", expected=b"", kind=KIND, shown="gone.txt", home=None)

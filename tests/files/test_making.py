"""Who may not make a folder does without it, and nothing else is passed over."""

import errno
import os

import pytest

from translate.files.making import sparing


@pytest.fixture
def forbidden(monkeypatch):
    """A fake of what an ordinary user meets in a home that is not theirs; root may make folders everywhere."""

    def forbid(number):
        def mkdir(path, _mode=0o777):
            raise OSError(number, os.strerror(number), str(path))

        monkeypatch.setattr(os, "mkdir", mkdir)

    return forbid


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_may_not_be_made_is_none(tmp_path, forbidden, number):
    forbidden(number)
    with sparing():
        os.makedirs(tmp_path / "a" / "b", exist_ok=True)  # noqa: PTH103 - as a library does.
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(OSError, match=os.strerror(number)):
        (tmp_path / "a").mkdir()


def test_a_folder_that_may_be_made_is_made(tmp_path):
    with sparing():
        os.makedirs(tmp_path / "a" / "b", 0o700)  # noqa: PTH103
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_what_else_is_wrong_is_told_and_afterwards_all_is_as_before(tmp_path, forbidden):
    make = os.makedirs
    with pytest.raises(FileExistsError), sparing():
        os.makedirs(tmp_path)  # noqa: PTH103
    forbidden(errno.ENOSPC)
    with pytest.raises(OSError, match="No space left"), sparing():
        os.makedirs(tmp_path / "a")  # noqa: PTH103
    assert os.makedirs is make

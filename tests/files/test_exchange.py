"""Names are exchanged in one step, or not at all; and whoever writes to a file is seen."""

import errno
import os
import subprocess
import sys

import pytest

from translate.files import exchange
from translate.files.exchange import Found, UnsupportedError, look, mark, place


@pytest.fixture
def one(tmp_path):
    (tmp_path / "one").write_bytes(b"1")
    return tmp_path / "one"


@pytest.fixture
def other(tmp_path):
    (tmp_path / "other").write_bytes(b"2")
    return tmp_path / "other"


def old_kernel(number):
    """A fake: the errno that kernels and file systems answer where they do not know of it."""
    return lambda: lambda _source, _target, _flags: number


def test_two_names_change_places_and_the_files_stay_the_same(one, other):
    inodes = one.stat().st_ino, other.stat().st_ino
    exchange.exchange(one, other)
    assert (one.read_bytes(), other.read_bytes()) == (b"2", b"1")
    assert (other.stat().st_ino, one.stat().st_ino) == inodes


def test_nothing_is_exchanged_with_nothing(one, tmp_path):
    with pytest.raises(FileNotFoundError):
        exchange.exchange(one, tmp_path / "none")
    assert one.read_bytes() == b"1"


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP])
def test_where_names_cannot_be_exchanged_it_is_told(one, other, monkeypatch, number):
    monkeypatch.setattr(exchange, "_renameat2", old_kernel(number))
    with pytest.raises(UnsupportedError):
        exchange.exchange(one, other)


def test_a_name_that_is_taken_stays(one, other):
    with pytest.raises(FileExistsError):
        place(one, other)
    assert (one.read_bytes(), other.read_bytes()) == (b"1", b"2")


def test_a_name_that_is_free_is_taken(one, tmp_path):
    place(one, tmp_path / "new")
    assert (one.exists(), (tmp_path / "new").read_bytes()) == (False, b"1")


def linkless(source, target):
    """A fake: a file system without hard links."""
    raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_is_taken_stays_on_an_old_kernel_too(one, other, tmp_path, monkeypatch, links):
    monkeypatch.setattr(exchange, "_renameat2", old_kernel(errno.EINVAL))
    if not links:
        monkeypatch.setattr(os, "link", linkless)
    with pytest.raises(FileExistsError):
        place(one, other)
    place(one, tmp_path / "new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"new": b"1", "other": b"2"}


def test_a_file_that_nobody_writes_to_is_seen_as_such(one):
    with one.open("rb"):  # Readers do not count.
        assert look(one) == Found(mark(b"1"), one.stat().st_ino, written=False)


@pytest.mark.parametrize("mode", ["ab", "r+b", "wb"])
def test_whoever_has_the_file_open_for_writing_is_seen(one, mode):
    with one.open(mode):
        assert look(one).written
    assert look(one).written is False


def test_whoever_is_on_the_way_to_open_the_file_for_writing_is_seen(one, monkeypatch):
    leased = exchange._leased

    def leased_and_asked_for(descriptor):
        written = leased(descriptor)
        program = f"import os; os.open({str(one)!r}, os.O_WRONLY | os.O_NONBLOCK)"
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert "BlockingIOError" in done.stderr
        return written

    monkeypatch.setattr(exchange, "_leased", leased_and_asked_for)
    assert look(one).written


def test_a_file_that_is_far_too_large_to_be_ours_is_not_read(one):
    os.truncate(one, 1 << 40)
    assert look(one) == Found(None, one.stat().st_ino, False)


def test_what_is_no_file_is_not_read(tmp_path, one):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(one)
    (tmp_path / "folder").mkdir()
    assert [look(tmp_path / name).mark for name in ("pipe", "link", "folder")] == [None, None, None]
    with pytest.raises(FileNotFoundError):
        look(tmp_path / "none")

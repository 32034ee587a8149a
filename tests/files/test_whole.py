"""A file that is written in pieces is there as a whole or not at all."""

import pytest

from translate.files import whole


def test_what_is_written_in_pieces_takes_the_place_of_what_was_there(tmp_path):
    path = tmp_path / "a.tmx"
    path.write_bytes(b"old")
    path.chmod(0o640)
    whole.write(path, lambda file: file.writelines([b"ne", b"w"]), home=None)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    whole.write(path, lambda file: file.write(b"newer"), permissions=0o604, home=None)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"newer", 0o604)
    assert list(tmp_path.iterdir()) == [path]


def test_where_writing_fails_what_was_there_stays(tmp_path):
    path = tmp_path / "a.tmx"
    path.write_bytes(b"old")

    def half(file):
        file.write(b"ne")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        whole.write(path, half, home=None)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_ran_as_its_owner_does_not_run_as_us_when_it_is_ours(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o6775)
    whole.write(path, lambda file: file.write(b"new"), home=None)
    assert path.stat().st_mode & 0o7777 == 0o775

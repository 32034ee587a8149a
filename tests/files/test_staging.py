"""What somebody saves at the very moment that a file is replaced is never lost, wherever we are stopped or killed."""

import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest

from tests.files import rivals
from tests.files.rivals import SAVED, by_renaming, drafted, hidden, in_place, rescued, save, save_with, text
from translate.errors import ChangedError

ROOT = Path(__file__).parent.parent.parent
MEMORY = Path("/dev/shm")  # noqa: S108 - thousands of files, none of which need outlive a power cut
WAYS = (by_renaming, in_place)


@pytest.fixture
def path(tmp_path):
    """A file that a person saved, where flushing takes no time."""
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else tmp_path) as folder:
        file = Path(folder) / "a.po"
        file.write_bytes(SAVED)
        yield file


@pytest.fixture
def lines(path):
    """How many lines it takes to replace a file, once what only the first save of a process does is done."""
    save_with(path, {})
    again(path)
    told = save_with(path, {})
    assert (told[0], path.read_bytes()) == ("saved", drafted(SAVED, 1))
    assert told[1] > 30
    path.write_bytes(SAVED)
    return told[1]


def again(path):
    """Everything as before."""
    for other in path.parent.iterdir():
        other.unlink()
    path.write_bytes(SAVED)


def stop():
    raise KeyboardInterrupt


@pytest.mark.parametrize("way", WAYS)
def test_what_is_saved_at_any_moment_stays(path, lines, way):
    told = set()
    for line in range(1, lines + 1):
        told.add(save_with(path, {line: lambda: way(path, text(1))})[0])
        assert (path.read_bytes(), hidden(path.parent), rescued(path.parent)) == (text(1), [], []), line
        again(path)
    assert told == {"saved", "changed"}


def test_whoever_writes_in_place_for_a_while_has_the_file_all_the_time(path, lines):
    for begin in range(1, lines + 1):
        for end in range(begin, lines + 1, 3):
            with path.open("r+b", buffering=0) as file:  # The latest that it may be opened is where it is emptied.
                steps = {
                    begin: lambda file=file: (file.truncate(0), file.write(text(1)[:300])),
                    end: lambda file=file: (file.truncate(0), file.seek(0), file.write(text(1))),
                }
                assert save_with(path, steps)[0] == "changed"
            assert (path.read_bytes(), hidden(path.parent), rescued(path.parent)) == (text(1), [], []), (begin, end)
            again(path)


class Slow:
    """Somebody who opens the file and empties it at one moment, and writes at another."""

    def __init__(self, path):
        self.path = path
        self.file = None

    def begin(self):
        self.file = self.path.open("wb", buffering=0)

    def end(self):
        if self.file:
            self.file.write(text(1))
            self.file.close()
            self.file = None


def test_whoever_empties_the_file_at_one_moment_and_writes_at_another_loses_nothing(path, lines):
    for begin in range(1, lines + 1):
        for end in range(begin + 1, lines + 2, 2):
            slow = Slow(path)
            save_with(path, {begin: slow.begin, end: slow.end})
            slow.end()
            assert (path.read_bytes(), hidden(path.parent), rescued(path.parent)) == (text(1), [], []), (begin, end)
            again(path)


@pytest.mark.parametrize("first", WAYS)
@pytest.mark.parametrize("second", WAYS)
def test_of_two_that_are_saved_at_any_moments_the_newer_stays(path, lines, first, second):
    last = 0

    def write(way, number):
        nonlocal last
        way(path, text(number))
        last = number

    for begin in range(1, lines + 1):
        # Because of the first it may take more lines.
        for end in range(begin + 1, lines + 50, 5):
            save_with(path, {begin: partial(write, first, 1), end: partial(write, second, 2)})
            assert (path.read_bytes(), hidden(path.parent), rescued(path.parent)) == (text(last), [], []), (begin, end)
            again(path)


# Stopped just where a block ends, Python closes the file a moment later.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("way", WAYS)
def test_stopping_at_any_moment_leaves_nothing_and_loses_nothing(path, lines, way):
    for line in range(1, lines + 1):
        assert save_with(path, {line: stop})[0] == "stopped"
        assert path.read_bytes() in {SAVED, drafted(SAVED, 1)}
        assert hidden(path.parent) == [], line
        again(path)
        for before in range(1, line, 2):
            save_with(path, {before: lambda: way(path, text(1)), line: stop})
            assert (path.read_bytes(), hidden(path.parent), rescued(path.parent)) == (text(1), [], []), (before, line)
            again(path)


def rival(*arguments):
    done = subprocess.run(
        [sys.executable, "-m", "tests.files.rivals", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_saver_killed_at_any_line_loses_nothing_and_the_next_run_tidies_up(path):
    figures = rival("kill-everywhere", path.parent, 11)
    assert figures["kills"] > 300
    assert figures["put back"] > 50
    assert (figures["torn"], figures["lost"], figures["left"]) == (0, 0, 0)


def test_a_person_and_a_run_that_save_all_the_time_lose_nothing(tmp_path):
    figures = rival("race", tmp_path / "a.po", 2, 0)
    assert figures["checked"] > 10
    assert figures["runs saved"] > 5
    assert figures["gave way"] > 5
    assert (figures["lost"], figures["left"]) == (0, 0)


def test_a_person_loses_nothing_to_runs_that_are_killed(tmp_path):
    figures = rival("race", tmp_path / "a.po", 2, 0.05)
    assert figures["killed"] >= 10
    assert (figures["lost"], figures["left"]) == (0, 0)


def test_the_old_way_loses_texts_so_the_race_can_tell(tmp_path):
    assert any(rivals.race(tmp_path / "a.po", 1, late=True)["lost"] for _ in range(60))


def test_whoever_only_keeps_the_file_open_for_writing_is_waited_for(path):
    with path.open("r+b"), pytest.raises(ChangedError, match=r"open for writing; nothing was written, run again$"):
        save(path, drafted(SAVED, 1), expected=SAVED)
    assert save(path, drafted(SAVED, 1), expected=SAVED)

"""What somebody saves at the very moment that a file is replaced is never lost, wherever we are stopped or killed."""

import itertools
import json
import os
import subprocess
import sys
import tempfile
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


class Saves:
    """Saves of one file while others do things before certain lines; what a save never comes to, they do after it."""

    def __init__(self, path):
        self.path = path
        self.ran = 0
        """How many lines the last one took."""

    def moments(self, first=1, stride=1):
        """Lines, until a save is through before one: none is counted beforehand, for the first save takes more."""
        for line in itertools.count(first, stride):
            yield line
            if self.ran < line:
                assert self.ran > 30
                return

    def save(self, steps):
        """Save it once more, from the beginning; what came of it."""
        for other in self.path.parent.iterdir():
            if other != self.path:
                other.unlink()
        self.path.write_bytes(SAVED)
        told, self.ran = save_with(self.path, steps)
        try:
            for line in sorted(steps):
                if line > self.ran:
                    steps[line]()
        except KeyboardInterrupt:
            return "stopped"
        return told

    @property
    def left(self):
        """What the file holds, what is hidden beside it, and what was rescued from it."""
        return self.path.read_bytes(), hidden(self.path.parent), rescued(self.path.parent)


@pytest.fixture
def saves(path):
    return Saves(path)


def stop():
    raise KeyboardInterrupt


@pytest.mark.parametrize("way", WAYS)
def test_what_is_saved_at_any_moment_stays(path, saves, way):
    told = []
    for line in saves.moments():
        told.append(saves.save({line: lambda: way(path, text(1))}))
        assert saves.left == (text(1), [], []), line
    assert set(told[:-1]) == {"saved", "changed"}


def test_whoever_writes_in_place_for_a_while_has_the_file_all_the_time(path, saves):
    for begin in saves.moments():
        for end in saves.moments(begin, 3):
            with path.open("r+b", buffering=0) as file:  # The latest that it may be opened is where it is emptied.
                steps = {
                    begin: lambda file=file: (file.truncate(0), file.write(text(1)[:300])),
                    end: lambda file=file: (file.truncate(0), file.seek(0), file.write(text(1))),
                }
                assert saves.save(steps) == "changed"
            assert saves.left == (text(1), [], []), (begin, end)


class Slow:
    """Somebody who opens the file and empties it at one moment, and writes at another."""

    def __init__(self, path):
        self.path = path

    def begin(self):
        self.file = self.path.open("wb", buffering=0)

    def end(self):
        self.file.write(text(1))
        self.file.close()


def test_whoever_empties_the_file_at_one_moment_and_writes_at_another_loses_nothing(path, saves):
    for begin in saves.moments():
        for end in saves.moments(begin + 1, 2):
            slow = Slow(path)
            saves.save({begin: slow.begin, end: slow.end})
            assert saves.left == (text(1), [], []), (begin, end)


@pytest.mark.parametrize("first", WAYS)
@pytest.mark.parametrize("second", WAYS)
def test_of_two_that_are_saved_at_any_moments_the_newer_stays(path, saves, first, second):
    for begin in saves.moments():
        for end in saves.moments(begin + 1, 5):
            saves.save({begin: lambda: first(path, text(1)), end: lambda: second(path, text(2))})
            assert saves.left == (text(2), [], []), (begin, end)


def test_what_is_written_while_somebody_saves_a_newer_file_is_kept_beside_it(path, saves):
    kept = set()
    for moment in saves.moments(2):
        with path.open("r+b", buffering=0) as file:
            steps = {
                1: lambda file=file: (file.truncate(0), file.write(text(1))),
                moment: lambda: by_renaming(path, text(2)),
            }
            saves.save(steps)
        assert (path.read_bytes(), hidden(path.parent)) == (text(2), []), moment
        kept |= {one.read_bytes() for one in rescued(path.parent)}
    assert kept == {text(1)}


@pytest.mark.parametrize("way", WAYS)
def test_what_was_saved_is_there_or_was_taken_away_by_whoever_saved_it(path, saves, way):
    kept = set()
    for begin in saves.moments(stride=2):
        for end in saves.moments(begin + 1, 2):
            saves.save({begin: lambda: way(path, text(1)), end: path.unlink})
            assert (hidden(path.parent), rescued(path.parent)) == ([], []), (begin, end)
            kept.add(path.read_bytes() if path.exists() else None)
    assert kept == {None, text(1)}


# Stopped just where a block ends, Python closes the file a moment later.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_stopping_at_any_moment_leaves_nothing(path, saves):
    for line in saves.moments():
        assert saves.save({line: stop}) == "stopped"
        assert path.read_bytes() in {SAVED, drafted(SAVED, 1)}
        assert saves.left[1:] == ([], []), line


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("way", WAYS)
def test_stopping_at_any_moment_loses_nothing_that_was_saved_before(path, saves, way):
    for before in saves.moments(1, 2):
        for line in saves.moments(before + 1, 3):
            saves.save({before: lambda: way(path, text(1)), line: stop})
            assert saves.left == (text(1), [], []), (before, line)


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
    assert (figures["torn"], figures["lost"], figures["left"], figures["false alarms"]) == (0, 0, 0, 0)


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

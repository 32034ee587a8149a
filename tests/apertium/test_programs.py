"""Programs are ended together with all that they have started, and nobody else is."""

import os
import subprocess
import sys

import pytest

from tests.apertium.scripts import is_running
from tests.patience import wait_until
from translate.apertium.programs import Programs, arriving

PATH = os.environ["PATH"]
WAITS = (sys.executable, "-SEc", "import time; print(flush=True); time.sleep(1000)")
DAEMON = """
import os, time
if os.fork() == 0:
    os.setsid()
    print(os.getpid(), flush=True)
    {closes}
    time.sleep(1000)
"""


@pytest.fixture
def programs():
    """Makes a set of programs; at last all of them are ended, and their pipes closed."""
    made, processes = [], []

    def make(*commands):
        made.append(Programs(PATH))
        processes.extend(made[-1].start(command, stderr=subprocess.DEVNULL) for command in commands)
        return made[-1], processes[-len(commands) :]

    yield make
    for one in made:
        one.end()
    for process in processes:
        process.stdin.close()
        process.stdout.close()


@pytest.mark.parametrize("closes", ["", "os.closerange(0, 3)"])
def test_a_child_that_has_left_the_group_is_ended_whether_or_not_it_keeps_the_pipes(programs, closes):
    some, (parent,) = programs((sys.executable, "-SEc", DAEMON.format(closes=closes)))
    child = int(parent.stdout.readline())
    assert parent.wait() == 0
    assert is_running(child)
    some.end()
    wait_until(lambda: not is_running(child))


def test_other_programs_are_left_alone(programs):
    some, (mine,) = programs(WAITS)
    _, (theirs,) = programs(WAITS)
    for process in (mine, theirs):
        process.stdout.readline()
    some.end()
    assert (mine.poll() is not None, theirs.poll()) == (True, None)


def test_they_have_ended_when_all_have(programs):
    some, (_, short) = programs(WAITS, (sys.executable, "-SEc", ""))
    assert short.wait() == 0
    assert not some.ended
    some.end()
    assert some.ended


def test_what_was_written_arrives_though_the_writer_has_ended_and_then_comes_the_end(programs):
    _, (writer,) = programs((sys.executable, "-SEc", "import os; os.write(1, b'x' * 50_000)"))
    assert writer.wait() == 0
    pipe = writer.stdout.fileno()
    assert arriving(pipe, lambda: True) == b"x" * 50_000
    assert arriving(pipe, lambda: True) == b""


def test_a_pipe_that_others_keep_open_is_at_its_end_when_its_writer_is():
    reading, writing = os.pipe()
    try:
        os.write(writing, b"all")
        assert arriving(reading, lambda: True) == b"all"
        assert arriving(reading, lambda: True) == b""
    finally:
        os.close(reading)
        os.close(writing)

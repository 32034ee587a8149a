"""The commands know the time, and runs ask them for it."""

from pathlib import Path

from translate.cli.project import CLOCK
from translate.ledger.states import state_of


def test_files_have_the_time_of_the_commands_clock(tmp_path):
    path = Path(tmp_path / "a.po")
    path.write_text("")
    assert state_of(path, CLOCK.nanoseconds() - 10**9) is None
    assert state_of(path, CLOCK.nanoseconds() + 10**9) is not None


def test_to_wait_takes_its_time(tmp_path):
    began = CLOCK.seconds()
    CLOCK.pause(0.05)
    assert CLOCK.seconds() - began > 0.04

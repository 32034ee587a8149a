"""tools/loaded: whatever happens to it, no busy loop stays behind."""

import signal
import subprocess
from pathlib import Path

import pytest

from tests.patience import wait_until

LOADED = Path(__file__).parent.parent / "tools" / "loaded"


def is_running(number):
    """Whether a process is there and not yet over."""
    try:
        return Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_the_loops_end_when_the_script_is_ended(end):
    with subprocess.Popen([LOADED, "1", "sleep", "2"], stdout=subprocess.DEVNULL) as script:
        children = Path(f"/proc/{script.pid}/task/{script.pid}/children")
        wait_until(lambda: len(children.read_text("utf-8").split()) == 3)
        loops = children.read_text("utf-8").split()[:2]
        assert all(map(is_running, loops))
        script.send_signal(end)
        script.wait()
        wait_until(lambda: not any(map(is_running, loops)))


def test_what_fails_once_is_not_tried_again():
    done = subprocess.run([LOADED, "3", "false"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "Turn 1 of 3, beside two busy loops\n")
    done = subprocess.run([LOADED, "2", "true"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("Turn")) == (0, 2)

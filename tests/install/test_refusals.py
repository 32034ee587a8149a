"""What cannot be installed is refused in a sentence that says what to do."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def refused(prefix, **environment):
    """What is said to whoever would install into a folder; a word on stdout would be one too many."""
    command = [ROOT / "tools" / "install", str(prefix)]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


@pytest.mark.parametrize("same", [".", ROOT, ROOT / "tools" / ".."], ids=["here", "in full", "round about"])
def test_the_developers_venv_is_nobody_elses(same):
    whose = f"the .venv in {ROOT.resolve()} is for work on newsdesk"
    assert refused(same) == f"{whose}; install it into another folder: make install PREFIX=/opt/newsdesk\n"


def test_a_folder_that_cannot_be_written_to(tmp_path):
    (tmp_path / "file").touch()
    what_to_do = "be root, or install into a folder of your own: make install PREFIX=$HOME/newsdesk"
    assert refused(tmp_path / "file" / "it") == f"cannot write to {tmp_path}/file/it; {what_to_do}\n"


def test_an_old_python_or_none(tmp_path):
    old = tmp_path / "python3.10"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    old.chmod(0o755)
    for python in (old, tmp_path / "none"):
        assert refused(tmp_path / "it", PYTHON=str(python)) == (
            "newsdesk needs Python 3.11 or newer; name one and run it again: make PYTHON=/path/to/python3.11 ...\n"
        )
    assert list((tmp_path / "it").iterdir()) == []

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_asks_newsdesk(empty_folder, shell):
    ran = empty_folder.run("completion", shell)
    assert (ran.code, "_NEWSDESK_COMPLETE" in ran.out) == (0, True)


def test_the_shell_is_told_the_commands():
    done = subprocess.run(
        [sys.executable, "-c", "from translate.cli import main; main()"],
        env={**os.environ, "_NEWSDESK_COMPLETE": "bash_complete", "COMP_WORDS": "newsdesk dr", "COMP_CWORD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["plain,draft"]

"""Folders that somebody may not enter, read or write to: told in a sentence where it matters, and only there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, GLOSSARY, SETTINGS
from tests.faults.world import obeying

EXPORT_ELSEWHERE = ("export", "--allow-drafts", "--output", "../site")
STAGED = f".newsdesk-{'-'.join(['0' * 16] * 4)}.staged"


class Newsroom:
    """A project, and newsdesk run in it by somebody who may do no more than its files say."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, content: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "translate", *arguments],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=obeying,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def newsroom(tmp_path):
    room = Newsroom(tmp_path / "newsroom")
    room.write("newsdesk.toml", SETTINGS)
    room.write("articles/ferry.txt", ARTICLE)
    room.write("glossaries/et.csv", GLOSSARY)
    yield room
    for folder in room.root.rglob("*"):
        if folder.is_dir():
            folder.chmod(0o755)
    room.root.chmod(0o755)


def test_what_lies_in_a_folder_that_may_not_be_entered_is_told_by_the_doctor(newsroom):
    staged = newsroom.write(f"exports/et/articles/{STAGED}", "anybody's")
    staged.parent.chmod(0o444)
    ran = newsroom.run("doctor", "--json")
    assert (ran.returncode, ran.stderr) == (1, "")
    (told,) = (check["message"] for check in json.loads(ran.stdout)["checks"] if check["subject"] == "saving")
    assert told == f"exports/et/articles/{STAGED}: left by a run that was killed, and stays: Permission denied"
    assert told in newsroom.run("draft").stderr


@pytest.mark.parametrize("mode", [0o000, 0o111])
def test_a_folder_of_exports_that_may_not_be_read_is_told_to_whoever_exports_there_alone(newsroom, mode):
    assert newsroom.run("nightly").returncode == 0
    exports = newsroom.write("exports/et/README", "another's").parent
    exports.chmod(mode)
    told = "exports/et: cannot be read: Permission denied"
    assert [newsroom.run(*run).returncode for run in (("nightly",), ("draft",), EXPORT_ELSEWHERE)] == [0, 0, 0]
    ran = newsroom.run("export", "--allow-drafts")
    assert (ran.returncode, told in ran.stderr) == (2, True)
    assert told in newsroom.run("doctor", "--json").stdout

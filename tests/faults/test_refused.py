"""Folders that somebody may not enter, read or write to: told in a sentence where it matters, and only there."""

import json
import subprocess

import pytest

from tests import ready
from tests.cli.conftest import ARTICLE, GLOSSARY, SETTINGS
from tests.faults.newsroom import Newsroom
from tests.faults.world import mount, mounted
from tests.programs import needs
from tests.workflow.people import translate

EXPORT_ELSEWHERE = ("export", "--allow-drafts", "--output", "../site")
STAGED = f".newsdesk-{'-'.join(['0' * 16] * 4)}.staged"


class Refused(Newsroom):
    """Whoever runs newsdesk in it may do no more than its files say."""

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return ready.run(arguments, cwd=self.root, env=self.environment, preexec_fn=ready.obeying)


@pytest.fixture
def newsroom(tmp_path):
    room = Refused(tmp_path / "newsroom")
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


@pytest.mark.parametrize("closed", ["exports", "exports/et", "exports/et/articles"])
def test_exports_that_may_not_be_looked_at_stop_no_night_and_are_known_again_afterwards(newsroom, closed):
    newsroom.write("articles/train.txt", "Train opens\n\nIt was long.\n")
    assert newsroom.run("draft").returncode == 0
    translate(newsroom, "train", {"Train opens": "Rong avatakse", "It was long.": "See oli pikk."})
    assert newsroom.run("export", "articles/train.txt").returncode == 0
    newsroom.write("articles/train.txt", "Train opens\n\nIt was short.\n")
    (newsroom.root / closed).chmod(0o000)
    ran = newsroom.run("nightly")
    assert (ran.returncode, "1 correction hits approved text" in ran.stdout) == (1, True)
    assert newsroom.run("status").returncode == 0
    (newsroom.root / closed).chmod(0o755)
    assert "1 export is older than its" in newsroom.run("nightly").stdout


@pytest.fixture
def readable(newsroom):
    """A project with drafts in it."""
    assert newsroom.run("draft").returncode == 0
    return newsroom


def refuse(newsroom, *names):
    for name in names:
        path = newsroom.root / name
        path.chmod(0o555 if path.is_dir() else 0o444)


def exported(newsroom):
    """What an export to elsewhere comes to, and which files it leaves there."""
    ran = newsroom.run(*EXPORT_ELSEWHERE)
    site = newsroom.root.parent / "site"
    return ran.returncode, ran.stderr, sorted(path.name for path in site.rglob("*") if path.is_file())


def test_of_a_project_that_may_only_be_read_articles_are_exported_to_elsewhere(readable):
    staged = readable.write(f"glossaries/{STAGED}", "")
    refuse(readable, ".newsdesk/lock", ".newsdesk", "glossaries", ".")
    assert exported(readable) == (0, "", ["ferry.txt"])
    assert staged.exists()


def test_so_they_are_where_no_run_ever_kept_notes(readable):
    (readable.root / ".newsdesk").rename(readable.root.parent / "notes")
    refuse(readable, ".")
    assert exported(readable) == (0, "", ["ferry.txt"])


@needs("mount")
def test_so_they_are_from_a_disk_that_is_mounted_read_only(readable):
    with mount(readable.root, "--bind", readable.root):
        assert mounted("-o", "remount,ro,bind", readable.root) is None
        assert exported(readable) == (0, "", ["ferry.txt"])


def test_what_such_an_export_left_when_it_was_killed_is_tidied_by_the_next(readable):
    readable.write(f"../site/et/articles/ferry.txt.rescued-{'0' * 16}", "a correction")
    refuse(readable, ".newsdesk/lock", ".newsdesk")
    code, told, _ = exported(readable)
    assert (code, "somebody saved this" in told) == (4, True)


@pytest.mark.parametrize("arguments", [[], ["--output", "site"], ["--output", "../site", "--mo"]])
def test_whoever_writes_into_the_project_needs_its_lock(readable, arguments):
    refuse(readable, ".newsdesk/lock", ".newsdesk")
    ran = readable.run("export", "--allow-drafts", *arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.endswith(".newsdesk: cannot be written to: Permission denied\n")


def test_notes_that_are_a_file_are_in_the_way_of_every_export(newsroom):
    newsroom.write(".newsdesk", "")
    ran = newsroom.run(*EXPORT_ELSEWHERE)
    assert (ran.returncode, "is a file, where newsdesk keeps its notes" in ran.stderr) == (2, True)

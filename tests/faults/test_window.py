"""Somebody saves a file just when newsdesk replaces it, and newsdesk is killed right after: what they saved comes back.

A real process each time, killed between the exchange of the two files and the look at what came out.
"""

import signal
import subprocess
from pathlib import Path

import pytest

from tests import ready
from tests.cli.conftest import ARTICLE, SETTINGS
from tests.faults.newsroom import Newsroom
from tests.ready import LONG

IN_THE_WINDOW = """
import os, signal, sys
from pathlib import Path
from translate.cli import main
from translate.files import staging

name, saved, exchange = sys.argv[1], Path(sys.argv[2]), staging.exchange

def exchange_and_die(staged, target):
    if target.name == name:
        saved.replace(target)
        exchange(staged, target)
        os.kill(os.getpid(), signal.SIGKILL)
    exchange(staged, target)

staging.exchange = exchange_and_die
main(sys.argv[3:])
"""

A_MINUTE_LATER = """
import sys, time
clock = time.time_ns
time.time_ns = lambda: clock() + 61 * 10**9
from translate.cli import main
main(sys.argv[1:])
"""

GLOSSARY = "source,target,forms\nMinsk,Minsk,gen=Minski\nKursk,Kursk,\n"
THEIRS = GLOSSARY + "harbor,sadam,gen=sadama\n"
FORMS = ("glossary", "suggest-forms", "--locale", "et", "Kursk", "--like", "Minsk", "--write")
EXPORT = ("export", "--allow-drafts")
COMPENDIUM = """\
msgid ""
msgstr "Language: et\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "Rain fell on the harbor."
msgstr "Sadamas sadas vihma."
"""
WRITERS = {
    "draft": ("draft",),
    "nightly": ("nightly",),
    "suggest-forms": FORMS,
    "export": EXPORT,
    "memory import": ("memory", "import", "../agency.po"),
}
# All of them begin alike; each is tried at one of the files.
SOME = WRITERS if LONG else ("draft", "suggest-forms")
OTHERS = WRITERS if LONG else ("nightly", "export", "memory import")


class Windowed(Newsroom):
    """With somebody who saves in it, too."""

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return ready.run(arguments, cwd=self.root, env={**self.environment, "COLUMNS": "200"})

    def die_in_the_window(self, name: str, theirs: str, *arguments: str) -> None:
        """Have a command killed right after the file of this name was exchanged; somebody has saved it just before."""
        saved = self.write("../person.tmp", theirs)
        done = self._python("-c", IN_THE_WINDOW, name, str(saved), *arguments)
        assert done.returncode == -signal.SIGKILL, done.stderr

    def run_later(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """When a minute has gone by, after which nobody else is at work in a folder that is shared."""
        return self._python("-c", A_MINUTE_LATER, *arguments)

    def _python(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.python(*arguments, env={"COLUMNS": "200"})

    def hidden(self) -> list[Path]:
        return [path for path in self.root.rglob(".newsdesk-*") if path.is_file()]


@pytest.fixture
def newsroom(tmp_path):
    room = Windowed(tmp_path / "newsroom")
    room.write("newsdesk.toml", SETTINGS)
    room.write("articles/2026/ferry.txt", ARTICLE)
    room.write("glossaries/et.csv", GLOSSARY)
    room.write("../agency.po", COMPENDIUM)
    return room


@pytest.mark.parametrize("writer", SOME)
def test_a_row_that_was_saved_when_forms_were_written_is_in_the_glossary_again(newsroom, writer):
    newsroom.die_in_the_window("et.csv", THEIRS, *FORMS)
    assert [path.read_text("utf-8") for path in newsroom.hidden()] == [THEIRS]
    looked = newsroom.run("doctor")
    assert looked.returncode == 1
    assert "glossaries/et.csv: a run was killed just when somebody saved this; “newsdesk draft” brings" in looked.stdout
    ran = newsroom.run(*WRITERS[writer])
    told = "glossaries/et.csv: a run was killed just when somebody saved this; what they saved is in place again"
    assert told in ran.stderr + ran.stdout
    assert ran.returncode in {1, 4}
    glossary = (newsroom.root / "glossaries/et.csv").read_text("utf-8")
    filled = THEIRS.replace("Kursk,Kursk,\n", "Kursk,Kursk,gen=Kurski\n")
    assert glossary == (filled if writer == "suggest-forms" else THEIRS)
    assert newsroom.hidden() == []
    assert newsroom.run("doctor").returncode == 0


@pytest.mark.parametrize("writer", SOME)
def test_a_glossary_that_is_a_link_is_seen_to_where_it_leads(newsroom, writer):
    end = newsroom.write("agency/names.csv", GLOSSARY)
    others = newsroom.write("agency/.newsdesk-0-of-somebody-else", "theirs")
    link = newsroom.root / "glossaries/et.csv"
    link.unlink()
    link.symlink_to("../agency/names.csv")
    newsroom.die_in_the_window("names.csv", THEIRS, *FORMS)
    looked = newsroom.run("doctor")
    assert (looked.returncode, "names.csv: a run was killed just when somebody saved this" in looked.stdout) == (
        1,
        True,
    )
    ran = newsroom.run_later(*WRITERS[writer])
    assert "names.csv: a run was killed just when somebody saved this" in ran.stderr + ran.stdout
    filled = THEIRS.replace("Kursk,Kursk,\n", "Kursk,Kursk,gen=Kurski\n")
    assert end.read_text("utf-8") == (filled if writer == "suggest-forms" else THEIRS)
    assert sorted(end.parent.iterdir()) == [others, end]
    assert newsroom.run("doctor").returncode == 0


@pytest.mark.parametrize("writer", OTHERS)
def test_a_translated_article_that_was_saved_when_it_was_exported_is_kept_beside_it(newsroom, writer):
    newsroom.run("draft")
    target = newsroom.write("exports/et/articles/2026/ferry.txt", "Of last week\n")
    newsroom.die_in_the_window("ferry.txt", "With a correction\n", *EXPORT)
    assert [path.read_text("utf-8") for path in newsroom.hidden()] == ["With a correction\n"]
    looked = newsroom.run("doctor")
    assert (looked.returncode, "exports/et/articles/2026/ferry.txt: a run was killed" in looked.stdout) == (1, True)
    ours = target.read_bytes()
    ran = newsroom.run(*WRITERS[writer])
    (kept,) = target.parent.glob("ferry.txt.rescued-*")
    assert f"exports/et/articles/2026/{kept.name}: somebody saved this" in ran.stderr + ran.stdout
    assert ran.returncode in {1, 4}
    assert (kept.read_text("utf-8"), target.read_bytes()) == ("With a correction\n", ours)
    assert newsroom.hidden() == []
    assert newsroom.run("doctor").returncode == 1  # Until somebody has read it.
    kept.unlink()
    assert newsroom.run("doctor").returncode == 0


def test_exports_elsewhere_are_tidied_by_the_next_export_to_there(newsroom):
    newsroom.run("draft")
    target = newsroom.write("../site/et/articles/2026/ferry.txt", "Of last week\n")
    newsroom.die_in_the_window("ferry.txt", "With a correction\n", *EXPORT, "--output", "../site")
    ran = newsroom.run_later(*EXPORT, "--output", "../site")
    (kept,) = target.parent.glob("ferry.txt.rescued-*")
    assert (kept.read_text("utf-8"), kept.name in ran.stderr) == ("With a correction\n", True)


def test_what_is_in_place_again_is_told_also_where_there_is_no_run(newsroom):
    newsroom.die_in_the_window("et.csv", THEIRS, *FORMS)
    ran = newsroom.run("draft", "--engine", "agros")
    assert ran.returncode == 2
    assert "no engine called “agros”" in ran.stderr
    assert "glossaries/et.csv: a run was killed just when somebody saved this" in ran.stderr


def test_a_glossary_that_broke_off_does_not_take_the_place_of_a_whole_one(newsroom):
    newsroom.die_in_the_window("et.csv", THEIRS[:-8], *FORMS)
    ran = newsroom.run("draft")
    (kept,) = (newsroom.root / "glossaries").glob("et.csv.rescued-*")
    assert (kept.read_text("utf-8"), kept.name in ran.stderr) == (THEIRS[:-8], True)
    assert (newsroom.root / "glossaries/et.csv").read_text("utf-8") == GLOSSARY.replace(
        "Kursk,\n", "Kursk,gen=Kurski\n"
    )

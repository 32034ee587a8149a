"""A pair of Apertium that is broken is told every night, drafts nothing, and leaves its place to the next engine."""

import contextlib
import json
from pathlib import Path

import pytest

from tests.apertium.scripts import install
from tests.patience import wait_until

PO = "locales/lv/LC_MESSAGES/ferry.po"
SOUND = "copies | adds-as"
BROKEN = {
    "falls | adds-as": "falls of eng-lav ended with 1: no model here",
    "adds-as | falls": "falls of eng-lav ended with 1: no model here",
    "adds-as | is-mute": "it gives no answer",
    "adds-as | says-nothing": "it gives an empty answer",
    "copies | copies": "it gives back what it is to translate",
    "adds-as | hangs": "gave no answer for 1 seconds and was stopped (adds-as or hangs)",
}
STANDS_IN = "lv: next drafts in the place of apertium, which cannot start; drafts that are there already stay"
NEXT = """
from translate.engines.identity import IdentityEngine

class Next(IdentityEngine):
    name = "next"
    def signature(self, source, target):
        return "next 1"
"""


def commands():
    """What runs on this machine."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            yield path.read_text("utf-8", "replace")


class Desk:
    """A newsroom that drafts from English into Latvian, by an Apertium of its own."""

    def __init__(self, newsroom, folder):
        self.newsroom = newsroom
        self._folder = folder
        newsroom.write("articles/ferry.txt", "Summer begins\n\nThe ferry sailed.\nThe captain was late. It rained.\n")
        newsroom.write("glossaries/lv.csv", "source,target\nferry,prāmis\n")

    def has(self, stages, engine, timeout=60):
        """From now on the pair is made of these programs."""
        self._folder = self._folder.with_name(f"{self._folder.name}-later")
        options = install(self._folder, {"eng-lav": stages})
        self.newsroom.write(
            "newsdesk.toml",
            '[project]\nname = "ferry-news"\nsource = "en"\nlocales = ["lv"]\n\n'
            f'[draft]\nengine = "{engine}"\n\n[engines.apertium]\ntimeout = {timeout}\n',
        )
        self.newsroom.machine(f'[engines.apertium]\nprogram = "{options["program"]}"\ndata = "{options["data"]}"\n')

    def drafted(self):
        """What a run says: its exit code, its troubles and its notes; and what is in the PO file then."""
        ran = self.newsroom.run("draft", "--json")
        told = json.loads(ran.out)
        return ran.code, [trouble["message"] for trouble in told["troubles"]], told["notes"], self._texts()

    def _texts(self):
        lines = self.newsroom.read(PO).splitlines()
        return [line.removeprefix("msgstr ").strip('"') for line in lines if line.startswith("msgstr ")][1:]


@pytest.fixture
def desk(newsroom, tmp_path):
    return Desk(newsroom, tmp_path / "apertium")


@pytest.fixture
def another_engine(tmp_path, monkeypatch):
    """An engine that has every pair is installed, and comes after ours."""
    folder = tmp_path / "plugins"
    told = folder / "newsdesk_next-1.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk-next\nVersion: 1\n")
    (told / "entry_points.txt").write_text("[newsdesk.engines]\nnext = newsdesk_next:Next\n")
    (folder / "newsdesk_next.py").write_text(NEXT)
    monkeypatch.syspath_prepend(folder)


@pytest.mark.parametrize("stages", BROKEN)
@pytest.mark.parametrize("engine", ["apertium", "auto"])
def test_a_broken_pair_is_told_every_night_and_drafts_nothing(desk, engine, stages):
    desk.has(stages, engine, timeout=1 if "hangs" in stages else 60)
    told = [f"Apertium's pair eng-lav is broken: {BROKEN[stages]}"]
    assert desk.drafted() == (4, told, [], ["", "", ""])
    assert "#. Glossary: ferry = prāmis\n" in desk.newsroom.read(PO)
    before = desk.newsroom.files()
    assert desk.drafted()[:2] == (4, told)
    assert desk.newsroom.files() == before


@pytest.mark.parametrize("stages", BROKEN)
@pytest.mark.usefixtures("another_engine")
def test_in_the_place_of_a_broken_pair_the_next_engine_drafts(desk, stages):
    desk.has(stages, "auto", timeout=1 if "hangs" in stages else 60)
    told = [f"Apertium's pair eng-lav is broken: {BROKEN[stages]}"]
    texts = ["Summer begins", "The prāmis sailed.", "The captain was late. It rained."]
    assert desk.drafted() == (4, told, [STANDS_IN], texts)
    before = desk.newsroom.files()
    assert desk.drafted() == (4, told, [STANDS_IN], texts)
    assert desk.newsroom.files() == before


@pytest.mark.usefixtures("another_engine")
def test_a_pair_that_is_repaired_drafts_again(desk):
    desk.has("falls | adds-as", "auto")
    desk.drafted()
    desk.has(SOUND, "auto")
    texts = ["Summeras beginsas", "Theas prāmis sailedas.", "Theas captainas wasas lateas. Itas rainedas."]
    assert desk.drafted() == (0, [], [], texts)


def test_a_pair_that_breaks_leaves_the_drafts_that_it_made(desk):
    desk.has(SOUND, "apertium")
    desk.drafted()
    before = desk.newsroom.read(PO)
    desk.has("falls | adds-as", "apertium")
    assert (desk.drafted()[0], desk.newsroom.read(PO)) == (4, before)


@pytest.mark.parametrize("stages", ["falls-at-captains | adds-as", "adds-as | falls-at-captains"])
def test_a_paragraph_with_a_sentence_that_breaks_a_pair_is_left_untranslated_and_the_others_drafted(desk, stages):
    desk.has(stages, "apertium")
    code, troubles, (note,), texts = desk.drafted()
    assert (code, troubles, texts) == (0, [], ["Summeras beginsas", "Theas prāmis sailedas.", ""])
    assert note.startswith("articles/ferry.txt: apertium 9.9 eng-lav ")
    assert note.endswith(" has no translation into lv for 1 sentence; left untranslated: 1 entry")
    before = desk.newsroom.files()
    assert (desk.drafted()[0], desk.newsroom.files()) == (0, before)


def test_a_sentence_at_which_a_pair_hangs_is_told_by_every_night(desk):
    desk.has("adds-as | hangs-at-captains", "apertium", timeout=5)
    told = ["Apertium gave no answer for 5 seconds and was stopped (adds-as or hangs-at-captains)"]
    assert desk.drafted() == (4, told, [], ["", "", ""])
    before = desk.newsroom.files()
    assert (desk.drafted()[:2], desk.newsroom.files()) == ((4, told), before)


def test_what_a_pair_was_killed_at_stays_untranslated_and_the_next_run_tries_again(desk):
    desk.has("adds-as | is-killed-at-captains", "apertium")
    told = ["Apertium gives no translation: is-killed-at-captains of eng-lav was killed by signal 9"]
    assert desk.drafted() == (4, told, [], ["", "", ""])
    before = desk.newsroom.files()
    assert (desk.drafted()[:2], desk.newsroom.files()) == ((4, told), before)


@pytest.mark.parametrize("stages", ["adds-as | is-killed-once", "falls-once | adds-as", "adds-as | leaves-a-daemon"])
def test_a_pair_that_is_killed_once_or_leaves_a_child_behind_drafts_all(desk, stages):
    desk.has(stages, "apertium")
    (code, troubles, notes, texts), theirs = desk.drafted(), str(desk.newsroom.root.parent)
    assert (code, troubles, notes, "" in texts) == (0, [], [], False)
    wait_until(lambda: not any(theirs in command for command in commands() if "leaves-a-daemon" in command))

"""An engine that cannot start leaves its place to the next one; what an engine dies on is drafted by the next run."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import translate
from translate.engines.argos.packages import argos

ENGINES = """
import os, signal, sys
from dataclasses import replace
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError

calls = []

class First(IdentityEngine):
    name, mark = "first", "1"
    def signature(self, source, target):
        if self.name == "first":
            exec(os.environ.get("FIRST_SIGNS", ""))
        return f"{self.name} 1"
    def translate(self, sentences, source, target, **options):
        calls.append(self.name)
        sentences = list(sentences)
        if self.name == "first":
            exec(os.environ.get("FIRST_DOES", ""))
        told = super().translate(sentences, source, target, **options)
        return [tuple(replace(one, text=f"{self.mark} {one.text}") for one in offers) for offers in told]

class Next(First):
    name, mark = "next", "2"
"""
STANDS_IN = "lv: next drafts in the place of first, which cannot start; drafts that are there already stay"
WITH_A_CAPTAIN = "if any('captain' in one.text for one in sentences): "
FAILURES = {
    "raise EngineError('the package is torn')": "the package is torn",
    "raise ImportError('no libgomp.so.1')": "the engine “first” failed (ImportError: no libgomp.so.1)",
    "sys.exit(1)": "the engine “first” failed (SystemExit: 1)",
    "raise MemoryError": "the engine “first” failed (MemoryError)",
}
"""What goes wrong inside an engine, and what is told of it."""


class Desk:
    """A newsroom that drafts with engines of its own, the first of which does as it is told."""

    def __init__(self, newsroom, plugins, monkeypatch):
        self.newsroom = newsroom
        self._plugins = plugins
        self._monkeypatch = monkeypatch
        self.engine = ""
        """That of the last run, as it told."""
        self.settings()
        newsroom.write("articles/ferry.txt", "Summer begins\n\nThe ferry sailed.\n")
        newsroom.write("glossaries/lv.csv", "source,target\nferry,prāmis\n")

    def settings(self, locale="lv", engine="auto"):
        self._locale = locale
        self.newsroom.write(
            "newsdesk.toml",
            f'[project]\nname = "ferry-news"\nsource = "en"\nlocales = ["{locale}"]\n\n[draft]\nengine = "{engine}"\n',
        )

    def first(self, does="", signs=""):
        """From now on the first engine does this before it translates, or says what it is."""
        self._monkeypatch.setenv("FIRST_DOES", does)
        self._monkeypatch.setenv("FIRST_SIGNS", signs)

    def drafted(self):
        """What a run says: its exit code, its troubles and its notes."""
        ran = self.newsroom.run("draft", "--json")
        told = json.loads(ran.out)
        self.engine = told["engines"][self._locale]
        return ran.code, [trouble["message"] for trouble in told["troubles"]], told["notes"]

    def types(self, *arguments, **environment):
        """What it says in a process of its own, where none of Argos Translate's folders are known."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_"))}
        found = [str(self._plugins), str(Path(translate.__file__).parents[1])]
        return subprocess.run(
            [sys.executable, "-m", "translate", *arguments],
            cwd=self.newsroom.root,
            env={**kept, "PYTHONPATH": os.pathsep.join(found), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def texts(self, article="ferry"):
        """What the PO file of an article says."""
        lines = self.newsroom.read(f"locales/{self._locale}/LC_MESSAGES/{article}.po").splitlines()
        return [line.removeprefix("msgstr ").strip('"') for line in lines if line.startswith("msgstr ")][1:]

    def engines(self, article="ferry"):
        """The engines that drafted it."""
        lines = self.newsroom.read(f"locales/{self._locale}/LC_MESSAGES/{article}.po").splitlines()
        return {line.removeprefix("#. MT: ").partition(",")[0] for line in lines if line.startswith("#. MT: ")}


@pytest.fixture
def desk(newsroom, tmp_path, monkeypatch):
    folder = tmp_path / "plugins"
    told = folder / "newsdesk_firsts-1.dist-info"
    told.mkdir(parents=True)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: newsdesk-firsts\nVersion: 1\n")
    points = "[newsdesk.engines]\nfirst = newsdesk_firsts:First\nnext = newsdesk_firsts:Next\n"
    (told / "entry_points.txt").write_text(points)
    (folder / "newsdesk_firsts.py").write_text(ENGINES)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "newsdesk_firsts", raising=False)
    yield Desk(newsroom, folder, monkeypatch)
    sys.modules.pop("newsdesk_firsts", None)


FIRSTS = ["1 Summer begins", "1 The prāmis sailed."]
NEXTS = ["2 Summer begins", "2 The prāmis sailed."]


@pytest.mark.parametrize("does", list(FAILURES)[:3])
def test_where_the_first_engine_cannot_start_the_next_one_drafts_under_its_own_name(desk, does):
    desk.first(does)
    assert desk.drafted() == (4, [FAILURES[does]], [STANDS_IN])
    assert (desk.texts(), desk.engines(), desk.engine) == (NEXTS, {"next 1"}, "next 1")
    before = desk.newsroom.files()
    assert desk.drafted() == (4, [FAILURES[does]], [STANDS_IN])
    assert desk.newsroom.files() == before


@pytest.mark.parametrize("place", ["does", "signs"])
def test_drafts_of_an_engine_that_is_away_for_a_night_stay_as_they_are(desk, place):
    away = {place: "raise MemoryError"}
    desk.first()
    assert desk.drafted() == (0, [], [])
    before = desk.newsroom.files()
    for failing in (away, {}, away):
        desk.first(**failing)
        desk.drafted()
        assert desk.newsroom.files() == before
    desk.newsroom.write("articles/train.txt", "Winter ends\n\nThe train left.\n")
    assert desk.drafted() == (4, ["the engine “first” failed (MemoryError)"], [STANDS_IN])
    assert (desk.texts("ferry"), desk.texts("train")) == (FIRSTS, ["2 Winter ends", "2 The train left."])
    desk.first()
    assert desk.drafted() == (0, [], [])
    assert (desk.texts("ferry"), desk.engines("train")) == (FIRSTS, {"first 1"})
    after = desk.newsroom.files()
    desk.first(**away)
    desk.drafted()
    assert desk.newsroom.files() == after


def test_who_cannot_start_is_asked_once_more_and_then_no_more_in_the_run(desk):
    for name in "abc":
        desk.newsroom.write(f"articles/{name}.txt", f"News of {name}\n\nThe ferry sailed.\n")
    desk.first("raise MemoryError")
    desk.drafted()
    calls = sys.modules["newsdesk_firsts"].calls
    # The next one once for each article, and once more for the sentence with a term.
    assert (calls.count("first"), calls.count("next")) == (2, 5)


def test_what_the_glossary_asks_anew_is_drafted_by_whoever_is_there(desk):
    desk.first()
    desk.drafted()
    desk.first("raise MemoryError")
    desk.newsroom.write("glossaries/lv.csv", "source,target\nferry,kuģis\n")
    desk.drafted()
    assert desk.texts() == ["1 Summer begins", "2 The kuģis sailed."]


def test_the_night_its_mail_its_report_and_the_doctor_say_which_engine_cannot_start_and_why(desk):
    desk.first("raise EngineError('the package is torn')")
    ran = desk.newsroom.run("nightly")
    assert ran.code == 4
    for report in (ran.out, *(desk.newsroom.read(f"reports/morning.{kind}") for kind in ("html", "json", "txt"))):
        plain = " ".join(report.split())
        assert (plain.count("the package is torn") > 0, "next drafts in the place of first" in plain) == (True, True)
    told = [
        line.split("engine en → lv  ") for line in desk.newsroom.run("doctor").out.splitlines() if "en → lv" in line
    ]
    assert told == [["!!  ", "the package is torn"], ["ok  ", "next 1"]]


@pytest.mark.parametrize("does", [*list(FAILURES)[2:], "sentences.pop()"])
def test_what_an_engine_dies_on_stays_undrafted_and_the_next_run_tries_again(desk, does):
    desk.newsroom.write("articles/captain.txt", "A captain speaks\n\nIt rained.\n")
    desk.first(WITH_A_CAPTAIN + does)
    short = "the engine “first” gave 1 answers where 2 were asked for"
    assert desk.drafted() == (4, [FAILURES.get(does, short)], [])
    assert (desk.texts("ferry"), desk.texts("captain")) == (FIRSTS, ["", ""])
    desk.first()
    assert desk.drafted() == (0, [], [])
    assert (desk.texts("ferry"), desk.texts("captain")) == (FIRSTS, ["1 A captain speaks", "1 It rained."])


def test_an_engine_that_was_at_work_and_does_nothing_more_is_not_replaced_in_the_same_run(desk):
    desk.newsroom.write("articles/train.txt", "Winter ends\n")
    desk.first("if len(calls) > 1: raise MemoryError")
    assert desk.drafted() == (4, ["the engine “first” failed (MemoryError)"], [])
    assert {one.partition(" ")[0] for one in desk.texts("ferry") + desk.texts("train")} == {"1", ""}


def test_a_run_that_an_engine_takes_down_leaves_nothing_half_done_and_the_next_one_goes_on(desk):
    desk.newsroom.write("articles/captain.txt", "A captain speaks\n\nIt rained.\n")
    taken = desk.types("draft", FIRST_DOES=f"{WITH_A_CAPTAIN}os.kill(os.getpid(), signal.SIGKILL)")
    assert taken.returncode == -signal.SIGKILL
    assert "locales/lv/LC_MESSAGES/captain.po" not in desk.newsroom.files()
    desk.first()
    assert desk.drafted() == (0, [], [])
    assert (desk.texts("ferry"), desk.texts("captain")) == (FIRSTS, ["1 A captain speaks", "1 It rained."])
    assert not [name for name in desk.newsroom.files() if "newsdesk" in name.lower() and name != "newsdesk.toml"]


def test_where_argos_translate_cannot_start_for_want_of_a_home_the_next_engine_drafts(desk):
    ran = desk.types("draft", "--json", HOME="/dev/null")
    told = json.loads(ran.stdout)
    (trouble,) = told["troubles"]
    assert trouble["message"].startswith("Argos Translate cannot start ([Errno 20] Not a directory")
    assert (ran.returncode, told["engines"], desk.texts()) == (4, {"lv": "first 1"}, FIRSTS)
    assert told["notes"] == [STANDS_IN.replace("first", "argos").replace("next", "first")]


def test_where_the_model_of_an_argos_package_cannot_be_loaded_the_next_engine_drafts(
    desk, sample_packages, tmp_path, monkeypatch
):
    packages = tmp_path / "packages"
    shutil.copytree(sample_packages, packages)
    for model in packages.glob("*/model/model.bin"):
        model.write_bytes(model.read_bytes()[:1000])
    monkeypatch.setattr(argos("settings"), "package_dirs", [packages])
    desk.settings("et")
    desk.first()
    code, (trouble,), notes = desk.drafted()
    assert "this Argos package is broken" in trouble
    assert (code, notes) == (4, [STANDS_IN.replace("first", "argos").replace("next", "first").replace("lv", "et")])
    assert (desk.texts(), desk.engines()) == (["1 Summer begins", "1 The praam sailed."], {"first 1"})

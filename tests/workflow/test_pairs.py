"""Each language pair of Apertium is tried, and a broken one named with the program that fell."""

import time
from dataclasses import replace

import pytest

from tests.apertium.scripts import install
from translate.apertium.running import Running
from translate.workflow import pairs as room
from translate.workflow.pairs import pairs

NEEDLESS = "; no locale of this project needs it"


def told(project, options, locales=("lv",)):
    found = pairs(replace(project.settings, locales=locales, engines={"apertium": options}))
    return [(check.fine, check.message) for check in found if check.subject == "Apertium pairs"]


def test_pairs_that_work_are_counted(project, tmp_path):
    options = install(tmp_path / "apertium", {"eng-lav": "copies | adds-as", "lav-eng": "adds-as"})
    assert told(project, options) == [(True, "2 work")]


@pytest.mark.parametrize(
    ("stage", "fault"),
    [
        ("falls", "falls of eng-lav ended with 1: no model here"),
        ("is-mute", "it gives no answer"),
        ("says-nothing", "it gives an empty answer"),
        ("copies", "it gives back what it is to translate"),
    ],
)
def test_a_broken_pair_is_named_and_the_others_are_tried(project, tmp_path, stage, fault):
    options = install(tmp_path / "apertium", {"eng-lav": f"copies | {stage}", "eng-spa": "adds-as"})
    assert told(project, options) == [(False, f"eng-lav is broken: {fault}"), (True, "1 work")]


def test_a_broken_pair_that_no_locale_needs_is_told_and_is_no_fault_of_the_project(project, tmp_path):
    options = install(tmp_path / "apertium", {"eng-lav": "falls", "eng-spa": "adds-as"})
    fault = f"eng-lav is broken: falls of eng-lav ended with 1: no model here{NEEDLESS}"
    assert told(project, options, ("es",)) == [(True, fault), (True, "1 work")]


def test_what_a_program_complains_of_is_told_however_late_it_is_heard(project, tmp_path, monkeypatch):
    hear = Running._hear

    def slowly(self, complaints):
        time.sleep(0.2)
        hear(self, complaints)

    monkeypatch.setattr(Running, "_hear", slowly)
    broken, _ = told(project, install(tmp_path / "apertium", {"eng-lav": "adds-as | falls"}))
    assert broken == (False, "eng-lav is broken: falls of eng-lav ended with 1: no model here")


def test_a_pair_that_hangs_is_given_up(project, tmp_path, monkeypatch):
    monkeypatch.setattr(room, "PATIENCE", 1.5)
    options = install(tmp_path / "apertium", {"eng-lav": "adds-as | hangs"})
    broken, count = told(project, options)
    assert (broken[1].partition(" gave no answer")[0], count) == ("eng-lav is broken:", (True, "0 work"))


def test_a_language_that_has_no_sentence_to_try_may_still_have_a_program_that_falls(project, tmp_path):
    options = install(tmp_path / "apertium", {"tlh-eng": "falls", "qya-eng": "copies"})
    assert told(project, options) == [
        (True, f"tlh-eng is broken: falls of tlh-eng ended with 1: no model here{NEEDLESS}"),
        (True, "1 work"),
    ]


@pytest.mark.parametrize("pair", ["eng-lav", "en-lv", "eng_US-lav"])
def test_a_language_is_known_by_any_of_its_codes(project, tmp_path, pair):
    options = install(tmp_path / "apertium", {pair: "copies"})
    assert [message.partition(" ")[2][:9] for _, message in told(project, options)] == ["is broken", "work"]


def test_without_apertium_nothing_is_said(project):
    assert told(project, {"program": "no-such-apertium"}) == []

"""A schedule rolls on: titles go and return, are renamed, and are remembered as titles."""

import pytest

from tests.workflow.broadcasting import LIST, OWN, PO, approve, broadcasting
from tests.workflow.people import entries, translate
from translate.core.entries.stages import Stage, stage_of
from translate.memory.database import Memory
from translate.workflow.feeding import PLACE

FERRY = "The Ferry,film,ETV2,,\n"
WITHOUT = LIST.replace(FERRY, "")
VIEW, VIEWS = "The Morning View", "The Morning Views"


@pytest.fixture
def days(tmp_path):
    days = broadcasting(tmp_path)
    days.draft()
    return days


def titles(days):
    """The titles, each with its translation and how far it is; of those that are gone only the translation."""
    found = entries(days.project, "shows")
    return {name: (one.msgstr, "gone" if one.obsolete else stage_of(one)) for name, one in found.items()}


def next_week(days, text):
    days.project.write(OWN, text)
    days.day += 7
    days.draft()


def memory(days):
    days.draft()
    with Memory(days.project.root / PLACE, source="en", home=None) as memory:
        return {(unit.kind, unit.source, unit.target) for unit in memory.units(("et",))}


def test_an_approved_title_that_is_gone_for_a_week_comes_back_approved(days):
    approve(days, **{"The Ferry": "Praam"})
    next_week(days, WITHOUT)
    assert titles(days)["The Ferry"] == ("Praam", "gone")
    assert '#~ msgstr "Praam"' in days.project.read(PO)
    next_week(days, LIST)
    assert titles(days)["The Ferry"] == ("Praam", Stage.APPROVED)


def test_a_title_in_review_comes_back_as_it_was(days):
    translate(days.project, "shows", {"The Ferry": "Praam?"}, fuzzy=True)
    next_week(days, WITHOUT)
    next_week(days, LIST)
    assert titles(days)["The Ferry"] == ("Praam?", Stage.IN_REVIEW)


def test_a_title_that_the_glossary_decides_leaves_nothing_and_is_decided_again(days):
    before = days.project.read(PO)
    next_week(days, LIST.replace("Pealtnägija,series,ETV,20,Investigative\n", ""))
    assert "Pealtnägija" not in titles(days)
    next_week(days, LIST)
    assert titles(days)["Pealtnägija"] == ("Pealtnägija", Stage.SETTLED)
    assert days.project.read(PO).split("X-Generator")[1] == before.split("X-Generator")[1]


def test_a_title_that_is_renamed_brings_its_translation_with_what_it_was_called(days):
    approve(days, **{VIEW: "Hommik"})
    next_week(days, LIST.replace(VIEW, VIEWS))
    entry = entries(days.project, "shows")[VIEWS]
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("Hommik", True, VIEW)
    assert f'#| msgid "{VIEW}"' in days.project.read(PO)


def test_what_a_person_approves_is_learnt_as_a_title_and_what_the_glossary_decides_is_not(days):
    approve(days, **{"The Ferry": "Praam", VIEW: "Hommik"})
    assert memory(days) == {("film title", "The Ferry", "Praam"), ("show title", VIEW, "Hommik")}


def test_the_target_of_a_row_is_learnt_from_nobody_until_a_person_writes_another(days):
    days.project.write("glossaries/et.csv", "source,target,action,kind\nThe Ferry,Praam,translate,title\n")
    days.draft()
    assert titles(days)["The Ferry"] == ("Praam", Stage.SETTLED)
    assert memory(days) == set()
    approve(days, **{"The Ferry": "Parvlaev"})
    assert memory(days) == {("film title", "The Ferry", "Parvlaev")}


def test_a_headline_in_the_words_of_a_title_is_not_filled_from_it_and_is_told_of_it(days):
    approve(days, **{VIEW: "Hommik"})
    days.draft()
    days.write("premiere", VIEW, "It was shown at last.")
    days.draft()
    headline = entries(days.project, "premiere")[VIEW]
    assert (headline.msgctxt, headline.msgstr, stage_of(headline)) == ("headline", VIEW, Stage.DRAFT)
    assert f"Memory: 100% “{VIEW}” = “Hommik”" in headline.extracted


def test_a_title_in_the_words_of_a_headline_is_not_filled_from_it_and_is_told_of_it(days):
    translate(days.project, "train", {"Train opens": "Rong avab"})
    next_week(days, f"{LIST}Train opens,series,ETV,,\n")
    title = entries(days.project, "shows")["Train opens"]
    assert (title.msgstr, stage_of(title)) == ("Train opens", Stage.DRAFT)
    assert "Memory: 100% “Train opens” = “Rong avab”" in title.extracted

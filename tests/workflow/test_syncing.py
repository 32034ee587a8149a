"""Approved titles become rows of the glossary once, and articles that say otherwise are named."""

from datetime import UTC, datetime

import pytest

from tests.workflow.broadcasting import KEEP, LIST, OWN, approve, broadcasting
from tests.workflow.people import translate
from translate.authoring.titles import Fate
from translate.workflow.syncing import sync

GLOSSARY = "glossaries/et.csv"
SEEN = "We saw The Morning View."


@pytest.fixture
def days(tmp_path):
    days = broadcasting(tmp_path)
    days.write("ferry", "Ferry opens", SEEN)
    days.draft()
    approve(days, **{"The Ferry": "Praam", "The Morning View": "Hommik"})
    return days


def synced(days, **options):
    """What becomes of the titles, and what else is told."""
    (one,), troubles = sync(days.project.settings, now=datetime.now(UTC), **options)
    assert troubles == []
    return [(row.fate, row.title.source, row.title.target) for row in one.rows], one


def test_it_is_shown_before_it_is_written_and_what_people_wrote_stays_byte_for_byte(days):
    wanted = [(Fate.NEW, "The Ferry", "Praam"), (Fate.NEW, "The Morning View", "Hommik")]
    assert synced(days)[0] == wanted
    assert days.project.read(GLOSSARY) == KEEP
    assert synced(days, write=True)[0] == wanted
    head, *rows = days.project.read(GLOSSARY).splitlines()
    assert head.startswith(KEEP.splitlines()[0])
    assert rows[0] == KEEP.splitlines()[1]
    assert [row.split(",")[:4] for row in rows[1:]] == [
        ["The Ferry", "Praam", "", "title"],
        ["The Morning View", "Hommik", "", "title"],
    ]


def test_a_second_time_does_nothing(days):
    synced(days, write=True)
    before = days.project.files()
    assert synced(days, write=True)[0] == []
    assert days.project.files() == before


def test_a_hundred_titles_flow_into_a_glossary_that_is_not_there(days):
    (days.project.root / GLOSSARY).unlink()
    names = [f"The {kind} of {place}" for kind in ("Wall", "River", "Stone", "Bell", "Road")
             for place in ("Tartu", "Narva", "Viljandi", "Kuressaare", "Rakvere", "Haapsalu", "Elva", "Otepää",
                           "Paide", "Jõgeva", "Räpina", "Antsla", "Tapa", "Kunda", "Loksa", "Keila", "Saue",
                           "Maardu", "Sindi", "Tõrva")]  # fmt: skip
    days.project.write(OWN, LIST + "".join(f"{name},series,ETV,,\n" for name in names))
    days.draft()
    approve(days, **{name: f"{name[4:]} lugu" for name in names})
    rows, _ = synced(days, write=True)
    assert sum(fate is Fate.NEW for fate, *_ in rows) == 102
    assert synced(days, write=True)[0] == []


def test_a_title_that_is_called_otherwise_later_changes_its_row_and_names_the_articles(days):
    synced(days, write=True)
    days.draft()
    translate(days.project, "ferry", {SEEN: "Nägime: Hommik."})
    approve(days, **{"The Morning View": "Vaade"})
    rows, told = synced(days, write=True)
    assert rows == [(Fate.CHANGED, "The Morning View", "Vaade")]
    assert [(one.path, one.target, one.approved, one.others) for one in told.carriers] == [
        ("locales/et/LC_MESSAGES/ferry.po", "Hommik", 1, 0)
    ]
    assert "The Morning View,Vaade" in days.project.read(GLOSSARY)
    days.draft()
    article = days.project.read("locales/et/LC_MESSAGES/ferry.po")
    assert "#. Glossary: The Morning View = Vaade [FLAG missing]" in article
    assert 'msgstr "Nägime: Hommik."' in article


def test_a_row_that_somebody_wrote_in_is_told_of_and_stays(days):
    synced(days, write=True)
    mine = days.project.read(GLOSSARY).replace("The Ferry,Praam", "The Ferry,Parvlaev")
    days.project.write(GLOSSARY, mine)
    rows, told = synced(days, write=True)
    assert rows == [(Fate.DECIDED, "The Ferry", "Praam")]
    assert (told.is_undecided, days.project.read(GLOSSARY)) == (True, mine)


def test_drafts_and_texts_in_review_are_nobodys_word_yet(tmp_path):
    days = broadcasting(tmp_path)
    days.draft()
    translate(days.project, "shows", {"The Ferry": "Praam"}, fuzzy=True)
    assert synced(days)[0] == []


def test_a_project_without_lists_has_nothing_to_bring(project):
    assert sync(project.settings, now=datetime.now(UTC)) == ([], [])

"""A channel's editor is told what newsdesk sees in the folder of lists, and what it does not take for one."""

import pytest

from tests.workflow.broadcasting import GUIDE, OWN, broadcasting
from translate.core.results.checkup import Check
from translate.workflow.listings import shows


@pytest.fixture
def project(tmp_path):
    return broadcasting(tmp_path).project


def told(project):
    return [(check.fine, check.message) for check in shows(project.settings)]


def test_a_project_without_lists_hears_nothing_of_them(project):
    (project.root / OWN).unlink()
    assert told(project) == []


def test_the_titles_of_all_lists_are_counted_each_once(project):
    project.write(GUIDE, "- The Ferry\n- {name: The Ferry, kind: film}\n- The Morning View\n")
    assert list(shows(project.settings)) == [Check("shows", fine=True, message="4 titles in 2 lists")]


def test_what_lies_there_and_is_none_is_named_and_nothing_is_wrong_with_that(project):
    project.write("shows/plan.ods", "")
    (fine, message), last = told(project)
    assert (fine, message.startswith("shows/plan.ods: has none of the endings of lists, which are .csv, ")) == (
        True,
        True,
    )
    assert last == (True, "3 titles in 1 list")


def test_a_slip_in_the_name_of_a_column_is_told(project):
    project.write(OWN, "name,chanel\nThe Ferry,ETV\n")
    assert told(project) == [
        (True, "shows/own.csv: has “chanel”, which is kept but not read; did you mean “channel”?"),
        (True, "1 title in 1 list"),
    ]


def test_a_list_that_cannot_be_read_is_one_sentence_and_the_others_are_counted(project):
    project.write(GUIDE, "nothing of the kind\n")
    (trouble, last) = told(project)
    assert (trouble[0], trouble[1].startswith(f"{GUIDE} line 1: is no list of titles")) == (False, True)
    assert "\n" not in trouble[1]
    assert last == (False, "3 titles in 1 list")

"""A command works on the locales that were asked for, as long as the project has them."""

import pytest

from tests.workflow.project import Project
from translate.errors import SettingsError
from translate.workflow.locales import chosen


@pytest.fixture
def settings(tmp_path):
    return Project(tmp_path, locales=("et", "pt_BR", "sr@latin")).settings


def test_without_a_question_it_is_the_projects_own(settings):
    assert chosen(settings, ()) == ("et", "pt_BR", "sr@latin")


def test_each_that_is_asked_for_comes_once_in_the_order_of_the_question(settings):
    assert chosen(settings, ["sr@latin", "et", "sr@latin"]) == ("sr@latin", "et")


@pytest.mark.parametrize("locale", ["", "Estonian", "PT_br", "../et", "et\n"])
def test_what_is_no_locale_is_told_how_one_is_written(settings, locale):
    with pytest.raises(SettingsError) as caught:
        chosen(settings, ["et", locale])
    assert str(caught.value) == f"“{locale}” is no locale; write it as gettext does, such as et, ru or pt_BR"


def test_a_locale_of_others_is_told_what_the_project_has(settings):
    with pytest.raises(SettingsError) as caught:
        chosen(settings, ["pt"])
    told = "“pt” is none of the project's locales (et, pt_BR, sr@latin); add it in newsdesk.toml first"
    assert str(caught.value) == told


def test_a_slip_in_a_locale_is_told_with_the_one_that_was_meant(settings):
    with pytest.raises(SettingsError) as caught:
        chosen(settings, ["pt_PT"])
    told = "“pt_PT” is none of the project's locales (et, pt_BR, sr@latin); did you mean “pt_BR”?"
    assert str(caught.value) == told

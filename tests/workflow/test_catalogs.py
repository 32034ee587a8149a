"""Whatever the user names, the PO files that it stands for are found, each with its locale."""

import pytest

from tests.workflow.project import Project, told
from translate.errors import SettingsError
from translate.workflow import catalogs


@pytest.fixture
def project(tmp_path):
    """An article that is drafted into two locales, and another that is not."""
    project = Project(tmp_path, locales=("et", "ru"))
    project.write("articles/train.txt", "Train opens\n")
    for locale in ("et", "ru"):
        project.catalog("ferry", ("ferry", "x"), locale=locale)
    return project


def find(project, *names, locales=()):
    found, troubles = catalogs.find(project.settings, [project.root / name for name in names], locales)
    return [(path.relative_to(project.root).as_posix(), locale) for path, locale in found], told(troubles)


ET, RU = "locales/et/LC_MESSAGES/ferry.po", "locales/ru/LC_MESSAGES/ferry.po"


def test_without_a_question_it_is_all_that_the_project_has(project):
    assert find(project) == ([(ET, "et"), (RU, "ru")], [])
    assert find(project, locales=["ru"]) == ([(RU, "ru")], [])


def test_an_article_stands_for_the_po_files_that_it_has(project):
    assert find(project, "articles/ferry.txt") == ([(ET, "et"), (RU, "ru")], [])
    assert find(project, "articles/train.txt") == ([], [])
    assert find(project, "articles", locales=["et"]) == ([(ET, "et")], [])


def test_of_two_articles_of_one_name_each_stands_for_its_own(project):
    project.write("articles/harbour/ferry.txt", "A harbour opens\n")
    own = project.catalog("harbour-ferry", ("A harbour opens", "x")).relative_to(project.root).as_posix()
    assert find(project, "articles/harbour/ferry.txt", "articles/ferry.txt", ET) == (
        [(own, "et"), (ET, "et"), (RU, "ru"), (ET, "et")],
        [],
    )
    assert find(project, "articles/harbour") == ([(own, "et")], [])


def test_a_po_file_is_in_the_locale_that_its_folder_names(project):
    assert find(project, ET) == ([(ET, "et")], [])
    assert find(project, ET, locales=["ru"]) == ([], [])


def test_a_po_file_elsewhere_is_in_the_only_locale_that_is_asked_for(project):
    project.write("ferry.po", "")
    assert find(project, "ferry.po", locales=["et"]) == ([("ferry.po", "et")], [])
    told_so = ["lies in no folder <locale>/LC_MESSAGES; name its locale with --locale"]
    assert find(project, "ferry.po") == ([], told_so)
    assert find(project, "ferry.po", locales=["et", "ru"]) == ([], told_so)


def test_of_a_folder_only_what_may_be_ours_is_taken(project):
    project.write("theirs/po/app.po", "")
    project.write("theirs/fi/LC_MESSAGES/app.po", "")
    assert find(project, "theirs") == ([("theirs/fi/LC_MESSAGES/app.po", "fi")], [])
    assert find(project, "theirs", locales=["et"]) == ([("theirs/po/app.po", "et")], [])


def test_what_is_neither_is_told_and_the_others_found(project):
    project.write("notes.odt", "")
    assert find(project, "notes.odt", "gone.txt", ET) == (
        [(ET, "et")],
        ["is neither a PO file nor an article", "there is no such file or folder"],
    )


def test_a_locale_that_is_none_of_the_projects_stops_the_search(project):
    with pytest.raises(SettingsError, match="“fi” is none of the project's locales"):
        find(project, locales=["fi"])


def test_what_is_no_work_is_found_only_where_it_is_named(project):
    copy, orphan = "locales/et/LC_MESSAGES/ferry (1).po", "locales/ru/LC_MESSAGES/gone.po"
    project.catalog("ferry (1)", ("ferry", "x"))
    project.catalog("gone", ("ferry", "x"), locale="ru")
    assert find(project) == find(project, "locales") == ([(ET, "et"), (RU, "ru")], [])
    assert find(project, copy, orphan) == ([(copy, "et"), (orphan, "ru")], [])

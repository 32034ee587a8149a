"""A project's files lie where Weblate, and whoever knows gettext, looks for them."""

from pathlib import Path

import pytest

from tests.workflow.project import Project
from translate.workflow import places


def shown(project, path):
    return places.shown_path(project.settings, path)


def test_catalogs_lie_in_gettexts_own_layout(project):
    assert shown(project, places.catalog_path(project.settings, "et", "ferry")) == "locales/et/LC_MESSAGES/ferry.po"
    assert shown(project, places.template_path(project.settings, "ferry")) == "locales/ferry.pot"


def test_a_glossary_is_a_csv_file_unless_there_is_a_spreadsheet(project):
    assert places.glossary_path(project.settings, "ru") == "glossaries/ru.csv"
    project.write("glossaries/ru.ods", "")
    assert places.glossary_path(project.settings, "ru") == "glossaries/ru.ods"


def test_a_locale_has_the_po_files_of_its_folder_by_name(project):
    for name in ("train", "ferry"):
        project.catalog(name, ("a", "b"))
    project.catalog("ferry", ("a", "b"), locale="ru")
    project.write("locales/et/LC_MESSAGES/ferry.mo", "")
    paths = places.catalog_paths(project.settings, "et")
    assert [path.stem for path in paths] == ["ferry", "train"]
    assert places.catalog_paths(project.settings, "lv") == []


@pytest.mark.parametrize(
    ("path", "locale"),
    [
        ("locales/et/LC_MESSAGES/ferry.po", "et"),
        ("/elsewhere/sr@latin/LC_MESSAGES/ferry.po", "sr@latin"),
        ("locales/et/ferry.po", None),
        ("LC_MESSAGES/ferry.po", None),
        ("locales/Estonian/LC_MESSAGES/ferry.po", None),
    ],
)
def test_a_path_in_that_layout_names_its_locale(path, locale, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert places.locale_in(Path(path)) == locale


def test_the_locale_is_known_from_within_its_own_folder(project, monkeypatch):
    monkeypatch.chdir(project.catalog("ferry", ("a", "b")).parent)
    assert places.locale_in(Path("ferry.po")) == "et"


def test_what_newsdesk_keeps_for_itself_lies_in_a_hidden_folder(project):
    assert shown(project, places.runs_folder(project.settings)) == ".newsdesk/runs"


@pytest.mark.parametrize("was", [None, "", "# Mine\n"])
def test_what_newsdesk_remembers_is_left_out_by_git_unless_somebody_says_otherwise(project, was):
    ignored = project.root / ".newsdesk/.gitignore"
    if was is not None:
        project.write(".newsdesk/.gitignore", was)
    assert places.own_folder(project.settings) == project.root / ".newsdesk"
    assert ignored.read_text("utf-8") == (was or "# What newsdesk remembers; it may be deleted.\n*\n")


def test_what_was_taken_in_is_found_in_its_folder_and_in_the_folders_of_that_unless_it_is_hidden(project):
    wanted = ["memory/a.tmx", "memory/b/a.PO", "memory/b/a.tmx"]
    for path in (*wanted, "memory/.a.tmx", "memory/.b/a.tmx", "memory/b/.a.tmx", "memory/b/c/a.tmx", "memory/b/a.txt"):
        project.write(path, "")
    assert [places.shown_path(project.settings, path) for path in places.imports(project.settings)] == wanted


def test_a_locale_that_the_project_has_under_another_name_is_known_if_there_is_only_one(tmp_path):
    project = Project(tmp_path, locales=("et", "pt_BR", "pt_PT", "ru"))
    for locale in ("et_EE", "pt", "fi", "ru"):
        project.catalog("ferry", ("ferry", "x"), locale=locale)
    project.write("locales/ru_RU", "a file")
    assert places.former_locales(project.settings) == {"et_EE": "et"}


def test_where_there_is_no_po_file_no_locale_has_another_name(project):
    assert places.former_locales(project.settings) == {}


def test_the_project_is_the_home_of_what_is_named_in_it_by_whatever_name_and_nothing_else_has_one(
    project, tmp_path_factory
):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "alias").symlink_to(project.root)
    (project.root / "pub").symlink_to(outside)
    for path in (project.root / "a.po", project.root / "pub/a.po", outside / "alias/a.po", outside / "alias/pub/a.po"):
        assert places.home_of(project.settings, path) == project.root
    for path in (outside / "a.po", project.root / "../a.po"):
        assert places.home_of(project.settings, path) is None

"""Of a project with many articles, the PO and POT files of new ones lie in sub-folders, and all others stay."""

import os
import time
from pathlib import Path

import pytest

from tests.workflow.project import Project
from translate.ledger.states import state_of
from translate.settings import SubFolders
from translate.workflow import places, shelves

FLAT, SHELVED = "locales/et/LC_MESSAGES/ferry.po", "locales/et/LC_MESSAGES/070/ferry.po"
POT, SHELVED_POT = "locales/ferry.pot", "locales/070/ferry.pot"


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path, locales=("et", "ru"), sub_folders=SubFolders.ALWAYS)


def found(project, slug="ferry", locale="et"):
    paths = places.catalog_path(project.settings, locale, slug), places.template_path(project.settings, slug)
    return tuple(places.shown_path(project.settings, path) for path in paths)


@pytest.mark.parametrize(
    ("said", "articles", "is_shelved"),
    [
        (SubFolders.AUTO, shelves.MANY, SubFolders.NEVER),
        (SubFolders.AUTO, shelves.MANY + 1, SubFolders.ALWAYS),
        (SubFolders.ALWAYS, 1, SubFolders.ALWAYS),
        (SubFolders.NEVER, 10**6, SubFolders.NEVER),
    ],
)
def test_a_project_decides_by_how_many_articles_it_has_unless_it_says_otherwise(tmp_path, said, articles, is_shelved):
    project = Project(tmp_path, sub_folders=said)
    assert shelves.decided(project.settings, articles).sub_folders is is_shelved


def test_new_files_go_into_the_sub_folder_and_so_do_those_of_a_month_together(project):
    assert found(project) == (SHELVED, SHELVED_POT)
    ice = "2025-02/2025-02-20-ice"
    assert found(project, "2025-02-20-ice") == (f"locales/et/LC_MESSAGES/{ice}.po", f"locales/{ice}.pot")


@pytest.mark.parametrize(("there", "expected"), [
    ((FLAT, POT), (FLAT, POT)),
    ((SHELVED, SHELVED_POT), (SHELVED, SHELVED_POT)),
    ((FLAT,), (FLAT, POT)),  # A POT file that somebody deleted …
    ((POT,), (FLAT, POT)),  # … or a locale that is new: all files of an article are in one place.
    ((SHELVED,), (SHELVED, SHELVED_POT)),
    ((SHELVED_POT,), (SHELVED, SHELVED_POT)),
    ((FLAT, SHELVED), (FLAT, POT)),
])  # fmt: skip
@pytest.mark.parametrize("said", SubFolders)
def test_what_is_there_stays_whatever_is_decided_and_what_comes_to_it_lies_beside_it(tmp_path, there, expected, said):
    project = Project(tmp_path, locales=("et", "ru"), sub_folders=said)
    for name in there:
        project.write(name, "")
    assert found(project) == expected


def test_the_file_of_all_lists_together_lies_where_people_look_for_it(project):
    assert found(project, "shows") == ("locales/et/LC_MESSAGES/shows.po", "locales/shows.pot")


def test_a_link_that_leads_nowhere_is_a_file_that_is_there(project):
    project.write(SHELVED, "")
    (project.root / FLAT).symlink_to("nowhere")
    assert found(project)[0] == FLAT


def test_all_that_is_in_a_folder_and_in_its_sub_folders_is_listed_and_nothing_deeper(project):
    for name in ("a.po", "070/ferry.po", "070/old/x.po", "2025-02/b.po", "mine/c.po"):
        project.write(f"locales/et/LC_MESSAGES/{name}", "")
    project.write("locales/et/LC_MESSAGES/007", "a file")
    folder = places.catalogs_folder(project.settings, "et")
    assert shelves.names_in(folder) == {
        "a.po", "007", "070", "070/ferry.po", "070/old", "2025-02", "2025-02/b.po", "mine"
    }  # fmt: skip
    assert [path.name for path in shelves.shelves(folder)] == ["070", "2025-02"]
    assert [path.name for path in places.catalog_paths(project.settings, "et")] == ["a.po", "b.po", "ferry.po"]
    assert shelves.names_in(project.root / "nowhere") == frozenset()


@pytest.mark.parametrize(
    ("name", "names", "does"),
    [
        ("ferry.po", (), True),
        ("070/ferry.po", (), True),
        ("070/ferry.po", ("ferry.po",), False),
        ("ferry.po", ("070/ferry.po",), True),
        ("007/ferry.po", (), False),
    ],
)
def test_of_several_files_of_a_name_one_counts(name, names, does):
    assert shelves.counts(name, {name, *names}) is does


def test_the_state_of_a_file_is_found_wherever_it_lies(tmp_path):
    late = time.time_ns() + 10**10
    (tmp_path / "070").mkdir()
    (tmp_path / "070/ferry.po").write_text("in its sub-folder")
    assert shelves.state_in(tmp_path, "ferry.po", late) == state_of(tmp_path / "070/ferry.po", late) is not None
    (tmp_path / "ferry.po").write_text("before it")
    assert shelves.state_in(tmp_path, "ferry.po", (tmp_path / "ferry.po").stat().st_ctime_ns) is None
    assert shelves.state_in(tmp_path, "ferry.po", late) == state_of(tmp_path / "ferry.po", late) is not None
    (tmp_path / "007").mkdir()
    (tmp_path / "007/train.po").write_text("in another one")
    assert shelves.state_in(tmp_path, "train.po", late) is None


def test_a_path_in_a_sub_folder_names_its_locale(project, monkeypatch):
    path = project.write(SHELVED, "")
    assert places.locale_in(path) == "et"
    monkeypatch.chdir(path.parent)
    assert places.locale_in(Path("ferry.po")) == "et"
    assert places.locale_in(project.root / "locales/et/LC_MESSAGES/mine/ferry.po") is None


def test_a_name_that_is_no_utf_8_lies_about_and_stops_nothing(project):
    place = os.fsencode(project.write(SHELVED, "").parent)
    with open(place + b"/caf\xe9.po", "wb"):  # noqa: PTH123  Of bytes.
        pass
    names = shelves.names_in(places.catalogs_folder(project.settings, "et"))
    assert sorted(name for name in names if name.endswith(".po") and shelves.counts(name, names)) == ["070/ferry.po"]

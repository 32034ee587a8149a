"""Every PO file is counted, and one that cannot be read is told."""

import pytest

from tests.workflow.project import NOW, Project, told
from translate.core.results.summary import Counts
from translate.errors import SettingsError
from translate.workflow.status import CatalogStatus, status


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path, locales=("et", "ru"))
    project.write("articles/train.txt", "Train\n")
    project.catalog("ferry", ("The ferry sailed.", "Praam väljus."), ("ferry", ""))
    project.catalog("train", ("train", "поезд"), locale="ru", fuzzy=True)
    return project


def test_each_po_file_tells_how_far_it_is(project):
    found = status(project.settings, now=NOW)
    assert found.catalogs == (
        CatalogStatus(
            "et", "ferry", "locales/et/LC_MESSAGES/ferry.po", Counts(approved=1, untranslated=1, words_left=1)
        ),
        CatalogStatus("ru", "train", "locales/ru/LC_MESSAGES/train.po", Counts(in_review=1, words_left=1)),
    )
    assert found.troubles == ()


def test_only_the_locales_that_are_asked_for_are_counted(project):
    assert [each.slug for each in status(project.settings, ["ru"], now=NOW).catalogs] == ["train"]
    with pytest.raises(SettingsError, match="none of the project's locales"):
        status(project.settings, ["fi"], now=NOW)


def test_a_file_that_cannot_be_read_stops_no_other(project):
    project.write("articles/bad.txt", "Bad\n")
    project.write("locales/et/LC_MESSAGES/bad.po", 'msgid "open\n')
    found = status(project.settings, now=NOW)
    assert [each.slug for each in found.catalogs] == ["ferry", "train"]
    assert [trouble.path for trouble in found.troubles] == ["locales/et/LC_MESSAGES/bad.po"]
    assert told(found.troubles)[0].startswith("locales/et/LC_MESSAGES/bad.po line 1: ")


def test_what_has_no_article_and_what_a_program_has_copied_is_no_work(project):
    project.catalog("gone", ("gone", "läinud"))
    project.catalog("ferry.sync-conflict-20261127-101010-ABCDEFG", ("ferry", "laev"))
    project.catalog("ferry (1)", ("ferry", "laev"))
    assert [each.slug for each in status(project.settings, now=NOW).catalogs] == ["ferry", "train"]


def test_counting_writes_nothing(project):
    before = project.files()
    status(project.settings, now=NOW)
    assert project.files() == before


def test_what_people_wrote_and_cannot_be_read_is_told_once_and_by_the_name_that_it_has_in_the_project(project):
    (project.root / "history/texts.sqlite-wal").mkdir(parents=True)
    (project.root / "history/texts.sqlite").touch()
    told = "history/texts.sqlite: cannot be used: texts.sqlite-wal is no plain file; remove it"
    assert [trouble.message for trouble in status(project.settings, now=NOW).troubles] == [told]

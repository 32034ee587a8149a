"""Whoever wrote a translation, what is wrong with it is found, file by file."""

import pytest

from tests.workflow.project import Project, told
from translate.core.entries.stamp import Owner
from translate.core.results import worst
from translate.core.results.inspection import GlossaryUse
from translate.core.results.summary import ExitCode
from translate.errors import SettingsError
from translate.workflow.check import check


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path, locales=("et", "ru"))
    project.write("glossaries/ru.csv", "source,target\n")
    project.catalog("ferry", ("The ferry sailed.", "Laev väljus."), ("The sea.", ""))
    project.catalog("ferry", ("The sea.", "Море."), locale="ru")
    return project


def test_a_finding_is_told_with_its_entry(project):
    et, ru = check(project.settings).catalogs
    assert (et.locale, et.article, et.path) == ("et", "ferry", "locales/et/LC_MESSAGES/ferry.po")
    assert (et.checked, et.untranslated, ru.checked, ru.findings) == (1, 1, 1, ())
    (placed,) = et.findings
    assert (placed.finding.rule, placed.msgid, placed.line) == ("term-missing", "The ferry sailed.", 6)
    assert (placed.owner, placed.fuzzy, placed.form) == (Owner.PERSON, False, None)


def test_each_locale_tells_how_much_of_its_glossary_was_mentioned(project):
    project.write("glossaries/et.csv", "source,target\nferry,praam\ncaptain,kapten\n")
    assert check(project.settings).glossaries == (GlossaryUse("et", 2, 1), GlossaryUse("ru", 0, 0))


def test_a_file_that_is_named_twice_is_checked_once(project):
    path = project.root / "locales/et/LC_MESSAGES/ferry.po"
    found = check(project.settings, [path, project.root / "articles", path], locales=["et"])
    assert [catalog.path for catalog in found.catalogs] == ["locales/et/LC_MESSAGES/ferry.po"]


def test_a_file_that_cannot_be_read_stops_no_other(project):
    project.write("articles/bad.txt", "Bad\n")
    project.write("locales/et/LC_MESSAGES/bad.po", 'msgid "open\n')
    found = check(project.settings)
    assert len(found.catalogs) == 2
    assert [trouble.path for trouble in found.troubles] == ["locales/et/LC_MESSAGES/bad.po"]
    assert found.exit_code is ExitCode.PARTIAL


def test_a_locale_whose_glossary_cannot_be_used_is_not_checked_at_all(project):
    project.write("glossaries/et.csv", b"\xff\xfe\x00")
    found = check(project.settings)
    assert [catalog.locale for catalog in found.catalogs] == ["ru"]
    assert [use.locale for use in found.glossaries] == ["ru"]
    assert [trouble.path for trouble in found.troubles] == ["glossaries/et.csv"]


def test_a_row_that_cannot_be_used_is_told_with_its_line(project):
    project.write("glossaries/all.csv", "source,target\ncaptain,\n")
    found = check(project.settings, locales=["et"])
    sentence = "“captain” has no target; write one, or keep under action"
    assert told(found.troubles) == [f"glossaries/all.csv line 2: {sentence}"]
    assert len(found.catalogs) == 1


def test_a_locale_that_is_none_stops_the_check(project):
    with pytest.raises(SettingsError):
        check(project.settings, locales=["Estonian"])


def test_checking_writes_nothing(project):
    before = project.files()
    check(project.settings)
    assert project.files() == before


def test_of_too_many_files_the_worst_are_named_and_what_is_in_the_others_is_counted(project, monkeypatch):
    monkeypatch.setattr(worst, "MOST", 1)
    for slug, said in (("train", "It cost 100."), ("tram", "It cost 7.")):
        project.write(f"articles/{slug}.txt", "It cost 7.\n")
        project.catalog(slug, ("It cost 7.", said))
    before = check(project.settings, locales=["et"])
    monkeypatch.undo()
    every = check(project.settings, locales=["et"])
    assert (before.catalogs, before.left_out.catalogs) == ((min(every.catalogs, key=lambda one: one.rank),), 2)
    assert [catalog.article for catalog in every.catalogs] == ["ferry", "train", "tram"]
    assert (before.sums, before.exit_code) == (every.sums, every.exit_code)

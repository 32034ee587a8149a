"""A locale's glossary is its rows, and the titles that no row names stay as they are."""

import pytest

from tests.workflow.broadcasting import KEEP, LIST, OWN, PO, broadcasting
from translate.errors import GlossaryError, LanguageError
from translate.languages.loading import load_pair
from translate.workflow import terms
from translate.workflow.terms import Glossaries


def test_a_glossary_is_read_from_the_projects_folder_and_told_by_its_name_there(project):
    project.write("glossaries/all.csv", "source,target\ncaptain,\n")
    loaded = Glossaries(project.settings).load("et")
    assert [term.source for term in loaded.glossary.terms] == ["ferry"]
    assert [str(error).partition(":")[0] for error in loaded.errors] == ["glossaries/all.csv line 2"]


def test_a_project_without_its_folder_of_glossaries_has_a_disk_missing(project):
    (project.root / "glossaries" / "et.csv").unlink()
    (project.root / "glossaries").rmdir()
    with pytest.raises(GlossaryError, match="glossaries: there is no such folder"):
        Glossaries(project.settings).load("et")


def test_glossaries_come_one_after_the_other_and_what_is_wrong_is_told_in_between(project):
    project.write("glossaries/et.csv", "source,target\nferry,praam\n,\nharbour\n")
    project.write("glossaries/ru.csv", b"\xff\xfe")
    told = []
    for locale, glossary in Glossaries(project.settings).ready(["et", "ru", "lv"], told.append):
        told.append((locale, [term.source for term in glossary.terms]))
    assert [one if isinstance(one, tuple) else one.path for one in told] == [
        "glossaries/et.csv",
        ("et", ["ferry"]),
        "glossaries/ru.csv",
        ("lv", []),
    ]


def test_a_language_whose_file_is_broken_costs_its_own_locale_alone(project, monkeypatch):
    def fake_load_pair(source, locale):
        if locale == "ru":
            raise LanguageError("is not TOML: a quotation mark is missing", path="ru.toml", line=3)
        return load_pair(source, locale)

    monkeypatch.setattr(terms, "load_pair", fake_load_pair)
    told = []
    ready = [locale for locale, _ in Glossaries(project.settings).ready(["ru", "et"], told.append)]
    assert ready == ["et"]
    assert list(map(str, told)) == ["ru.toml line 3: is not TOML: a quotation mark is missing"]


def test_a_glossary_that_was_kept_is_as_the_files_are(project):
    (project.root / ".newsdesk").mkdir()
    project.write(
        "glossaries/et.csv", "source,target,forms,declines_like\nferry,praam,gen=praami,\nram,Amraam,,praam\n,x\n"
    )
    first = Glossaries(project.settings).load("et")
    kept = list((project.root / ".newsdesk" / "glossaries").iterdir())
    again = Glossaries(project.settings, writes=False).load("et")
    assert ([path.name for path in kept], again.glossary) == (["et.jsonl"], first.glossary)
    assert again.glossary.terms.digest == first.glossary.terms.digest
    assert list(map(str, again.errors)) == list(map(str, first.errors))


def test_a_run_reads_each_glossary_once(project):
    glossaries = Glossaries(project.settings)
    first = glossaries.load("et")
    project.write("glossaries/et.csv", "source,target\nferry,laev\n")
    assert glossaries.load("et") is first


def undecided(days, told=None):
    """The titles that nobody has decided on."""
    (found,) = Glossaries(days.project.settings).ready(["et"], (told if told is not None else []).append)
    return [term.source for term in found[1].undecided]


def test_a_title_of_a_list_that_no_row_names_is_one_that_nobody_has_decided_on(tmp_path):
    days = broadcasting(tmp_path)
    assert undecided(days) == ["The Morning View", "The Ferry"]
    days.project.write("glossaries/et.csv", f"{KEEP}The Ferry,Praam,,title\n")
    assert undecided(days) == ["The Morning View"]


def test_a_title_stays_one_when_its_list_breaks_or_is_gone(tmp_path):
    days = broadcasting(tmp_path)
    days.write("ferry", "The Morning View is back", "It was long.")
    days.draft()
    drafted = days.project.read("locales/et/LC_MESSAGES/ferry.po")
    assert "The Morning View = The Morning View [on the list of shows" in drafted
    for broken in (LIST.replace("series", "serial"), None):
        days.project.write(OWN, broken) if broken else (days.project.root / OWN).unlink()
        told = []
        assert {*undecided(days, told)} == {"The Morning View", "The Ferry"}
        assert bool(told) is bool(broken)
        days.draft()
        assert days.project.read("locales/et/LC_MESSAGES/ferry.po") == drafted


def test_a_title_that_rolls_off_its_list_stays_one_in_the_articles_that_mention_it(tmp_path):
    days = broadcasting(tmp_path)
    days.write("ferry", "The Morning View is back", "It was long.")
    days.draft()
    drafted = days.project.read("locales/et/LC_MESSAGES/ferry.po")
    days.project.write(OWN, LIST.replace("The Morning View", "The Evening View").replace("The Ferry", "The Train"))
    days.draft()
    days.draft()
    shows = days.project.read(PO)
    assert '#~ msgid "The Morning View"' in shows
    assert "The Ferry" not in shows  # Nobody approved it, and no article mentions it.
    assert days.project.read("locales/et/LC_MESSAGES/ferry.po") == drafted

"""Whatever a run needs is looked at, and what is missing is told with what to do."""

import pytest

from tests.workflow.project import Project
from translate.errors import ModelError
from translate.models.installed import InstalledPackage
from translate.workflow import doctor as room
from translate.workflow.doctor import doctor


def wrong(project):
    return [(check.subject, check.message) for check in doctor(project.settings) if not check.fine]


def fine(project):
    return {check.subject: check.message for check in doctor(project.settings) if check.fine}


@pytest.fixture(autouse=True)
def no_packages(monkeypatch):
    monkeypatch.setattr(room, "installed", lambda: ())


def test_a_sound_project_has_nothing_wrong_and_is_not_written_to(project):
    project.catalog("ferry", ("ferry", "praam"))
    before = project.files()
    assert wrong(project) == []
    assert {subject: fine(project)[subject] for subject in ("articles", "glossary et", "PO files")} == {
        "articles": "1 can be read",
        "glossary et": (
            "1 term; 1 row lists no forms (glossaries/et.csv:2): “newsdesk glossary suggest-forms --locale et”"
            " proposes some"
        ),
        "PO files": "1 can be read",
    }
    assert (fine(project)["engine en → et"][:8], fine(project)["Argos packages"]) == ("identity", "0 installed")
    assert project.files() == before


def test_articles_that_cannot_be_read_are_told_and_the_others_counted(project):
    project.write("articles/bad.txt", b"\0")
    ((subject, message),) = wrong(project)
    assert (subject, message.partition(":")[0]) == ("articles", "articles/bad.txt")
    assert fine(project)["articles"] == "1 can be read"


def test_a_project_without_an_article_has_something_wrong(project):
    (project.root / "articles" / "ferry.txt").unlink()
    assert wrong(project) == [("articles", "0 can be read")]


def test_rows_and_files_of_glossaries_that_cannot_be_used_are_told(project):
    project.write("glossaries/et.csv", "source,target\nferry,praam\ncaptain,\n")
    assert wrong(project) == [
        ("glossary et", "glossaries/et.csv line 3: “captain” has no target; write one, or keep under action")
    ]
    project.write("glossaries/et.csv", b"\xff\xfe\x00")
    assert [subject for subject, _ in wrong(project)] == ["glossary et"]


def test_rows_that_list_no_forms_are_counted_and_the_first_named(project):
    rows = ["NATO,,keep,", "captain,kapten,,gen=kapteni", *(f"w{n},sõna{n},," for n in range(5)), "Kallas,,inflect,"]
    project.write("glossaries/et.csv", "\n".join(("source,target,action,forms", *rows, "")))
    assert wrong(project) == []
    assert fine(project)["glossary et"] == (
        "8 terms; 6 rows list no forms (glossaries/et.csv:4, glossaries/et.csv:5, glossaries/et.csv:6 …):"
        " “newsdesk glossary suggest-forms --locale et” proposes some"
    )


def test_a_language_without_cases_needs_no_forms(tmp_path):
    project = Project(tmp_path, locales=("es",))
    project.write("glossaries/es.csv", "source,target\nferry,transbordador\n")
    assert fine(project)["glossary es"] == "1 term"


def test_a_glossary_that_no_locale_reads_is_a_slip_in_its_name(project):
    project.write("glossaries/ee.csv", "source,target\n")
    project.write("glossaries/all.csv", "source,target\n")
    project.write("glossaries/notes.txt", "")
    message = "belongs to none of the project's locales and is not read; rename it, or add its locale"
    assert wrong(project) == [("glossaries", f"glossaries/ee.csv: {message}")]


def test_the_glossary_of_a_language_serves_its_regions(tmp_path):
    project = Project(tmp_path, locales=("et_EE",))
    assert wrong(project) == []


def test_without_the_folder_of_glossaries_it_is_told_what_to_make(project):
    (project.root / "glossaries" / "et.csv").unlink()
    (project.root / "glossaries").rmdir()
    message = "there is no folder “glossaries”; make it, or name another under “glossaries”"
    assert ("glossaries", message) in wrong(project)


def test_an_engine_that_is_none_is_told(tmp_path):
    project = Project(tmp_path, engine="agros")
    ((subject, message),) = wrong(project)
    assert subject == "engine en → et"
    assert message.startswith("no engine called “agros”; there is: ")


def test_a_pair_that_no_engine_has_is_told_with_what_to_install(tmp_path):
    project = Project(tmp_path, locales=("tlh",), engine="apertium")
    project.write("glossaries/tlh.csv", "source,target\n")
    (project.root / "glossaries" / "et.csv").unlink()
    advice = "none; try “newsdesk models install en tlh”, or one of Debian's apertium packages"
    assert wrong(project) == [("engine en → tlh", advice)]


def test_broken_packages_are_named(project, monkeypatch):
    monkeypatch.setattr(room, "installed", lambda: (InstalledPackage("/p/en_et", "broken", "it has no model"),))
    assert wrong(project) == [("Argos packages", "/p/en_et: it has no model")]
    assert fine(project)["Argos packages"] == "1 installed"


def test_packages_that_cannot_be_listed_are_told(project, monkeypatch):
    def unreadable():
        raise ModelError("the packages cannot be listed", path="/p")

    monkeypatch.setattr(room, "installed", unreadable)
    assert wrong(project) == [("Argos packages", "/p: the packages cannot be listed")]


def test_po_files_that_cannot_be_read_are_told(project):
    project.write("locales/et/LC_MESSAGES/bad.po", 'msgid "open\n')
    ((subject, message),) = wrong(project)
    assert subject == "PO files"
    assert message.startswith("locales/et/LC_MESSAGES/bad.po line 1: ")


def test_programs_that_are_missing_are_no_trouble(project, monkeypatch):
    monkeypatch.setattr(room.shutil, "which", lambda _name: None)
    assert wrong(project) == []
    assert fine(project)["msgcat"] == "not installed, and not needed to draft"

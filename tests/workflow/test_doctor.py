"""Whatever a run needs is looked at, and what is missing is told with what to do."""

from dataclasses import replace

import pytest

from tests.workflow.project import NOW, Project
from translate.core.results.checkup import Check
from translate.engines.apertium import ApertiumEngine
from translate.engines.argos import ArgosEngine
from translate.errors import EngineError, ModelError
from translate.models.installed import InstalledPackage
from translate.settings import PassedOver
from translate.workflow import doctor as room
from translate.workflow.doctor import doctor


def wrong(project):
    return [(check.subject, check.message) for check in doctor(project.settings, now=NOW) if not check.fine]


def fine(project):
    return {check.subject: check.message for check in doctor(project.settings, now=NOW) if check.fine}


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch):
    monkeypatch.setattr(room, "installed", lambda: ())
    monkeypatch.setattr(room, "pairs", lambda _settings: ())


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


def test_a_setting_that_is_not_followed_is_told(project):
    project.settings = replace(project.settings, passed_over=(PassedOver("models.index", "newsdesk.toml line 9: no"),))
    assert wrong(project) == [("settings", "newsdesk.toml line 9: no")]


@pytest.mark.parametrize("place", ["home", "packages"])
def test_a_home_or_packages_that_others_can_write_are_told(project, tmp_path, monkeypatch, place):
    for name in ("home", "packages"):
        (tmp_path / name).mkdir(0o755)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(room, "packages_folder", lambda: tmp_path / "packages")
    assert wrong(project) == []
    (tmp_path / place).chmod(0o757)
    ((subject, message),) = wrong(project)
    assert (subject, message.partition(", and so could ")[0]) == (
        "account",
        f"everybody can write to {tmp_path / place}",
    )


def test_without_a_home_nothing_is_said_of_it(project, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "none"))
    monkeypatch.setattr(room, "packages_folder", lambda: tmp_path / "none")
    assert wrong(project) == []


def test_articles_that_cannot_be_read_are_told_and_the_others_counted(project):
    project.write("articles/bad.txt", b"\0")
    ((subject, message),) = wrong(project)
    assert (subject, message.partition(":")[0]) == ("articles", "articles/bad.txt")
    assert fine(project)["articles"] == "1 can be read"


def test_a_project_without_an_article_has_something_wrong(project):
    (project.root / "articles" / "ferry.txt").unlink()
    assert wrong(project) == [("articles", "0 can be read")]


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


def test_a_broken_pair_is_told_beside_the_engine_that_drafts_in_its_place(tmp_path, monkeypatch):
    def torn(self, source, target):
        raise EngineError(f"the package from {source} to {target} is torn")

    monkeypatch.setattr(ArgosEngine, "signature", torn)
    monkeypatch.setattr(ApertiumEngine, "signature", lambda *_pair: "apertium 9")
    monkeypatch.setattr(ApertiumEngine, "translate", lambda *_sentences: [()])
    project = Project(tmp_path, engine="auto")
    assert wrong(project) == [("engine en → et", "the package from en to et is torn")]
    assert fine(project)["engine en → et"] == "apertium 9"
    named = Project(tmp_path, engine="argos")
    assert wrong(named) == [("engine en → et", "the package from en to et is torn")]
    assert "engine en → et" not in fine(named)


def test_broken_packages_are_named(project, monkeypatch):
    monkeypatch.setattr(room, "installed", lambda: (InstalledPackage("/p/en_et", "broken", "it has no model"),))
    assert wrong(project) == [("Argos packages", "/p/en_et: it has no model")]
    assert fine(project)["Argos packages"] == "1 installed"


def test_packages_that_cannot_be_listed_are_told(project, monkeypatch):
    def unreadable():
        raise ModelError("the packages cannot be listed", path="/p")

    monkeypatch.setattr(room, "installed", unreadable)
    assert wrong(project) == [("Argos packages", "/p: the packages cannot be listed")]


def test_broken_pairs_are_named(project, monkeypatch):
    found = (Check("Apertium pairs", False, "eng-lav is broken: it hangs"), Check("Apertium pairs", True, "2 work"))
    monkeypatch.setattr(room, "pairs", lambda settings: found if settings == project.settings else ())
    assert wrong(project) == [("Apertium pairs", "eng-lav is broken: it hangs")]
    assert fine(project)["Apertium pairs"] == "2 work"


def test_what_is_no_work_is_named_and_only_a_copy_is_a_fault(project):
    project.catalog("gone", ("ferry", "laev"))
    project.write("locales/et/LC_MESSAGES/ferry.po~", "")
    project.write("articles/ferry (conflicted copy 2026-11-27 101010).txt", "Ferry\n")
    assert wrong(project) == [
        (
            "no work",
            f"{copy}: a copy that a program made of {original}; bring the two together, and delete it",
        )
        for copy, original in [
            ("articles/ferry (conflicted copy 2026-11-27 101010).txt", "ferry.txt"),
            ("locales/et/LC_MESSAGES/ferry.po~", "ferry.po"),
        ]
    ]
    assert fine(project)["no work"].startswith("locales/et/LC_MESSAGES/gone.po: has no article, and is no work; ")


def test_po_files_that_cannot_be_read_are_told(project):
    project.write("articles/bad.txt", "Bad\n")
    project.write("locales/et/LC_MESSAGES/bad.po", 'msgid "open\n')
    ((subject, message),) = wrong(project)
    assert subject == "PO files"
    assert message.startswith("locales/et/LC_MESSAGES/bad.po line 1: ")


def test_programs_that_are_missing_are_no_trouble(project, monkeypatch):
    monkeypatch.setattr(room.shutil, "which", lambda _name: None)
    assert wrong(project) == []
    assert fine(project)["msgcat"] == "not installed, and not needed to draft"


def test_lists_of_titles_are_no_articles_and_what_is_wrong_with_one_is_told_once(project):
    project.write("shows/own.csv", "name\nThe Ferry\n")
    assert (fine(project)["articles"], fine(project)["shows"]) == ("1 can be read", "1 title in 1 list")
    (project.root / "shows/gone.csv").symlink_to("nowhere.csv")
    told = [message for subject, message in wrong(project) if subject in {"articles", "shows"}]
    assert told == ["shows/gone.csv: is a link that leads nowhere; is a disk missing?", "1 title in 1 list"]


def test_a_project_may_have_lists_and_no_article(project):
    project.write("shows/own.csv", "name\nThe Ferry\n")
    (project.root / "articles/ferry.txt").unlink()
    assert wrong(project) == []

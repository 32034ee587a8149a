"""Who asks how far PO files are is told the same, whether they are read for it or not."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.workflow.project import Project
from tests.workflow.runs import ledger_of, settle
from translate.ledger.pages import About, Ledger
from translate.settings import SubFolders
from translate.workflow import figuring
from translate.workflow.status import status

PO = "locales/et/LC_MESSAGES/ferry.po"
WAS, NOW = "The captain was late.", "The captain was very late."
LATE = f'msgid "{WAS}"\nmsgstr "'


@pytest.fixture
def project(tmp_path):
    """Two articles that were drafted, and of one of them a text that was approved for an older source."""
    project = Project(tmp_path / "newsroom")
    project.write("articles/train.txt", "Train\n\nThe train was late.\n")
    settle(project)
    project.write(PO, project.read(PO).replace(f"#, fuzzy\n{LATE}{WAS}", f"{LATE}Kapten jäi hiljaks."))
    settle(project)
    project.write("articles/ferry.txt", project.read("articles/ferry.txt").replace(WAS, NOW))
    settle(project)
    return project


@pytest.fixture
def read(monkeypatch):
    """The PO files that are read, as they come."""
    found = []
    load = figuring.load
    monkeypatch.setattr(
        figuring, "load", lambda path, shown, home: found.append(path.stem) or load(path, shown, home=home)
    )
    return found


def figures(project):
    """What is told of the project when no file is fresh any more."""
    return status(project.settings, now=datetime.now(UTC) + timedelta(seconds=1))


def without_pages(project, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "some", lambda *_: {})
        return figures(project)


def test_nothing_is_read_that_is_as_a_run_has_left_it(project, read, monkeypatch):
    told = figures(project)
    assert (read, [one.was for one in told.news.corrections]) == ([], [WAS])
    assert told == without_pages(project, monkeypatch)
    assert read == ["ferry", "train"]


@pytest.mark.parametrize("change", ["saved", "touched", "another file", "gone"])
def test_what_somebody_has_been_at_is_read(project, read, monkeypatch, change):
    path = project.root / PO
    data = path.read_bytes()
    if change == "saved":
        path.write_bytes(data.replace(b"#, fuzzy\n", b""))
    elif change == "touched":
        path.touch()
    else:
        path.unlink()
        if change == "another file":
            path.write_bytes(data)
    told = figures(project)
    assert read == ["ferry"] * (change != "gone")
    assert told == without_pages(project, monkeypatch)


@pytest.mark.parametrize("name", [PO, "locales/et/LC_MESSAGES", "locales/et"])
@pytest.mark.parametrize("out", [True, False], ids=["out of the project", "within it"])
def test_a_link_is_followed_no_further_than_it_may_be(project, read, monkeypatch, name, out):
    path = project.root / name
    place = (project.root.parent if out else project.root) / "elsewhere"
    shutil.move(path, place)
    path.symlink_to(place)
    told = figures(project)
    assert told == without_pages(project, monkeypatch)
    assert bool(told.troubles) is out


@pytest.mark.parametrize("out", [True, False], ids=["out of the project", "within it"])
def test_nor_is_one_in_the_place_of_a_sub_folder(project, read, monkeypatch, out):
    project.settings = replace(project.settings, sub_folders=SubFolders.ALWAYS)
    project.write("articles/ice.txt", "Ice\n\nThe ice was thin.\n")
    settle(project)
    path = project.root / "locales/et/LC_MESSAGES/239"
    place = (project.root.parent if out else project.root) / "elsewhere"
    shutil.move(path, place)
    path.symlink_to(place)
    told = figures(project)
    assert (told == without_pages(project, monkeypatch), bool(told.troubles)) == (True, out)


def test_what_another_version_counted_is_counted_again(project, read, monkeypatch):
    told = figures(project)
    monkeypatch.setattr(figuring, "__version__", "99")
    assert (figures(project), read) == (told, ["ferry", "train"])


def test_an_article_that_is_gone_takes_its_figures_with_it(project):
    (project.root / "articles/train.txt").unlink()
    settle(project)
    with ledger_of(project) as ledger:
        assert [*ledger.contents(About.FIGURES)] == [(PO, "et")]

"""Two PO files of one article become one, unless somebody saves one of them just then."""

from datetime import UTC, datetime

import pytest

from tests.workflow.project import Project
from translate.core.results.relocation import Way
from translate.errors import CatalogError, ChangedCatalogError
from translate.files import saving
from translate.history.texts import History
from translate.workflow import joining
from translate.workflow.moving import Move
from translate.workflow.noticing import noticing
from translate.workflow.places import catalog_path, history_file


@pytest.fixture
def project(tmp_path):
    project = Project(tmp_path)
    project.catalog("old", ("ferry", "praam"), ("captain", "kapten"))
    project.catalog("new", ("ferry", ""), ("captain", "kapten"))
    return project


def join(project, *, dry_run=False):
    seen, _ = noticing(project.settings, now=datetime.now(UTC))
    paths = (catalog_path(project.settings, "et", name) for name in ("old", "new"))
    with seen.history:
        return joining.join(seen, Move(*paths, "et"), dry_run=dry_run)


def text(project, name):
    return project.read(f"locales/et/LC_MESSAGES/{name}.po")


def test_a_text_comes_into_the_new_file_as_old_as_it_was_and_the_old_file_is_gone(project):
    written = text(project, "old").replace("Language", 'PO-Revision-Date: 2026-10-01 08:00+0000\\n"\n"Language', 1)
    project.write("locales/et/LC_MESSAGES/old.po", written)
    done = join(project)
    assert (done.way, done.texts, done.left) == (Way.JOINED, 1, ())
    with History(history_file(project.settings), home=None) as history:
        since = {seen.entry.msgid: seen.since for seen in history.past("locales/et/LC_MESSAGES/new.po").entries}
    assert since["ferry"].startswith("2026-10-01")
    assert 'msgid "ferry"\nmsgstr "praam"\n' in text(project, "new")
    assert not (project.root / "locales/et/LC_MESSAGES/old.po").exists()


def test_a_dry_run_foresees_it_and_writes_nothing(project):
    before = project.files()
    assert (join(project, dry_run=True).texts, project.files()) == (1, before)


def test_what_is_not_there_is_told(project):
    (project.root / "locales/et/LC_MESSAGES/old.po").unlink()
    with pytest.raises(CatalogError, match=r"old\.po: is not there any more"):
        join(project)


def test_what_somebody_saves_in_the_new_file_meanwhile_stays_and_so_does_the_old_file(project, monkeypatch):
    save = saving.save

    def late(path, data, **named):
        project.catalog("new", ("ferry", "laev"))
        return save(path, data, **named)

    monkeypatch.setattr(saving, "save", late)
    with pytest.raises(ChangedCatalogError):
        join(project)
    assert "laev" in text(project, "new")
    assert "praam" in text(project, "old")


def test_what_somebody_saves_in_the_old_file_meanwhile_stays(project, monkeypatch):
    save = saving.save

    def late(path, data, **named):
        project.catalog("old", ("ferry", "praamilaev"))
        return save(path, data, **named)

    monkeypatch.setattr(saving, "save", late)
    with pytest.raises(ChangedCatalogError, match="somebody changed the file meanwhile"):
        join(project)
    assert "praamilaev" in text(project, "old")
    assert "praam" in text(project, "new")

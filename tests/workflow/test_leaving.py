"""The run that follows reads none of what a run has written, and knows as much of it as if it had."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.workflow.project import Project
from tests.workflow.runs import LATER, a_run
from translate.errors import MemoryFileError
from translate.history.texts import History
from translate.memory.database import Memory
from translate.workflow import feeding, leaving, settled
from translate.workflow.draft import draft_all
from translate.workflow.feeding import PLACE
from translate.workflow.places import history_file

FERRY, TRAIN = "locales/et/LC_MESSAGES/ferry.po", "locales/et/LC_MESSAGES/train.po"
LATE = '#, fuzzy\nmsgid "The captain was late."\nmsgstr "The captain was late."'
APPROVED = 'msgid "The captain was late."\nmsgstr "Kapten jäi hiljaks."'


def a_night(project):
    """A run when no file is fresh any more."""
    with a_run(project, now=datetime.now(UTC) + timedelta(seconds=1), clock=LATER) as ready:
        return draft_all(ready)


@pytest.fixture
def read(monkeypatch):
    """The PO files that the memory is fed from by reading them, as they come."""
    found = []
    load = feeding.load
    monkeypatch.setattr(
        feeding, "load", lambda path, shown, home: found.append(path.stem) or load(path, shown, home=home)
    )
    return found


@pytest.fixture
def project(tmp_path, read):
    """An approved text in an article that has another sentence since: the run has written its PO file."""
    project = Project(tmp_path / "newsroom")
    project.write("articles/train.txt", "Train\n\nThe train was late.\n")
    a_night(project)
    project.write(FERRY, project.read(FERRY).replace(LATE, APPROVED))
    project.write("articles/ferry.txt", project.read("articles/ferry.txt") + "It sailed again.\n")
    read.clear()
    a_night(project)
    assert read == ["ferry"]
    read.clear()
    return project


def known(project):
    """All that is remembered of the project's PO files."""
    with Memory(project.root / PLACE, source="en", home=None) as memory:
        fed = memory.fingerprints([*memory.origins()])
        units = [(u.source, u.target, u.origin, u.seen) for u in memory.units(["et"])]
    with History(history_file(project.settings), home=None) as history:
        return fed, units, history.states([*history.paths()]), [history.past(path) for path in (FERRY, TRAIN)]


def test_what_a_run_has_written_the_next_does_not_read(project, read):
    a_night(project)
    assert read == []


def test_it_is_known_as_if_it_had_been_read(project, read):
    told = known(project)
    assert [unit[:3] for unit in told[1]] == [("The captain was late.", "Kapten jäi hiljaks.", FERRY)]
    (project.root / PLACE).unlink()
    a_night(project)
    assert (read, known(project)) == (["ferry", "train"], told)


def test_what_somebody_has_saved_since_is_read(project, read):
    project.write(TRAIN, project.read(TRAIN) + "\n")
    a_night(project)
    assert read == ["train"]


def test_what_somebody_saved_at_the_same_moment_is_read(project, read, monkeypatch):
    remember = settled.remember

    def saved_before(*arguments):
        project.write(TRAIN, project.read(TRAIN) + "\n")
        return remember(*arguments)

    project.write("articles/train.txt", "Train\n\nThe train was very late.\n")
    with monkeypatch.context() as patch:
        patch.setattr(settled, "remember", saved_before)
        a_night(project)
    read.clear()
    a_night(project)
    assert read == ["train"]


def test_what_cannot_be_remembered_is_read_the_next_time(project, read, monkeypatch):
    def full(*_):
        raise MemoryFileError("cannot be written")

    project.write("articles/train.txt", "Train\n\nThe train was very late.\n")
    with monkeypatch.context() as patch:
        patch.setattr(leaving.Memory, "feed", full)
        assert a_night(project).troubles == ()
    read.clear()
    a_night(project)
    assert read == ["train"]

"""Processes draft where that pays, and write what the run writes alone."""

from dataclasses import replace

import pytest

from tests.workflow.project import told
from tests.workflow.runs import a_run
from tests.workflow.test_afar import undated
from translate.workflow import processes
from translate.workflow.draft import draft_all
from translate.workflow.processes import local


@pytest.fixture
def two(project, sample_packages, monkeypatch):
    """A machine on which two processors and two articles are many."""
    project.settings = replace(project.settings, jobs=2, engine="argos")
    monkeypatch.setattr(processes, "FEWEST", 2)
    monkeypatch.setattr(processes, "ENOUGH", 2)
    project.write("articles/train.md", "# Trains stop\n\nNo *ferry* came. See <https://err.ee>.\n")
    return project


def is_hired(project):
    with a_run(project) as ready, local(ready) as crew:
        return crew is not None


def test_they_draft_what_the_run_drafts_alone(two, monkeypatch):
    with a_run(two) as ready:
        summary = draft_all(ready)
    assert (told(summary.troubles), summary.notes) == ([], ())
    shared = {name: undated(data) for name, data in two.files().items() if name.startswith("locales")}
    for name in shared:
        (two.root / name).unlink()
    monkeypatch.setattr(processes, "ENOUGH", 1000)
    with a_run(two) as ready:
        draft_all(ready)
    assert {name: undated(data) for name, data in two.files().items() if name.startswith("locales")} == shared


def test_where_little_is_to_be_drafted_or_there_is_no_room_the_run_does_it(two, monkeypatch):
    assert is_hired(two)
    with monkeypatch.context() as patch:
        patch.setattr(processes, "memory", lambda: 2 * processes.OWN)
        assert not is_hired(two)
    with monkeypatch.context() as patch:
        patch.setattr(processes, "ENOUGH", 3)
        assert not is_hired(two)
    with monkeypatch.context() as patch:
        patch.setattr(processes, "FEWEST", 3)
        assert not is_hired(two)
    assert not is_hired(replace_settings(two, jobs=1))
    assert not is_hired(replace_settings(two, jobs=2, engine="identity"))


def replace_settings(project, **settings):
    project.settings = replace(project.settings, **settings)
    return project

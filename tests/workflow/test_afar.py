"""A run whose sentences others draft writes what it writes alone, whatever becomes of them."""

import pytest

from tests.workers.fakes import FakeWorkers
from tests.workflow.project import told
from tests.workflow.runs import a_run, fail_on
from translate.errors import EngineError
from translate.workers import units
from translate.workers.interface import GoneError, UnitError
from translate.workflow import taking
from translate.workflow.afar import Afar
from translate.workflow.draft import draft_all


@pytest.fixture
def several(project, monkeypatch):
    monkeypatch.setattr(taking, "FEW", 5)
    for name in "abcdef":
        text = f"News of {name}\n\nThe ferry sailed. It was <{name}> late.\nSee https://err.ee/{name} today.\n"
        project.write(f"articles/{name}.txt", text)
    return project


def drafted(project, workers=None):
    """The PO files of a run, with what it told; they are gone afterwards."""
    with a_run(project) as ready:
        crew = Afar(workers) if workers else None
        summary = draft_all(ready, hire=(lambda _: FakeHire(crew)) if crew else None)
    files = {name: undated(data) for name, data in project.files().items() if name.startswith("locales")}
    for name in files:
        (project.root / name).unlink()
    return files, summary


class FakeHire:
    def __init__(self, crew):
        self.crew = crew

    def __enter__(self):
        return self.crew

    def __exit__(self, *_):
        pass


def undated(data):
    return [line for line in data.splitlines() if b"-Date: " not in line]


def articles(unit):
    return [piece.article for piece in units.unit_of(unit).pieces]


def test_the_files_are_those_that_the_run_writes_alone(several):
    alone, _ = drafted(several)
    workers = FakeWorkers(places=2)
    files, summary = drafted(several, workers)
    assert (files, told(summary.troubles)) == (alone, [])
    assert len(workers.asked) > 2
    assert sorted(article for _, unit in workers.asked for article in articles(unit)) == sorted(
        {catalog.article for catalog in summary.catalogs}
    )


def test_what_workers_fail_on_is_drafted_by_the_run(several):
    alone, _ = drafted(several)
    files, summary = drafted(several, FakeWorkers(lambda _: EngineError("planted")))
    assert (files, told(summary.troubles)) == (alone, [])
    assert "drafted here, since no worker could (planted)" in summary.notes


def test_an_article_that_kills_whoever_drafts_it_is_told_and_costs_no_other(several):
    alone, _ = drafted(several)
    deadly = FakeWorkers(lambda unit: UnitError("it dies") if "articles/c.txt" in articles(unit) else None)
    files, summary = drafted(several, deadly)
    assert told(summary.troubles) == ["articles/c.txt: it dies"]
    assert {name for name in files if files[name] != alone[name]} == {"locales/et/LC_MESSAGES/c.po"}


def test_an_article_that_the_engine_fails_on_is_told_as_by_the_run_alone(several, monkeypatch):
    fail_on(monkeypatch, "<b>")
    alone, before = drafted(several)
    files, summary = drafted(several, FakeWorkers())
    assert (files, told(summary.troubles)) == (alone, told(before.troubles)) == (alone, ["planted"])


def test_once_nobody_is_left_the_run_does_the_rest(several):
    alone, _ = drafted(several)
    gone = FakeWorkers(lambda _: GoneError("all have left") if len(gone.asked) > 1 else None)
    files, summary = drafted(several, gone)
    assert (files, told(summary.troubles)) == (alone, [])
    assert "drafted here, since no worker could (all have left)" in summary.notes


def test_what_went_wrong_with_workers_is_told(several):
    _, summary = drafted(several, FakeWorkers(troubles=("a worker was lost",)))
    assert "a worker was lost" in summary.notes

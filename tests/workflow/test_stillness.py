"""What a run that found nothing new goes by."""

from dataclasses import replace
from pathlib import Path

import pytest

from translate import plugins
from translate.core.results.summary import CatalogResult, CatalogState, Counts, Summary, Trouble
from translate.engines.identity import IdentityEngine
from translate.settings import Nightly
from translate.workflow.stillness import nothing

SAME = CatalogResult("et", "articles/ferry.txt", "locales/et/ferry.po", CatalogState.UNCHANGED, 0, Counts(drafts=2))
QUIET = Summary(False, (("et", "identity"),), (SAME,))
HOME = {"XDG_CONFIG_HOME": "/home/desk"}


def found(project, summary=QUIET, **settings):
    return nothing(replace(project.settings, **settings), summary, engine=None, environment=HOME)


def test_a_quiet_run_goes_by_the_project_the_settings_of_the_machine_and_the_engine(project, monkeypatch):
    monkeypatch.setattr(IdentityEngine, "places", lambda _: (Path("/packages"),))
    known = found(project)
    assert known.root == project.root
    assert known.passed == tuple(project.root / name for name in (".newsdesk/runs", "reports", "exports"))
    assert {Path("/etc/newsdesk.toml"), Path("/home/desk/newsdesk/newsdesk.toml"), Path("/packages")} < {*known.places}


@pytest.mark.parametrize(
    "summary",
    [
        replace(QUIET, dry_run=True),
        replace(QUIET, troubles=(Trouble("a.txt: is empty"),)),
        replace(QUIET, unfinished=("articles/ferry.txt",)),
        replace(QUIET, lost=(None,)),
        replace(QUIET, catalogs=(SAME, replace(SAME, state=CatalogState.NEW))),
        replace(QUIET, catalogs=(replace(SAME, state=CatalogState.UPDATED),)),
        replace(QUIET, catalogs=(replace(SAME, drafted=1),)),
    ],
    ids=["dry", "trouble", "unfinished", "lost", "new", "updated", "drafted"],
)
def test_a_run_that_found_something_goes_by_more(project, summary):
    assert found(project, summary) is None


def test_a_folder_that_articles_are_read_from_is_not_passed(project):
    for articles, reports in (("reports", "reports"), ("reports/in", "reports"), ("desk", "desk/morning")):
        known = found(project, articles=(articles,), nightly=Nightly(reports=reports))
        assert known.passed == tuple(project.root / name for name in (".newsdesk/runs", "exports"))


def test_of_an_engine_that_does_not_tell_what_it_goes_by_nothing_is_known(project, monkeypatch):
    monkeypatch.setattr(IdentityEngine, "places", lambda _: None)
    assert found(project) is None


def test_of_an_engine_that_cannot_be_asked_nothing_is_known(project):
    assert found(project, engine="none") is None


def test_where_strangers_are_installed_nothing_is_known(project, monkeypatch):
    monkeypatch.setattr(plugins, "are_all_ours", lambda: False)
    assert found(project) is None


def test_where_figures_are_saved_outside_of_the_project_nothing_is_known(project, tmp_path_factory):
    metrics = tmp_path_factory.mktemp("node") / "newsdesk.prom"
    assert found(project, nightly=Nightly(metrics=str(metrics))) is None

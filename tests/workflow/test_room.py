"""A project with many more articles takes a run little more room: so much an article, and no page of the ledger."""

import gc
import tracemalloc
from datetime import UTC, datetime, timedelta

import pytest

from tests.workflow.project import Project
from tests.workflow.runs import LATER, a_run
from translate.workflow import figuring, standing
from translate.workflow.draft import draft_all
from translate.workflow.status import status

FEW, MANY = 40, 160


def bytes_an_article(projects, held):
    """What each article more adds to what something holds.

    The least of several times counts: what all need is loaded in the first, and in any the table of all texts that
    Python keeps but once may have to grow.
    """
    few, many = (min(held(project) for _ in range(4)) for project in projects)
    return (many - few) / (MANY - FEW)


@pytest.fixture(scope="module")
def projects(tmp_path_factory):
    """One with few articles and one with many, in both of which nothing is new."""
    made = []
    for number in (FEW, MANY):
        project = Project(tmp_path_factory.mktemp("newsroom"))
        for each in range(number - 1):
            project.write(f"articles/ferry{each:03}.txt", f"Ferry {each} is late\n\nNobody knows why.\n")
        for _ in range(2):
            with a_run(project, now=later(), clock=LATER) as ready:
                draft_all(ready)
        made.append(project)
    return made


@pytest.fixture(autouse=True)
def little_at_once(monkeypatch):
    """Where so few are asked for at a time, small projects show what large ones would hold."""
    for place in (figuring, standing):
        monkeypatch.setattr(place, "_AT_ONCE", 10)


def later():
    """A time at which no file is fresh any more."""
    return datetime.now(UTC) + timedelta(seconds=1)


def kept_at_work(project):
    """The bytes that a run holds as long as it is at work, nothing being new."""
    gc.collect()
    tracemalloc.start()
    try:
        with a_run(project, now=later(), clock=LATER, night=True) as ready:
            assert ready.to_open == ()
            gc.collect()
            return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def held_by_status(project):
    """The bytes that a status holds at most."""
    gc.collect()
    tracemalloc.start()
    try:
        status(project.settings, now=later())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_run_keeps_of_an_article_its_names_and_what_it_came_to(projects):
    assert bytes_an_article(projects, kept_at_work) < 1_350


def test_a_status_holds_no_more_of_an_article_than_that(projects):
    assert bytes_an_article(projects, held_by_status) < 1_600

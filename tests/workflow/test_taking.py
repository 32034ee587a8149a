"""Articles are read before their turn, as many as keep an engine busy."""

from collections import deque

import pytest

from tests.workflow.runs import a_run
from translate.workflow import taking
from translate.workflow.drafting import cases_of
from translate.workflow.taking import take, windows
from translate.workflow.tally import Tally


@pytest.fixture
def tally(project):
    with a_run(project) as ready:
        yield Tally.of(ready)


def test_what_an_article_wants_is_known_before_its_turn(tally):
    (path,) = tally.ready.to_open
    taken = take(tally, path)
    begun = taken.begun["et"]
    sentences = [case.source for case in cases_of(begun.wanted.jobs)]
    assert sentences == [
        "Ferry opens",
        "The ferry sailed.",
        "The captain was late.",
    ]
    assert begun.work.article is taken.article


def test_an_article_that_cannot_be_read_waits_for_its_turn(tally):
    taken = take(tally, tally.ready.run.settings.root / "articles/gone.txt")
    assert (taken.article, taken.begun) == (None, {})
    with pytest.raises(type(taken.failure)):
        taken.read()


def test_a_catalog_that_cannot_be_read_waits_for_its_turn(project, tally):
    project.write("locales/et/LC_MESSAGES/ferry.po", 'msgid "open\n')
    taken = take(tally, tally.ready.to_open[0])
    assert taken.article is not None
    assert taken.begun == {}


def test_where_the_engine_has_been_given_up_nothing_is_wanted(tally):
    for _ in range(3):
        tally.patience.failed("et")
    assert take(tally, tally.ready.to_open[0]).begun == {}


@pytest.fixture
def many(project, monkeypatch):
    """Twenty articles of three sentences, where six sentences are some and twelve are enough."""
    monkeypatch.setattr(taking, "FEW", 6)
    monkeypatch.setattr(taking, "ENOUGH", 12)
    for number in range(19):
        project.write(
            f"articles/ferry{number}.txt", f"Ferry {number} opens\n\nThe ferry sailed. The captain was late.\n"
        )
    with a_run(project) as ready:
        yield Tally.of(ready)


def never():
    return False


def test_windows_are_small_at_the_beginning_and_at_the_end(many):
    waiting = deque(many.ready.to_open)
    taken = [*windows(many, waiting, never)]
    assert [len(window) for window in taken] == [2, 4, 4, 4, 3, 2, 1]
    assert [one.path for window in taken for one in window] == [*many.ready.to_open]
    assert not waiting


def test_no_more_are_taken_than_a_killed_run_may_lose(many, monkeypatch):
    for name, number in (("FEW", 999), ("ENOUGH", 999), ("MOST", 8)):
        monkeypatch.setattr(taking, name, number)
    assert [len(window) for window in windows(many, deque(many.ready.to_open), never)] == [8, 8, 4]


def test_where_time_is_out_no_more_are_taken(many):
    asked = iter([False, False, False, True])  # Nobody is asked again who has said so.
    waiting = deque(many.ready.to_open)
    assert [len(window) for window in windows(many, waiting, lambda: next(asked))] == [2, 1]
    assert len(waiting) == 17

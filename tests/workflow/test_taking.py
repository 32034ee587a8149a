"""Articles are read before their turn, as many as keep an engine busy."""

import pytest

from tests.workflow.runs import a_run
from translate.workflow import taking
from translate.workflow.taking import is_enough, take
from translate.workflow.tally import Tally


@pytest.fixture
def tally(project):
    with a_run(project) as ready:
        yield Tally.of(ready)


def test_what_an_article_wants_is_known_before_its_turn(tally):
    (path,) = tally.ready.to_open
    taken = take(tally, path)
    begun = taken.begun["et"]
    assert [case.source for case in begun.wanted.cases] == ["Ferry opens", "The ferry sailed.", "The captain was late."]
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


def test_no_more_are_taken_than_keep_an_engine_busy(tally, monkeypatch):
    taken = take(tally, tally.ready.to_open[0])
    assert not is_enough([])
    assert not is_enough([taken])
    monkeypatch.setattr(taking, "ENOUGH", 6)
    assert [is_enough([taken] * number) for number in (1, 2)] == [False, True]
    monkeypatch.setattr(taking, "ENOUGH", 999)
    assert [is_enough([taken] * number) for number in (taking.MOST - 1, taking.MOST)] == [False, True]

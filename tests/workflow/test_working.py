"""A unit has the same outcome wherever it is done, and what fails in one article costs no other."""

from dataclasses import replace

import pytest

from tests.workflow.runs import fail_on
from tests.workflow.test_parcels import units_of
from translate.engines.identity import IdentityEngine
from translate.workers import units
from translate.workflow.stationing import OtherEditionError
from translate.workflow.working import work


@pytest.fixture
def unit(project):
    project.write("articles/train.txt", "Trains stop\n\nNo ferry came.\n")
    return units_of(project)[0]


def outcome_of(unit):
    return units.outcome_of(work(units.packed(unit), {}))


def test_a_unit_comes_back_with_its_drafts(unit):
    done = outcome_of(unit).pieces
    assert [one.article for one in done] == ["articles/train.txt", "articles/ferry.txt"]
    assert [message.draft.text for message in done[0].messages] == ["Trains stop", "No praam came."]


def test_the_same_unit_has_the_same_outcome(unit):
    assert work(units.packed(unit), {}) == work(units.packed(unit), {}, 2)


def test_an_article_that_fails_is_told_and_costs_no_other(unit, monkeypatch):
    fail_on(monkeypatch, "Trains")
    second, first = outcome_of(unit).pieces
    assert (first.failure, len(first.messages)) == ("", 3)
    assert (second.failure, second.messages) == ("planted", ())


def test_a_bug_in_an_engine_is_told_by_its_name(unit, monkeypatch):
    monkeypatch.setattr(IdentityEngine, "translate", lambda *_, **__: 1 / 0)
    assert {done.failure for done in outcome_of(unit).pieces} == {"ZeroDivisionError: division by zero"}


def test_another_newsdesk_does_nothing(unit):
    with pytest.raises(OtherEditionError):
        outcome_of(replace(unit, version="0.1"))

"""Answers that a unit brings along are known, and those that are new are taken home."""

from dataclasses import replace

import pytest

from tests.workflow.test_parcels import units_of
from translate.core.offers import Hypothesis, SourceSentence
from translate.engines.identity import IdentityEngine
from translate.engines.packing import packed
from translate.workflow.editions import Edition
from translate.workflow.luggage import Luggage

HERE = Edition("engine", "machine", {})
RAIN = SourceSentence("It rains.")
OFFERS = (Hypothesis("Sajab.", -0.5),)
ENGINE = IdentityEngine()


@pytest.fixture
def unit(project):
    told = {HERE.key(RAIN, 1).hex(): packed(OFFERS).decode()}
    return replace(units_of(project)[0], machine="machine", answers=told)


def found(luggage, hypotheses=1):
    return luggage.find(ENGINE, [RAIN, SourceSentence("It snows.")], "en", "et", hypotheses=hypotheses)


def test_what_is_brought_along_is_known(unit):
    assert found(Luggage(unit, HERE)) == {RAIN: OFFERS}
    assert found(Luggage(unit, HERE), hypotheses=2) == {}


@pytest.mark.parametrize("edition", [None, Edition("other", "machine", {}), Edition("engine", "other", {})])
def test_on_another_machine_nothing_is(unit, edition):
    assert found(Luggage(unit, edition)) == {}


@pytest.mark.parametrize("told", ["", "[]", "[[1]]", "nonsense"])
def test_what_is_no_answer_is_asked_for(unit, told):
    assert found(Luggage(replace(unit, answers=dict.fromkeys(unit.answers, told)), HERE)) == {}


def test_what_is_new_is_taken_home(unit):
    luggage = Luggage(unit, HERE)
    luggage.put({SourceSentence("It snows."): OFFERS, RAIN: ()}, hypotheses=1)
    assert luggage.told == {HERE.key(SourceSentence("It snows."), 1).hex(): packed(OFFERS).decode()}
    silent = Luggage(unit, None)
    silent.put({RAIN: OFFERS}, hypotheses=1)
    assert silent.told == {}

"""What the core asks while it works, an engine is asked, as far as it can answer."""

import pytest

from tests.core.fake_engine import FakeAligningEngine, FakeScoringEngine
from translate.core.offers import Hypothesis
from translate.core.questions import Again, Align, Score
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError
from translate.workflow.answering import answer

SOURCE = "The ferry left."
PAIR = (SOURCE, "Praam lahkus.")


def test_questions_are_answered_in_their_order():
    def steps():
        [scored] = yield Score((("The ferry left.", "Laev lahkus."),))
        [hypotheses] = yield Again((SOURCE,), 1, ("Laev",))
        return scored.total, hypotheses

    engine = FakeScoringEngine({SOURCE: ["Laev lahkus.", "Praam lahkus.", "Läks."]})
    assert answer(steps(), engine, "en", "et") == (-2.5, (Hypothesis("Praam lahkus."),))


def test_work_without_a_question_is_done_at_once():
    def steps():
        return 7
        yield

    assert answer(steps(), FakeScoringEngine({}), "en", "et") == 7


def asking(question):
    reply = yield question
    return reply


def test_an_engine_that_aligns_is_asked_where_words_come_from():
    (alignment,) = answer(asking(Align((PAIR,))), FakeAligningEngine({}, {"Praam": "ferry"}), "en", "et")
    assert len(alignment.targets) == len(alignment.weights)


def test_an_engine_that_cannot_score_translates_again_as_it_always_does():
    assert answer(asking(Again((SOURCE,), 2)), IdentityEngine(), "en", "et") == [(Hypothesis(SOURCE),)]


@pytest.mark.parametrize("question", [Align((PAIR,)), Score((PAIR,))])
def test_what_an_engine_cannot_do_is_its_trouble(question):
    with pytest.raises(EngineError, match="“identity” cannot do what it is asked for"):
        answer(asking(question), IdentityEngine(), "en", "et")

"""Tags get into drafts by all that an engine can tell, and an engine that tells nonsense is told of."""

import pytest

from tests.core.fake_engine import FakeAligningEngine, FakeScoringEngine
from translate.core.offers import Alignment
from translate.core.placing.evidence import Means
from translate.core.placing.placed import Doubt, Effort, Placed, TagDoubt
from translate.core.placing.placing import Unplaced
from translate.engines.identity import IdentityEngine
from translate.errors import EngineError
from translate.workflow.placing import means_of, put_in

DICTIONARY = {"Punane": "red", "praam": "ferry", "lahkus": "left", "eile": "Yesterday"}
ANSWERS = {"ferry": ["praam"], "red": ["punane"], "Yesterday": ["eile"]}
MOVED = Unplaced("<a1>Yesterday</a1> the red <b2>ferry</b2> left.", "Punane praam lahkus eile.")


@pytest.mark.parametrize("effort", Effort)
def test_tags_go_where_their_words_went(effort):
    engine = FakeAligningEngine(ANSWERS, DICTIONARY)
    found = put_in(engine, [MOVED], "en", "et", effort)
    assert found == [Placed("Punane <b2>praam</b2> lahkus <a1>eile</a1>.")]


def test_the_quick_way_scores_nothing_and_asks_of_a_sentence_once():
    engine = FakeAligningEngine(ANSWERS, DICTIONARY)
    put_in(engine, [MOVED, MOVED], "en", "et", Effort.QUICK)
    assert (engine.scored, engine.aligned) == ([], [("Yesterday the red ferry left.", MOVED.text)])


def test_a_sentence_in_which_no_tag_begins_or_ends_asks_nothing():
    engine = FakeAligningEngine(ANSWERS, DICTIONARY)
    whole = Unplaced("<a1>The ferry left.</a1><br2/>", "Praam lahkus.")
    assert put_in(engine, [whole], "en", "et", Effort.THOROUGH) == [Placed("<a1>Praam lahkus.</a1><br2/>")]
    assert engine.requests == 0


def test_words_that_the_draft_leaves_out_are_told():
    engine = FakeAligningEngine({"ferry": ["praam"]}, {"See": "It", "lahkus": "left"})
    (found,) = put_in(engine, [Unplaced("It left the <a1>ferry</a1>", "See lahkus")], "en", "et", Effort.THOROUGH)
    assert found.doubts == (TagDoubt(Doubt.NO_WORDS, "<a1>", "ferry"),)


def test_of_no_texts_come_none_and_nobody_is_asked():
    assert put_in(FakeAligningEngine({}, {}), [], "en", "et", Effort.THOROUGH) == []


def test_how_far_it_is_is_told():
    told = []
    engine = FakeAligningEngine({}, {})
    put_in(engine, [MOVED], "en", "et", Effort.THOROUGH, announce=lambda *step: told.append(step) or told.append)
    assert told == [("Placing tags et", 1), 1]


def test_an_engine_is_asked_what_it_can_do_and_what_is_wanted():
    both, scores, none = FakeAligningEngine({}, {}), FakeScoringEngine({}), IdentityEngine()
    asked = [means_of(engine, "en", "et", effort) for engine in (both, scores, none) for effort in Effort]
    assert [(one.aligns, one.scores) for one in asked] == [
        (True, False), (True, True), (False, False), (False, True), (False, False), (False, False),
    ]  # fmt: skip
    assert isinstance(asked[0], Means)


class FakeThatErrs(FakeAligningEngine):
    """Answers with what it was given."""

    def __init__(self, answer):
        super().__init__(ANSWERS, DICTIONARY)
        self.answer = answer

    def align(self, *_):
        return self.answer


ONE = ((0, 3),)


@pytest.mark.parametrize(
    "answer",
    [
        [],
        None,
        [None],
        [Alignment((), (), ())] * 2,
        [Alignment(ONE, ONE, ((1.0, 1.0),))],
        [Alignment(ONE, ONE, ((1.0,), (1.0,)))],
        [Alignment(ONE, ONE, ((),))],
    ],
)
def test_an_alignment_that_is_none_is_the_engines_trouble(answer):
    with pytest.raises(EngineError) as caught:
        put_in(FakeThatErrs(answer), [MOVED], "en", "et", Effort.THOROUGH)
    assert str(caught.value).startswith("the engine “fake” ")


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), -1.0, 0.0])
@pytest.mark.parametrize("span", [(0, 6), (-9, -1), (500, 900), (7, 2), (0, 999)])
def test_what_is_no_share_or_stands_outside_the_text_tells_nothing_and_harms_nothing(weight, span):
    told = Alignment((span, (0, 9)), (span, (0, 6)), ((weight, weight), (weight, weight)))
    (found,) = put_in(FakeThatErrs([told]), [MOVED], "en", "et", Effort.QUICK)
    assert found.text == "Punane <b2>praam</b2> lahkus <a1>eile</a1>."

import pytest

from tests.core.fake_engine import FERRY, HARBOUR, FakeScoringEngine, case, drafted, means, term
from tests.programs import needs
from translate.core.enforcing.ladder import NOTHING, Enforced
from translate.core.terms.demands import outcomes
from translate.core.terms.glossary import Action
from translate.core.terms.ways import AS_IS, How, Way
from translate.engines.apertium import ApertiumEngine
from translate.engines.identity import IdentityEngine
from translate.engines.interface import Engine
from translate.workflow import enforcing

SOURCE = "The ferry left."
BAN = term("", "laev", action=Action.FORBID)


class FakeThatCounts(FakeScoringEngine):
    """Notes how many hypotheses it was asked for, and tells of its progress."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.wanted = {}
        self.told = []

    def translate(self, sentences, source, target, *, hypotheses=1, progress=None):
        self.wanted |= {sentence.text: hypotheses for sentence in sentences}
        self.told.append(len(sentences))
        progress(len(sentences))
        return super().translate(sentences, source, target, hypotheses=hypotheses)


def test_nothing_to_draft_asks_nothing():
    engine = FakeScoringEngine({})
    assert drafted(engine) == []
    assert engine.asked == []


def test_sentences_without_a_demand_are_what_the_engine_alone_says():
    engine = FakeThatCounts({SOURCE: ["Laev lahkus.", "Praam lahkus."]})
    assert drafted(engine, case(SOURCE), case("Why?")) == [Enforced("Laev lahkus.", ()), Enforced("Midagi muud", ())]
    assert (engine.wanted, engine.requests) == ({SOURCE: 1, "Why?": 1}, 0)


@pytest.mark.parametrize("asked", [FERRY, BAN])
@pytest.mark.parametrize(("scores", "wanted"), [(False, 4), (True, 1)])
def test_a_demand_is_reason_to_ask_an_engine_that_cannot_climb_for_more_of_that_sentence_alone(asked, scores, wanted):
    engine = FakeThatCounts({SOURCE: ["Laev lahkus.", "Praam lahkus."]}, scores=scores)
    assert [one.text for one in drafted(engine, case("Why?"), case(SOURCE, asked))] == ["Midagi muud", "Praam lahkus."]
    assert engine.wanted == {"Why?": 1, SOURCE: wanted}


def test_an_engine_that_can_climb_is_asked_once_for_all_sentences_and_for_no_more_of_one_that_has_its_terms():
    engine = FakeThatCounts({SOURCE: ["Praam lahkus.", "Laev lahkus."]})
    assert [one.text for one in drafted(engine, case(SOURCE, FERRY), case("Why?"))] == ["Praam lahkus.", "Midagi muud"]
    assert (engine.told, engine.requests) == ([2], 0)


def test_sentences_with_and_without_demands_keep_their_places():
    likes = means({"Laev": "ferry"})
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus."], "Why?": ["Miks?"]}, likes)
    made = drafted(
        engine, case("Why?"), case(SOURCE, FERRY), case("Why?"), case(SOURCE), case("The ferry left.", FERRY)
    )
    assert [one.text for one in made] == ["Miks?", "Praam lahkus.", "Miks?", "Laev lahkus.", "Praam lahkus."]


@pytest.mark.parametrize("scores", [True, False])
def test_a_sentence_without_a_translation_has_none_and_the_others_keep_their_places(scores):
    answers = {SOURCE: ["Praam lahkus."], "Why?": [], "The ferry!": [], "How?": ["Kuidas?"]}
    cases = [case("The ferry!", FERRY), case(SOURCE, FERRY), case("Why?"), case("How?")]
    made = drafted(FakeScoringEngine(answers, scores=scores), *cases)
    assert made == [NOTHING, Enforced("Praam lahkus.", (AS_IS,)), NOTHING, Enforced("Kuidas?", ())]


def test_a_term_is_offered_where_the_engine_has_nothing_more_to_say():
    engine = FakeScoringEngine({SOURCE: ["Läks."]})
    answered = engine._answered
    engine._answered = lambda sentences, without, wanted: [
        answer if sentence == SOURCE and engine.asked == [SOURCE] else ()
        for sentence, answer in zip(sentences, answered(sentences, without, wanted), strict=True)
    ]
    [made] = drafted(engine, case(SOURCE, FERRY, BAN))
    assert (made.text, made.ways) == ("Läks.", (Way(How.OFFERED, word="praam"),))
    assert engine.requests > 2


def test_the_steps_are_announced():
    told = []
    engine = FakeThatCounts({}, scores=False)

    def announce(what, total):
        told.append((what, total))
        return told.append

    enforcing.draft(engine, [case(SOURCE, FERRY), case("Why?")], "en", "et", hypotheses=2, announce=announce)
    assert told == [("Drafting et", 2), 1, 1]


def flagged_missing(engine: Engine, locale: str, text: str, *terms: object) -> list[str]:
    one = case(text, *terms)
    [made] = enforcing.draft(engine, [one], "en", locale, hypotheses=4)
    return [outcome.source for outcome in outcomes(one.asked, made.text, made.ways) if outcome.form is None]


def test_a_pair_that_cannot_be_scored_gets_the_best_hypothesis_and_a_flag():
    engine = FakeScoringEngine({SOURCE: ["Laev lahkus.", "Läks sadamasse."]}, scores=False)
    one = case("The ferry left.", FERRY, HARBOUR)
    assert drafted(engine, one) == [Enforced("Laev lahkus.", (AS_IS,))]
    assert engine.requests == 0
    assert flagged_missing(engine, "et", SOURCE, FERRY) == ["ferry"]


def test_identity_puts_every_term_in_itself():
    one = case("The ferry left the ferry harbor.", FERRY, HARBOUR)
    made = enforcing.draft(IdentityEngine(), [one], "en", "et", hypotheses=4)
    assert made == [Enforced("The praam left the praam sadam.", (AS_IS,) * 3)]


@needs("apertium")
def test_apertium_keeps_what_it_can_and_the_rest_is_flagged():
    keep = term("Esimene stuudio", "Esimene stuudio", action=Action.KEEP)
    assert flagged_missing(ApertiumEngine(), "es", "The ship left Esimene stuudio yesterday.", keep) == []
    ban = term("", "barco", action=Action.FORBID)
    assert flagged_missing(ApertiumEngine(), "es", "The ship left.", ban) != []

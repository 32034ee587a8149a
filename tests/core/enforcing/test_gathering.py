import pytest

from tests.core.fake_engine import FERRY, KALLAS, FakeScoringEngine, candidate, case, likely, term
from translate.core.enforcing.gathering import FIRST, HYPOTHESES, Gathered, gather
from translate.core.enforcing.lexicon import Wording, key
from translate.core.enforcing.places import Knowledge
from translate.core.enforcing.pool import Draft
from translate.core.offers import Hypothesis
from translate.languages.loading import load_language
from translate.workflow.answering import answer

ESTONIAN = load_language("et")
LEFT = "The captain left the ferry."
TABLE = "The captain left the table."
FROM_TABLE = {TABLE: ["Kapten lahkus tabelist."]}


def gathered(
    draft, answers, *, one=FERRY, source=LEFT, weight=1.0, endings=ESTONIAN.endings, stand_ins=ESTONIAN.stand_ins
):
    """A sentence with what was drafted of it, and what the engine was asked for; it calls a ferry a ship."""
    engine = FakeScoringEngine(answers)
    known = Knowledge({key(one): (Wording("laev", weight),)}, {}, endings)
    sentence = Gathered(candidate(case(source, one), draft), known)
    answer(gather([sentence], stand_ins), engine, "en", "et")
    return sentence, engine.asked


def test_where_the_first_carrier_says_what_the_words_that_give_way_say_nothing_more_is_asked():
    sentence, asked = gathered("Kapten lahkus laevast.", FROM_TABLE)
    assert asked == [TABLE]
    assert sentence.is_settled
    assert sentence.filling.text == "Kapten lahkus praamist."


@pytest.mark.parametrize(
    ("draft", "answers"),
    [
        ("Kapten lahkus laevalt.", FROM_TABLE),  # It says another case than the ablative that stands there.
        ("Kapten lahkus laevast.", {TABLE: ["Kapten läks."]}),  # It did not come through.
        ("Kapten läks ära.", FROM_TABLE | {TABLE: [likely("Läks tabelist.", -9.0)]}),
    ],
)
def test_where_it_does_not_the_other_carriers_and_offers_of_the_engine_are_asked_for(draft, answers):
    first = likely(draft, -1.0)
    sentence, asked = gathered(first, answers)
    assert asked[:FIRST] == [TABLE]
    assert LEFT in asked
    assert len(asked) > FIRST + len([LEFT])
    assert len(asked) == len(set(asked))
    assert sentence.pool[0] == Draft(draft, -1.0)


def test_a_form_that_may_be_of_two_cases_settles_nothing():
    told = {"The captain left the file.": ["Kapten jättis faili."]}
    for forms, asked in (("gen=faili", 1), ("gen=faili; part=faili", 2)):
        file = term("file", "fail", forms)
        assert len(gathered("Kapten jättis laeva.", told, stand_ins=[file])[1]) == asked


def test_a_draft_that_has_its_price_is_compared_with_the_other_offers_and_needs_no_more_carriers():
    # The engine hardly ever says “laev” for a ferry.
    sentence, asked = gathered("Kapten lahkus laevast.", FROM_TABLE | {LEFT: ["Kapten praamist läks."]}, weight=0.1)
    assert asked == [TABLE, LEFT]
    assert sentence.offers == [Draft("Kapten praamist läks.", None, 2)]
    assert sentence.filling.text == "Kapten praamist läks."


def test_nobody_agrees_in_a_language_whose_endings_are_not_known():
    _, asked = gathered("Kapten lahkus laevast.", FROM_TABLE, endings=None)
    assert LEFT in asked
    assert len(asked) > FIRST + len([LEFT])


def test_of_a_name_all_carriers_are_heard():
    source = "The captain left Kallas."
    told = {"The captain left table.": ["Kapten andis tabelile."]}
    _, asked = gathered("Kapten andis laevale.", told, one=KALLAS, source=source)
    assert source in asked
    assert len(asked) > FIRST + len([source])


def test_offers_are_counted_behind_the_engines_own_and_each_is_there_once():
    answers = {LEFT: ["Kapten läks ära.", "See läks.", "Too läks.", "See läks.", *map(str, range(HYPOTHESES))]}
    sentence, _ = gathered("Kapten läks ära.", answers)
    assert [(offer.rank, offer.text) for offer in sentence.offers][:2] == [(2, "See läks."), (3, "Too läks.")]
    assert len(sentence.offers) == HYPOTHESES - len(["Kapten läks ära.", "See läks."])


def test_a_sentence_without_a_translation_more_keeps_its_own():
    sentence, _ = gathered(Hypothesis("Kapten läks ära."), {LEFT: []})
    assert sentence.offers == []


def test_many_sentences_ask_together():
    engine = FakeScoringEngine({})
    sentences = [
        Gathered(candidate(case(text, FERRY), "Miski läks."), Knowledge({}, {}, ESTONIAN.endings))
        for text in (LEFT, "The ferry came.", "The ferry went.")
    ]
    answer(gather(sentences, ESTONIAN.stand_ins), engine, "en", "et")
    assert engine.requests == len(["the first carrier", "other offers", "more carriers"])

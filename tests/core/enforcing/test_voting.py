import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.fake_engine import FERRY, term
from translate.core.enforcing.pool import Draft, Place
from translate.core.enforcing.voting import (
    NAME,
    NUMBER,
    USUAL,
    VOTERS,
    WORD,
    cases_of,
    heard,
    rank,
    reconsider,
    softmax,
    sureness,
    weights_for,
)
from translate.core.terms.endings import ANY, Endings
from translate.core.terms.labels import Label

NOM, GEN, EL, ALL = (("sg", case) for case in ("nom", "gen", "el", "all"))
SHORT = term("boat", "a", "nom=a; gen=b; part=c; pl nom=d", variants=("boats",))
NOWHERE = Place(0, 0)


def ranked(one, *, plural=False, carriers=None, labels=None, own=0.0, weights=WORD, endings=None):
    """The forms of a term with their worth."""
    place = Place(0, 4, labels or {})
    return dict(
        rank(one, plural=plural, carriers=carriers or {}, place=place, weights=weights, own=own, endings=endings)
    )


def carrying(**labels):
    return Draft("x", None, carried={0: Place(0, 1, {Label("sg", case): share for case, share in labels.items()})})


def test_what_carriers_say_is_the_mean_over_the_drafts_in_which_they_came_through():
    drafts = [carrying(el=1.0), carrying(el=0.5, gen=0.5), Draft("x", None), carrying(gen=1.0)]
    assert heard(drafts, 0) == {EL: 0.5, GEN: 0.5}
    assert heard(drafts, 1) == {}
    assert heard([], 0) == {}


def test_gender_and_definiteness_are_no_part_of_what_is_asked_for():
    place = Place(0, 1, {Label("sg", "el", "fem"): 0.5, Label("sg", "el", "masc"): 0.5})
    assert heard([Draft("x", None, carried={0: place})], 0) == {EL: 1.0}


def test_carriers_that_agree_have_their_case():
    worth = ranked(FERRY, carriers={EL: 1.0})
    assert max(worth, key=worth.get) == "praamist"
    assert worth["praamist"] == pytest.approx(WORD.carriers + NUMBER)


def test_a_form_of_a_plural_is_preferred_where_the_source_has_one():
    one, many = ranked(FERRY), ranked(FERRY, plural=True)
    assert one["praam"] - one["praamid"] == many["praamid"] - many["praam"] == NUMBER
    assert next(iter(many)) == "praamid"


def test_the_words_that_give_way_have_their_say_by_their_ending():
    worth = ranked(FERRY, labels={Label("sg", "all"): 0.7, Label("sg", "el"): 0.3}, own=2.0)
    assert worth["praamile"] - worth["praami"] == pytest.approx(1.4)
    assert worth["praamist"] - worth["praami"] == pytest.approx(0.6)


def test_the_carriers_of_a_term_are_heard_more_than_the_words_that_give_way():
    worth = ranked(FERRY, carriers={EL: 1.0}, labels={Label("sg", "all"): 1.0}, own=WORD.own)
    assert max(worth, key=worth.get) == "praamist"


def test_how_usual_a_case_is_decides_where_nobody_knows_more():
    usual = Endings({ANY: ((Label("sg", "nom"), 0.2), (Label("sg", "part"), 0.5))})
    worth = ranked(SHORT, endings=usual)
    assert worth["c"] - worth["b"] == pytest.approx(USUAL * 5 / 10)
    assert next(iter(worth)) == "c"


def test_a_form_of_two_cases_has_the_say_of_the_better_one():
    both = term("boat", "a", "nom=a; gen=b; part=b")
    assert ranked(both, carriers={GEN: 0.9})["b"] == pytest.approx(WORD.carriers * 0.9 + NUMBER)


def test_forms_of_which_nothing_is_known_stay_in_the_glossarys_order():
    bare = term("boat", "paat", "=paadi; =paati")
    assert list(ranked(bare, plural=True, carriers={EL: 1.0}).items()) == [("paat", 0), ("paadi", 0), ("paati", 0)]


def test_a_form_without_a_label_is_of_no_number_and_no_case():
    worth = ranked(term("boat", "paat", "gen=paadi; =paati"), carriers={GEN: 1.0})
    assert worth["paati"] == 0.0


def test_names_trust_their_carriers_and_voters_and_hardly_their_own_score():
    assert (weights_for(name=True), weights_for(name=False)) == (NAME, WORD)
    assert NAME.carriers > WORD.carriers
    assert 0 < NAME.score < WORD.score
    assert NAME.own == NAME.wording


RANKING = [("a", 1.0), ("b", 0.5), ("c", 0.0), ("d", -0.5)]


def test_the_engine_has_a_say_on_the_best_few():
    again = reconsider(RANKING, SHORT, {"a": -9.0, "b": -1.0}, [], WORD)
    assert again == [("b", pytest.approx(2.5, abs=0.01)), ("a", pytest.approx(1.0, abs=0.01)), ("c", 0.0), ("d", -0.5)]


def test_voters_have_a_say_on_the_cases_of_the_forms():
    one, two = {NOM: math.log(1 / 4), GEN: math.log(3 / 4)}, {NOM: math.log(1 / 2), GEN: math.log(1 / 2)}
    again = dict(reconsider(RANKING, SHORT, {"a": 0.0, "b": 0.0}, [one, two], NAME))
    assert again["a"] == pytest.approx(1.0 + NAME.score / 2 + VOTERS * 3 / 8)
    assert again["b"] == pytest.approx(0.5 + NAME.score / 2 + VOTERS * 5 / 8)


def test_a_form_in_a_case_that_no_voter_has_is_not_voted_for():
    again = dict(reconsider(RANKING, SHORT, {"a": 0.0, "c": 0.0}, [{NOM: 0.0}], NAME))
    assert again["a"] - again["c"] == pytest.approx(1.0 + VOTERS)


def test_a_ranking_without_scores_is_as_it_was():
    assert reconsider(RANKING, SHORT, {}, [], WORD) == RANKING


def test_a_form_is_as_sure_as_it_is_ahead_of_all_others():
    assert sureness([("a", 1.0)]) == 1.0
    assert sureness([("a", 0.0), ("b", 0.0)]) == 0.5
    assert sureness([("a", 20.0), ("b", 0.0)]) == pytest.approx(1.0)


def test_a_form_is_of_every_case_that_it_is_listed_with():
    assert cases_of(FERRY, "praami") == {GEN, ("sg", "part")}
    assert cases_of(FERRY, "praamini") == set()


NATS = st.floats(-60, 0, allow_nan=False)
SHARES = st.dictionaries(st.sampled_from([NOM, GEN, EL, ALL, ("pl", "nom"), ("pl", "ter")]), st.floats(0, 1))


@given(SHARES, st.dictionaries(st.sampled_from(FERRY.accepted), NATS), st.lists(SHARES, max_size=2), st.booleans())
def test_a_ranking_has_every_form_once_the_best_first(said, likely, ballots, plural):
    first = list(ranked(FERRY, carriers=said, plural=plural).items())
    for ranking in (first, reconsider(first, FERRY, likely, ballots, NAME)):
        assert sorted(form for form, _ in ranking) == sorted(FERRY.accepted)
        worth = [value for _, value in ranking]
        assert worth == sorted(worth, reverse=True)
        assert all(map(math.isfinite, worth))
        assert 1 / len(ranking) <= sureness(ranking) + 1e-9 <= 1 + 2e-9


@given(st.dictionaries(st.text(max_size=2), st.floats(-1e4, 1e4), min_size=1))
def test_shares_are_one_together_however_unlikely_all_is(logs):
    assert sum(softmax(logs).values()) == pytest.approx(1.0)


def test_nothing_has_no_shares():
    assert softmax({}) == {}

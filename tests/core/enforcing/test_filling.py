from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.fake_engine import FERRY, HARBOUR, KALLAS, FakeScoringEngine, candidate, case, likely, term
from translate.core.enforcing.filling import (
    DISAGREEMENT_PRICE,
    DOUBTFUL,
    DOUBTFUL_NAME,
    NAMELESS_PRICE,
    REDRAFTED_PRICE,
    UNHEARD_OF_PRICE,
    UNRESOLVED_PRICE,
    UNSURE_PRICE,
    Filling,
    cheapest,
    fill,
    price_of,
)
from translate.core.enforcing.lexicon import Wording, key
from translate.core.enforcing.places import OCCLUDED_PRICE, Knowledge
from translate.core.enforcing.pool import Draft, Place
from translate.core.offers import Scored, ScoredPiece
from translate.core.terms.endings import Endings
from translate.core.terms.labels import Label
from translate.core.terms.ways import AS_IS, How, Way

LEFT = case("The ferry left.", FERRY)
EL = {("sg", "el"): 1.0}
ENDINGS = Endings({"le": ((Label("sg", "all"), 0.9),), "st": ((Label("sg", "el"), 0.9),)})
SHIP = {key(FERRY): (Wording("laev", 1.0),), key(HARBOUR): (Wording("kai", 1.0),)}
NOTHING = Knowledge({}, {}, None)


def own(text):
    return Draft(text, None)


def filled(one, draft, *, carriers=None, lexicon=SHIP, first=""):
    """A draft of a sentence with its terms in it; the engine's own may be another one."""
    sentence = candidate(one, first or draft.text)
    heard = {number: (carriers or {}).get(number, {}) for number in range(len(sentence.terms))}
    return fill(sentence, heard, Knowledge(lexicon, {}, ENDINGS), draft)


def with_place(text, place, ranking, one=LEFT, number=0):
    return Filling(candidate(one, text), own(text), {number: place}, {number: ranking}, frozenset())


@pytest.mark.parametrize(
    ("draft", "price"),
    [
        (Draft("x", -1.0), 0.0),
        (Draft("x", -1.5, rank=3), 0.5),
        (Draft("x", -0.5, rank=3), 0.0),
        (Draft("x", None, rank=3), 0.0),
        (Draft("x", -1.5, carried={0: Place(0, 1)}), 0.5 + REDRAFTED_PRICE),
        (Draft("x", None, carried={0: Place(0, 1)}), REDRAFTED_PRICE),
    ],
)
def test_a_draft_costs_what_it_is_less_likely_than_the_first_choice_and_a_carrier_a_little_more(draft, price):
    assert price_of(draft, candidate(LEFT, likely("Laev läks.", -1.0))) == pytest.approx(price)


def test_of_an_engine_that_tells_no_likelihoods_all_offers_cost_the_same():
    assert price_of(Draft("x", -9.0, rank=8), candidate(LEFT, "Laev läks.")) == 0.0


def test_the_words_that_stand_for_a_term_give_way_to_the_form_that_all_want():
    one = filled(LEFT, own("Ta lahkus laevast siis."), carriers={0: EL})
    assert (one.text, one.price, one.disagreements) == ("Ta lahkus praamist siis.", 0.0, frozenset())


def test_without_carriers_the_words_that_give_way_tell_the_case():
    assert filled(LEFT, own("Ta läks laevale.")).text == "Ta läks praamile."


def test_carriers_that_disagree_with_the_words_that_give_way_win_and_cost():
    one = filled(LEFT, own("Ta läks laevale."), carriers={0: EL})
    assert (one.text, one.price, one.disagreements) == ("Ta läks praamist.", DISAGREEMENT_PRICE, {0})


def test_carriers_that_disagree_with_a_form_that_stands_there_cost_as_well():
    stands = filled(LEFT, own("Ta läks praamile."), carriers={0: EL})
    assert (stands.places, stands.price, stands.disagreements) == ({}, DISAGREEMENT_PRICE, {0})
    assert filled(LEFT, own("Ta läks praamist."), carriers={0: EL}).price == 0.0
    assert filled(LEFT, own("Ta läks praamile.")).price == 0.0


def test_of_several_terms_each_may_disagree_with_its_own_carriers():
    both = case("The ferry left the harbor.", FERRY, HARBOUR)
    assert filled(both, own("Laev läks kaile."), carriers={1: EL}).disagreements == {1}
    assert filled(both, own("Laev läks sadamale."), carriers={1: EL}).disagreements == {1}


def test_a_term_that_finds_no_place_costs_less_where_the_engine_has_the_word_by_itself():
    one = filled(LEFT, own("Midagi läks."), lexicon={})
    assert (one.text, one.price) == ("Midagi läks.", UNHEARD_OF_PRICE)
    sentence = candidate(LEFT, "Midagi läks.")
    sentence.known = frozenset({0})
    assert fill(sentence, {0: {}}, NOTHING, own("Midagi läks.")).price == UNRESOLVED_PRICE


def test_the_price_of_a_place_is_added():
    lexicon = {key(FERRY): (Wording("laev", 0.25),)}
    assert filled(LEFT, own("Siis laev läks."), lexicon=lexicon).price == pytest.approx(0.1)


def test_several_terms_each_have_their_own_place_and_form():
    both = case("The ferry left the harbor.", FERRY, HARBOUR)
    one = filled(both, own("Laev lahkus kaist."), carriers={1: EL})
    assert one.text == "Praam lahkus sadamast."


def test_a_mention_in_the_plural_has_a_form_of_the_plural():
    assert filled(case("The ferries left.", FERRY), own("Siis laevu läks.")).text == "Siis praamid läks."


def test_a_term_without_labels_is_put_in_its_base_form():
    bare = term("ferry", "Leiger", "=Leigeri", variants=("ferries",))
    assert filled(case("The ferry left.", bare), own("Ta läks laevale."), carriers={0: EL}).text == "Ta läks Leiger."


def test_a_bare_name_is_given_a_form_only_where_its_carriers_speak():
    saw = case("He spoke to Kallas.", KALLAS)
    to = {0: {("sg", "all"): 1.0}}
    assert filled(saw, own("Ta ütles Каллас."), carriers=to).text == "Ta ütles Калласиле."
    assert filled(saw, own("Ta ütles Каллас.")).places == {}


def test_another_form_or_another_word_may_be_tried_in_a_place():
    one = with_place("Ta läks laevale.", Place(8, 15), [("praamile", 1.0), ("praamist", 0.0)])
    assert one.text == "Ta läks praamile."
    assert [one.with_forms({0: word}) for word in ("praamist", "tabelisse")] == [
        "Ta läks praamist.",
        "Ta läks tabelisse.",
    ]


WORDS = st.sampled_from(
    ["laev", "Laev", "LAEV", "2035", "„", "”", ",", ".", "(", " ", " ", "-", "’", "\u00a0", "e\u0301", "漢字"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map("".join).filter(str.strip)
FORMS = st.sampled_from(["praam", "praamist", "Esimene stuudio", "NATO", "õ", "𝒳"])


@given(TEXTS.filter(lambda text: len(text) > 2), st.data(), FORMS, FORMS)
def test_nothing_outside_the_places_changes(text, data, one, other):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4, unique=True)))
    places = {1: Place(cuts[0], cuts[1]), 0: Place(cuts[2], cuts[3])}
    both = case("The ferry left the harbor.", FERRY, HARBOUR)
    filling = Filling(candidate(both, text), own(text), places, {0: [(one, 0.0)], 1: [(other, 0.0)]}, frozenset())
    expected = text[: cuts[0]] + other + text[cuts[1] : cuts[2]] + one + text[cuts[3] :]
    assert filling.text.lower() == expected.lower()


def test_the_cheapest_draft_is_taken():
    sentence = candidate(LEFT, likely("Laev läks.", -1.0))
    pool = [Draft("Laev läks.", -1.0), Draft("Praam läks.", -1.25, rank=2), Draft("Praam tuli.", -1.1, rank=3)]
    best = cheapest(sentence, pool, lambda draft: fill(sentence, {0: {}}, NOTHING, draft))
    assert (best.text, best.price) == ("Praam tuli.", pytest.approx(0.1))


def test_drafts_that_can_cost_no_less_are_not_looked_at():
    sentence = candidate(LEFT, likely("Praam läks.", -1.0))
    looked = []

    def look(draft):
        looked.append(draft.text)
        return fill(sentence, {0: {}}, NOTHING, draft)

    cheapest(sentence, [Draft("Praam läks.", -1.0), Draft("Praam tuli.", -1.0, rank=2)], look)
    assert looked == ["Praam läks."]


@pytest.mark.parametrize(
    "worse",
    ["Laev lahkus sadamast kell 7.", "Praam sadamast.", "Praam lahkus kell 7.", "Praam lahkus sadamast kell 8."],
)
def test_a_draft_that_lacks_what_the_first_has_or_has_lost_the_rest_is_not_taken_however_cheap_it_is(worse):
    both = case("The ferry left the harbor of Kallas at 7.", HARBOUR, FERRY, KALLAS)
    plain = "Praam lahkus sadamast kell 7."
    sentence = candidate(both, plain)

    def among(*texts):
        pool = [Draft(text, None, rank) for rank, text in enumerate(texts, 1)]
        return cheapest(sentence, pool, lambda draft: fill(sentence, {0: {}, 1: {}, 2: {}}, NOTHING, draft))

    assert among(worse, plain).text == plain
    assert among(worse) is None


def test_a_draft_that_gains_one_term_and_loses_another_is_not_taken():
    both = candidate(case("The ferry left the harbor.", FERRY, HARBOUR), "Praam lahkus kaist.")
    pool = [Draft("Laev lahkus sadamast.", None, rank=2)]
    assert cheapest(both, pool, lambda draft: fill(both, {0: {}, 1: {}}, NOTHING, draft)) is None


SURE, TORN = [("praam", 50.0), ("praami", 0.0)], [("praam", 0.0), ("praami", 0.0)]


@pytest.mark.parametrize(
    ("ranking", "known", "price", "worth"),
    [
        (SURE, {0}, UNRESOLVED_PRICE - 0.01, True),
        (SURE, {0}, UNRESOLVED_PRICE, False),
        (SURE, (), UNHEARD_OF_PRICE - 0.01, True),
        (SURE, (), UNHEARD_OF_PRICE, False),
        (TORN, {0}, UNRESOLVED_PRICE - UNSURE_PRICE / 2 - 0.01, True),
        (TORN, {0}, UNRESOLVED_PRICE - UNSURE_PRICE / 2 + 0.01, False),
    ],
)
def test_what_costs_more_than_to_leave_the_term_to_a_person_is_not_done(ranking, known, price, worth):
    one = with_place("Laev läks.", Place(0, 4), ranking)
    one.candidate.known = frozenset(known)
    one.price = price
    assert one.is_worth_it is worth


@pytest.mark.parametrize(("price", "worth"), [(NAMELESS_PRICE - 0.01, True), (NAMELESS_PRICE, False)])
def test_a_name_that_is_missing_may_cost_far_more(price, worth):
    one = with_place("Tema läks.", Place(0, 4), [("Каллас", 50.0), ("Калласи", 0.0)], case("Kallas left.", KALLAS))
    one.price = price
    assert one.is_worth_it is worth


def test_a_name_that_could_not_be_put_in_is_no_reason_to_put_in_another_term_at_any_price():
    both = case("Kallas took the ferry.", KALLAS, FERRY)
    one = with_place("Siis laev läks.", Place(5, 9), SURE, both, number=1)
    for price, worth in ((UNHEARD_OF_PRICE - 0.1, True), (UNHEARD_OF_PRICE + 0.1, False)):
        one.price = NAMELESS_PRICE + price
        assert one.is_worth_it is worth


def test_a_name_that_is_there_is_changed_only_where_its_case_is_sure_be_other_terms_missing_or_not():
    both = case("Kallas took the ferry.", KALLAS, FERRY)
    for rest, form in ([("Каллас", 0.9)], "Калласи"), ([("Каллас", 0.9), ("Калласиле", 0.8)], "Каллас"):
        places, rankings = {0: Place(0, 6), 1: Place(7, 11)}, {0: [("Калласи", 1.0), *rest], 1: SURE}
        sentence = candidate(both, "Каллас laev läks.")
        one = Filling(sentence, own("Каллас laev läks."), places, rankings, frozenset())
        one.leave_unsure()
        assert one.text == f"{form} praam läks."
        assert one.is_worth_it


@pytest.mark.parametrize(("rest", "told"), [(0.1, {0: replace(AS_IS, doubtful=True)}), (-0.1, {})])
def test_a_name_that_is_left_in_its_base_form_though_another_one_is_likelier_is_doubtful(rest, told):
    one = case("Kallas left.", KALLAS)
    ranking = sorted([("Калласи", 1.0 + rest), ("Каллас", 1.0), ("Калласиле", 0.9)], key=lambda form: -form[1])
    left = with_place("Каллас läks.", Place(0, 6), ranking, one)
    left.leave_unsure()
    assert settled(left) == ("Каллас läks.", told)


@pytest.mark.parametrize(("source", "doubtful"), [("The ferry-based files left.", True), ("The ferry left.", False)])
def test_a_term_that_a_hyphen_ties_is_doubtful_where_the_sentence_was_drafted_anew(source, doubtful):
    sentence = candidate(case(source, FERRY), "Midagi läks.")
    draft = Draft("Tabel läks.", None, carried={0: Place(0, 5)})
    one = Filling(sentence, draft, draft.carried, {0: [("praam", 9.0)]}, frozenset())
    assert settled(one)[1][0].doubtful is doubtful
    one = Filling(
        candidate(case(source, FERRY), "Laev läks."),
        own("Laev läks."),
        {0: Place(0, 4)},
        {0: [("praam", 9.0)]},
        frozenset(),
    )
    assert not settled(one)[1][0].doubtful


def settled(one):
    one.settle()
    return one.candidate.text, one.candidate.ways


def test_a_term_that_was_put_in_tells_what_gave_way_by_how_much_and_to_what_else():
    one = with_place("Siis laev läks.", Place(5, 9), [("praami", 3.26), ("praam", 1.0), ("praamist", 0.0)])
    assert settled(one) == ("Siis praami läks.", {0: Way.parse("repaired: was “laev”, margin 2.3, also “praam”")})


def test_of_two_mentions_of_a_term_the_one_that_was_put_in_says_so():
    both = case("The ferry met a ferry.", FERRY)
    for text, place, ways in (
        ("Laev kohtas praami.", Place(0, 4), {0: Way(How.REPAIRED, was="Laev"), 1: AS_IS}),
        ("Praam kohtas laeva.", Place(13, 18), {1: Way(How.REPAIRED, was="laeva")}),
    ):
        one = Filling(candidate(both, text), own(text), {1: place}, {1: [("praami", 0.0)]}, frozenset())
        assert settled(one)[1] == ways


def test_where_a_term_stands_is_known_behind_forms_of_any_length():
    both = case("The ferry left the harbor.", FERRY, HARBOUR)
    places = {0: Place(0, 4), 1: Place(12, 16)}
    one = Filling(candidate(both, "Laev lahkus kail."), own("Laev lahkus kail."), places, {
        0: [("praamidest", 0.0)], 1: [("sadamas", 0.0)],
    }, frozenset())  # fmt: skip
    assert {number: one.text[slice(*span)] for number, span in one.spans.items()} == {0: "Praamidest", 1: "sadamas"}


def test_a_term_with_one_form_has_no_runner_up():
    one = with_place("Siis laev läks.", Place(5, 9), [("praam", 0.0)])
    assert settled(one)[1] == {0: Way(How.REPAIRED, was="laev")}


def test_a_term_that_took_the_place_of_a_carrier_is_redrafted():
    draft = Draft("Siis lahter läks.", None, carried={0: Place(5, 11)})
    one = Filling(candidate(LEFT, "Siis läks."), draft, draft.carried, {0: [("praam", 0.0)]}, frozenset())
    assert settled(one) == ("Siis praam läks.", {0: Way(How.REDRAFTED)})


def test_a_term_that_stands_in_another_offer_says_in_which_and_one_of_the_first_says_nothing():
    both = case("The ferry left the harbor.", FERRY, HARBOUR)
    one = filled(both, Draft("Praam lahkus sadamast.", None, rank=3), first="Praam lahkus kaist.")
    assert settled(one)[1] == {1: Way(How.N_BEST, rank=3)}


def test_a_term_that_was_lost_with_a_forbidden_word_and_comes_back_says_in_which_offer():
    one = filled(LEFT, Draft("Praam läks.", None, rank=3), first="Praam läks.")
    one.candidate.text = "Paat läks."
    one.candidate.ways = {0: Way(How.OFFERED, word="praam")}
    assert settled(one)[1] == {0: Way(How.N_BEST, rank=3)}


def test_a_term_that_comes_along_in_a_redraft_is_redrafted():
    both = case("The ferry left the harbor.", FERRY, HARBOUR)
    draft = Draft("Lahter lahkus sadamast.", None, carried={0: Place(0, 6)})
    assert settled(filled(both, draft, first="Laev lahkus kaist."))[1][1] == Way(How.REDRAFTED)


def test_of_a_term_that_is_not_there_nothing_is_told_here():
    both = case("The ferry left the harbor.", FERRY, HARBOUR)
    one = filled(both, own("Laev lahkus siit."))
    assert list(settled(one)[1]) == [0]


def test_a_name_that_may_stay_as_it_is_stays_without_a_word_more():
    one = with_place("Каллас läks.", Place(0, 6), [("Каллас", 1.0), ("Калласи", 0.0)], case("Kallas left.", KALLAS))
    assert settled(one) == ("Каллас läks.", {0: AS_IS})


def doubtful(one, text, likes, *, was="laev", price=0.0, carried=False, disagreements=()):
    """Whether a term is doubtful that takes the place of a word in a draft."""
    form = one.asked.enforced[0].term.target
    place = Place(text.index(was), text.index(was) + len(was), price=price)
    draft = Draft(text, None, carried={0: place} if carried else {})
    filling = Filling(candidate(one, text), draft, {0: place}, {0: [(form, 0.0)]}, frozenset(disagreements))
    [scored] = FakeScoringEngine({}, likes).score([("x", filling.text)], "en", "et")
    filling.hear(scored)
    filling.settle()
    return filling.candidate.ways[0].doubtful


@pytest.mark.parametrize(
    ("one", "form", "most"), [(LEFT, "praam", DOUBTFUL), (case("Kallas left.", KALLAS), "Каллас", DOUBTFUL_NAME)]
)
def test_a_term_whose_beginning_surprises_the_engine_in_its_place_is_doubtful_a_name_sooner(one, form, most):
    assert not doubtful(one, "Siis laev läks.", lambda _, word: -most * (word == form))
    assert doubtful(one, "Siis laev läks.", lambda _, word: (-most - 0.01) * (word == form))
    assert not doubtful(one, "Siis laev läks.", lambda _, word: -99.0 * (word != form))


def test_of_a_term_of_several_words_the_first_one_counts():
    two = case("The ferry left.", term("ferry", "suur praam"))
    assert doubtful(two, "Siis laev läks.", lambda _, word: -99.0 * (word == "suur"))
    assert not doubtful(two, "Siis laev läks.", lambda _, word: -99.0 * (word == "praam"))


def test_marks_before_a_term_are_no_part_of_it():
    pieces = (ScoredPiece(0, 0, -50.0), ScoredPiece(0, 1, -90.0), ScoredPiece(1, 3, -1.0), ScoredPiece(3, 6, -70.0))
    one = with_place("„laev“ läks.", Place(1, 5), [("praam", 0.0)])
    one.hear(Scored(pieces, -211.0))
    assert one.surprise == {0: 1.0}


def test_where_nobody_asked_the_engine_there_is_no_doubt():
    one = with_place("Siis laev läks.", Place(5, 9), [("praam", 0.0)])
    assert not settled(one)[1][0].doubtful
    one.hear(Scored((), 0.0))
    assert one.surprise == {0: 0.0}


def test_where_the_engines_own_wording_has_another_case_than_the_carriers_the_form_is_doubtful():
    def disagreeing(one=LEFT, **more):
        return doubtful(one, "Siis laev läks.", lambda *_: 0.0, **more)

    assert disagreeing(disagreements={0})
    assert not disagreeing(disagreements={1})
    # The case of other words is not to be trusted, nor that of what an engine makes of a name.
    assert not disagreeing(disagreements={0}, price=OCCLUDED_PRICE)
    assert not disagreeing(disagreements={0}, carried=True)
    assert not disagreeing(case("Kallas left.", KALLAS), disagreements={0})

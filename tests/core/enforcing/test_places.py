from itertools import pairwise

import pytest

from tests.core.fake_engine import FERRY, HARBOUR, KALLAS, FakeScoringEngine, candidate, case, means, term
from translate.core.enforcing.lexicon import Wording, key
from translate.core.enforcing.places import (
    DROP_SHARE,
    LEAST_DROP,
    OCCLUDED_PRICE,
    UNUSUAL_PRICE,
    Free,
    Knowledge,
    find_places,
    occlude,
)
from translate.core.enforcing.pool import Draft, Place
from translate.core.terms.endings import Endings
from translate.core.terms.labels import Label
from translate.workflow.answering import answer

SHIP = {key(FERRY): (Wording("laev", 1.0),)}
LEFT = case("The ferry left.", FERRY)
NET = term("5G network", "5G-võrk", "nom=5G-võrk; gen=5G-võrgu")


def found(one, draft, lexicon=SHIP, *, occluded=None, endings=None, own=""):
    """The places in a draft of a sentence, which may be another than the engine's own."""
    draft = draft if isinstance(draft, Draft) else Draft(draft, None)
    return find_places(candidate(one, own or draft.text), draft, Knowledge(lexicon, occluded or {}, endings))


def words(one, draft, lexicon=SHIP, **more):
    text = draft.text if isinstance(draft, Draft) else draft
    return {number: text[p.start : p.end] for number, p in found(one, draft, lexicon, **more).items()}


def occluded(source, draft, likes, *terms, number=0):
    """The words that occlusion finds for a term."""
    engine = FakeScoringEngine({}, likes)
    one = candidate(case(source, *terms), draft)
    [span] = answer(occlude([(one, number)]), engine, "en", "et")
    return span and draft[slice(*span)]


def test_the_engines_wording_for_a_term_gives_way_for_nothing():
    assert found(LEFT, "Siis laev läks.") == {0: Place(5, 9)}


@pytest.mark.parametrize(("weight", "price"), [(1.0, 0.0), (0.5, 0.0), (0.25, UNUSUAL_PRICE / 2), (0.0, UNUSUAL_PRICE)])
def test_a_wording_that_the_engine_seldom_has_costs_something(weight, price):
    lexicon = {key(FERRY): (Wording("laev", weight),)}
    assert found(LEFT, "Siis laev läks.", lexicon)[0].price == pytest.approx(price)


def test_the_well_known_word_comes_before_the_wording():
    draft = Draft("Lahter kohtas laeva.", None, carried={0: Place(0, 6)})
    assert found(LEFT, draft) == {0: Place(0, 6)}


def test_what_occlusion_found_holds_in_the_engines_own_draft_alone_and_where_there_is_no_wording():
    spans = {0: (5, 10)}
    assert found(LEFT, "Siis alus läks.", occluded={0: (5, 9)}) == {0: Place(5, 9, {}, OCCLUDED_PRICE)}
    assert words(LEFT, "Siis paadi laev läks.", occluded=spans) == {0: "laev"}
    assert words(LEFT, "Siis paat läks.", occluded=spans, own="Midagi muud siin.") == {}


def test_a_term_that_nothing_stands_for_has_no_place():
    assert found(LEFT, "Siis läks.") == {}
    assert found(LEFT, "") == {}


def test_a_term_that_is_there_needs_no_place_and_a_bare_name_has_its_own():
    assert found(LEFT, "Praam ja laev läks.") == {}
    assert words(case("He saw Kallas.", KALLAS), "Ta nägi Каллас.", {}) == {0: "Каллас"}
    assert words(case("He saw Kallas.", KALLAS), "Ta nägi Калласи.", {}) == {}


def test_the_words_that_give_way_tell_their_case_where_the_endings_of_the_language_are_known():
    endings = Endings({"le": ((Label("sg", "all"), 0.9),)})
    assert found(LEFT, "Siis laevale läks.", endings=endings)[0].labels == {Label("sg", "all"): 0.9}
    assert found(LEFT, "Siis laevale läks.")[0].labels == {}


def test_no_two_terms_have_the_same_words():
    both = case("The ferry met a ferry.", FERRY)
    assert words(both, "Laev kohtas laeva.") == {0: "Laev", 1: "laeva"}
    assert words(both, "Laev läks.") == {0: "Laev"}
    many = case("ferry " * 12 + "left", FERRY)
    spans = sorted((p.start, p.end) for p in found(many, "laev " * 7 + "läks").values())
    assert len(spans) == 7
    assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_the_words_of_a_term_that_is_there_are_no_place_for_another_one():
    shared = {key(FERRY): (Wording("sadam", 1.0),)}
    assert words(case("The ferry left the harbor.", FERRY, HARBOUR), "Siit sadamast läks.", shared) == {}
    assert words(LEFT, "Siis praamijuht läks.", {key(FERRY): (Wording("praamijuht", 1.0),)}) == {}


def test_occlusion_gives_way_to_what_another_term_has_already():
    both = case("The ferry left the harbor.", FERRY, HARBOUR)
    assert words(both, "Laev läks.", occluded={1: (0, 4)}) == {0: "Laev"}


BEFORE = "$%#@&/\\<{=_^~*"
BEHIND = "$%#@/\\>}=_^~*("


@pytest.mark.parametrize(
    "dear",
    [
        *(f"{mark}laev" for mark in BEFORE),
        *(f"laev{mark}" for mark in BEHIND),
        *("laev_suur", "laev.ee", "laev:ee", "ee.laev", "ee:laev", "laev://", "laev7", "7laev", "https://laev"),
        *("&laev;", "</laev>", "laev()", "%(laev)s", "{laev}"),
    ],
)
def test_a_word_with_any_mark_of_markup_or_of_an_address_is_never_touched(dear):
    lexicon = {key(FERRY): tuple(Wording(text, 1.0) for text in ("laev", "laev_suur", "laev7", "7laev"))}
    assert words(LEFT, f"Siis {dear} läks taas.", lexicon) == {}
    text = f"Siis {dear} läks."
    free = Free(candidate(LEFT, text), text, 0)
    assert not free(text.index("laev"), text.index("laev") + 4) or dear in {"laev_suur", "laev7", "7laev"}
    assert free(text.index("läks"), text.index("läks") + 4)


@pytest.mark.parametrize("dear", ["e.laev", "laev.e", "$laev", "laev$"])
def test_markup_is_seen_at_either_end_of_a_draft(dear):
    assert words(LEFT, dear) == {}


@pytest.mark.parametrize(
    "around", ["{}", "({})", "„{}”", "{}.", "{}: see", "Jah. {}", "Jah: {}", "{}; see", ")laev}}{}", "{}!", "{}, ja"]
)
def test_a_word_beside_common_marks_gives_way(around):
    assert words(LEFT, around.format("paat"), {key(FERRY): (Wording("paat", 1.0),)}) == {0: "paat"}


@pytest.mark.parametrize(
    ("one", "wording", "draft", "words_there"),
    [
        (NET, "5g võrk", "Kaks 5G võrku.", {0: "5G võrku"}),
        (NET, "võrk", "Kaks 5G võrku.", {0: "võrku"}),
        (NET, "6g võrk", "Kaks 6G võrku.", {}),
        (FERRY, "5g laev", "Kaks 5G laeva.", {}),
        (FERRY, "number 7", "Kaks number 7 siin.", {}),
        (term("size 12", "suurus 12"), "number 12", "Kaks number 12 siin.", {0: "number 12"}),
    ],
)
def test_digits_give_way_only_to_a_term_that_has_them_itself(one, wording, draft, words_there):
    assert words(case(f"Two {one.source} here.", one), draft, {key(one): (Wording(wording, 1.0),)}) == words_there


def test_the_words_that_lose_most_without_the_term_stand_for_it():
    likes = means({"Laev": "ferry", "sadamast": "harbor"})
    assert occluded("The ferry left the harbor.", "Laev lahkus sadamast.", likes, FERRY) == "Laev"
    assert occluded("The ferry left the harbor.", "Laev lahkus sadamast.", likes, FERRY, HARBOUR, number=1) is None


def drops(**lost):
    """Likes words as much less as said where there is no ferry in the source."""
    return lambda source, word: -1.0 - lost.get(word.strip(".,"), 0.0) * ("ferry" not in source)


@pytest.mark.parametrize(("drop", "word"), [(LEAST_DROP - 0.125, None), (LEAST_DROP, "see")])
def test_a_word_stands_for_a_term_if_it_loses_a_nat_and_a_half_without_it(drop, word):
    assert occluded("Then left the ferry.", "Siis see lahkus.", drops(see=drop), FERRY) == word


TWO = term("ferry", "suur praam", "gen=suure praami")
THREE = term("ferry", "suur valge praam")


@pytest.mark.parametrize(
    ("one", "best", "neighbour", "gone"),
    [
        (TWO, 8.0, 8.0 * DROP_SHARE, "suur laev"),
        (TWO, 8.0, 8.0 * DROP_SHARE - 0.125, "laev"),
        (TWO, LEAST_DROP, LEAST_DROP / 2, "suur laev"),
        (THREE, 8.0, 5.0, "suur laev kaunis"),
        (FERRY, 8.0, 8.0, "suur"),
    ],
)
def test_neighbours_that_lose_half_as_much_stand_for_it_too_but_no_more_words_than_it_has(one, best, neighbour, gone):
    likes = drops(suur=neighbour, laev=best, kaunis=neighbour)
    assert occluded("The ferry left.", "Siis suur laev kaunis lahkus.", likes, one) == gone


@pytest.mark.parametrize("draft", ["Suur laev lahkus.", "Lahkus suur laev", "suur laev"])
def test_a_neighbour_may_be_the_first_or_the_last_word(draft):
    likes = drops(Suur=5.0, suur=5.0, laev=6.0)
    assert occluded("The ferry left.", draft, likes, TWO).lower() == "suur laev"


def test_words_beyond_a_comma_are_no_neighbours():
    assert occluded("To the ferry.", "Läks laevale, suurele.", drops(laevale=8.0, suurele=8.0), TWO) == "laevale"


@pytest.mark.parametrize("dear", ["2035", "%laev", "laev_2", "&laev;", "{laev}", "https://laev", "l@ev.ee", "</laev>"])
def test_occlusion_touches_neither_numbers_nor_words_beside_markup(dear):
    def likes(source, word):
        return -1.0 if "ferry" in source else -9.0 if word == dear else -4.0 if word == "läks" else -1.0

    assert occluded("The ferry left again.", f"Siis {dear} läks taas.", likes, FERRY) == "läks"


def test_occlusion_takes_no_word_of_two_letters_be_it_ever_so_unlikely_without_the_term():
    assert occluded("See it and the ferry.", "Vaata ja laev.", drops(ja=9.0, laev=5.0), FERRY) == "laev"


def test_of_the_same_term_twice_no_mention_speaks_for_the_other():
    # A word for a ferry is fine as long as there is any ferry in the source.
    assert occluded("The ferry met a ferry.", "Praam kohtas paati.", drops(paati=5.0), FERRY, number=1) == "paati"


def test_a_term_that_is_the_whole_sentence_may_be_left_out_as_well():
    engine = FakeScoringEngine({}, lambda source, _: -1.0 - 5.0 * (source == "."))
    one = candidate(case("Ferry", FERRY), "Laev")
    assert answer(occlude([(one, 0)]), engine, "en", "et") == [(0, 4)]


@pytest.mark.parametrize("draft", ["…", "?!", "“”", "."])
def test_a_draft_without_a_word_has_none_for_a_term(draft):
    assert occluded("The ferry left.", draft, means({}), FERRY) is None


def test_all_occlusions_are_one_request_and_none_is_none():
    engine = FakeScoringEngine({}, drops(laev=5.0, paat=5.0))
    asked = [(candidate(LEFT, draft), 0) for draft in ("Siis laev läks.", "Siis muu läks.", "Siis paat läks.")]
    assert answer(occlude(asked), engine, "en", "et") == [(5, 9), None, (5, 9)]
    assert engine.requests == 1
    assert answer(occlude([]), engine, "en", "et") == []
    assert engine.requests == 1


def test_nobody_is_asked_twice_how_likely_the_same_draft_is():
    engine = FakeScoringEngine({}, drops(laev=5.0))
    one = candidate(case("The ferry met a ferry.", FERRY), "Siis laev läks.")
    assert answer(occlude([(one, 0), (one, 1)]), engine, "en", "et") == [(5, 9), (5, 9)]
    assert len(engine.scored) == 2

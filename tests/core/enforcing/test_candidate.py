from tests.core.fake_engine import FERRY, HARBOUR, SOFT, candidate, case, term
from translate.core.terms.glossary import Action
from translate.core.terms.ways import AS_IS, How, Way

BOTH = case("The ferry left the harbor at 7.", FERRY, HARBOUR)
BAN = term("", "laev", action=Action.FORBID)
BY_HAND, CLEAN, REDRAFTED = Way(rest="by hand"), Way(How.CLEANED), Way(How.REDRAFTED)


def test_the_best_offer_is_taken_and_each_term_says_how_it_came():
    one = candidate(BOTH, "Praam lahkus kell 7.", "Praam lahkus sadamast kell 7.")
    assert (one.drafted, one.text) == ("Praam lahkus kell 7.", "Praam lahkus sadamast kell 7.")
    assert one.ways == {0: AS_IS, 1: Way(How.OFFERED, rank=2)}


def test_an_offer_that_has_lost_the_rest_of_the_sentence_is_no_offer():
    one = candidate(BOTH, "Laev lahkus sadamast kell 7.", "Praam sadamas 7.", "Praam lahkus sadamast 7.")
    assert (one.text, one.ways) == ("Praam lahkus sadamast 7.", {0: Way(How.OFFERED, rank=3), 1: AS_IS})
    alone = candidate(BOTH, "Laev lahkus sadamast kell 7.", "Praam sadamas 7.")
    assert (alone.text, alone.missing()) == ("Laev lahkus sadamast kell 7.", [0])


def test_a_term_that_is_missing_has_no_way_yet():
    one = candidate(BOTH, "Laev lahkus sadamast kell 7.")
    assert (one.missing(), one.ways) == ([0], {1: AS_IS})


def test_a_term_that_may_be_missing_is_not_missed():
    assert candidate(case("The line left.", SOFT), "See lahkus.").missing() == []


def test_a_draft_with_more_of_the_terms_is_taken():
    one = candidate(BOTH, "Laev lahkus sadamast kell 7.")
    assert one.take("Praam lahkus sadamast kell 7.", [(0, BY_HAND)])
    assert (one.text, one.missing(), one.ways) == ("Praam lahkus sadamast kell 7.", [], {0: BY_HAND, 1: AS_IS})


def test_a_draft_that_gains_one_term_and_loses_another_is_not_taken():
    one = candidate(BOTH, "Laev lahkus sadamast kell 7.")
    assert not one.take("Praam lahkus kaist kell 7.", [(0, BY_HAND)])
    assert (one.text, one.ways) == ("Laev lahkus sadamast kell 7.", {1: AS_IS})


def test_a_draft_with_another_forbidden_word_is_not_taken():
    one = candidate(case("The ferry left.", FERRY, BAN), "Paat lahkus.")
    assert not one.take("Praam, see laev, lahkus.", [(0, BY_HAND)])


def test_a_damaged_draft_is_not_taken():
    one = candidate(BOTH, "Laev lahkus sadamast kell 7.")
    assert not one.take("Praam lahkus sadamast kell 8.", [(0, BY_HAND)])
    assert not one.take("Praam lahkus sadamast kell 7." + " ja siis kell 7 ja siis kell 7" * 5, [(0, BY_HAND)])
    assert not one.take("Praam, 7", [(0, BY_HAND)])
    assert one.ways == {1: AS_IS}


def test_a_term_that_comes_along_is_not_called_as_is():
    one = candidate(case("The ferry left the harbor of the line.", FERRY, HARBOUR, SOFT), "See lahkus sealt kiiresti.")
    assert one.take("Praam lahkus sadamast liini pealt.", [(0, REDRAFTED)])
    assert one.ways == {0: REDRAFTED, 1: REDRAFTED, 2: REDRAFTED}


def test_a_clean_draft_is_taken_if_it_lacks_no_more_terms():
    one = candidate(case("The ferry left.", FERRY, BAN), "Praam ehk laev lahkus.")
    assert not one.take_clean("Paat lahkus taas siit.", CLEAN)
    assert not one.take_clean("Praam ehk laev lahkus siit.", CLEAN)
    assert not one.take_clean("Praam", CLEAN)
    assert one.take_clean("Praam ehk paat lahkus.", CLEAN)
    assert (one.text, one.offences(), one.ways) == ("Praam ehk paat lahkus.", 0, {0: CLEAN})


def test_a_span_is_taken_where_a_term_stands_in_it():
    one = candidate(BOTH, "Praam lahkus.")
    assert [one.is_taken(*span) for span in ((0, 5), (4, 6), (5, 6), (6, 12))] == [True, True, False, False]


def test_a_span_is_taken_from_the_first_letter_of_a_term_on():
    one = candidate(BOTH, "Siis praam läks.")
    assert [one.is_taken(*span) for span in ((0, 5), (4, 5), (5, 6), (0, 6))] == [False, False, True, True]


def test_a_draft_with_more_terms_and_as_many_forbidden_words_is_taken():
    one = candidate(case("The ferry left.", FERRY, BAN), "Suur laev lahkus.")
    assert one.take("Praam, laev lahkus.", [(0, BY_HAND)])
    assert one.offences() == 1


def test_a_way_is_told_anew_where_it_is_named_and_only_of_what_is_there():
    one = candidate(BOTH, "Laev lahkus sadamast kell 7.")
    assert one.take("Praam lahkus sadamast kell 7.", [(0, BY_HAND), (1, REDRAFTED)])
    assert one.ways == {0: BY_HAND, 1: REDRAFTED}
    other = candidate(BOTH, "Laev lahkus kaist kell 7.")
    assert other.take("Praam lahkus kaist kell 7.", [(0, BY_HAND), (1, REDRAFTED)])
    assert other.ways == {0: BY_HAND}


def test_a_draft_that_nothing_is_said_of_has_its_terms_as_they_are():
    one = candidate(BOTH, "Laev lahkus sadamast kell 7.")
    assert one.take("Praam lahkus sadamast kell 7.", [])
    assert one.ways == {0: AS_IS, 1: AS_IS}


def test_a_clean_draft_that_lost_a_number_or_only_gained_a_term_is_not_taken():
    one = candidate(case("The ferry left at 7.", FERRY, BAN), "Laev lahkus kell 7.")
    assert not one.take_clean("Paat lahkus kell kaheksa.", CLEAN)
    assert not one.take_clean("Laev ja praam lahkus kell 7.", CLEAN)
    assert one.take_clean("Paat lahkus kell 7.", CLEAN)
    assert one.ways == {}


def test_a_clean_draft_may_be_longer_by_its_terms_and_no_more():
    pact = term("NATO", "Põhja-Atlandi Lepingu Organisatsioon")
    one = candidate(case("NATO", pact, BAN), "Laev")
    assert not one.take_clean("Põhja-Atlandi Lepingu Organisatsioon ja veel midagi muud", CLEAN)
    assert one.take_clean("Põhja-Atlandi Lepingu Organisatsioon", CLEAN)
    assert one.ways == {0: CLEAN}

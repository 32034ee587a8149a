import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.fake_engine import FERRY, HARBOUR, FakeScoringEngine, by_itself, term
from translate.core.enforcing.lexicon import LEAST_WEIGHT, Found, Wording, akin, find, key, knows, learn
from translate.core.offers import Hypothesis
from translate.workflow.answering import answer


def learnt(answers, *terms, lexicon=None):
    """The lexicon with these terms, and the engine that was asked."""
    lexicon = {} if lexicon is None else lexicon
    engine = FakeScoringEngine(answers)
    answer(learn(terms, lexicon), engine, "en", "et")
    return lexicon, engine


def found(text, *wordings, at=0.0, is_free=lambda *_: True):
    """The words of a text that are one of these wordings."""
    place = find([Wording(*wording) for wording in wordings], text, is_free, at)
    return place and text[place.start : place.end]


def test_a_term_is_asked_for_by_itself_in_its_plural_with_an_article_and_as_a_sentence():
    lexicon, engine = learnt(by_itself(FERRY, "laev"), FERRY)
    assert engine.asked == ["ferry", "ferries", "The ferry", "Ferry."]
    assert lexicon == {"ferry | ferries": (Wording("laev", 1.0),)}


def test_all_terms_are_asked_for_together_and_each_sentence_once():
    plain = term("ferry", "parvlaev")
    lexicon, engine = learnt({}, FERRY, HARBOUR, plain, FERRY)
    assert engine.requests == 1
    assert engine.asked == ["ferry", "ferries", "The ferry", "Ferry.", "harbor", "The harbor", "Harbor."]
    assert set(lexicon) == {key(FERRY), key(HARBOUR), key(plain)}


def test_what_is_known_is_not_asked_for_again_be_it_nothing():
    known = {key(FERRY): (Wording("laev", 1.0),), key(HARBOUR): ()}
    lexicon, engine = learnt({}, FERRY, HARBOUR, lexicon=dict(known))
    assert (lexicon, engine.requests) == (known, 0)


def test_two_rows_that_are_asked_alike_have_the_same_wordings():
    other = term("ferry", "parvlaev", variants=("ferries", "ferryboats"))
    assert key(other) == key(FERRY)
    assert learnt({}, other)[1].asked == learnt({}, FERRY)[1].asked
    assert key(term("ferry", "praam")) != key(FERRY)


def test_a_wording_weighs_as_much_as_the_engine_believes_in_it():
    likely = [Hypothesis("Laev", math.log(0.6)), Hypothesis("“Parvlaev”", math.log(0.2))]
    sure = [Hypothesis("laev.", math.log(0.5))]
    lexicon, _ = learnt({"bus": likely, "The bus": likely, "Bus.": sure}, term("bus", "buss"))
    assert lexicon == {"bus": (Wording("laev", 0.833), Wording("parvlaev", 0.167))}


def test_an_engine_that_gives_no_scores_believes_in_all_that_it_offers_alike():
    lexicon, _ = learnt(by_itself(HARBOUR, "sadam", "kai"), HARBOUR)
    assert lexicon[key(HARBOUR)] == (Wording("sadam", 0.5), Wording("kai", 0.5))


def test_however_unlikely_all_offers_are_one_of_them_is_the_wording():
    lexicon, _ = learnt(by_itself(HARBOUR, Hypothesis("sadam", -2000.0), Hypothesis("kai", -2100.0)), HARBOUR)
    assert lexicon[key(HARBOUR)] == (Wording("sadam", 1.0),)


def test_what_is_no_wording_is_left_out():
    rare = [Hypothesis("kai"), Hypothesis("sild", math.log(LEAST_WEIGHT * 0.9))]
    answers = {"harbor": rare, "The harbor": rare, "Harbor.": rare}
    assert [one.text for one in learnt(answers, HARBOUR)[0]["harbor"]] == ["kai"]
    answers = by_itself(HARBOUR, "See on suur sadam", "…", "", "üks suur sadam")
    assert [one.text for one in learnt(answers, HARBOUR)[0]["harbor"]] == ["üks suur sadam"]


def test_wordings_are_the_four_best_offers():
    lexicon, _ = learnt(by_itself(HARBOUR, "a", "b", "c", "d", "e"), HARBOUR)
    assert [one.text for one in lexicon["harbor"]] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fail", "fail"), ("fail", "failidel"), ("toimik", "toimiku"), ("lahter", "lahtrist"), ("kaust", "kausta"),
        ("sadam", "sadamasse"), ("raamatukogu", "raamatukogudesse"), ("raamatukokku", "raamatukogus"),
        ("kasutaja", "kasutajate"), ("keel", "keele"), ("menüü", "menüüsse"), ("dokument", "dokumendid"),
    ],
)  # fmt: skip
def test_forms_of_a_word_are_akin(one, other):
    assert akin(one, other)
    assert akin(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fail", "failinimekiri"), ("fail", "aken"), ("laev", "laud"), ("sõna", "sõnastikus"), ("aken", "aeg"),
        ("kaust", "kasutaja"), ("ja", "jalg"), ("", "fail"), ("fail", ""), ("autopraam", "praam"),
    ],
)  # fmt: skip
def test_longer_other_words_and_short_likenesses_are_not(one, other):
    assert not akin(one, other)
    assert not akin(other, one)


@given(st.text("abõ", max_size=9), st.text("abõ", max_size=9))
def test_kinship_is_mutual_and_begins_at_the_first_letter(one, other):
    assert akin(one, one)
    assert akin(one, other) == akin(other, one)
    assert one == other or not akin(one, other) or one[:3] == other[:3]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Laevale läks ta.", "Laevale"),
        ("Ta läks LAEVALE.", "LAEVALE"),
        ("Ta läks laevnikuna.", None),
        ("Ta läks „laeva“.", "laeva"),
        ("Ta läks.", None),
        ("", None),
        ("…", None),
    ],
)
def test_a_wording_is_found_in_any_form_and_any_capitals_and_not_in_longer_words(text, words):
    assert found(text, ("laev", 1.0)) == words


def test_words_whose_stops_change_are_found_as_far_as_their_beginnings_are_alike():
    assert found("Ta avas toimikuid.", ("toimik", 1.0)) == "toimikuid"
    assert found("Ta sulges lahtri.", ("lahter", 1.0)) == "lahtri"
    assert found("Ta avas raamatukogusid.", ("raamatukokku", 1.0)) == "raamatukogusid"


def test_a_wording_of_several_words_is_found_as_a_whole_and_begins_alike():
    wording = ("suur laev", 1.0)
    assert found("Siis suurele laevale läks ta.", wording) == "suurele laevale"
    assert found("Siis suurele ja laevale läks ta.", wording) is None
    assert found("Siis laevale.", wording) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Siis tulid parvlaevad.", "laevad"),
        ("Siis tuli HTML-laevalt.", "laevalt"),
        ("Siis tulid parvlaevad ja laev.", "laev"),  # A whole word comes first.
        ("Siis tuli õlaev.", None),
        ("Siis tuli laevameeskond.", None),
    ],
)
def test_the_last_part_of_a_word_is_found_where_the_language_makes_compounds(text, words):
    wordings = (Wording("laev", 1.0),)
    place = find(wordings, text, lambda *_: True, 0.5, in_words=True)
    assert (place and text[place.start : place.end]) == words
    whole = find(wordings, text, lambda *_: True, 0.5)
    assert (whole and text[whole.start : whole.end]) == (words if words == "laev" else None)
    assert find((Wording("aev", 1.0),), "Siis tuli parvlaev.", lambda *_: True, 0.5, in_words=True) is None


def test_the_wording_with_most_words_comes_first_then_the_likeliest():
    text = "Suur laev ja praam."
    assert found(text, ("praam", 0.2), ("suur laev", 0.1), ("laev", 0.7)) == "Suur laev"
    assert found(text, ("praam", 0.2), ("laev", 0.7)) == "laev"
    assert find([Wording("praam", 0.2)], text, lambda *_: True, 0) == Found(13, 18, 0.2)


@pytest.mark.parametrize(("at", "start"), [(0.0, 0), (0.3, 0), (0.8, 12), (1.0, 12)])
def test_of_several_places_the_one_is_taken_that_is_nearest_to_the_terms_own(at, start):
    assert find([Wording("laev", 1.0)], "laev kohtas laeva", lambda *_: True, at).start == start


def test_only_what_is_free_is_found():
    text = "laev kohtas laeva ja paati"
    assert found(text, ("laev", 0.9), ("paat", 0.1), is_free=lambda start, _: start > 0) == "laeva"
    assert found(text, ("laev", 0.9), ("paat", 0.1), is_free=lambda start, _: start > 12) == "paati"
    assert found(text, ("laev", 0.9), ("paat", 0.1), is_free=lambda *_: False) is None


def test_an_engine_knows_a_term_if_it_has_one_of_its_forms_for_it():
    def known(*wordings):
        return knows(FERRY, {key(FERRY): tuple(Wording(text, 0.5) for text in wordings)})

    assert known("laev", "praam")
    assert known("praamid")
    assert not known("laev", "praamilt")  # The glossary does not list it.
    assert not known()
    assert not knows(FERRY, {})


def test_a_term_of_several_words_is_known_whatever_is_between_them():
    assert knows(term("help file", "Abi-fail"), {"help file": (Wording("abi-fail", 1.0),)})
    assert knows(term("word, words", "Sõna, sõnad"), {"word, words": (Wording("sõna sõnad", 1.0),)})

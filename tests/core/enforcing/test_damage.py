import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.fake_engine import case, term
from translate.core.enforcing.damage import damaged

SOURCE = "In 2035 the line had 12 ferries and 12 crews."
BEFORE = "Aastal 2035 oli liinil 12 laeva ja 12 meeskonda."


def test_a_changed_word_is_no_damage():
    assert not damaged(SOURCE, BEFORE, BEFORE.replace("laeva", "praami"))


@pytest.mark.parametrize("after", [BEFORE.replace("2035", "2036"), BEFORE.replace("12", "kaksteist", 1)])
def test_a_number_that_is_lost_or_changed_is_damage(after):
    assert damaged(SOURCE, BEFORE, after)


def test_a_number_that_was_never_there_is_not_asked_for():
    assert not damaged(
        "They sold 1050 books in 2 days.", "Kahe päevaga läks 1 050 raamatut.", "Kahe päevaga läks tuhat raamatut."
    )
    assert not damaged("The ferry left.", "Laev 7 lahkus siis.", "Praam lahkus siis.")


def test_much_shorter_and_much_longer_texts_are_damage():
    assert damaged("x", "a" * 100, "a" * 59)
    assert not damaged("x", "a" * 100, "a" * 60)
    assert not damaged("x", "a" * 100, "a" * 178)
    assert damaged("x", "a" * 100, "a" * 179)


def test_a_short_text_may_grow_by_a_word():
    assert not damaged("No", "Ei", "Ei praami")
    assert damaged("No", "Ei", "Ei ja ei ja veel kord ei")


def test_a_text_may_be_as_much_longer_as_its_terms_are():
    pact = case("NATO", term("NATO", "Põhja-Atlandi Lepingu Organisatsioon")).asked.enforced
    assert not damaged("NATO", "See", "Põhja-Atlandi Lepingu Organisatsioon", pact)
    assert damaged("NATO", "See", "Põhja-Atlandi Lepingu Organisatsioon ja veel midagi muud", pact)


def test_no_term_is_worth_two_fifths_of_a_draft_however_much_of_the_source_it_is():
    for source in ("North Atlantic Treaty Organization", "The North Atlantic Treaty Organization met again."):
        asked = case(source, term("North Atlantic Treaty Organization", "NATO")).asked.enforced
        assert damaged(source, "a" * 40, "a" * 23, asked)
        assert not damaged(source, "a" * 40, "a" * 24, asked)


def test_a_text_that_begins_to_repeat_itself_is_damage():
    before = "See on üks üsna pikk lause millest on juttu."
    assert damaged("x", before, "See on üks üsna, see on üks üsna pikk lause.")
    assert not damaged("x", "a b c d a b c d e f", "a b c d a b c d f e")


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_stays_as_it_is_is_never_damaged(source, text):
    assert not damaged(source, text, text)


@given(st.text(alphabet="a 12", max_size=20), st.text(alphabet="a 12", min_size=1, max_size=40), st.integers(2, 9))
def test_a_text_said_many_times_over_is_damage(source, text, times):
    assert damaged(source, text, f"{text} " * (times + 9))


def test_a_text_may_be_as_much_longer_as_the_longest_form_of_its_term():
    pact = case("NATO", term("NATO", "NATO", "gen=Põhja-Atlandi Lepingu Organisatsiooni")).asked.enforced
    assert not damaged("NATO", "See", "Põhja-Atlandi Lepingu Organisatsiooni", pact)


def test_each_term_lets_a_text_grow():
    two = case("NATO NATO", term("NATO", "b" * 20)).asked.enforced
    assert not damaged("NATO NATO", "a" * 10, "b" * (17 + 8 + 40), two)
    assert damaged("NATO NATO", "a" * 10, "b" * (17 + 8 + 41), two)

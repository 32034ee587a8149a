"""What of a text is taken for a name, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.mining.told import ENGLISH, passages, sources, suggested
from translate.core.mining.facts import Facts, facts_of
from translate.core.mining.gathering import gather
from translate.core.mining.rows import MOST_WORDS, is_acronym, rows_of, words_of
from translate.languages.loading import load_language


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ferry Laidur sailed.", ["Laidur"]),
        ("We asked Anu Järvetaga's brother.", ["Anu Järvetaga"]),
        ("We asked Anu Järvetaga’s brother.", ["Anu Järvetaga"]),
        ("It was said by Robert van Dam on the pier.", ["Robert van Dam"]),
        ("It was said by George W. Bush on the pier.", ["George W. Bush"]),
        ("She met Mr. Tamm and Dr Kask there.", ["Kask", "Tamm"]),
        ("It belongs to the U.S. and to NATO.", ["NATO", "U.S."]),
        ("They work at Marks & Spencer in town.", ["Marks & Spencer"]),
        ("She met Kim Jong-un in the pro-Tamm camp.", ["Kim Jong-un", "Tamm"]),
        ("He has an iPhone and a McLaren.", ["McLaren", "iPhone"]),
        ("So I've said that I'm late.", []),
        ("Write to anna@Kask.ee or see https://Tamm.ee/Kask.", []),
        ("It was on Thursday in early March, or on Sundays.", []),
        ("The ferry sailed. Nobody came.", []),
        ("", []),
    ],
)
def test_a_name_is_capitals_that_their_place_does_not_explain(text, found):
    assert sources(text) == found


def test_a_word_that_begins_a_sentence_is_a_name_where_another_sentence_says_so():
    assert sources("Laidur sailed.") == []
    assert sources("Laidur sailed.", "They saw Laidur.") == ["Laidur"]
    assert suggested("Laidur sailed.", "They saw Laidur.")[0].times == 2


def test_a_common_word_before_a_name_is_no_part_of_it():
    texts = ("So President Karis said.", "They asked Karis.", "He was the president.")
    assert sources(*texts) == ["Karis"]
    assert suggested(*texts)[0].times == 2


def test_of_several_common_words_before_a_name_none_is_a_part_of_it():
    asked = ("They asked Acting President Karis.", "They asked President Karis.", "They asked Karis.")
    assert sources(*asked, "He is acting president.") == ["Karis"]


def test_a_common_word_at_the_start_of_a_sentence_is_no_part_of_a_name():
    assert sources("Yesterday Anu Tamm came.", "He came yesterday.") == ["Anu Tamm"]


def test_of_links_a_common_word_to_a_name_and_parts_two_names():
    assert sources("It is the Bank of Estonia.", "It is a bank.") == ["Bank of Estonia"]
    assert sources("So Susan Collins of Maine said.") == ["Maine", "Susan Collins"]


def test_capitals_of_a_headline_make_no_name_but_those_of_the_text_are_found_there():
    headline = "Strong Winds Stop Ferry Laidur in the Old Port"
    assert sources(headline) == []
    (found,) = suggested(headline, "They saw Laidur.")
    assert (found.source, found.times) == ("Laidur", 2)
    assert sources("STRONG WINDS STOP LAIDUR") == []


def test_a_name_in_a_headline_is_mentioned_once_though_a_part_of_it_is_a_name_too():
    (found,) = suggested("Old Ferry Captain Anu Tamm Leaves", "So Anu Tamm said.", "They asked Tamm.")
    assert [mention.text for mention in found.mentions] == ["Anu Tamm", "Anu Tamm", "Tamm"]


def test_a_long_headline_is_looked_through_to_its_end():
    headline = " ".join([*("Strong Cold Winds" for _ in range(MOST_WORDS)), "Stop Laidur"])
    assert suggested(headline, "They saw Laidur.")[0].times == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She hosts “Esimene stuudio” there.", []),
        ("She hosts “Esimene Stuudio” there.", ["Esimene Stuudio"]),
        ("She hosts “The Voice of the Islands,” a show.", ["The Voice of the Islands"]),
        ("“Nobody,” he said. “Islanders” began.", ["Islanders"]),
        ("“Stop!” he said.", []),
        ("He said “This is a very long thing that Somebody Said”.", ["Somebody Said"]),
    ],
)
def test_what_stands_in_quotation_marks_with_its_capitals_is_a_title(text, found):
    assert sources(text) == found


def test_a_quoted_title_is_told_as_one():
    (found,) = suggested("She hosts “The Winter Ferry” there.")
    assert found.kind == "title"


@pytest.mark.parametrize("name", ["NATO", "U.S.", "MPs", "N.G.O.", "HER2", "R&D", "НАТО"])
def test_letters_for_words_are_an_acronym(name):
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Tamm", "A", "A.", "1999", "iPhone", "中国", "", "s"])
def test_other_words_are_no_acronym(name):
    assert not is_acronym(name)


def test_letters_that_stand_twice_for_several_words_are_one_name():
    spanish = facts_of(load_language("es"))
    assert sources("Dice que en EE. UU. hay barcos, dice la Sra. Tamm.", facts=spanish) == ["EE. UU.", "Tamm"]


def test_an_article_with_a_capital_is_a_part_of_the_name():
    spanish = facts_of(load_language("es"))
    assert sources("Viene de El Salvador y de la Palma.", facts=spanish) == ["El Salvador", "Palma"]


def test_where_every_noun_has_a_capital_a_lone_word_is_no_name():
    german = facts_of(load_language("de"))
    assert sources("Gestern kam das Schiff mit Angela Merkel und der NATO.", facts=german) == ["Angela Merkel", "NATO"]


def test_where_there_are_no_capitals_nothing_is_a_name():
    assert sources("中国的“新闻联播”开始了。", "हिन्दी में समाचार", facts=Facts()) == []


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_text_can_be_looked_through(texts):
    found = gather(passages(*texts), ENGLISH, lambda _: ())
    for name, mentions in found.names.items():
        assert mentions
        assert all(mention.text == name for mention in mentions)


@given(st.text(alphabet="Aab .-'’&“”", max_size=80))
def test_rows_stand_from_left_to_right_and_share_no_word(text):
    words = words_of(text, ENGLISH)
    rows = list(rows_of(text, words, ENGLISH))
    places = [word.start for row in rows for word in row.words]
    assert places == sorted(set(places))
    assert all(text[word.start : word.end] == word.text for word in words)

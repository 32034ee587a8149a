import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.source_words import check_source_words
from translate.core.terms.glossary import Form, Term


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("It rained when the ice had gone.", "the Sadas, ice", ["the"]),
        ("It rained when the ice had gone.", "Sadas, kui the", ["the"]),
        ("It rained when the ice had gone.", "Sadas when the ice tuli", ["when the ice"]),
        ("It rained on ice of the lake.", "Sadas ice of the järv", ["ice of the"]),
        ("He saw Lord of the Rings.", "Ta of film “the Rings”", ["of"]),
        ("It rained on ice of the lake.", "Sadas of järv the lake tuli", ["of", "the lake"]),
        ("He saw Lord of the Rings.", "of the Rings on film", ["of the"]),
        ("He saw Lord of the Rings.", "Film Lord of the", ["of the"]),
        ("He saw Lord of the Rings.", "Ta of the Rings", ["of the"]),
        ("He saw Lord of the Rings.", "Ta nägi Lord of the Rings kinos", []),
        ("He saw Lord of the Rings.", "Lord of the Ring", ["of the"]),
        ("He saw Lord of the Rings.", "Lord of the Rings ja of", ["of"]),
    ],
)
def test_each_stretch_of_source_words_is_told_once(source, target, words):
    assert said(check_source_words, source, target) == [("source-words", word) for word in words]


def test_a_stretch_tells_what_to_do():
    assert sentences(check_source_words, "It rained on the ice.", "Sadas the ice") == [
        "“the ice” is left from the source; translate it"
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Which of us", "Which of us"),
        ("It was cold", "Oli the külm"),
        ("It was one of us", "Oli the külm"),
        ("It was the <a title='the'>end</a>", "Oli <a title=the>lõpp</a>"),
        ("See https://example.org/of the day", "Vaata https://example.org/of päev"),
        ("It was “the end”", "Oli „kõik the end kõik“"),
    ],
)
def test_words_that_say_nothing_about_the_translation(source, target):
    assert said(check_source_words, source, target) == []
    assert said(check_source_words, source, target, locale="en_GB") == []


def test_nothing_is_left_of_a_language_that_it_is_written_in():
    assert said(check_source_words, "It was the end", "Oli the lõpp", locale="en_GB") == []
    assert said(check_source_words, "It was the end", "Oli the lõpp") == [("source-words", "the")]


@pytest.mark.parametrize(("opening", "closing"), ["“”", "„“", "«»", "»«", '""', "””", "„”", "““"])
def test_what_is_quoted_is_a_name(opening, closing):
    assert said(check_source_words, "He saw the end", f"Ta nägi {opening}Kord the{closing} siin") == (
        [("source-words", "the")] if closing == "«" else []
    )


@pytest.mark.parametrize(("letters", "told"), [(80, False), (81, True)])
def test_a_quotation_is_a_name_up_to_eighty_characters(letters, told):
    quoted = "the " + "õ" * (letters - 4)
    assert bool(said(check_source_words, "He saw the end", f"Ta nägi „{quoted}“ siin")) == told


def test_an_accepted_form_of_a_term_may_have_source_words():
    term = Term("end of the day", "the õhtu", forms=(Form("of õhtu", "gen"),))
    assert said(check_source_words, "It was the end of the day", "Oli the õhtu", term) == []
    assert said(check_source_words, "It was the end of the day", "Oli of õhtu", term) == []
    assert said(check_source_words, "It was the end of the day", "Oli the õhtu the", term) == [("source-words", "the")]


def test_a_function_word_may_be_one_of_the_other_language_too():
    assert said(check_source_words, "One of us", "Oli of meist") == [("source-words", "of")]
    assert said(check_source_words, "One of us", "Een of twee", locale="nl") == []


def test_a_name_may_be_inflected_or_end_in_a_figure():
    assert said(check_source_words, "He saw Lord of the Rings.", "Ta vaatas Lord of the Rings’i kinos") == []
    assert said(check_source_words, "The Class of 2018 won.", "Class of 2018 võitis") == []


def test_a_gloss_in_brackets_is_no_stretch_unless_the_source_has_brackets_too():
    assert said(check_source_words, "He left the stage", "Ta lahkus (left the stage)") == []
    assert said(check_source_words, "He (Tamm) left the stage", "Ta lahkus (left the stage)") == [
        ("source-words", "left the stage")
    ]


def test_words_in_the_order_of_the_source_need_no_function_word():
    source = "The old ferry was slowly towed home on Monday."
    assert said(check_source_words, source, "Vana was slowly towed home esmaspäeval.") == [
        ("source-words", "was slowly towed home")
    ]
    assert said(check_source_words, source, "Vana was slowly esmaspäeval.") == []
    assert said(check_source_words, source, "Vana home towed slowly was esmaspäeval.") == []
    assert said(check_source_words, "She sang Rein on Ice and Rain", "Ta laulis Rein on Ice and Rain") == []
    assert said(check_source_words, source, "Vana „was slowly towed home“ esmaspäeval.") == []


def test_a_stretch_in_a_third_language_may_stay():
    french = "Le bateau part quand la glace a disparu de la baie"
    english = "the boat leaves when the ice has gone from the bay"
    assert said(check_source_words, f"He said: {french}", f"Ta ütles: {french}") == []
    assert said(check_source_words, f"He said: {english}", f"Ta ütles: {english}") == [("source-words", english)]


def test_three_words_in_small_letters_in_the_order_of_the_source_are_a_stretch():
    source = "The ferry sails late again, the captain said."
    assert said(check_source_words, source, "Praam sails late again, ütles kapten.") == [
        ("source-words", "sails late again")
    ]
    assert said(check_source_words, source, "Praam late again, ütles kapten.") == []
    assert said(check_source_words, source, "Praam again late sails, ütles kapten.") == []


def test_words_of_the_source_are_found_between_letters_that_need_no_spaces():
    source = "The ferry sails late again, the captain said."
    assert said(check_source_words, source, "フェリーはsails late againと船長は言った。", locale="ja") == [
        ("source-words", "sails late again")
    ]

import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.copies import check_copies, check_source_words
from translate.core.terms.glossary import Action, Form, Term


def test_white_space_and_capitals_make_no_translation():
    source = "The ferry sails when it thaws."
    assert sentences(check_copies, source, " the  Ferry\u00a0sails when it thaws. ") == [
        "this is the source text; translate it"
    ]
    assert said(check_copies, source, "The ferry sails when it thaws!") == []


@pytest.mark.parametrize(
    ("text", "copy"), [("Rein on ice", False), ("Rein on ice again", True), ("Rein On Ice Again", False)]
)
def test_three_words_in_small_letters_make_a_copy(text, copy):
    assert said(check_copies, text, text) == [("untranslated", None)] * copy


@pytest.mark.parametrize(
    ("action", "stays"), [(Action.KEEP, True), (Action.INFLECT, True), (Action.OFF, True), (Action.TRANSLATE, False)]
)
def test_the_words_of_a_term_count_unless_it_stays(action, stays):
    term = Term("house of the rising sun", "house of the rising sun", action)
    for text in ("house of the rising sun", "a house of the rising sun Too"):
        assert said(check_copies, text, text, term) == [("untranslated", None)] * (not stays)
    assert said(check_copies, "house of the rising sun is open now", "house of the rising sun is open now", term) == [
        ("untranslated", None)
    ]


def test_the_words_of_an_address_do_not_count():
    text = "Rein https://example.org/which/way/of/the/two Leida"
    assert said(check_copies, text, text) == []
    assert said(check_copies, f"{text} is on ice", f"{text} is on ice") == [("untranslated", None)]


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


def test_a_text_may_stay_in_its_own_language_or_in_a_credit():
    text = "The ferry sails when it thaws."
    assert said(check_copies, text, text, locale="en_GB") == []
    assert said(check_copies, text, text, context="credit") == []
    assert said(check_copies, text, text, context="headline") == [("untranslated", None)]
    assert said(check_source_words, "One of us", "Oli of meist") == [("source-words", "of")]
    assert said(check_source_words, "One of us", "Een of twee", locale="nl") == []

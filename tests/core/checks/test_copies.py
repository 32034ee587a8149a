import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.copies import check_copies
from translate.core.terms.glossary import Action, Term


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


def test_a_text_may_stay_in_its_own_language_or_in_a_credit():
    text = "The ferry sails when it thaws."
    assert said(check_copies, text, text, locale="en_GB") == []
    assert said(check_copies, text, text, context="credit") == []
    assert said(check_copies, text, text, context="headline") == [("untranslated", None)]


FRENCH = "« Le bateau part quand la glace a disparu de la baie. »"


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        (FRENCH, False),
        (f"Kask: {FRENCH}", False),
        ("„Laev väljub siis, kui lahelt on jää läinud.“", False),
        ("Корабль выйдет, когда с залива уйдёт лёд.", False),
        (f"The minister told the crowd on the quay: {FRENCH}", True),
        ("The boat leaves when the ice has gone from the bay.", True),
        ("Le bateau est parti.", True),
    ],
)
def test_what_is_in_a_third_language_may_stay_unless_it_is_short_or_something_beside_it_is_not(text, copy):
    assert said(check_copies, text, text) == [("untranslated", None)] * copy


def test_a_text_in_the_language_of_the_source_is_a_copy_whatever_that_language_is():
    text = "Le bateau part quand la glace a disparu de la baie."
    assert said(check_copies, text, text, source_locale="fr") == [("untranslated", None)]
    assert said(check_copies, text, text, source_locale="ru") == []

import pytest

from tests.core.fake_engine import FERRY, HARBOUR, KALLAS, NATO, SOFT, candidate, case, term
from translate.core.terms.glossary import Action
from translate.core.terms.ways import How, Way

BOTH = case("The ferry left the harbor at 7.", FERRY, HARBOUR)
BAN = term("", "laev", action=Action.FORBID)


def test_the_engines_own_first_choice_is_the_first_draft():
    one = candidate(BOTH, "Laev lahkus kell 7.")
    assert (one.drafted, one.text, one.ways) == ("Laev lahkus kell 7.", "Laev lahkus kell 7.", {})


def test_it_knows_what_is_missing_in_its_draft_and_in_any_other():
    one = candidate(BOTH, "Laev lahkus sadamast kell 7.")
    assert one.missing() == [0]
    assert one.missing("Praam lahkus kaist kell 7.") == [1]
    one.text = "Praam lahkus sadamast kell 7."
    assert one.missing() == []


def test_a_term_that_may_be_missing_is_not_missed():
    assert candidate(case("The line left.", SOFT), "See lahkus.").wanted() == []


@pytest.mark.parametrize("text", ["Praamijuht lahkus.", "Autopraam lahkus."])
def test_a_term_that_a_word_goes_on_behind_or_ends_in_is_not_missed(text):
    assert candidate(case("The ferry left.", FERRY), text).wanted() == []


def test_another_draft_that_has_a_term_only_within_a_word_lacks_it_unless_the_present_one_does_no_better():
    one = candidate(case("The ferry left the folder.", FERRY, term("folder", "kaust")), "Laev lahkus siit.")
    assert one.lacking("Praamijuht lahkus kaustas.") == [0, 1]
    assert one.lacking("Praam lahkus kaustas.") == [1]
    one.text = "Praamijuht lahkus kaustast."
    assert one.lacking("Praamijuht lahkus siis.") == [1]
    assert one.lacking(one.text) == []


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("He saw Kallas.", "Ta nägi Каллас.", [0]),
        ("He saw Kallas.", "Ta nägi Калласи.", []),
        ("He saw Kallas.", "Ta nägi teda.", [0]),
        ("“Kallas” is a word.", "„Каллас“ on sõna.", []),
        ("“Kallas is a word.”", "„Каллас on sõna.“", [0]),
        ("'Kallas' is a word.", "„Каллас“ on sõna.", []),
        ("The word is “Kallas.”", "See sõna on „Каллас.“", [0]),
        ("Kallas", "Каллас", [0]),
    ],
)
def test_a_name_in_its_base_form_is_wanted_in_another_case_but_never_in_quotation_marks(source, text, wanted):
    assert candidate(case(source, KALLAS), text).wanted() == wanted


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (term("Kursk", "Kursk", "gen=Kurski", kind="place"), [0]),
        (term("Kursk", "Kursk", "gen=Kurski", kind="common"), []),
        (term("Kursk", "Kursk", "gen=Kurski"), []),
        (term("Kursk", "Kursk", "gen=Kurski", action=Action.INFLECT), [0]),
        (term("Kursk", "Kursk", "=Kurski", kind="place"), []),
        (term("Kursk", "Kursk", "nom=Kursk", kind="place"), []),
        (term("Kursk", "Kursk", kind="place"), []),
        (term("Kursk", "Kursk", action=Action.KEEP), []),
    ],
)
def test_only_a_name_with_labelled_forms_may_want_another_one(one, wanted):
    assert candidate(case("He saw Kursk.", one), "Ta nägi Kursk.").wanted() == wanted


@pytest.mark.parametrize("kind", ["person", "place", "org", "title", "acronym"])
def test_a_name_is_known_by_its_kind_or_by_what_is_done_with_it(kind):
    assert candidate(case("ferry", term("ferry", "praam", kind=kind)), "x").is_name(0)
    assert not candidate(case("ferry", term("ferry", "praam", kind="common")), "x").is_name(0)
    for action in (Action.KEEP, Action.INFLECT):
        assert candidate(case("ferry", term("ferry", "ferry", action=action)), "x").is_name(0)


def test_a_term_has_the_letters_of_the_source_and_its_number():
    studio = term("Studio", "stuudio", variants=("Studios",))
    for text, plural in (("STUDIOS LEFT", True), ("Studios left", True), ("Studio left", False)):
        one = candidate(case(text, studio), "x")
        assert (one.surface(0), one.is_plural(0)) == (text.split()[0], plural)


def test_a_span_is_taken_where_a_term_stands_in_it():
    one = candidate(BOTH, "Praam lahkus.")
    assert [one.is_taken(*span) for span in ((0, 5), (4, 6), (5, 6), (6, 12))] == [True, True, False, False]


def test_a_span_is_taken_from_the_first_letter_of_a_term_on():
    one = candidate(BOTH, "Siis praam läks.")
    assert [one.is_taken(*span) for span in ((0, 5), (4, 5), (5, 6), (0, 6))] == [False, False, True, True]
    assert not one.is_taken(5, 6, "Siis laev läks.")


def test_a_word_with_one_term_in_it_gives_way_to_no_other():
    one = candidate(case("The ferry left.", FERRY), "Meie praamijuht lahkus.")
    assert [one.is_taken(*place) for place in ((0, 4), (4, 6), (14, 15), (16, 22))] == [False, True, True, False]


def test_a_word_that_is_evidently_a_form_of_a_term_without_forms_gives_way_to_nothing():
    one = candidate(case("The folder left.", term("folder", "kaust")), "See kaustas lahkus.")
    assert one.is_taken(4, 11)
    assert one.missing() == []


def test_a_draft_is_as_sound_as_the_first_one_where_only_words_change():
    one = candidate(case("The ferry left.", FERRY, BAN), "Suur laev lahkus.")
    assert one.is_sound("Suur praam lahkus.")
    assert one.is_sound("Praam, laev lahkus.")
    assert one.offences("Praam, laev lahkus.") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Praam, laev, laev lahkus kell 7.",
        "Suur praam lahkus kell 8.",
        "Praam, 7",
        "Suur praam lahkus kell 7." + " ja siis kell 7 ja siis kell 7" * 5,
    ],
)
def test_a_draft_with_another_forbidden_word_or_damage_is_not_sound(text):
    assert not candidate(case("The ferry left at 7.", FERRY, BAN), "Suur laev lahkus kell 7.").is_sound(text)


def test_a_draft_is_compared_with_the_engines_own_whatever_became_of_it():
    one = candidate(case("NATO", NATO), "a" * 20)
    one.text = "a" * 13
    assert one.is_sound("a" * 12)
    assert not one.is_sound("a" * 11)


def test_a_clean_draft_tells_what_it_did_without_and_how_its_terms_came():
    strict = term("ferry", "praam", forbid=("laev",))
    ban = term("", "kai", action=Action.FORBID)
    one = candidate(case("The ferry left the dock.", strict, ban), "Siis laev ja kai ja laev.")
    one.take_clean("Siis praam ja see ja laev.")
    assert one.text == "Siis praam ja see ja laev."
    assert one.ways == {0: Way(How.CLEANED)}
    assert [(told.source, told.target, told.how, told.forbidden, told.at_fault) for told in one.avoided] == [
        ("kai", "kai", Way(How.AVOIDED), True, False),
        ("ferry", "laev", Way(How.AVOIDED), True, False),
    ]


def test_no_forbidden_word_is_given_up_for_another_one():
    ban = term("", "kai", action=Action.FORBID)
    one = candidate(case("The ferry met a ferry.", FERRY, BAN, ban), "Laev ja laev läks.")
    assert one.is_cleaned_by("Laev ja paat läks.")
    assert not one.is_cleaned_by("Paat ja kai läks.")


def test_a_draft_is_clean_only_where_nothing_is_lost_or_left_as_it_was():
    one = candidate(case("Close the big ferry 7.", FERRY, BAN), "Sulge suur laev 7.")
    assert one.is_cleaned_by("Sulge suur paat 7.")
    assert one.is_cleaned_by("Sulge suur praam 7.")
    for text in (
        "Sulge paat 7.",
        "Sulge big paat 7.",
        "Sulge suur paat 8.",
        "Sulge suur laev 7.",
        "Sulge see laeva 7.",
    ):
        assert one.is_cleaned_by(text) is (text == "Sulge see laeva 7.")
    assert not candidate(case("The ferry left.", FERRY, BAN), "Praam ja laev.").is_cleaned_by("Paat ja paat.")

import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.pairs import check_pairs


@pytest.mark.parametrize("mark", ['"', "“", "”", "„", "‟", "«", "»", "＂"])
def test_an_odd_quotation_mark_of_any_kind_is_told_at_the_last_one(mark):
    assert said(check_pairs, "It is cold", f"On {mark}külm") == [("unpaired", mark)]
    assert said(check_pairs, "It is cold", f"On „väga“ {mark}külm") == [("unpaired", mark)]
    assert said(check_pairs, f"It is {mark}cold", f"On {mark}külm") == []
    assert said(check_pairs, f"It is {mark}cold", "On „külm“") == []
    assert said(check_pairs, "It is cold", f"On {mark}külm{mark}") == []
    assert sentences(check_pairs, "It is “cold”", f"On {mark}külm") == [
        "a quotation mark is missing, or one is too many; see that each has its other half"
    ]


@pytest.mark.parametrize("mark", ["'", "’", "‘", "‹"])
def test_single_quotation_marks_are_apostrophes_too_often(mark):
    assert said(check_pairs, "It is cold", f"On {mark}külm") == []


@pytest.mark.parametrize("pair", ["()", "[]", "{}", "《》"])
def test_a_bracket_without_its_other_half_is_told(pair):
    opening, closing = pair
    sentence = f"“{opening}” and “{closing}” do not pair; see that each has its other half"
    for odd in (f"{opening}külm", f"külm{closing}", f"{opening}{opening}külm{closing}"):
        assert sentences(check_pairs, "It is cold", odd) == [sentence]
        assert sentences(check_pairs, f"It {opening}is{closing}", odd) == [sentence]
        assert said(check_pairs, "It is cold", odd) == [("unpaired", None)]
        assert said(check_pairs, f"It is{closing}", odd) == []
        assert said(check_pairs, f"It is{opening}", odd) == []
    assert said(check_pairs, "It is cold", f"{opening}külm{closing}") == []


def test_each_pair_is_told_for_itself():
    assert said(check_pairs, "It is cold", "On ([„külm") == [("unpaired", "„"), ("unpaired", None), ("unpaired", None)]


def test_a_bracket_as_wide_as_a_letter_pairs_with_a_narrow_one():
    assert said(check_pairs, "It is (cold)", "很（冷)", locale="zh_CN") == []
    assert said(check_pairs, "It is (cold)", "很（冷", locale="zh_CN") == [("unpaired", None)]


def test_a_single_mark_of_the_source_may_be_a_double_one_here():
    assert said(check_pairs, "He said: 'It is cold.", "Ta ütles: „On külm.") == []
    assert said(check_pairs, "It was cold.'", "Oli külm.“") == []
    assert said(check_pairs, "It's the workers' cold.", "On tööliste „külm.") == [("unpaired", "„")]


def test_a_mark_of_the_wrong_half_is_told_though_their_number_is_even():
    assert said(check_pairs, "“It” is “cold”", "„See on „külm") == [("unpaired", "„")]
    assert said(check_pairs, "“It is cold”", "«Холодно«, — сказал он", locale="ru") == []
    assert said(check_pairs, "“It is cold”", "Холодно», — сказал он «", locale="ru") == [("unpaired", "«")]


def test_marks_that_meet_are_written_once_in_russian_and_twice_in_estonian():
    source = '"It is "cold,"" she said.'
    assert said(check_pairs, source, "«Как «холодно», — сказала она.", locale="ru") == []
    assert said(check_pairs, '"It is cold," she said.', "«Как «холодно», — сказала она.", locale="ru") != []
    assert said(check_pairs, source, "„On „külm,“ ütles ta.") == [("unpaired", "„")]


def test_an_inch_mark_that_the_source_has_too_is_none():
    assert said(check_pairs, 'A 27" screen', '27" ekraan') == []
    assert said(check_pairs, "In “1994”", 'Aastal 1994"') == [("unpaired", '"')]

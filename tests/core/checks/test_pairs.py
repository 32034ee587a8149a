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


@pytest.mark.parametrize("pair", ["()", "[]", "{}", "（）", "《》", "「」", "『』"])
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

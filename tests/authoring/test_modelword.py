"""Forms copied from a model word say how sure they are."""

import pytest

from translate.authoring.interface import Proposal, Suggester
from translate.authoring.modelword import ModelWord
from translate.core.terms.glossary import Form


class Known(Suggester):
    """A dictionary that knows some forms of one word."""

    name = "the dictionary"

    def __init__(self, *forms):
        self._forms = forms

    def suggest(self, base, kind):
        del base, kind
        return Proposal(self._forms)


TUGI = (Form("toe", "gen"), Form("tuge", "part"))
PAGE = (Form("lehekülje", "gen"), Form("lehekülge", "part"))
FAIL = (Form("faili", "gen"), Form("failis", "in"))


def test_a_stem_that_changes_is_unsure_for_a_word_that_shares_only_what_changes():
    assert ModelWord("tugi", TUGI).suggest("lugi", "").doubts == (
        "unsure: “tugi” changes its stem (tugi, toe); read the forms",
    )
    assert ModelWord("lehekülg", PAGE).suggest("ring", "").doubts == (
        "unsure: “lehekülg” changes its stem (lehekülg, lehekülje); read the forms",
    )


def test_a_word_that_shares_no_end_with_a_model_that_only_takes_endings_is_unsure():
    assert ModelWord("fail", FAIL).suggest("leht", "").doubts == (
        "unsure: “leht” does not end like “fail”; read the forms",
    )


@pytest.mark.parametrize("base", ["veebilehekülg", "esikülg", "Uus lehekülg"])
def test_a_word_that_shares_what_changes_and_more_is_sure(base):
    assert ModelWord("lehekülg", PAGE).suggest(base, "").doubts == ()


def test_a_dictionary_that_says_otherwise_is_told_with_both_forms():
    dictionary = Known(Form("lehe", "gen"), Form("lehes", "in"))
    assert ModelWord("fail", FAIL, dictionary).suggest("leht", "").doubts == (
        "unsure: gen is “lehti” here and “lehe” in the dictionary, and 1 more differ; read the forms",
    )


def test_a_dictionary_that_says_the_same_makes_it_sure():
    dictionary = Known(Form("lugeri", "gen"), Form("lugeris", "in"))
    assert ModelWord("fail", FAIL, dictionary).suggest("luger", "").doubts == ()


def test_a_dictionary_that_does_not_know_the_word_changes_nothing():
    assert ModelWord("fail", FAIL, Known()).suggest("leht", "") == ModelWord("fail", FAIL).suggest("leht", "")


def test_one_of_the_dictionarys_parallel_forms_is_enough():
    dictionary = Known(Form("lugersi", "gen"), Form("lugeri", "gen"))
    assert ModelWord("fail", FAIL, dictionary).suggest("luger", "").doubts == ()

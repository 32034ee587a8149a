"""What somebody may have meant."""

from translate.core.text.guessing import did_you_mean


def test_the_word_that_is_most_alike_is_offered():
    assert did_you_mean("agros", ["identity", "argos", "argon"]) == "; did you mean “argos”?"


def test_where_nothing_is_alike_the_sentence_ends_otherwise():
    assert did_you_mean("x", ["argos"]) == ""
    assert did_you_mean("x", ["argos"], otherwise="; there is: argos") == "; there is: argos"


def test_how_much_must_be_alike_can_be_told():
    assert did_you_mean("souse", ["source"]) == "; did you mean “source”?"
    assert did_you_mean("souse", ["source"], close=0.95) == ""


def test_of_words_at_the_edge_of_alike_one_is_offered_and_below_it_none():
    assert did_you_mean("abcde", ["abcxy"]) == "; did you mean “abcxy”?"
    assert did_you_mean("abcde", ["abxyz"]) == ""

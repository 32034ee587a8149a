"""What changed between two versions is told in a few words that fit into a line."""

import pytest

from translate.core.text.changes import changes


@pytest.mark.parametrize(("length", "shown"), [(40, "x" * 40), (41, "x" * 39 + "…")])
def test_a_piece_is_shown_up_to_forty_characters(length, shown):
    assert changes("a", "x" * length) == f"a → {shown}"
    assert changes("", "x" * length) == f"added “{shown}”"
    assert changes("x" * length, "") == f"removed “{shown}”"


def test_no_space_stands_before_the_mark_of_what_is_left_out():
    assert changes("a", f"{'x' * 38} yyyy") == f"a → {'x' * 38}…"


def test_two_changes_are_told_and_a_third_is_only_counted():
    assert changes("a b c d e", "A A2 b c C2 d e") == "a → A A2, added “C2”"
    assert changes("a b c d e", "A b C d E") == "a → A, c → C, and more"


@pytest.mark.parametrize(("words", "told"), [(2_000, "added “b b”"), (2_001, "")])
def test_very_long_texts_are_not_looked_into(words, told):
    same = ["a"] * 999
    assert changes(" ".join(same), " ".join([*same, *["b"] * (words - 2 * len(same))])) == told


def test_a_word_that_comes_all_the_time_is_compared_like_others():
    assert changes("a " * 300, "b " + "a " * 300) == "added “b”"


def test_only_what_changed_is_told_and_in_its_words():
    assert (
        changes("It costs one euro two cents today .", "It costs 1.02 euros today .")
        == "one euro two cents → 1.02 euros"
    )


def test_white_space_alone_is_no_change():
    assert changes("a  b\n", " a b") == ""

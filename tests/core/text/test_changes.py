"""What changed between two versions is told in a few words that fit into a line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.changes import SLOW, around, changes, parts


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


# --- where two versions differ

TEXTS = st.lists(st.sampled_from(["a", "fare", "€3", "ferry", "\n", "a\xa0b", "laev" * 30]), max_size=30).map(" ".join)


def test_the_words_that_differ_are_marked_and_neighbours_are_one():
    was, now = "It costs three euros today.", "It costs four euros fifty  today."
    old, new = parts(was, now)
    assert [was[a:b] for a, b in old] == ["three"]
    assert [now[a:b] for a, b in new] == ["four", "fifty"]
    assert parts("one two.", "six  ten.") == ([(0, 8)], [(0, 9)])


def test_of_two_equal_texts_nothing_is_marked_and_of_a_new_one_all():
    assert parts("It left.", "It  left.") == ([], [])
    assert parts("", "It left.") == ([], [(0, 8)])


def test_all_of_a_text_that_is_too_long_to_compare_is_marked():
    was, now = "a " * SLOW, "a " * SLOW + "b"
    assert parts(was, now) == ([(0, len(was))], [(0, len(now))])


@given(TEXTS, TEXTS)
def test_without_what_is_marked_both_have_the_same_words(was, now):
    old, new = parts(was, now)
    assert _without(was, old) == _without(now, new)
    for text, marked in ((was, old), (now, new)):
        assert marked == sorted(marked)
        assert all(a < b <= len(text) and text[a:b].strip() == text[a:b] for a, b in marked)
        assert all(b < c for (_, b), (c, _) in pairwise(marked))


def _without(text, marked):
    for start, end in reversed(marked):
        text = f"{text[:start]} {text[end:]}"
    return text.split()


def test_what_differs_is_shown_with_a_few_words_before_it():
    head = "The first ferry to the island sails at seven on Monday, and a ticket costs"
    assert around(f"{head} €3.20 for all.", f"{head} €4.50 for all.", 40) == (
        "…ticket costs €3.20 for all.",
        "…ticket costs €4.50 for all.",
    )


def test_what_has_room_is_shown_whole():
    assert around("It left at\nseven.", "It left at eight.", 17) == ("It left at seven.", "It left at eight.")
    assert around("", "It left.", 17) == ("", "It left.")


def test_a_change_is_seen_where_a_script_has_no_spaces_or_a_word_is_longer_than_the_line():
    assert around("渡船" * 40 + "三欧元。", "渡船" * 40 + "四欧元。", 30) == (
        "…" + "渡船" * 5 + "三欧元。",
        "…" + "渡船" * 5 + "四欧元。",
    )


@given(TEXTS, TEXTS, st.integers(8, 90))
def test_two_texts_that_differ_are_shown_differently_on_a_line_each(was, now, room):
    old, new = around(was, now, room)
    assert (old == new) is (was.split() == now.split())
    for shown, text in ((old, was), (new, now)):
        assert len(shown) <= room
        assert shown.splitlines() in ([shown], [])
        assert shown.strip("…") in " ".join(text.split())

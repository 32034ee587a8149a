"""Of all intervals of words that are free a pair has the one that most speaks for."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.placing.sharing import LENGTH, Free, Wish, best_interval

TOLD = st.lists(st.floats(-9, 9), min_size=1, max_size=9)


def best(told, words=None, taken=(), limits=(1, 99), **wish):
    free = Free((0, len(told)), words or [True] * len(told))
    for span in taken:
        free.take(span)
    return best_interval(Wish(told, **{"says": True} | wish), free, limits)


@given(TOLD, st.sampled_from([0.0, 1.0, 3.0]))
def test_it_is_the_greatest_of_all(told, usual):
    def speaks(first, last):
        return sum(told[first:last]) - (LENGTH * abs(math.log((last - first) / usual)) if usual else 0)

    every = [speaks(first, last) for first in range(len(told)) for last in range(first + 1, len(told) + 1)]
    greatest, span = best(told, usual=usual)
    assert greatest == pytest.approx(max(every))
    assert greatest == pytest.approx(speaks(*span))


def test_it_begins_and_ends_with_words_and_may_have_marks_between():
    assert best([9, 2, 9, 2, 9], [False, True, False, True, False])[1] == (1, 4)


def test_a_pair_around_marks_has_marks_and_no_words():
    words = [True, False, True, False, False]
    assert best([9, 1, 9, 1, 1], words, says=False)[1] == (3, 5)
    assert best([9, 9], [True, True], says=False) is None


def test_what_others_have_is_not_free():
    assert best([1, 9, 1, 1], taken=[(1, 2)])[1] == (2, 4)
    assert best([1, 9], taken=[(0, 2)]) is None


def test_it_has_as_many_words_as_it_may():
    assert best([1, 1, 1, 1], limits=(1, 2))[1] == (0, 2)
    assert best([5, -1, -1, -1], limits=(3, 9))[1] == (0, 3)
    assert best([5, 5], limits=(3, 9)) is None


def test_where_little_is_said_it_is_about_as_long_as_is_usual():
    told = [-0.2, 1.0, -0.2, -0.2, -0.2]
    assert best(told)[1] == (1, 2)
    assert best(told, usual=3.0)[1] in {(0, 3), (1, 4)}
    assert best([-9, 9, -9, -9, -9], usual=3.0)[1] == (1, 2)

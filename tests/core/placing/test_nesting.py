"""Pairs get the words that most speaks for, within the pair around them, and each has one where there are enough."""

from itertools import repeat

import pytest

from translate.core.placing.nesting import Nesting
from translate.core.placing.nodes import tree
from translate.core.placing.sharing import Wish
from translate.core.placing.units import Units
from translate.core.text.tags import parted


def placed(source, text, told=(), gaps=()):
    """The words of each tag of a source in a translation, by what speaks for each of its units."""
    tagged = parted(source)
    units, target = Units.of(tagged.plain), Units.of(text)
    told, gaps = dict(told), dict(gaps)
    nesting = Nesting(
        units,
        target,
        lambda node: Wish(
            told.get(node.begins.name, [*repeat(-1.0, len(target))]), says=any(units.words[node.first : node.last])
        ),
        lambda node: gaps.get(node.begins.name, [*repeat(0.0, len(target) + 1)]),
    )
    places = nesting.places(tree(tagged, units))
    return {
        node.begins.name: " ".join(text[slice(*span)] for span in target.spans[first:last]) or first
        for node, (first, last) in places.items()
        if node.begins
    }


def test_a_pair_is_around_the_words_that_most_speaks_for():
    assert placed("The <a1>red house</a1> fell", "x y z w", {"a1": [-1, 2, 3, -1]}) == {"a1": "y z"}
    assert placed("The <a1>red house</a1> fell", "x y z w", {"a1": [3, -1, 3, -1]}) == {"a1": "x y z"}
    assert placed("The <a1>red house</a1> fell", "x y z w", {"a1": [2, -5, 3, -1]}) == {"a1": "z"}


def test_where_nothing_speaks_for_any_word_the_least_unlikely_has_it():
    assert placed("The <a1>house</a1> fell", "x y z", {"a1": [-2, -1, -3]}) == {"a1": "y"}
    assert placed("The <a1>house</a1> fell", "x y z", {"a1": [-1, -1, -1]}) == {"a1": "x"}


def test_the_surest_chooses_first():
    told = {"a1": [2, 1, -9], "b2": [5, -9, -9]}
    assert placed("<a1>It</a1> <b2>left</b2> now", "x y z", told) == {"a1": "y", "b2": "x"}


def test_a_pair_stays_within_the_pair_around_it():
    told = {"a1": [-1, 2, 2, -1], "b2": [9, -1, 1, 9]}
    assert placed("It <a1>left <b2>now</b2></a1> too", "x y z w", told) == {"a1": "y z", "b2": "z"}


def test_what_is_around_all_words_is_around_all_words():
    told = {"a1": [-9, -9, 1], "b2": [-9, -9, 1]}
    assert placed("“<a1><b2>It left</b2></a1>”", "„x y“", told) == {"a1": "x y", "b2": "x y"}


def test_marks_at_the_ends_of_words_belong_to_a_pair_as_in_the_source():
    told = {"a1": [-1, -1, 3, -1, -1]}
    assert placed("It <a1>“left”</a1>", "x „z”.", told) == {"a1": "„ z ”"}
    assert placed("It “<a1>left</a1>”", "x „z”.", told) == {"a1": "z"}


@pytest.mark.parametrize(
    ("source", "text", "told", "words"),
    [
        ("<a1>It</a1> <b2>left</b2> x", "x y", {"a1": [9, 9], "b2": [-1, -1]}, {"a1": "x", "b2": "y"}),
        ("<a1>It <b2>x</b2> <c3>y</c3></a1> <d4>z</d4>", "x y z", {"d4": [1, 1, 2]}, {
            "a1": "x y", "b2": "x", "c3": "y", "d4": "z",
        }),
        ("<a1>It</a1> <b2><c3>x</c3> <d4>y</d4></b2>", "x y z", {"a1": [-9, 9, -9]}, {
            "a1": "x", "b2": "y z", "c3": "y", "d4": "z",
        }),
    ],
)  # fmt: skip
def test_each_pair_has_a_word_where_there_are_enough(source, text, told, words):
    assert placed(source, text, told) == words


def test_where_there_are_too_few_words_the_surest_have_them():
    told = {"a1": [-3], "b2": [2], "c3": [1]}
    assert placed("<a1>It</a1> <b2>left</b2> <c3>now</c3>", "x", told) == {"a1": 0, "b2": "x", "c3": 1}


def test_of_two_around_pieces_of_one_word_one_has_it_and_the_other_what_is_left():
    assert placed("<i1>CO</i1><sub2>2</sub2>", "CO2") == {"i1": "CO2", "sub2": 0}
    assert placed("<i1>CO</i1><sub2>2</sub2>", "CO2 x") == {"i1": "CO2", "sub2": "x"}


def test_a_point_stands_where_most_speaks_for_within_its_pair():
    gaps = {"br2": [9, 0, 1, 0, 9]}
    told = {"a1": [-1, 1, 1, -1]}
    assert placed("x <a1>y <br2/> z</a1> w", "x y z w", told, gaps) == {"a1": "y z", "br2": 2}


def test_a_point_parts_no_pair():
    told = {"a1": [-1, 1, 1, -1]}
    assert placed("x <a1>y z</a1> w <fn2/> v", "x y z w", told, {"fn2": [0, 0, 9, 1, 0]})["fn2"] == 3


def test_points_side_by_side_stay_together():
    found = placed("x <fn1/><fn2/> y", "x y z", (), {"fn1": [0, 0, 1, 0], "fn2": [0, 1, 0, 0]})
    assert found == {"fn1": 2, "fn2": 2}


def test_a_line_break_stands_in_a_space_where_there_is_one():
    gaps = {"br1": [0, 0, 9, 0, 0]}
    assert placed("x, <br1/>y z", "x y, z", (), gaps) == {"br1": 0}
    assert placed("x <fn1/>y z", "x y, z", (), {"fn1": [0, 0, 9, 0, 0]}) == {"fn1": 2}

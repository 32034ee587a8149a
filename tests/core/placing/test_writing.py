"""A translation is written with its tags, each at the words that it was placed at, and with the spaces that it had."""

import pytest

from translate.core.placing.nodes import tree
from translate.core.placing.units import Units
from translate.core.placing.writing import written
from translate.core.text import tags


def put_at(source, text, *places):
    """A translation with the tags of a source at intervals of its units, in the order of the source."""
    tagged = tags.parted(source)
    units, target = Units.of(tagged.plain), Units.of(text)
    root = tree(tagged, units)
    nodes = [root, *root.within()]
    return written(root, dict(zip(nodes, [(0, len(target)), *places], strict=True)), units, target)


@pytest.mark.parametrize(
    ("source", "text", "places", "expected"),
    [
        ("The <a1>ferry</a1> left", "Praam lahkus", [(0, 1)], "<a1>Praam</a1> lahkus"),
        ("<a1>It <b2>left</b2></a1>", "See lahkus", [(0, 2), (1, 2)], "<a1>See <b2>lahkus</b2></a1>"),
        ("<a1>It</a1> <b2>left</b2>", "lahkus see", [(1, 2), (0, 1)], "<b2>lahkus</b2> <a1>see</a1>"),
        ("<a1><b2>It</b2></a1>", "See", [(0, 1), (0, 1)], "<a1><b2>See</b2></a1>"),
        ("<a1>It</a1> left", "lahkus", [(1, 1)], "lahkus<a1></a1>"),
        ("<a1>“It”</a1> left", "„See” lahkus", [(0, 3)], "<a1>„See”</a1> lahkus"),
    ],
)
def test_pairs_are_written_around_their_words(source, text, places, expected):
    assert put_at(source, text, *places) == expected


@pytest.mark.parametrize(
    ("source", "gap", "expected"),
    [
        ("It<fn1/> left", 1, "See<fn1/> lahkus"),
        ("It <fn1/>left", 1, "See <fn1/>lahkus"),
        ("It left<fn1/>", 2, "See lahkus<fn1/>"),
        ("<fn1/>It left", 0, "<fn1/>See lahkus"),
        ("It <fn1/>left", 2, "See lahkus<fn1/>"),
    ],
)
def test_a_point_is_written_on_the_side_of_the_space_that_it_has_in_the_source(source, gap, expected):
    assert put_at(source, "See lahkus", (gap, gap)) == expected


@pytest.mark.parametrize(
    ("source", "text", "gap", "expected"),
    [
        ("One.<br1/>Two", "Üks. Kaks", 2, "Üks.<br1/>Kaks"),
        ("One. <br1/>Two", "Üks. Kaks", 2, "Üks. <br1/>Kaks"),
        ("One.<br1/> Two", "Üks. Kaks", 2, "Üks.<br1/> Kaks"),
        ("One.<br1/>Two", "Üks.\u00a0Kaks", 2, "Üks.\u00a0<br1/>Kaks"),
        ("One.<br1/>Two", "Üks.  Kaks", 2, "Üks.  <br1/>Kaks"),
        ("One.<br1/>Two", " Üks", 0, " <br1/>Üks"),
        ("One.<br1/>Two", "Üks ", 1, "Üks<br1/> "),
        ("One.<br1/>Two", "Üks", 1, "Üks<br1/>"),
    ],
)
def test_a_line_break_takes_the_place_of_a_space_where_it_reads_as_one(source, text, gap, expected):
    found = put_at(source, text, (gap, gap))
    assert (found, tags.plain(found)) == (expected, text)


def test_where_no_space_is_a_line_break_reads_as_one_more():
    found = put_at("One.<br1/>Two", "遅い。早い", (3, 3))
    assert (found, tags.plain(found)) == ("遅い。<br1/>早い", "遅い。 早い")

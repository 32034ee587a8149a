"""The tags of a source are a tree by its units."""

import pytest

from translate.core.placing.nodes import tree
from translate.core.placing.units import Units
from translate.core.text.tags import parted


def told(source):
    """Each tag with the words that it is around, those in it behind it."""
    tagged = parted(source)
    units = Units.of(tagged.plain)

    def those(node):
        words = [units.text[slice(*span)] for span in units.spans[node.first : node.last]]
        return [node.begins.name, " ".join(words), *map(those, node.inner)]

    root = tree(tagged, units)
    return None if root is None else [*map(those, root.inner)]


@pytest.mark.parametrize(
    ("source", "nodes"),
    [
        ("It left.", []),
        ("The <a1>long <b2>ferry</b2></a1> left", [["a1", "long ferry", ["b2", "ferry"]]]),
        ("It <br1/>left<br2/>", [["br1", ""], ["br2", ""]]),
        ("It <a1> </a1>left", [["a1", ""]]),
        ("<a1></a1>", [["a1", ""]]),
        ("A<a1></a1>B", [["a1", ""]]),
        ("Run <code1/> <a2>now</a2>", [["a2", "now"]]),
    ],
)
def test_pairs_are_around_their_words_and_what_stands_in_them(source, nodes):
    assert told(source) == nodes


@pytest.mark.parametrize(
    ("source", "nodes"),
    [
        ("H<sub1>2</sub1>O", [["sub1", "H2O"]]),
        ("<a5>the file</a5><sup6>1</sup6>", [["a5", "the file1"], ["sup6", "file1"]]),
        ("<i1>don</i1>’t", [["i1", "don’t"]]),
    ],
)
def test_a_pair_around_a_piece_of_a_word_is_around_the_word(source, nodes):
    assert told(source) == nodes


@pytest.mark.parametrize("source", ["<a1>It", "It</a1>", "<a1><b2>It</a1></b2>", "</a1>It<a1>"])
def test_tags_without_another_end_or_that_cross_are_no_tree(source):
    assert told(source) is None


def test_all_tags_in_a_tree_are_told_each_before_those_in_it():
    tagged = parted("<a1>x<b2><c3>y</c3></b2></a1><d4/>")
    assert [node.begins.name for node in tree(tagged, Units.of(tagged.plain)).within()] == ["a1", "b2", "c3", "d4"]


def test_however_deep_tags_are_there_is_a_tree():
    deep = "".join(f"<a{number}>" for number in range(1, 3000))
    tagged = parted(f"{deep}x" + "".join(f"</a{number}>" for number in range(2999, 0, -1)))
    assert len([*tree(tagged, Units.of(tagged.plain)).within()]) == 2999

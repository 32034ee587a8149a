"""What an engine says of a sentence is asked once, and heard for all words that it is about."""

import math

import pytest

from tests.core.tagged import answered
from translate.core.offers import Alignment, Hypothesis, Scored, ScoredPiece
from translate.core.placing.evidence import ROWS, Means, Sentence, alone, gather
from translate.core.placing.units import Units
from translate.core.questions import Again, Align, Score


def sentence(source, text, edges=()):
    units, target = Units.of(source), Units.of(text)
    return Sentence(units, target, (0, len(units)), (0, len(target)), frozenset(edges))


def heard(one, sources, targets, weights):
    one.hear_alignment(Alignment(tuple(sources), tuple(targets), tuple(map(tuple, weights))))
    return one.shares()


def test_shares_are_those_of_the_words_of_the_source():
    assert heard(sentence("It left", "See lahkus"), [(0, 2), (3, 7)], [(0, 3), (4, 10)], [[1, 0], [1, 3]]) == [
        [1.0, 0.0],
        [0.25, 0.75],
    ]


def test_a_piece_that_covers_several_units_counts_for_each_of_them():
    assert heard(sentence("It left", "See on"), [(0, 7)], [(0, 6)], [[1]]) == [[0.5, 0.5], [0.5, 0.5]]


def test_a_piece_without_width_counts_for_what_is_next():
    assert heard(sentence("It left", "See lahkus"), [(3, 3)], [(4, 4)], [[1]])[1] == [0.0, 1.0]


def test_marks_of_the_source_have_no_share():
    assert heard(sentence("It.", "See."), [(0, 2), (2, 3)], [(0, 3)], [[1, 9]])[0] == [1.0, 0.0]


@pytest.mark.parametrize("weight", [math.nan, math.inf, -1.0])
def test_what_is_no_share_is_not_heard(weight):
    assert heard(sentence("It left", "See"), [(0, 2), (3, 7)], [(0, 3)], [[weight, 1]]) == [[0.0, 1.0]]
    assert heard(sentence("It left", "See"), [(0, 2), (3, 7)], [(0, 3)], [[weight, weight]]) == [[0.0, 0.0]]


@pytest.mark.parametrize("score", [math.nan, -math.inf])
def test_a_score_that_is_no_number_is_not_heard(score):
    one = sentence("It left", "See")
    whole, without = Scored((ScoredPiece(0, 3, -1.0),), -1.0), Scored((ScoredPiece(0, 3, score),), score)
    one.hear_drops(whole, {(0, 1): without, (1, 2): Scored((ScoredPiece(0, 3, -3.0),), -3.0)})
    assert one.shares() == [[0.0, 1.0]]


def test_what_becomes_unlikely_without_a_word_comes_from_it():
    one = sentence("It left", "See")
    scores = {(0, 1): -5.0, (1, 2): -2.0}
    one.hear_drops(
        Scored((ScoredPiece(0, 3, -1.0),), -1.0),
        {chunk: Scored((ScoredPiece(0, 3, score),), score) for chunk, score in scores.items()},
    )
    assert one.shares() == [[0.8, 0.2]]


def test_words_are_left_out_one_by_one_and_more_at_a_time_of_a_long_sentence():
    assert sentence("It left, late.", "x").chunks() == [(0, 1), (1, 2), (3, 4)]
    long = sentence(" ".join(f"w{number}" for number in range(100)), "x")
    assert len(long.chunks()) <= ROWS
    assert [number for chunk in long.chunks() for number in range(*chunk)] == [*range(100)]


def test_no_tag_begins_within_what_is_left_out():
    edges = {1, 2, 50, 51}
    long = sentence(" ".join(f"w{number}" for number in range(100)), "x", edges)
    assert not [edge for edge in edges for first, last in long.chunks() if first < edge < last]


def test_a_sentence_without_a_part_is_never_empty():
    one = sentence("It left.", "x")
    assert [one.without(chunk) for chunk in one.chunks()] == ["left.", "It ."]
    assert sentence("It", "x").without((0, 1)) == "."


def test_the_same_pair_is_asked_about_once_and_by_the_means_there_are():
    asked = []

    def answers(question):
        asked.append(question)
        if isinstance(question, Align):
            return [Alignment((), (), ())] * len(question.pairs)
        return [Scored((), 0.0)] * len(question.pairs)

    both = [sentence("It left", "See lahkus"), sentence("It left", "See lahkus")]
    answered(gather(both, Means(aligns=True, scores=True)), answers)
    pair = ("It left", "See lahkus")
    assert asked == [Align((pair,)), Score((pair, ("left", pair[1]), ("It", pair[1])))]
    asked.clear()
    answered(gather(both, Means(aligns=False, scores=False)), answers)
    answered(gather([], Means(aligns=True, scores=True)), answers)
    assert asked == []


def test_phrases_are_known_again_by_their_stems_each_asked_for_once():
    asked = []

    def answers(question):
        asked.append(question)
        return [(Hypothesis("Punased majad!"), Hypothesis("punane")), ()]

    found = answered(alone(["red houses", "x", "red houses"]), answers)
    assert found == {"red houses": {"punas", "majad", "punan"}, "x": frozenset()}
    assert [type(question) for question in asked] == [Again]
    assert asked[0].sentences == ("red houses", "x")
    assert answered(alone([]), answers) == {}

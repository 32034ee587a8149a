"""A score keeps its order, unless the side that loses is told first."""

import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.quantities import check_quantities


def told(source, target, locale):
    return {rule for rule, _ in said(check_quantities, source, target, locale=locale)}


@pytest.mark.parametrize(
    ("locale", "source", "right", "wrong"),
    [
        ("et", "They won 3-1.", "Nad võitsid 3:1.", "Nad võitsid 1:3."),
        ("ru", "They won 3-1.", "Они выиграли 3:1.", "Они выиграли 1:3."),
        ("es", "They won 3-1.", "Ganaron 3-1.", "Ganaron 1-3."),
        ("de", "He won 7-6 (7-5).", "Er gewann 7:6 (7:5).", "Er gewann 7:6 (5:7)."),
        ("es", "It takes 3-5 days.", "Tarda 3-5 días.", "Tarda 5-3 días."),
    ],
)
def test_a_score_or_a_range_that_is_turned_is_told(locale, source, right, wrong):
    assert told(source, right, locale) == set()
    assert told(source, wrong, locale) == {"number"}


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("de", "They lost 3-1.", "Sie verloren 1:3."),
        ("et", "A 3-1 defeat.", "1:3 lüüasaamine."),
        ("et", "Chelsea beat them 3-1.", "Nad kaotasid Chelseale 1:3."),
        ("et", "It was 2-1, then 1-2.", "Oli 1:2, siis 2:1."),
        ("et", "It was 2-1, then 1-2.", "Oli 1:2."),
        ("de", "It ended 2-2.", "Es endete 2:2."),
        ("de", "Since 9/11.", "Seit dem 11/9."),
        ("he", "They won 3-1.", "הם ניצחו 1-3."),
        ("ar", "They won 3-1.", "فازوا 1-3."),
    ],
)
def test_who_loses_may_be_told_the_score_of_either_side_first_and_from_right_to_left_nobody_knows(
    locale, source, target
):
    assert told(source, target, locale) == set()


def test_the_message_shows_both_ways():
    assert sentences(check_quantities, "They won 3-1.", "Nad võitsid 1:3.") == [
        "“3-1” of the source is “1:3” here; see which way round is right"
    ]

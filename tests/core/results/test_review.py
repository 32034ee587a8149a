"""What waits is taken in turn, and each of its states has a word that scripts read."""

import pytest

from translate.core.results.review import Mark, Review, Side, Stage, Turn, Waiting, turn_of
from translate.core.results.risk import Band, Kind, Risk
from translate.core.results.summary import article_of

FLAG = "Glossary: ferry ≠ laev [FLAG forbidden]"


def waiting(path="a.po", line=1, stage=Stage.DRAFT, score=0.5, flags=()):
    return Waiting("et", "a", path, line, None, stage, Side("One."), Side("Üks."), Risk(score), flags)


@pytest.mark.parametrize(
    ("stage", "flagged", "turn"),
    [
        (Stage.DRAFT, False, Turn.TEXT),
        (Stage.IN_REVIEW, False, Turn.TEXT),
        (Stage.APPROVED, False, Turn.TEXT),
        (Stage.UNTRANSLATED, False, Turn.UNTRANSLATED),
        (Stage.DRAFT, True, Turn.FLAGGED),
        (Stage.UNTRANSLATED, True, Turn.FLAGGED),
    ],
)
def test_a_flagged_term_comes_before_a_text_and_a_text_before_none(stage, flagged, turn):
    assert turn_of(stage, flagged=flagged) is turn
    assert waiting(stage=stage, flags=(FLAG,) if flagged else ()).turn is turn
    assert sorted(Turn) == [Turn.FLAGGED, Turn.TEXT, Turn.UNTRANSLATED]


def test_a_list_is_in_the_order_of_turn_risk_file_and_line():
    ordered = [
        waiting("b.po", 9, score=0.1, flags=(FLAG,)),
        waiting("b.po", 9, score=0.9),
        waiting("a.po", 10, score=0.5),
        waiting("b.po", 2, score=0.5),
        waiting("b.po", 10, score=0.5),
        waiting("a.po", 1, Stage.UNTRANSLATED, score=0.95),
    ]
    shuffled = [*ordered[4:], *ordered[3::-1]]
    assert sorted(shuffled, key=lambda one: one.order) == ordered


def test_the_line_of_a_term_is_told_without_the_word_that_it_begins_with():
    assert waiting(flags=(FLAG, "Of somebody else")).terms == ("ferry ≠ laev [FLAG forbidden]", "Of somebody else")
    assert waiting().terms == ()


@pytest.mark.parametrize(
    ("path", "article"),
    [
        ("a.po", "a"), ("locales/et/LC_MESSAGES/a.b.po", "a.b"), ("et/a.po.po", "a.po"), ("et/a.txt", "a.txt"),
        ("et/.po", ".po"), ("a.po/b", "b"),
    ],
)  # fmt: skip
def test_an_article_is_called_as_its_file_without_the_ending(path, article):
    assert article_of(path) == article


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (Stage, ["draft", "in review", "untranslated", "settled", "approved"]),
        (Mark, ["term", "missing", "fault", "changed"]),
        (Band, ["high", "medium", "low"]),
        (Kind, ["glossary", "check", "model", "text"]),
    ],
)
def test_what_reports_and_scripts_call_a_state_stays(states, words):
    assert [str(state) for state in states] == words


def test_where_nothing_was_looked_at_nothing_waits():
    review = Review()
    assert review.waiting_in_all == len(review.waiting) == 0

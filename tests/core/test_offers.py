"""How likely an engine finds a text is added up token by token, and nothing is made of what it does not say."""

import pytest

from translate.core.offers import UNKNOWN, Hypothesis, Likelihood, Scored, ScoredPiece, SourceSentence


def test_likelihoods_of_several_texts_add_up_to_that_of_all_together():
    assert Likelihood(-1.5, 2) + Likelihood(-0.25, 3) == Likelihood(-1.75, 5)
    assert Likelihood(-1.5, 2) + UNKNOWN == Likelihood(-1.5, 2)


@pytest.mark.parametrize(
    ("likelihood", "mean"),
    [(Likelihood(-3.0, 2), -1.5), (Likelihood(-3.0, 1), -3.0), (Likelihood(0.0, 4), 0.0), (UNKNOWN, None)],
)
def test_a_mean_is_for_each_token_and_none_where_there_is_no_token(likelihood, mean):
    assert likelihood.mean == mean


def test_of_a_text_that_an_engine_says_nothing_about_nothing_is_known():
    assert (UNKNOWN.total, UNKNOWN.tokens) == (0.0, 0)
    assert (Hypothesis("a").score, Hypothesis("a").likelihood) == (None, UNKNOWN)
    assert SourceSentence("a").terms == ()


@pytest.mark.parametrize("pieces", [0, 1, 3])
def test_the_end_of_a_sentence_is_a_token_too(pieces):
    scored = Scored(tuple(ScoredPiece(at, at + 1, -1.0) for at in range(pieces)), -4.5)
    assert scored.likelihood == Likelihood(-4.5, pieces + 1)

"""Where an article's paragraphs went is told by what they say, and where nobody can tell, that is told."""

from translate.core.entries.catalog import Entry
from translate.core.entries.kinship import Homes, following, homes
from translate.core.entries.past import Seen

ONE, TWO, THREE, FOUR = (
    (None, f"The ferry {n} sailed to the island on Monday, and nobody was on board.") for n in range(4)
)
LAST, CREDIT = (None, "Follow us!"), ("credit", "Editor: Jaan")


def seen(key, text="Praam.", **fields):
    return Seen(Entry(key[1], text, msgctxt=key[0], **fields), "2026-11-01T00:00:00Z")


def test_the_only_article_in_which_half_of_it_stands_is_its_home():
    other = {"new": [TWO, ONE, THREE], "other": [FOUR]}
    assert homes({"old": [ONE, TWO, LAST, CREDIT]}, other) == Homes({"old": "new"}, {})
    assert homes({"old": [ONE, TWO, THREE]}, {"new": [THREE, FOUR]}) == Homes({}, {})


def test_of_several_articles_the_likest_is_its_home():
    assert homes({"old": [ONE, TWO]}, {"half": [ONE], "whole": [TWO, ONE]}).sure == {"old": "whole"}


def test_two_articles_that_are_as_like_are_both_possible():
    articles = {"b": [ONE, TWO], "a": [THREE, FOUR]}
    assert homes({"old": [ONE, TWO, THREE, FOUR]}, articles) == Homes({}, {"old": ("a", "b")})


def test_of_two_that_fit_one_article_as_well_neither_is_at_home_there():
    alike = {"x": [ONE, TWO], "y": [ONE, TWO]}
    assert homes(alike, {"new": [ONE, TWO]}) == Homes({}, {"x": ("new",), "y": ("new",)})


def test_of_two_that_fit_one_article_the_likest_is_at_home_there():
    alike = {"x": [ONE, TWO, FOUR], "y": [ONE, TWO]}
    assert homes(alike, {"new": [ONE, TWO, THREE]}) == Homes({"y": "new"}, {"x": ("new",)})


def test_one_paragraph_that_stands_in_an_article_may_be_a_quotation():
    assert homes({"old": [ONE]}, {"new": [ONE, TWO]}) == Homes({}, {"old": ("new",)})


def test_the_lines_that_close_every_article_make_no_home():
    assert homes({"old": [ONE, TWO, LAST, CREDIT]}, {"new": [THREE, LAST, CREDIT]}) == Homes({}, {})


def test_what_is_empty_is_nowhere_at_home():
    assert homes({"old": []}, {"new": []}) == homes({}, {"new": [ONE, TWO]}) == Homes({}, {})


def test_texts_and_comments_of_people_follow_their_paragraph():
    commented = seen(TWO, "", comments=("Ask the desk.",))
    left = [seen(ONE), commented, seen(THREE), seen(FOUR, obsolete=True)]
    assert following(left, {ONE, TWO, FOUR}, withdrawn=False) == (left[0], commented)


def test_what_nobody_has_touched_follows_nothing():
    assert following([seen(ONE, "")], {ONE}, withdrawn=False) == ()


def test_a_few_words_in_common_are_chance():
    assert following([seen(ONE), seen(LAST)], {LAST, TWO, THREE}, withdrawn=False) == ()
    assert following([seen(LAST)], {LAST}, withdrawn=False) == ()


def test_one_paragraph_of_many_that_stands_in_an_article_of_many_others_is_chance():
    others = {(None, f"The minister spoke {n} of it in a long sentence, which nobody heard.") for n in range(9)}
    gone = [seen((None, f"A bridge {n} was closed for the storm, and opened after it had gone.")) for n in range(9)]
    assert following([seen(ONE), *gone], {ONE, *others}, withdrawn=False) == ()


def test_one_paragraph_of_what_was_withdrawn_may_be_a_quotation_and_two_are_not():
    assert following([seen(ONE)], {ONE}, withdrawn=True) == ()
    assert len(following([seen(ONE), seen(TWO)], {ONE, TWO}, withdrawn=True)) == 2

"""An article is gone where its folder was seen, and not where a disk may be missing."""

from dataclasses import replace

import pytest

from tests.workflow.days import FERRY, TRAIN, published
from translate.errors import DocumentError
from translate.workflow.believing import Belief, believed
from translate.workflow.missing import missing


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


def belief(days, *troubles, articles=("articles",), gone=None, **options):
    with days.seen() as (seen, every):
        settings = replace(days.project.settings, articles=articles)
        found = missing(seen, every.paths) if gone is None else gone
        return believed(settings, found, replace(every, unseen=troubles), **options)


def test_one_of_several_is_gone(days):
    days.withdraw()
    assert belief(days) == Belief(frozenset({FERRY}), {})


def test_a_folder_that_has_lost_several_and_all_is_told_and_the_only_article_may_go(days):
    days.withdraw("train")
    days.withdraw()
    assert belief(days) == Belief(frozenset(), {"articles": 2})
    assert belief(days, gone=[FERRY]) == Belief(frozenset({FERRY}), {})


@pytest.mark.parametrize("place", [FERRY, "articles"])
def test_what_could_not_be_read_is_not_gone(days, place):
    days.withdraw()
    assert belief(days, DocumentError("cannot be read", path=place)) == Belief(frozenset(), {})
    assert belief(days, DocumentError("cannot be read", path=TRAIN)) == Belief(frozenset({FERRY}), {})


def test_a_folder_that_is_not_there_says_nothing_of_its_articles(days):
    days.withdraw()
    gone = [FERRY, "sport/match.txt"]
    assert belief(days, articles=("articles", "sport"), gone=gone) == Belief(frozenset({FERRY}), {})


def test_what_newsdesk_toml_does_not_name_any_more_is_gone_on_purpose(days):
    assert belief(days, gone=["sport/match.txt", "sport/race.txt"]).gone == {"sport/match.txt", "sport/race.txt"}


def test_of_what_is_withdrawn_already_no_folder_is_doubted(days):
    days.withdraw("train")
    days.withdraw()
    assert belief(days, withdrawn={TRAIN, FERRY}) == Belief(frozenset({FERRY, TRAIN}), {})


def test_whoever_exports_does_not_believe_in_an_emptied_folder_among_others_and_a_night_does(days):
    days.project.write("articles/sport/.keep", "")
    gone = ["articles/sport/match.txt", "articles/sport/race.txt"]
    assert belief(days, gone=gone, is_strict=True) == Belief(frozenset(), {})
    assert belief(days, gone=gone) == Belief(frozenset(gone), {})
    assert belief(days, gone=gone[:1], is_strict=True) == Belief(frozenset(gone[:1]), {})
    for name in ("ferry", "train"):
        days.withdraw(name)
    assert belief(days, gone=[FERRY], is_strict=True) == Belief(frozenset({FERRY}), {})

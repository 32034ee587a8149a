"""An article is missing where it has PO files or exports and is not there, and gone where its folder was seen."""

from dataclasses import replace

import pytest

from tests.workflow.days import FERRY, OUT, PO, TRAIN, published
from translate.errors import DocumentError
from translate.workflow.missing import Belief, Missing, believed, missing


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


def found(days):
    with days.seen() as (seen, every):
        return missing(seen, every.paths)


def belief(days, *troubles, articles=("articles",), gone=None):
    with days.seen() as (seen, every):
        settings = replace(days.project.settings, articles=articles)
        return believed(settings, missing(seen, every.paths) if gone is None else gone, every.paths, troubles)


def test_an_article_that_is_not_there_is_missing_with_its_po_files_and_exports(days):
    assert found(days) == {}
    days.withdraw()
    root = days.project.root
    assert found(days) == {FERRY: Missing(FERRY, [PO], {root / OUT: root / "exports"})}


def test_one_that_is_called_otherwise_by_now_is_not(days):
    (days.project.root / FERRY).rename(days.project.root / "articles/island-ferry.txt")
    days.draft()
    assert found(days) == {}


def test_a_po_file_that_newsdesk_never_made_belongs_to_no_article(days):
    days.project.catalog("storm", ("Storm", "Torm"))
    assert found(days) == {}


def test_exports_that_an_older_newsdesk_made_are_found_by_their_place(days):
    with days.seen() as (seen, _):
        seen.history.exports.forget(seen.history.exports.all())
    days.withdraw()
    root = days.project.root
    assert found(days) == {FERRY: Missing(FERRY, [PO], {root / OUT: root / "exports"})}


def test_one_without_po_files_is_missed_for_its_exports(days):
    days.withdraw()
    (days.project.root / PO).unlink()
    root = days.project.root
    assert found(days) == {FERRY: Missing(FERRY, [], {root / OUT: root / "exports"})}


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

"""What lies among the exports is known by where it was written and what its article said then."""

import os
from dataclasses import replace

import pytest

from tests.workflow.days import DEARER, FARE, FERRY, HEADLINE, LATE, OUT, PO
from tests.workflow.days import published as a_newsroom
from translate.core.results.news import Difference, Outdated
from translate.workflow import articles
from translate.workflow.published import folder_name, older, outdated_of, published, said


@pytest.fixture
def days(tmp_path):
    return a_newsroom(tmp_path)


def lying(days):
    with days.seen() as (seen, _):
        return {one.export.article: one for one in published(seen, seen.history.exports.all())}


def read(days, name="ferry"):
    path = days.project.root / f"articles/{name}.txt"
    return articles.reader(days.project.settings, articles.names(days.project.settings)).read(path)


def test_an_export_knows_what_its_article_said_and_when(days):
    ferry = lying(days)[FERRY].export
    assert ferry.said == said(read(days))
    assert ferry.said == (("headline", HEADLINE), (None, FARE), (None, LATE))
    assert (ferry.folder, ferry.locale, ferry.catalog, ferry.at) == ("exports", "et", PO, "2026-11-22T02:15:00Z")


def test_only_what_lies_where_it_was_written_is_published(days):
    (days.project.root / OUT).unlink()
    assert list(lying(days)) == ["articles/train.txt"]


def test_it_is_known_by_its_po_file_whatever_its_article_is_called_now(days):
    new = days.project.root / "articles/island-ferry.txt"
    (days.project.root / FERRY).rename(new)
    assert lying(days)[FERRY].article is None
    days.draft()
    assert lying(days)[FERRY].article == new


def test_what_the_article_says_otherwise_is_told_with_the_day_of_the_export(days):
    days.correct()
    told = outdated_of(days.project.settings, lying(days)[FERRY], read(days))
    assert told == Outdated("et", FERRY, OUT, "2026-11-22", (Difference(FARE, DEARER),))


@pytest.mark.parametrize(("ahead", "is_older"), [(1, True), (0, False), (-1, False)])
def test_of_an_export_of_which_nothing_is_known_the_time_tells(days, ahead, is_older):
    root = days.project.root
    os.utime(root / OUT, (1_000_000_000,) * 2)
    os.utime(root / FERRY, (1_000_000_000 + ahead,) * 2)
    told = older(days.project.settings, root / "exports", "et", root / FERRY)
    assert told == (Outdated("et", FERRY, OUT, "2001-09-09", is_known=False) if is_older else None)


def test_what_is_not_there_is_not_older(days):
    root = days.project.root
    assert older(days.project.settings, root / "exports", "fi", root / FERRY) is None
    assert older(days.project.settings, root / "exports", "et", root / "articles/storm.txt") is None


def test_a_folder_of_exports_is_known_by_its_place_in_the_project(days):
    root = days.project.root
    assert folder_name(days.project.settings, root / "site/out") == "site/out"
    assert replace(lying(days)[FERRY].export, folder="exports") == lying(days)[FERRY].export
    assert folder_name(days.project.settings, root.parent / "site").endswith("site")

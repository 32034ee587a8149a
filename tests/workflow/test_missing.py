"""An article is missing where it has PO files or exports and is not there."""

from unittest.mock import ANY

import pytest

from tests.workflow.days import FERRY, OUT, PO, published
from translate.workflow.missing import Lying, Missing, missing


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


def found(days):
    with days.seen() as (seen, every):
        return missing(seen, every.paths)


def test_an_article_that_is_not_there_is_missing_with_its_po_files_and_exports(days):
    assert found(days) == {}
    days.withdraw()
    root = days.project.root
    assert found(days) == {FERRY: Missing(FERRY, [PO], {root / OUT: Lying(root / "exports", ANY)})}


def test_one_that_is_called_otherwise_by_now_is_not(days):
    (days.project.root / FERRY).rename(days.project.root / "articles/island-ferry.txt")
    days.draft()
    assert found(days) == {}


def test_an_export_stays_its_articles_though_another_article_gets_the_name_that_it_was_written_under(days):
    project = days.project
    (project.root / FERRY).rename(project.root / "articles/island.txt")
    days.draft()
    days.write("ferry", "Ferry line", "Of something else.")
    days.draft()
    days.withdraw("island")
    gone = "articles/island.txt"
    catalog = "locales/et/LC_MESSAGES/island.po"
    assert found(days) == {gone: Missing(gone, [catalog], {project.root / OUT: Lying(project.root / "exports", ANY)})}
    # Nor does it become the other's when that is renamed as well.
    (project.root / FERRY).rename(project.root / "articles/line.txt")
    days.draft()
    assert found(days).keys() == {gone}


def test_a_po_file_that_newsdesk_never_made_belongs_to_no_article(days):
    days.project.catalog("storm", ("Storm", "Torm"))
    assert found(days) == {}


def test_exports_that_an_older_newsdesk_made_are_found_by_their_place(days):
    with days.seen() as (seen, _):
        seen.history.exports.forget(seen.history.exports.all())
    days.withdraw()
    root = days.project.root
    assert found(days) == {FERRY: Missing(FERRY, [PO], {root / OUT: Lying(root / "exports", ANY)})}


def test_one_without_po_files_is_missed_for_its_exports(days):
    days.withdraw()
    (days.project.root / PO).unlink()
    root = days.project.root
    assert found(days) == {FERRY: Missing(FERRY, [], {root / OUT: Lying(root / "exports", ANY)})}

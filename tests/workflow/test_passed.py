"""What was exported for readers is remembered with what its article said; what has marks is none of that."""

import pytest

from tests.workflow.days import DEARER, FERRY, HEADLINE, LATE, published
from translate.workflow.places import history_file


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


def known(days):
    with days.seen() as (seen, _):
        return {one.article: (one.at, one.said[1][1] if one.said else "marked") for one in seen.history.exports.all()}


def test_an_export_with_nothing_new_writes_nothing(days):
    before = history_file(days.project.settings).stat()
    days.day = 3
    days.export()
    after = history_file(days.project.settings).stat()
    assert (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, before.st_size)


def test_the_day_is_that_on_which_it_was_written_last(days):
    days.day = 3
    days.approve("train")
    days.correct()
    days.publish()
    assert known(days) == {
        FERRY: ("2026-11-25T02:15:00Z", DEARER),
        "articles/train.txt": ("2026-11-22T02:15:00Z", "It was long."),
    }


def test_what_was_not_written_is_known_as_it_was(days):
    before = known(days)
    days.day = 3
    days.correct()
    days.draft()
    days.export()
    assert known(days) == before


def test_of_what_was_written_with_marks_only_that_is_known(days):
    days.correct()
    days.draft()
    days.day = 3
    days.export(allow_drafts=True)
    assert known(days)[FERRY] == ("2026-11-25T02:15:00Z", "marked")
    days.publish()
    assert known(days)[FERRY] == ("2026-11-25T02:15:00Z", DEARER)


def test_drafts_that_are_looked_at_elsewhere_change_nothing_of_what_is_published(days):
    before = known(days)
    days.write("ferry", HEADLINE, DEARER, LATE)
    days.draft()
    days.export(allow_drafts=True, output=days.project.root / "site")
    assert known(days) == before

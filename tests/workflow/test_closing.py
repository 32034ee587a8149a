"""An export is closed: it is a voice where it is for readers, and nobody's where an article may have another name."""

import pytest

from tests.workflow.days import FERRY, OUT, published
from translate.core.results.exporting import ExportState


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


def test_after_a_night_an_export_for_readers_withdraws_and_one_to_look_at_does_not(days):
    days.withdraw()
    days.night()
    assert [one.is_sure for one in days.export(allow_drafts=True).withdrawals] == [False]
    assert days.lies(OUT)
    assert [one.is_sure for one in days.export().withdrawals] == [True]
    assert not days.lies(OUT)


def test_where_an_article_is_new_to_all_runs_nothing_is_withdrawn(days):
    days.withdraw()
    days.night()
    days.project.write("articles/bridge.txt", "A bridge\n\nIt is new.\n")
    assert [one.is_sure for one in days.export().withdrawals] == [False]
    assert days.lies(OUT)


def test_what_is_back_is_told_by_whoever_comes_first(days):
    text = days.project.read(FERRY)
    days.withdraw()
    for _ in range(2):
        days.night()
    days.project.write(FERRY, text)
    assert days.export().returns == (FERRY,)
    assert days.export().returns == ()


def test_a_file_with_marks_goes_also_where_the_po_file_cannot_be_read(days):
    days.correct()
    days.draft()
    assert days.export(allow_drafts=True).articles[0].state is ExportState.UPDATED
    days.project.write("locales/et/LC_MESSAGES/ferry.po", 'msgid "open')
    done = days.export()
    assert ([one.path for one in done.taken], days.lies(OUT)) == ([OUT], False)


def test_where_it_cannot_be_remembered_that_is_told(days, monkeypatch):
    from translate.errors import HistoryError
    from translate.history.exports import Exports

    def full(*_):
        raise HistoryError("cannot be used: database or disk is full", path="history/texts.sqlite")

    monkeypatch.setattr(Exports, "put", full)
    days.correct()
    done = days.export(output=days.project.root / "site")
    assert (done.is_unkept, done.troubles) == (True, ())

"""All that is no longer true is gathered, and only a whole night does something about it."""

from dataclasses import replace

import pytest

from tests.workflow.days import DEARER, FARE, FERRY, OUT, PO, TRAIN_OUT, published
from translate.core.results.news import Correction, Difference, News, Outdated, Policy, Remnant, Withdrawal
from translate.core.results.summary import ExitCode
from translate.errors import HistoryError
from translate.history.exports import Exports
from translate.settings import Exporting
from translate.workflow.articles import listing
from translate.workflow.missing import Voice
from translate.workflow.news import news
from translate.workflow.places import history_file

CORRECTION = Correction("et", "ferry", PO, 7, FARE, DEARER, f"Õ: {FARE}")
OUTDATED = Outdated("et", FERRY, OUT, "2026-11-22", (Difference(FARE, DEARER),))
TRAIN_GONE = Withdrawal(
    "articles/train.txt",
    "2026-11-22",
    is_sure=False,
    catalogs=("locales/et/LC_MESSAGES/train.po",),
    exports=(Remnant(TRAIN_OUT),),
)


@pytest.fixture
def days(tmp_path):
    days = published(tmp_path, export=Exporting(outdated=Policy.REMOVE))
    days.correct()
    days.withdraw("train")
    return days


def gathered(days, voice):
    settings = days.project.settings
    return news(settings, [CORRECTION], listing(settings), now=days.now, voice=voice)


def test_corrections_exports_and_articles_are_told_together(days):
    assert gathered(days, Voice.NOBODY) == (News((CORRECTION,), (OUTDATED,), (TRAIN_GONE,)), [])


def test_whoever_only_looks_changes_no_file(days):
    before, history = days.project.files(), history_file(days.project.settings).read_bytes()
    gathered(days, Voice.NOBODY)
    assert (days.project.files(), history_file(days.project.settings).read_bytes()) == (before, history)


def test_a_night_takes_out_what_the_newsroom_wants_out(days):
    days.draft()
    for _ in range(2):
        gathered(days, Voice.NIGHT)
    assert (days.lies(OUT), days.lies(TRAIN_OUT)) == (False, False)


def test_without_a_history_corrections_are_told_all_the_same(days):
    history_file(days.project.settings).write_bytes(b"no database at all")
    told, (error,) = gathered(days, Voice.NIGHT)
    assert (told, type(error)) == (News((CORRECTION,)), HistoryError)
    assert days.lies(TRAIN_OUT)


@pytest.mark.parametrize("what", ["miss", "put"])
def test_a_history_that_cannot_be_written_costs_no_night_its_report(days, monkeypatch, what):
    def full(*_):
        raise HistoryError("cannot be used: database or disk is full", path="history/texts.sqlite")

    monkeypatch.setattr(Exports, what, full)
    told, (error,) = gathered(days, Voice.NIGHT)
    assert (replace(told, outdated=()), type(error)) == (News((CORRECTION,), withdrawals=(TRAIN_GONE,)), HistoryError)
    assert days.told().record.exit_code is ExitCode.PARTIAL

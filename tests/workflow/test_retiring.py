"""An article that is gone is withdrawn at once where somebody says so."""

from dataclasses import replace

import pytest

from tests.workflow.days import ASIDE, FERRY, OUT, PO, TRAIN, TRAIN_OUT, published
from translate.core.results.news import Fate, Policy, Remnant, Withdrawal
from translate.errors import HistoryError
from translate.settings import Exporting
from translate.workflow.places import history_file
from translate.workflow.retiring import retire

WITHDRAWN = Withdrawal(FERRY, "2026-11-22", is_sure=True, catalogs=(PO,), exports=(Remnant(OUT, Fate.ASIDE),))


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


def retired(days, *names, dry_run=False):
    paths = [days.project.root / name for name in names]
    done, errors = retire(days.project.settings, paths, dry_run=dry_run, now=days.now)
    return done, list(map(str, errors))


def test_it_needs_no_night_and_no_later_one_tells_of_it(days):
    days.withdraw()
    assert retired(days, FERRY) == ([WITHDRAWN], [])
    assert (days.lies(OUT), days.lies(ASIDE), days.lies(PO)) == (False, True, True)
    assert not days.night()


@pytest.mark.parametrize(
    ("policy", "fate"), [(Policy.KEEP, Fate.STAYS), (Policy.MOVE, Fate.ASIDE), (Policy.REMOVE, Fate.REMOVED)]
)
def test_a_dry_run_tells_what_would_become_of_it_and_leaves_it(tmp_path, policy, fate):
    days = published(tmp_path, export=Exporting(withdrawn=policy))
    days.withdraw()
    assert retired(days, FERRY, dry_run=True) == ([replace(WITHDRAWN, exports=(Remnant(OUT, fate),))], [])
    assert days.lies(OUT)
    assert days.night().withdrawals[0].is_sure is False


def test_the_day_on_which_it_was_first_missed_is_told(days):
    days.withdraw()
    days.night()
    days.day += 3
    assert [one.since for one in retired(days, FERRY)[0]] == ["2026-11-23"]


def test_a_folder_stands_for_all_that_were_in_it_also_where_none_is_left(days):
    days.withdraw()
    days.withdraw("train")
    done, errors = retired(days, "articles")
    assert ([one.article for one in done], errors) == ([FERRY, TRAIN], [])
    assert not days.lies(TRAIN_OUT)
    assert not days.night()


def test_an_article_that_is_there_is_not_withdrawn(days):
    told = "is there; delete it, or move it out of the articles first"
    assert retired(days, FERRY, "articles") == ([], [f"{FERRY}: {told}", f"articles: {told}"])
    assert days.lies(OUT)
    days.project.write("shows/own.csv", "name\nOsoon\n")
    assert retired(days, "shows/own.csv") == ([], [f"shows/own.csv: {told}"])


def test_a_name_that_nobody_knows_is_told_and_stops_no_other(days):
    days.withdraw()
    done, (error,) = retired(days, "articles/fery.txt", FERRY)
    assert done == [WITHDRAWN]
    assert error.startswith("articles/fery.txt: is no article that is gone; spell it as ")


def test_without_a_history_nothing_is_withdrawn(days):
    days.withdraw()
    history_file(days.project.settings).write_bytes(b"no database at all")
    with pytest.raises(HistoryError):
        retired(days, FERRY)
    assert days.lies(OUT)

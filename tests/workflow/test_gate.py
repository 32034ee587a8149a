"""Behind an export nothing that is not true stays unsaid: drafts that were only looked at, old names, old articles."""

import os
from dataclasses import replace

import pytest

from tests.workflow.days import ASIDE, DEARER, FARE, FERRY, HEADLINE, LATE, OUT, PO, TRAIN_OUT, Days, Project, published
from tests.workflow.people import translate
from translate.core.results.exporting import ExportState
from translate.core.results.news import Difference, Fate, Outdated, Policy, Remnant, Taken, Why, Withdrawal
from translate.core.results.summary import ExitCode
from translate.settings import Exporting
from translate.workflow.places import history_file

OLD = Outdated("et", FERRY, OUT, "2026-11-22", (Difference(FARE, DEARER),))
NEW_NAME = "articles/island-ferry.txt"


@pytest.fixture
def days(tmp_path):
    return published(tmp_path)


# --- an article that is not ready any more


def corrected(days):
    days.correct()
    days.draft()


def test_an_export_that_cannot_be_made_anew_is_told_to_be_old(days):
    corrected(days)
    done = days.export()
    assert (done.outdated, done.exit_code, days.lies(OUT)) == ((OLD,), ExitCode.FINDINGS, True)


@pytest.mark.parametrize(("policy", "fate"), [(Policy.MOVE, Fate.ASIDE), (Policy.REMOVE, Fate.REMOVED)])
def test_it_goes_where_the_newsroom_wants_that(tmp_path, policy, fate):
    days = published(tmp_path, export=Exporting(outdated=policy))
    corrected(days)
    assert days.export().outdated == (replace(OLD, fate=fate),)
    assert (days.lies(OUT), days.lies(ASIDE)) == (False, policy is Policy.MOVE)


def test_what_no_run_has_taken_in_moves_nothing(tmp_path):
    days = published(tmp_path, export=Exporting(outdated=Policy.REMOVE))
    days.correct()
    assert days.export().outdated == (OLD,)
    assert days.lies(OUT)


def test_a_translation_that_is_being_revised_does_not_make_its_export_old(days):
    translate(days.project, "ferry", {FARE: "Uus pilet maksab 3 eurot."}, fuzzy=True)
    done = days.export()
    assert [one.state for one in done.articles] == [ExportState.STOPPED, ExportState.UNCHANGED]
    assert (done.outdated, days.lies(OUT)) == ((), True)


def test_an_export_that_is_made_anew_is_not_old(days):
    corrected(days)
    days.approve()
    done = days.export()
    assert (done.outdated, done.exit_code) == ((), ExitCode.CLEAN)


def test_of_an_export_of_which_nothing_is_known_the_time_tells_and_it_stays(tmp_path):
    days = published(tmp_path, export=Exporting(outdated=Policy.REMOVE))
    with days.seen() as (seen, _):
        seen.history.exports.forget(seen.history.exports.all())
    os.utime(days.project.root / OUT, (1_000_000_000,) * 2)
    corrected(days)
    assert days.export().outdated == (Outdated("et", FERRY, OUT, "2001-09-09", is_known=False),)
    assert days.lies(OUT)


# --- what was only to be looked at


@pytest.mark.parametrize(("policy", "fate"), [(Policy.KEEP, Fate.ASIDE), (Policy.REMOVE, Fate.REMOVED)])
def test_files_with_marks_do_not_stay_when_the_gate_is_closed(tmp_path, policy, fate):
    days = Days(Project(tmp_path, export=Exporting(withdrawn=policy)))
    days.draft()
    days.export(allow_drafts=True)
    done = days.export()
    assert done.taken == (Taken(OUT, Why.MARKED, fate), Taken(TRAIN_OUT, Why.MARKED, fate))
    assert (days.lies(OUT), days.lies(ASIDE)) == (False, fate is Fate.ASIDE)
    assert days.export().taken == ()


def test_in_a_folder_where_somebody_looks_at_drafts_they_stay(days):
    corrected(days)
    site = days.project.root / "site"
    days.export(allow_drafts=True, output=site)
    assert days.export().taken == ()
    assert days.lies("site/et/articles/ferry.txt")


# --- former names


def renamed(days):
    (days.project.root / FERRY).rename(days.project.root / NEW_NAME)
    days.draft()


def test_what_lies_under_a_former_name_goes_when_the_new_one_is_there(days):
    renamed(days)
    done = days.export()
    assert done.taken == (Taken(OUT, Why.RENAMED, Fate.ASIDE),)
    assert (days.lies(OUT), days.lies(OUT.replace("ferry", "island-ferry"))) == (False, True)
    assert days.export().taken == ()


def test_until_then_it_stays(days):
    renamed(days)
    translate(days.project, "island-ferry", {FARE: "Uus pilet maksab 3 eurot."}, fuzzy=True)
    assert days.export().taken == ()
    assert days.lies(OUT)


def test_where_the_newsroom_keeps_what_is_withdrawn_it_stays_for_good(tmp_path):
    days = published(tmp_path, export=Exporting(withdrawn=Policy.KEEP))
    renamed(days)
    assert days.export().taken == ()
    assert days.lies(OUT)


# --- articles that are gone


GONE = Withdrawal(FERRY, "2026-11-23", is_sure=False, catalogs=(PO,), exports=(Remnant(OUT),))


def test_an_export_of_everything_tells_of_them_and_withdraws_what_a_night_has_missed(days):
    days.withdraw()
    days.day = 1
    assert (days.export().withdrawals, days.lies(OUT)) == ((GONE,), True)
    days.night()
    (one,) = days.export().withdrawals
    assert (one.is_sure, one.exports, days.lies(OUT)) == (True, (Remnant(OUT, Fate.ASIDE),), False)


def test_an_export_of_some_articles_says_nothing_of_others(days):
    days.withdraw()
    days.night()
    done = days.export("train")
    assert (done.withdrawals, done.exit_code, days.lies(OUT)) == ((), ExitCode.CLEAN, True)


def test_without_a_history_it_is_exported_and_told_that_nothing_can_be_remembered(days):
    history_file(days.project.settings).write_bytes(b"no database at all")
    done = days.export()
    assert [one.state for one in done.articles] == [ExportState.UNCHANGED] * 2
    assert (done.exit_code, len(done.troubles)) == (ExitCode.PARTIAL, 1)


def test_under_a_former_name_an_old_export_is_told_until_the_new_one_is_written(days):
    (days.project.root / FERRY).rename(days.project.root / NEW_NAME)
    days.draft()
    days.write("island-ferry", HEADLINE, DEARER, LATE)
    days.draft()
    (told,) = days.export().outdated
    assert (told.path, told.article) == (OUT, NEW_NAME)
    assert days.lies(OUT)

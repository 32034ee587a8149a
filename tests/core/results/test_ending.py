"""What a night comes to is told by what it did, what it found and what went wrong."""

from dataclasses import replace

import pytest

from translate.core.results.ending import drafting_counts, ended, exit_code, exit_code_of, figures, review_counts
from translate.core.results.news import Correction, News, Outdated, Withdrawal
from translate.core.results.night import LocaleFigures, Night, Phase, RunRecord
from translate.core.results.review import CatalogReview, Review
from translate.core.results.summary import CatalogResult, CatalogState, Counts, ExitCode, Summary, Trouble
from translate.errors import CatalogError

TROUBLE = Trouble("planted")
BUG = Trouble("planted", traceback="Traceback …")
NEW = CatalogResult("et", "a.txt", "a.po", CatalogState.NEW, 3, Counts(drafts=4), 1)
SAME = CatalogResult("et", "b.txt", "b.po", CatalogState.UNCHANGED, 0, Counts(approved=2))
OTHER = CatalogResult("ru", "a.txt", "ru/a.po", CatalogState.UPDATED, 1, Counts(drafts=1))
BULK = CatalogResult("et", "b.txt", "b.po", CatalogState.UNCHANGED, 0, Counts(drafts=2, unconfirmed=2))
CLEAN = Summary(False, (("et", "argos"),), (NEW, SAME))
FOUND = Review(
    catalogs=(
        CatalogReview("et", "a", "a.po", Counts(drafts=4, words_left=20), errors=0, warnings=2),
        CatalogReview("et", "b", "b.po", Counts(approved=2), errors=1),
        CatalogReview("fi", "a", "fi/a.po", Counts(drafts=1)),
    ),
    waiting_in_all=5,
)


RECORD = RunRecord(7, "id", "1.0", "2026-11-22T02:15:00Z")
CORRECTION = Correction("et", "a", "a.po", 7, "It costs €3.", "It costs €4.", "See maksab 3 €.")
OUTDATED = Outdated("et", "a.txt", "exports/et/a.txt", "2026-11-20")
GONE = Withdrawal("a.txt", "2026-11-20", is_sure=False)


def a_night(summary=CLEAN, found=FOUND, **more):
    return Night("news", RECORD, summary, found, **more)


def reviewed(**counts):
    errors = counts.pop("errors", 0)
    warnings = counts.pop("warnings", 0)
    return Review(catalogs=(CatalogReview("et", "a", "a.po", Counts(**counts), errors, warnings),))


@pytest.mark.parametrize(
    ("summary", "found", "troubles", "code"),
    [
        (CLEAN, reviewed(), (), ExitCode.CLEAN),
        (CLEAN, reviewed(warnings=3), (), ExitCode.CLEAN),
        (CLEAN, reviewed(errors=1), (), ExitCode.CLEAN),
        (CLEAN, reviewed(flagged=1), (), ExitCode.CLEAN),
        (Summary(False, (("et", None),), ()), reviewed(), (), ExitCode.CLEAN),
        (Summary(False, (), (BULK,)), reviewed(), (), ExitCode.FINDINGS),
        (CLEAN, reviewed(errors=1), (TROUBLE,), ExitCode.PARTIAL),
        (Summary(False, (), (NEW,), unfinished=("b.txt",)), reviewed(), (), ExitCode.PARTIAL),
        (Summary(False, (), (), (TROUBLE,)), reviewed(), (TROUBLE,), ExitCode.STOPPED),
        (Summary(False, (), (), (TROUBLE,)), reviewed(), (TROUBLE, BUG), ExitCode.BUG),
    ],
)
def test_the_gravest_of_what_happened_is_the_exit_code(summary, found, troubles, code):
    assert exit_code(a_night(summary, found), troubles) is code


@pytest.mark.parametrize("news", [News((CORRECTION,)), News(outdated=(OUTDATED,)), News(withdrawals=(GONE,))])
def test_whatever_is_no_longer_true_is_a_reason_to_look_today(news):
    assert exit_code(a_night(found=Review(), news=news), ()) is ExitCode.FINDINGS
    assert exit_code(a_night(found=Review(), news=news), (TROUBLE,)) is ExitCode.PARTIAL


@pytest.mark.parametrize("wrong", [{"errors": 1}, {"flagged": 1}])
def test_flags_of_drafts_are_a_reason_only_where_the_newsroom_wants_that(wrong):
    found = reviewed(drafts=1, **wrong)
    assert exit_code(a_night(found=found), ()) is ExitCode.CLEAN
    assert exit_code(a_night(found=found, flags_are_news=True), ()) is ExitCode.FINDINGS
    assert exit_code(a_night(found=reviewed(drafts=1, warnings=3), flags_are_news=True), ()) is ExitCode.CLEAN


@pytest.mark.parametrize(
    ("before", "now", "code"),
    [
        ("argos", None, ExitCode.FINDINGS),
        ("argos", "apertium", ExitCode.CLEAN),
        (None, None, ExitCode.CLEAN),
        (None, "argos", ExitCode.CLEAN),
    ],
)
def test_a_locale_that_loses_its_engine_is_told_in_the_night_that_it_does(before, now, code):
    last = replace(RECORD, exit_code=ExitCode.CLEAN, locales=(had("et", before), had("ru", "argos")))
    summary = Summary(False, (("et", now),), ())
    assert exit_code(a_night(summary, Review(), history=(last,)), ()) is code
    assert exit_code(a_night(summary, Review()), ()) is ExitCode.CLEAN


def had(locale, engine):
    return LocaleFigures(locale, engine, Counts())


def test_a_run_that_did_not_look_for_an_engine_says_nothing_of_it():
    last = replace(RECORD, exit_code=ExitCode.FINDINGS, locales=(had("et", "argos"),))
    braked = replace(RECORD, exit_code=ExitCode.STOPPED, locales=(had("et", None),))
    elsewhere = replace(RECORD, exit_code=ExitCode.CLEAN, locales=(had("ru", "argos"),))
    told = replace(RECORD, exit_code=ExitCode.FINDINGS, locales=(had("et", None),))
    lost = Summary(False, (("et", None),), ())
    assert exit_code(a_night(lost, Review(), history=(last, braked, elsewhere)), ()) is ExitCode.FINDINGS
    assert exit_code(a_night(lost, Review(), history=(last, told)), ()) is ExitCode.CLEAN


@pytest.mark.parametrize(
    ("stop", "code"),
    [
        (KeyboardInterrupt(), ExitCode.INTERRUPTED),
        (SystemExit(130), ExitCode.INTERRUPTED),
        (SystemExit(143), ExitCode.TERMINATED),
        (CatalogError("planted"), ExitCode.STOPPED),
        (ZeroDivisionError(), ExitCode.BUG),
    ],
)
def test_a_run_that_is_stopped_says_by_what(stop, code):
    assert exit_code_of(stop) is code


def test_each_locale_that_was_drafted_or_looked_at_has_its_figures():
    summary = Summary(False, (("et", "argos"), ("ru", None)), (NEW, SAME, OTHER))
    assert figures(summary, FOUND) == (
        LocaleFigures("et", "argos", Counts(approved=2, drafts=4, words_left=20), 2, 1, 0, 3, 1, 1, 2),
        LocaleFigures("ru", None, Counts(), 0, 0, 1, 1, 0, 0, 0),
        LocaleFigures("fi", None, Counts(drafts=1), 1, 0, 0, 0, 0, 0, 0),
    )


def test_the_phases_count_what_was_done():
    summary = Summary(False, (), (NEW, SAME), unfinished=("c.txt",))
    assert drafting_counts(summary, 3) == {"articles": 2, "unfinished": 1, "written": 1, "drafted": 3, "recalled": 1}
    assert review_counts(FOUND) == {"catalogs": 3, "waiting": 5, "errors": 1, "warnings": 2}


def test_a_record_that_ends_keeps_what_was_known_when_it_began():
    night = ended(a_night(), at="2026-11-22T02:16:00Z", seconds=60.0, phases=[Phase("draft", 9.0)], troubles=(TROUBLE,))
    over = night.record
    assert replace(night, record=RECORD) == a_night()
    assert (over.number, over.started, over.ended, over.seconds) == (7, RECORD.started, "2026-11-22T02:16:00Z", 60.0)
    assert (over.exit_code, over.phases, over.troubles) == (ExitCode.PARTIAL, (Phase("draft", 9.0),), (TROUBLE,))
    assert (over.unfinished, [one.locale for one in over.locales]) == (0, ["et", "fi"])


UNFINISHED = Summary(False, (("et", "argos"),), (NEW,), unfinished=("b.txt", "c.txt"))


@pytest.mark.parametrize(
    ("summary", "found", "troubles", "code"),
    [
        (UNFINISHED, reviewed(errors=1), (BUG,), ExitCode.BUG),
        (UNFINISHED, reviewed(errors=1), (), ExitCode.PARTIAL),
        (Summary(False, (), (NEW,), (TROUBLE,)), reviewed(), (), ExitCode.PARTIAL),
        (Summary(False, (), (), (TROUBLE,)), reviewed(errors=1), (), ExitCode.STOPPED),
        (Summary(False, (), (), ()), reviewed(), (TROUBLE,), ExitCode.PARTIAL),
        (CLEAN, FOUND, (), ExitCode.CLEAN),
        (CLEAN, Review(), (), ExitCode.CLEAN),
    ],
)
def test_of_two_that_happened_the_graver_is_told(summary, found, troubles, code):
    assert exit_code(a_night(summary, found), troubles) is code


@pytest.mark.parametrize("code", [None, 0, 1, "some words", 75])
def test_whatever_else_ends_the_process_terminated_it(code):
    assert exit_code_of(SystemExit(code)) is ExitCode.TERMINATED


def over_now(night):
    return ended(night, at="2026-11-22T02:16:00Z", seconds=60.0, phases=(), troubles=()).record


def test_a_record_counts_what_is_no_longer_true():
    over = over_now(a_night(news=News((CORRECTION,) * 3, (OUTDATED,) * 2, (GONE,))))
    assert (over.corrections, over.outdated, over.withdrawn, over.exit_code) == (3, 2, 1, ExitCode.FINDINGS)


def test_a_record_that_ends_says_what_was_left():
    over = over_now(a_night(UNFINISHED, Review()))
    assert (over.unfinished, over.exit_code, over.troubles) == (2, ExitCode.PARTIAL, ())
    assert drafting_counts(UNFINISHED, 5) == {"articles": 3, "unfinished": 2, "written": 1, "drafted": 3, "recalled": 1}


def test_new_and_updated_catalogs_are_written_alike():
    assert drafting_counts(Summary(False, (), (NEW, SAME, OTHER)), 2)["written"] == 2

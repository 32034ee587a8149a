"""What a night comes to is told by what it did, what it found and what went wrong."""

import pytest

from translate.core.results.ending import drafting_counts, ended, exit_code, exit_code_of, figures, review_counts
from translate.core.results.night import LocaleFigures, Phase, RunRecord
from translate.core.results.review import CatalogReview, Review
from translate.core.results.summary import CatalogResult, CatalogState, Counts, ExitCode, Summary, Trouble
from translate.errors import CatalogError

TROUBLE = Trouble("planted")
BUG = Trouble("planted", traceback="Traceback …")
NEW = CatalogResult("et", "a.txt", "a.po", CatalogState.NEW, 3, Counts(drafts=4), 1)
SAME = CatalogResult("et", "b.txt", "b.po", CatalogState.UNCHANGED, 0, Counts(approved=2))
OTHER = CatalogResult("ru", "a.txt", "ru/a.po", CatalogState.UPDATED, 1, Counts(drafts=1))
CLEAN = Summary(False, (("et", "argos"),), (NEW, SAME))
FOUND = Review(
    catalogs=(
        CatalogReview("et", "a", "a.po", Counts(drafts=4, words_left=20), errors=0, warnings=2),
        CatalogReview("et", "b", "b.po", Counts(approved=2), errors=1),
        CatalogReview("fi", "a", "fi/a.po", Counts(drafts=1)),
    ),
    waiting_in_all=5,
)


def reviewed(**counts):
    errors = counts.pop("errors", 0)
    warnings = counts.pop("warnings", 0)
    return Review(catalogs=(CatalogReview("et", "a", "a.po", Counts(**counts), errors, warnings),))


@pytest.mark.parametrize(
    ("summary", "found", "troubles", "code"),
    [
        (CLEAN, reviewed(), (), ExitCode.CLEAN),
        (CLEAN, reviewed(warnings=3), (), ExitCode.CLEAN),
        (CLEAN, reviewed(errors=1), (), ExitCode.FINDINGS),
        (CLEAN, reviewed(flagged=1), (), ExitCode.FINDINGS),
        (Summary(False, (("et", None),), ()), reviewed(), (), ExitCode.FINDINGS),
        (CLEAN, reviewed(errors=1), (TROUBLE,), ExitCode.PARTIAL),
        (Summary(False, (), (NEW,), unfinished=("b.txt",)), reviewed(), (), ExitCode.PARTIAL),
        (Summary(False, (), (), (TROUBLE,)), reviewed(), (TROUBLE,), ExitCode.STOPPED),
        (Summary(False, (), (), (TROUBLE,)), reviewed(), (TROUBLE, BUG), ExitCode.BUG),
    ],
)
def test_the_gravest_of_what_happened_is_the_exit_code(summary, found, troubles, code):
    assert exit_code(summary, found, troubles) is code


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
    record = RunRecord(7, "id", "1.0", "2026-11-22T02:15:00Z")
    over = ended(
        record, CLEAN, FOUND, at="2026-11-22T02:16:00Z", seconds=60.0, phases=[Phase("draft", 9.0)], troubles=(TROUBLE,)
    )
    assert (over.number, over.started, over.ended, over.seconds) == (7, record.started, "2026-11-22T02:16:00Z", 60.0)
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
        (CLEAN, FOUND, (), ExitCode.FINDINGS),
        (CLEAN, Review(), (), ExitCode.CLEAN),
    ],
)
def test_of_two_that_happened_the_graver_is_told(summary, found, troubles, code):
    assert exit_code(summary, found, troubles) is code


@pytest.mark.parametrize("code", [None, 0, 1, "some words", 75])
def test_whatever_else_ends_the_process_terminated_it(code):
    assert exit_code_of(SystemExit(code)) is ExitCode.TERMINATED


def test_a_record_that_ends_says_what_was_left():
    record = RunRecord(7, "id", "1.0", "2026-11-22T02:15:00Z")
    over = ended(record, UNFINISHED, Review(), at="2026-11-22T02:16:00Z", seconds=60.0, phases=(), troubles=())
    assert (over.unfinished, over.exit_code, over.troubles) == (2, ExitCode.PARTIAL, ())
    assert drafting_counts(UNFINISHED, 5) == {"articles": 3, "unfinished": 2, "written": 1, "drafted": 3, "recalled": 1}


def test_new_and_updated_catalogs_are_written_alike():
    assert drafting_counts(Summary(False, (), (NEW, SAME, OTHER)), 2)["written"] == 2

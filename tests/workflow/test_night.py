"""A night reads no PO file oftener than it must, and keeps to the clock that it is given."""

import itertools
import time
from datetime import UTC, datetime

import pytest

from tests.workflow.project import three_articles
from tests.workflow.readings import Readings
from translate.cli.project import CLOCK
from translate.core.results.summary import ExitCode
from translate.workflow.clock import Clock
from translate.workflow.night import nightly
from translate.workflow.orders import Orders

PO = "locales/et/LC_MESSAGES/a{}.po"


@pytest.fixture
def settings(tmp_path):
    return three_articles(tmp_path)


@pytest.fixture
def readings(monkeypatch):
    counting = Readings(monkeypatch)
    yield counting
    counting.end()


def night(settings, clock=CLOCK, **orders):
    time.sleep(0.06)  # No file is known to be as it was that has changed within 50 ms.
    return nightly(settings, Orders(**orders), now=datetime.now(UTC), clock=clock, run_id="0" * 32)


def edit(settings, name, old, new):
    path = settings.root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def approve(settings, number):
    source = f"The captain {number} was late."
    draft = f'#, fuzzy\nmsgid "{source}"\nmsgstr "{source}"'
    edit(settings, PO.format(number), draft, f'msgid "{source}"\nmsgstr "Kapten {number} hilines."')


def test_the_first_night_reads_none_of_what_it_writes(settings, readings):
    assert night(settings).review.waiting_in_all == 9
    assert readings.most == {}


def test_a_night_with_nothing_new_reads_nothing(settings, readings):
    night(settings)
    readings.begin()
    told = night(settings)
    assert (readings.most, len(told.review.waiting)) == ({}, 9)


def test_a_po_file_that_somebody_changed_is_read_twice_and_so_is_what_the_memory_may_change(settings, readings):
    for _ in range(2):
        night(settings)
    approve(settings, 1)
    readings.begin()
    told = night(settings)
    # Whatever is approved may be recalled anywhere, so all articles of the locale are looked at.
    assert readings.most == {"a0": 2, "a1": 2, "a2": 2}
    assert [(c.article, c.counts.approved) for c in told.review.catalogs] == [("a0", 0), ("a1", 1), ("a2", 0)]
    readings.begin()
    assert (night(settings).review, readings.most) == (told.review, {})


def test_so_it_is_where_the_memory_has_not_seen_yet_what_the_last_night_wrote(settings, readings):
    night(settings)
    approve(settings, 1)
    readings.begin()
    night(settings)
    assert readings.most == {"a0": 2, "a1": 2, "a2": 2}


def test_an_article_that_changed_has_its_po_file_read_twice(settings, readings):
    for _ in range(2):
        night(settings)
    edit(settings, "articles/a2.txt", "was late", "was very late")
    readings.begin()
    told = night(settings)
    assert readings.most == {"a2": 2}
    assert "The captain 2 was very late." in [entry.source.text for entry in told.review.waiting]


def test_both_at_once_make_no_more_of_it(settings, readings):
    for _ in range(2):
        night(settings)
    approve(settings, 1)
    edit(settings, "articles/a1.txt", "sailed", "sailed away")
    readings.begin()
    night(settings)
    assert max(readings.most.values()) == 2


def test_what_the_review_is_told_is_what_it_would_read(settings):
    for _ in range(2):
        night(settings)
    approve(settings, 1)
    edit(settings, "articles/a0.txt", "sailed", "sailed away")
    told = night(settings).review
    (settings.root / ".newsdesk/ledger.sqlite").unlink()
    assert night(settings, dry_run=True).review == told


def test_what_is_saved_between_drafting_and_review_is_what_the_review_tells(settings):
    paused = []

    def saved_meanwhile(seconds):
        paused.append(seconds)
        approve(settings, 0)

    told = night(settings, Clock(CLOCK.nanoseconds, CLOCK.seconds, saved_meanwhile))
    assert [catalog.counts.approved for catalog in told.review.catalogs] == [1, 0, 0]
    assert [0.04 < seconds < 0.1 for seconds in paused] == [True]
    assert [catalog.counts.approved for catalog in night(settings).review.catalogs] == [1, 0, 0]


def test_a_dry_run_writes_nothing_and_tells_of_the_files_as_they_are(settings, readings):
    night(settings)
    approve(settings, 1)
    edit(settings, "articles/a2.txt", "was late", "was very late")
    before = {path: path.read_bytes() for path in settings.root.rglob("*") if path.is_file()}
    readings.begin()
    told = night(settings, dry_run=True)
    assert readings.most == {"a0": 2, "a1": 2, "a2": 2}
    assert {path: path.read_bytes() for path in settings.root.rglob("*") if path.is_file()} == before
    assert [catalog.counts.approved for catalog in told.review.catalogs] == [0, 1, 0]
    assert [catalog.state.value for catalog in told.summary.catalogs] == ["unchanged", "unchanged", "updated"]
    assert "The captain 2 was late." in [entry.source.text for entry in told.review.waiting]


def test_the_time_that_a_night_takes_is_that_of_its_clock(settings):
    ticks = itertools.count(100.0, 1.0)
    told = night(settings, Clock(CLOCK.nanoseconds, lambda: next(ticks), CLOCK.pause), time_budget=1_000)
    assert [phase.seconds for phase in told.record.phases][:1] == [1.0]
    assert (told.record.seconds > 5, told.record.unfinished) == (True, 0)


def test_the_time_budget_is_kept_by_that_clock(settings):
    ticks = itertools.count(100.0, 10.0)
    told = night(settings, Clock(CLOCK.nanoseconds, lambda: next(ticks), CLOCK.pause), time_budget=5)
    assert (told.record.unfinished, told.record.exit_code) == (3, ExitCode.PARTIAL)


def test_a_stop_is_told_and_written_down_before_it_goes_on(settings):
    told = []

    def stopped(_step, _total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        nightly(
            settings, Orders(), now=datetime.now(UTC), clock=CLOCK, run_id="1" * 32, tell=told.append, announce=stopped
        )
    assert told[-1].exit_code is ExitCode.INTERRUPTED

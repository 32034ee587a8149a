"""A watch keeps the time of a run by a clock that does not jump, and tells each trouble once."""

import itertools
from datetime import UTC, datetime, timedelta, timezone

import pytest

from translate.core.results.night import Night, Phase, RunRecord
from translate.core.results.review import Review
from translate.core.results.summary import ExitCode, Summary, Trouble
from translate.workflow.watch import Watch, stamp

NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)


def watch(told):
    ticks = itertools.count(50.0, 1.5)
    return Watch(NOW, lambda: next(ticks), told.append)


def test_a_phase_is_told_when_it_is_over_also_where_it_failed():
    told = []
    keeps = watch(told)
    with keeps.phase("survey") as counts:
        counts["articles"] += 2
    with pytest.raises(ValueError, match="planted"), keeps.phase("draft"):
        raise ValueError("planted")
    assert told == [Phase("survey", 1.5, {"articles": 2}), Phase("draft", 1.5, {})]


def test_a_trouble_is_told_once():
    told = []
    keeps = watch(told)
    one, other = Trouble("one"), Trouble("other")
    keeps.trouble(one, other)
    keeps.trouble(other, one)
    keeps.trouble(Trouble("one", "locales/es/LC_MESSAGES"))  # Where somebody else has met it.
    assert told == [one, other]


def test_a_bug_in_a_report_costs_only_the_report():
    told = []
    keeps = watch(told)
    keeps.attempt(lambda: 1 / 0)
    assert ["ZeroDivisionError" in trouble.message for trouble in told] == [True]


def test_the_record_ends_after_the_seconds_that_the_run_took():
    keeps = watch([])
    keeps.trouble(Trouble("planted"))
    begun = RunRecord(1, "id", "1.0", stamp(NOW))
    night = Night("ferry-news", begun, Summary(False, (), ()), Review())
    record = keeps.end(night).record
    assert (record.started, record.ended, record.seconds) == ("2026-11-22T02:15:00Z", "2026-11-22T02:15:01Z", 1.5)
    assert (record.exit_code, record.troubles) == (ExitCode.PARTIAL, (Trouble("planted"),))


def test_a_moment_is_written_in_utc():
    assert stamp(NOW.astimezone(timezone(timedelta(hours=3)))) == "2026-11-22T02:15:00Z"

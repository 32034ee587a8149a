"""What a newsroom writes as a limit or a length of time is read as it is meant, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.results.change_guard import Change, ChangeGuard
from translate.core.results.night import (
    Limit,
    LocaleFigures,
    Night,
    Phase,
    RunRecord,
    parse_duration,
    parse_limit,
)
from translate.core.results.review import Review
from translate.core.results.summary import Counts, Summary
from translate.errors import TooManyChangesError


@pytest.mark.parametrize(
    ("text", "seconds"), [("4h", 14400), ("90m", 5400), ("1h30m", 5400), ("45s", 45), (" 1h 2m 3s ", 3723)]
)
def test_a_length_of_time_is_read(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "4", "0m", "h", "-1h", "1.5h", "30m4h", "4 hours", "٤h"])
def test_what_is_no_length_of_time_is_refused(text):
    with pytest.raises(ValueError, match=r"^is no length of time; write it as 4h, 90m, 1h30m or 45s$"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "limit"), [("500", Limit(entries=500)), ("30%", Limit(percent=30)), (" 0 ", Limit(entries=0))]
)
def test_a_limit_is_read(text, limit):
    assert parse_limit(text) == limit


@pytest.mark.parametrize("text", ["", "some", "101%", "-5", "30 percent", "1e3", "%"])
def test_what_is_no_limit_is_refused(text):
    with pytest.raises(ValueError, match="is neither a number of entries"):
        parse_limit(text)


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 100))
def test_a_share_is_broken_by_more_than_it_and_never_of_a_few_entries(changed, total, percent):
    broken = Limit(percent=percent).broken_by(changed, total)
    assert broken == (total >= 100 and changed / total > percent / 100)


def test_from_a_hundred_entries_on_a_share_says_something():
    assert [Limit(percent=30).broken_by(50, total) for total in (99, 100)] == [False, True]
    assert [Limit(percent=30).broken_by(changed, 100) for changed in (30, 31)] == [False, True]


@given(st.integers(0, 10_000), st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_number_is_broken_by_more_than_it(changed, total, entries):
    assert Limit(entries=entries).broken_by(changed, total) == (changed > entries)


@pytest.mark.parametrize(
    ("articles", "named"),
    [
        (2, "a0.txt, a1.txt,"),
        (3, "a0.txt, a1.txt, a2.txt,"),
        (4, "a0.txt, a1.txt, a2.txt and 1 more,"),
        (1200, "a0.txt, a1.txt, a2.txt and 1,197 more,"),
    ],
)
def test_three_articles_are_named_and_more_are_counted(articles, named):
    changes = [Change(f"a{number}.txt", "et", 50, vanished=2000 - number) for number in range(articles)]
    quiet = [Change(f"b{number}.txt", "et", 50) for number in range(9)]
    with pytest.raises(TooManyChangesError) as told:
        ChangeGuard.of((*quiet, *changes)).check(Limit(entries=1))
    assert f"; look at {named} and if all is well" in str(told.value)


def test_the_worst_articles_are_named():
    seen = ChangeGuard.of((
        Change("articles/a.txt", "et", 50, vanished=10),
        Change("articles/b.txt", "et", 50, changed=40),
        Change("articles/c.txt", "et", 50),
    ))  # fmt: skip
    with pytest.raises(TooManyChangesError) as told:
        seen.check(Limit(percent=20))
    assert str(told.value) == (
        "10 of 150 entries would vanish and 40 change, more than 20 %, as when a feed is broken; nothing was written;"
        " look at articles/b.txt, articles/a.txt, and if all is well run again with --max-changes 100%"
    )
    seen.check(Limit(percent=40))
    seen.check(Limit())


def test_large_numbers_are_told_with_commas():
    with pytest.raises(TooManyChangesError) as told:
        ChangeGuard.of((Change("a.txt", "et", 12_500, vanished=1_200, changed=1_050),)).check(Limit(entries=1_000))
    assert str(told.value).startswith(
        "1,200 of 12,500 entries would vanish and 1,050 change, more than 1,000 entries, as when a feed is broken;"
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0h1s", 1), ("1m", 60), ("1h", 3600), ("2h 3s", 7203), ("1h\t1m", 3660),
        ("9999h", 35_996_400), ("99999m", 5_999_940), ("999999s", 999_999),
    ],
)  # fmt: skip
def test_each_part_of_a_length_of_time_counts_and_may_be_left_out(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["10000h", "100000m", "1000000s", "0h0m0s", "1s1m", "m", "1 h", "1hm"])
def test_a_length_of_time_longer_than_a_year_or_out_of_order_is_refused(text):
    with pytest.raises(ValueError, match="is no length of time"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("100%", Limit(percent=100)), ("0%", Limit(percent=0)), ("30 %", Limit(percent=30)),
        ("101", Limit(entries=101)), ("999999999", Limit(entries=999_999_999)),
    ],
)  # fmt: skip
def test_a_limit_is_read_up_to_its_edge(text, limit):
    assert parse_limit(text) == limit


@pytest.mark.parametrize("text", ["1000000000", "101 %", "30%%", "3 0", "٣٠%"])
def test_a_limit_beyond_its_edge_is_refused(text):
    with pytest.raises(
        ValueError, match=r"^is neither a number of entries, such as 500, nor a share of them, such as 30%$"
    ):
        parse_limit(text)


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (Limit(entries=0), "0 entries"),
        (Limit(entries=1500), "1,500 entries"),
        (Limit(percent=30.0), "30 %"),
        (Limit(percent=2.5), "2.5 %"),
    ],
)
def test_a_limit_is_told_as_people_write_it(limit, told):
    assert str(limit) == told


@pytest.mark.parametrize(
    ("limit", "total", "most"),
    [
        (Limit(percent=30), 100, 30), (Limit(percent=30), 1000, 300), (Limit(percent=30), 99, 10_000),
        (Limit(percent=0), 100, 0), (Limit(entries=0), 5, 0), (Limit(entries=7), 10_000, 7), (Limit(), 100, 10_000),
    ],
)  # fmt: skip
def test_a_limit_is_broken_by_one_more_than_it_allows(limit, total, most):
    assert not limit.broken_by(most, total)
    assert limit.broken_by(most + 1, total) is (most < 10_000)


def test_a_record_that_has_just_begun_tells_of_nothing_yet():
    record = RunRecord(7, "id", "1.0", "2026-11-22T02:15:00Z")
    assert (record.ended, record.exit_code, record.seconds, record.unfinished) == (None, None, 0, 0)
    assert (record.words_left, Phase("draft", 1.5).counts) == (0, {})
    assert LocaleFigures("et", None, Counts()) == LocaleFigures("et", None, Counts(), 0, 0, 0, 0, 0, 0, 0)


def test_the_words_that_are_left_are_those_of_all_locales():
    figures = tuple(LocaleFigures(code, None, Counts(words_left=words)) for code, words in [("et", 5), ("ru", 7)])
    assert RunRecord(7, "id", "1.0", "2026-11-22T02:15:00Z", locales=figures).words_left == 12


def test_a_person_reviews_five_hundred_words_in_an_hour_where_nobody_says_otherwise():
    night = Night("news", RunRecord(1, "id", "1.0", "2026-11-22T02:15:00Z"), Summary(False, (), ()), Review())
    assert (night.words_per_hour, night.history) == (500, ())

"""What a newsroom writes as a limit or a length of time is read as it is meant, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.results.change_guard import Change, ChangeGuard
from translate.core.results.night import Limit, parse_duration, parse_limit
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
        ChangeGuard((*quiet, *changes)).check(Limit(entries=1))
    assert f"; look at {named} and if all is well" in str(told.value)


def test_the_worst_articles_are_named():
    seen = ChangeGuard((
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
        ChangeGuard((Change("a.txt", "et", 12_500, vanished=1_200, changed=1_050),)).check(Limit(entries=1_000))
    assert str(told.value).startswith(
        "1,200 of 12,500 entries would vanish and 1,050 change, more than 1,000 entries, as when a feed is broken;"
    )

"""What a translator reads beside a title is what its lists say of it, and a later run reads it again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.article import NO_FACTS, Facts
from translate.core.entries.comments import parse
from translate.core.entries.titlelines import Channels, Passing, WidthLimit, facts_lines

TEXTS = st.text(max_size=30)
FACTS = st.builds(
    Facts, TEXTS, TEXTS, st.none() | st.integers(1, 1000), TEXTS, TEXTS,
    st.lists(st.tuples(TEXTS, st.integers(1, 99)), max_size=5).map(tuple),
)  # fmt: skip


def test_a_title_of_which_nothing_is_told_has_no_lines():
    assert facts_lines([NO_FACTS]) == ()


def test_what_several_lists_say_of_a_title_is_told_together():
    told = facts_lines(
        [
            Facts("ETV", "et", 40, "2007-09-03", "A talk show"),
            Facts("ETV2", "et", 32, "2006-01-02", "A talk show"),
            Facts("ETV", mentions=(("articles/b.txt", 1), ("articles/a.txt", 2))),
        ]
    )
    assert told == (
        "Channels: ETV | ETV2",
        "At most 32 columns wide",
        "Original language: et",
        "Note: A talk show",
        "First broadcast: 2006-01-02",
        "In articles: 3 times, in articles/a.txt, articles/b.txt",
    )


def test_of_many_articles_the_first_few_are_named():
    mentions = tuple((f"articles/{name}.txt", 1) for name in "abcde")
    assert facts_lines([Facts(mentions=mentions)]) == (
        "In articles: 5 times, in articles/a.txt, articles/b.txt, articles/c.txt and 2 more",
    )
    assert facts_lines([Facts(mentions=mentions[:1])]) == ("In articles: 1 time, in articles/a.txt",)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Channels: ETV | ETV2", Channels(("ETV", "ETV2"))),
        ("At most 40 columns wide", WidthLimit(40)),
        ("First broadcast: 2006-01-02", Passing("First broadcast: 2006-01-02")),
        ("In articles: 1 time, in articles/a.txt", Passing("In articles: 1 time, in articles/a.txt")),
    ],
)
def test_a_line_is_a_value_that_tells_it_again(line, value):
    assert (parse(line), str(value)) == (value, line)


@pytest.mark.parametrize("line", ["Channels: ", "At most 0 columns wide", "At most many columns wide", "Channel: ETV"])
def test_what_only_looks_so_is_somebody_elses_line(line):
    assert not isinstance(parse(line), Channels | WidthLimit | Passing)


@given(st.lists(FACTS, min_size=1, max_size=4))
def test_whatever_a_list_says_stands_in_one_line_each_and_its_limit_is_read_again(facts):
    lines = facts_lines(facts)
    assert all(line.splitlines() == [line] for line in lines)
    limits = [one.limit for one in facts if one.limit is not None]
    assert [line.columns for line in map(parse, lines) if isinstance(line, WidthLimit)] == sorted(limits)[:1]

"""A short text means what its article makes of it; a long one, and what every article repeats, is the same in all."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.article import Kind
from translate.core.entries.catalog import Entry
from translate.core.entries.comments import Position
from translate.core.entries.context import LONG_ENOUGH, length, speaks_for_itself, telling, vouched

SET = Path(__file__).parents[2] / "cases/context/short-texts.csv"


def message(text, kind=None, *more, context=None):
    kinds = [] if kind is None else [kind, *more]
    return Entry(text, msgctxt=context, extracted=tuple(str(Position(one, 1, "Ferry")) for one in kinds))


def shares():
    """For each length, of how many texts of the set there are, and how many mean something else elsewhere."""
    with SET.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lengths = [min(length(row["text"]), 6) for row in rows]
    return {
        words: (
            lengths.count(words),
            sum(bool(r["elsewhere"]) for r, n in zip(rows, lengths, strict=True) if n == words),
        )
        for words in sorted(set(lengths))
    }


def test_the_bound_is_where_one_text_in_ten_at_most_means_something_else_in_another_article():
    counted = shares()
    assert counted == {1: (20, 17), 2: (20, 13), 3: (20, 11), 4: (20, 12), 5: (20, 1), 6: (20, 1)}
    unlike = {words: other / all_ for words, (all_, other) in counted.items()}
    assert min(words for words in unlike if all(unlike[n] <= 0.1 for n in unlike if n >= words)) == LONG_ENOUGH


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("No.", 1),
        ("It's well-known – don’t!", 3),
        ("In 2024: 3, 4 and 5 %", 2),
        ("Нет, не знаю", 3),
        ("渡船停", 1),
        ("渡船停在港口", 2),
        ("ไม่", 1),
        ("BBC渡船停在港口", 3),
    ],
)
def test_words_are_counted_and_letters_where_no_space_parts_words(text, words):
    assert length(text) == words


def test_a_long_text_speaks_for_itself_and_a_short_one_does_not():
    assert speaks_for_itself(message("The ferry stays in port.", Kind.PARAGRAPH))
    assert not speaks_for_itself(message("The harbour is closed.", Kind.PARAGRAPH))
    assert not speaks_for_itself(message("Ferry line opens", Kind.HEADLINE, context="headline"))


def test_what_every_article_repeats_speaks_for_itself_however_short_it_is():
    assert speaks_for_itself(message("Editor: Mari", Kind.CREDIT, context="credit"))
    assert speaks_for_itself(message("Follow us!", Kind.FOOTER))
    assert not speaks_for_itself(message("Share", Kind.FOOTER, Kind.PARAGRAPH))


def test_an_article_is_known_by_its_headline_and_its_paragraphs():
    messages = [
        message("Ferry line opens", Kind.HEADLINE, context="headline"),
        message("It left.", Kind.PARAGRAPH),
        message("Follow us!", Kind.FOOTER),
        message("Editor: Mari", Kind.CREDIT, context="credit"),
    ]
    assert telling(messages) == ("Ferry line opens", "It left.")


@pytest.mark.parametrize(
    ("shared", "same"),
    [
        ([], False),
        ([()], False),
        ([("Yes.", "Right.")], False),
        ([("Yes.",), ("Right.", "The ferry left.")], True),
        ([("Yes.", "Right."), ("Left.", "Open.")], False),
        ([("The mayor is angry.",)], True),
    ],
)
def test_a_short_text_is_the_same_where_its_article_has_enough_else_in_common(shared, same):
    assert vouched("No.", shared) is same


@given(st.lists(st.lists(st.text())), st.lists(st.text()), st.text())
def test_more_in_common_never_vouches_for_less(shared, more, text):
    assert vouched(text, [*shared, more]) >= vouched(text, shared)

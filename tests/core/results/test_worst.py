"""However many PO files there are, the worst are named, and what the others come to is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.results.summary import CatalogResult, CatalogState, Counts, Totals, total
from translate.core.results.worst import ByLocale, Worst

STATES = st.sampled_from(CatalogState)
RESULTS = st.lists(st.builds(lambda state, flagged, left: (state, flagged, left), STATES, *[st.integers(0, 3)] * 2))


def result(number, state=CatalogState.UNCHANGED, flagged=0, left=0, locale="et"):
    counts = Counts(drafts=2, flagged=flagged, words_left=left)
    return CatalogResult(locale, f"articles/a{number:05}.txt", f"{locale}/a{number:05}.po", state, 0, counts)


def worst_of(results, most):
    found = Worst(most)
    for one in results:
        found.add(one)
    return found


@given(RESULTS, st.integers(1, 9))
def test_those_are_named_that_come_first_by_rank_and_nobody_is_counted_twice_or_not_at_all(given_, most):
    results = [result(number, *one) for number, one in enumerate(given_)]
    found = worst_of(results, most)
    named = found.named()
    assert sorted(named, key=lambda one: one.rank) == sorted(results, key=lambda one: one.rank)[:most]
    left = [one for one in results if one not in named]
    assert found.left_out() == total(one.totals for one in left)
    assert found.totals() == total(one.totals for one in results)


@given(RESULTS, RESULTS, st.integers(1, 9))
def test_what_two_have_found_is_what_one_would_have_found(first, second, most):
    every = [result(number, *one) for number, one in enumerate((*first, *second))]
    parts = worst_of(every[: len(first)], most), worst_of(every[len(first) :], most)
    both = Worst(most)
    for part in parts:
        both.update(part)
    assert (both.named(), both.left_out()) == (worst_of(every, most).named(), worst_of(every, most).left_out())


def test_where_all_are_named_they_stand_by_their_places_and_otherwise_the_worst_come_first():
    three = [result(2), result(1, flagged=1), result(0)]
    assert [one.place for one in worst_of(three, 3).named()] == [f"articles/a0000{n}.txt" for n in (0, 1, 2)]
    assert [one.place for one in worst_of(three, 2).named()] == ["articles/a00001.txt", "articles/a00000.txt"]


def test_what_a_run_has_written_comes_before_all_that_it_has_not():
    same, new = result(0, flagged=9), result(1, CatalogState.NEW)
    assert worst_of([same, new], 1).named() == (new,)


def test_each_locale_has_places_of_its_own():
    found = ByLocale.of({"ru": worst_of([result(n, locale="ru") for n in range(3)], 1), "et": worst_of([result(5)], 1)})
    assert [(one.locale, one.path) for one in found.named()] == [("ru", "ru/a00000.po"), ("et", "et/a00005.po")]
    assert found.left_out() == {"ru": Totals(2, Counts(drafts=4))}
    assert found.totals() == Totals(4, Counts(drafts=8))


def test_what_comes_later_changes_nothing_of_what_it_was_begun_with():
    before = worst_of([result(0)], 9)
    found = ByLocale.of({"et": before})
    found.add(result(1))
    assert (before.totals().catalogs, found.totals().catalogs) == (1, 2)


@pytest.mark.parametrize("name", ["new", "updated", "drafted", "recalled", "errors", "warnings", "open"])
def test_every_figure_is_added_up(name):
    assert total([replace(Totals(1), **{name: 2}), replace(Totals(2), **{name: 5})]) == replace(Totals(3), **{name: 7})

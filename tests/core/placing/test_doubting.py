"""A place is as sure as it is likely among all that it could be."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.placing.doubting import sureness, sureness_of_gap

TOLD = st.lists(st.floats(-30, 30), min_size=1, max_size=12)


def by_hand(told, chosen):
    sums = {
        (first, last): math.exp(math.fsum(told[first:last]) - math.fsum(told[slice(*chosen)]))
        for first in range(len(told))
        for last in range(first + 1, len(told) + 1)
    }
    return 1 / math.fsum(sums.values())


@given(TOLD, st.data())
def test_an_interval_is_weighed_against_all_others(told, data):
    first = data.draw(st.integers(0, len(told) - 1))
    chosen = first, data.draw(st.integers(first + 1, len(told)))
    assert sureness(told, chosen) == pytest.approx(by_hand(told, chosen), rel=1e-6, abs=1e-12)


@given(TOLD, st.data())
def test_a_gap_is_weighed_against_all_others(told, data):
    chosen = data.draw(st.integers(0, len(told) - 1))
    assert sum(map(sureness_of_gap, [told] * len(told), range(len(told)))) == pytest.approx(1)
    assert 0 < sureness_of_gap(told, chosen) <= 1


@pytest.mark.parametrize("told", [[9e3, -9e3, 9e3], [-9e3] * 400, [9e3] * 400])
def test_however_much_speaks_for_it_a_number_comes_of_it(told):
    assert 0 <= sureness(told, (0, len(told))) <= 1
    assert 0 <= sureness(told, (1, 2)) <= 1
    assert 0 <= sureness_of_gap(told, 1) <= 1

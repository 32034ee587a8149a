"""A place is as sure as it is likely among all that it could be."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.placing.doubting import sureness

TOLD = st.lists(st.floats(-30, 30), min_size=1, max_size=12)


@given(TOLD)
def test_a_place_is_weighed_against_all_others(told):
    assert math.fsum(sureness(told, one) for one in told) == pytest.approx(1)
    assert all(0 < sureness(told, one) <= 1 for one in told)


def test_of_places_that_are_as_likely_none_is_sure():
    assert sureness([3.0] * 4, 3.0) == pytest.approx(0.25)
    assert sureness([3.0, -20.0], 3.0) == pytest.approx(1)


@pytest.mark.parametrize("told", [[9e3, -9e3, 9e3], [-9e3] * 400, [9e3] * 400, [0.0, -math.inf]])
def test_however_much_speaks_for_it_a_number_comes_of_it(told):
    assert all(0 <= sureness(told, one) <= 1 for one in told if one > -math.inf)

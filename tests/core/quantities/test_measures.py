import pytest

from translate.core.quantities.exchange import may_be_exchanged
from translate.core.quantities.measures import Measure, converted, rounds


@pytest.mark.parametrize(
    ("value", "unit", "other", "shown"),
    [
        (11, "mass-stone", "mass-kilogram", "69.9 kg"),
        (2, "volume-barrel", "volume-liter", "318 l"),
        (50_000, "area-acre", "area-hectare", "20,200 ha"),
        (80, "temperature-fahrenheit", "temperature-celsius", "26.7 °C"),
        (100, "temperature-celsius", "temperature-fahrenheit", "212 °F"),
        (10, "speed-knot", "speed-kilometer-per-hour", "18.5 km/h"),
        (1, "length-mile", "length-nautical-mile", "0.869 nautical mile"),
    ],
)
def test_a_measure_is_shown_in_another_unit_with_three_digits_that_count(value, unit, other, shown):
    assert [str(found) for found in converted(value, frozenset({unit}), frozenset({other}))] == [shown]


def test_an_imperial_unit_becomes_what_newspapers_use_where_the_other_one_is_not_known():
    assert [found.unit for found in converted(1, frozenset({"volume-barrel"}), frozenset())] == ["volume-liter"]
    assert list(converted(1, frozenset({"length-kilometer"}), frozenset())) == []
    assert list(converted(1, frozenset({"length-mile"}), frozenset({"mass-gram"}))) == []


@pytest.mark.parametrize("written", ["250", "249.47", "249", "249.5"])
def test_a_number_may_be_rounded_up_or_down_at_its_last_digit(written):
    assert rounds(written, 249.4758)
    assert not rounds(written, 249.4758 * 1.05)


@pytest.mark.parametrize(("written", "exact"), [("240", 249.4758), ("62", 60.96), ("1", 1.98), ("9", 7.62)])
def test_what_is_further_off_is_no_rounding(written, exact):
    assert not rounds(written, exact)


@pytest.mark.parametrize(
    ("value", "code", "other", "another", "likely"),
    [
        (100, "USD", 90, "EUR", True),
        (100, "USD", 9, "EUR", False),
        (100, "USD", 9500, "RUB", True),
        (9500, "RUB", 100, "USD", True),
        (100, "USD", 1_500_000, "JPY", False),
        (0, "USD", 0, "EUR", False),
    ],
)
def test_money_is_exchanged_at_a_rate_that_ever_was_likely(value, code, other, another, likely):
    units = frozenset({f"currency-{code}"}), frozenset({f"currency-{another}"})
    assert may_be_exchanged(value, units[0], other, units[1]) == likely


def test_a_sign_of_dollars_stands_for_no_pesos():
    dollars = frozenset({"currency-USD", "currency-MXN"})
    assert not may_be_exchanged(20, frozenset({"currency-EUR"}), 400, dollars)


def test_a_unit_without_a_sign_is_told_by_its_name():
    assert str(Measure(3, "mass-stone")) == "3 stone"

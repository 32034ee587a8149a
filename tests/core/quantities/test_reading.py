"""The parts of reading a quantity, each by itself."""

import pytest

from translate.core.quantities.quantity import Kind
from translate.core.quantities.reading import in_ranges, magnitude_at, quantities, roman_numbers, unit_behind
from translate.languages.loading import load_language


def notation(locale):
    return load_language(locale).notation()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("XIV век", ["14"]),
        ("siglo XIX y XX", ["19", "20"]),
        ("І и ХХ", ["1", "20"]),
        ("le XIVe et le Ier siècle", ["14", "1"]),
        ("Vivre, Ici, Xi", []),
        ("XLIX", []),
        ("A-IV", []),
    ],
)
def test_a_roman_numeral_stands_alone_or_has_an_ending(text, numbers):
    assert [value for one in roman_numbers(text) for value in one.values] == numbers
    assert all(one.kind == Kind.ROMAN for one in roman_numbers(text))


@pytest.mark.parametrize(
    ("locale", "text", "start", "end", "unit"),
    [
        ("en", "5 km away", 1, 4, "length-kilometer"),
        ("en", "6-foot wall", 1, 6, "length-foot"),
        ("en", "5km", 1, 3, "length-kilometer"),
        ("es", "5 millones de euros", 10, 19, "currency-EUR"),
        ("fr", "5 millions d’euros", 10, 18, "currency-EUR"),
        ("es", "5 millones demás", 10, 10, None),
        ("en", "5 in 10", 1, 1, None),
        ("en", "5", 1, 1, None),
    ],
)
def test_a_unit_stands_right_behind_or_behind_what_links_it(locale, text, start, end, unit):
    found, units = unit_behind(text, start, notation(locale))
    assert found == end
    assert unit in units if unit else not units


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("en", "5 million people", (9, 6, set())),
        ("en", "5bn", (3, 9, set())),
        ("en", "5m", (1, 0, {6})),
        ("et", "5 tuhat miljonit", (16, 9, set())),
        ("ro", "5 de milioane", (13, 6, set())),
        ("en", "5 people", (1, 0, set())),
    ],
)
def test_a_magnitude_may_have_several_words_and_may_be_a_unit_as_well(locale, text, found):
    end, power, maybe = magnitude_at(text, 1, notation(locale))
    assert (end, power, set(maybe)) == found


@pytest.mark.parametrize(
    ("locale", "text", "shared"),
    [
        ("en", "2 to 4 inches", {"length-inch"}),
        ("en", "2-4 inches", {"length-inch"}),
        ("en", "2 inches to 4", set()),
        ("en", "2 because of 4 inches", set()),
    ],
)
def test_the_first_of_a_range_shares_the_unit_of_the_second(locale, text, shared):
    first, _ = in_ranges(text, quantities(text, notation(locale)))
    assert first.shared == shared


@pytest.mark.parametrize(
    ("locale", "text", "values"),
    [
        ("en", "2 to 4 million", {"2", "2000000"}),
        ("en", "2 million to 4 million", {"2000000"}),
        ("en", "2 million to 4", {"2000000"}),
        ("ja", "1億2000万", {"120000000"}),
    ],
)
def test_the_first_of_a_range_may_share_the_magnitude_and_parts_are_added_up(locale, text, values):
    assert in_ranges(text, quantities(text, notation(locale)))[0].values == values

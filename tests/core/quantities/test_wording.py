"""Numbers in words, in whatever form."""

import pytest

from translate.core.quantities.wording import is_named, is_worded, units_alone, worded_quantities
from translate.languages.loading import load_language


def notation(locale):
    return load_language(locale).notation()


@pytest.mark.parametrize(
    ("locale", "value", "text", "there"),
    [
        ("et", "21", "kakskümmend üks meest", True),
        ("et", "21", "kakskümmend kaks meest", False),
        ("et", "100", "sada meest", True),
        ("pl", "42", "czterdziestodwuletni", True),
        ("pl", "43", "czterdziestodwuletni", False),
        ("de", "20", "zwanzigste", True),
        ("ru", "36", "тридцать шестой", True),
        ("tr", "2", "İKİ", True),
        ("ar", "7", "والسبعة", True),
        ("ja", "3", "三人", True),
        ("et", "12", "tosin muna", True),
        ("et", "12345678901", "üks", False),
        ("et", "1.5", "poolteist", True),
        ("et", "7", "", False),
    ],
)
def test_a_number_is_known_in_words_in_whatever_form(locale, value, text, there):
    assert is_worded(value, text, notation(locale)) == there


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("en", "two and a half miles", [({"2.5"}, {"length-mile"})]),
        ("en", "half a million", [({"500000"}, set())]),
        ("en", "twenty-four days, six hours", [({"24"}, {"duration-day"}), ({"6"}, {"duration-hour"})]),
        ("es", "año y medio", [({"1.5"}, {"duration-year"})]),
        ("es", "tres millones de euros", [({"3000000"}, {"currency-EUR"})]),
        ("ru", "двухметровый", [({"2"}, {"length-meter"})]),
        ("en", "nobody came", []),
    ],
)
def test_a_number_in_words_is_read_with_what_it_counts(locale, text, found):
    assert [(one.values, one.units) for one in worded_quantities(text, notation(locale))] == found


def test_a_unit_that_stands_alone_is_one_of_it():
    (mile,) = units_alone("It is about a mile away.", notation("en"))
    assert (mile.text, mile.values, mile.units) == ("mile", {"1"}, {"length-mile"})


@pytest.mark.parametrize(
    ("locale", "text", "named"),
    [
        ("et", "104 kraadi Fahrenheiti järgi", True),
        ("zh", "气温为华氏104度", True),
        ("et", "104 °F", True),
        ("et", "104 kraadi", False),
    ],
)
def test_a_unit_is_named_by_a_word_of_its_own(locale, text, named):
    assert is_named("temperature-fahrenheit", text, notation(locale)) == named

"""How CLDR writes a quantity in a locale is never told, and with one digit changed it always is."""

import datetime as dt

import pytest
from babel import Locale, dates, numbers
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.core.checks.findings import Unit
from translate.core.checks.quantities import check_quantities
from translate.languages.loading import load_language, load_pair
from translate.languages.quantities import OwnWords, notation

LOCALES = ("ar", "cs", "de", "el", "es", "et", "fi", "fr", "he", "hi", "ja", "ko", "lt", "lv", "pl", "pt", "ru", "sv",
           "tr", "uk", "zh_CN")  # fmt: skip
SIGNS = {"EUR": "€", "USD": "$", "GBP": "£"}


def told(source, target, locale):
    unit = Unit.of(source, f"– {target} –", *load_pair("en", locale))
    return [finding.message for finding in check_quantities(unit)]


def with_another_digit(draw, text):
    """The text with one digit changed into another one of the same script; never into a nought."""
    place = draw(st.sampled_from([at for at, character in enumerate(text) if character.isdecimal()]))
    old = int(text[place])
    new = draw(st.sampled_from([digit for digit in range(1, 10) if digit != old]))
    return text[:place] + chr(ord(text[place]) - old + new) + text[place + 1 :]


@st.composite
def quantities(draw):
    """A sentence with a quantity, the quantity as a locale writes it, and the same with a wrong digit."""
    locale = draw(st.sampled_from(LOCALES))
    source, target = draw(st.sampled_from(KINDS))(draw, locale)
    return locale, source, target, with_another_digit(draw, target)


def number(draw, locale):
    value = draw(st.integers(1000, 9_999_999))
    return f"There were {value:,} then.", numbers.format_decimal(value, locale=locale)


def decimal(draw, locale):
    value = draw(st.integers(11, 999)) / 10
    return f"It was {value} then.", numbers.format_decimal(value, locale=locale)


def percentage(draw, locale):
    value = draw(st.integers(1, 99))
    return f"It was {value} percent then.", numbers.format_percent(value / 100, locale=locale)


def money(draw, locale):
    value, code = draw(st.integers(13, 99_999)), draw(st.sampled_from(sorted(SIGNS)))
    return f"It cost {SIGNS[code]}{value:,} then.", numbers.format_currency(value, code, locale=locale)


def date(draw, locale):
    day = draw(st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31)))
    length = draw(st.sampled_from(["short", "medium", "long"]))
    return f"It was on {day:%B} {day.day}, {day.year}.", dates.format_date(day, length, locale=locale)


def clock(draw, locale):
    hour, minute = draw(st.integers(1, 23)), draw(st.sampled_from([0, 5, 15, 30, 45]))
    told = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "") + (" p.m." if hour >= 12 else " a.m.")
    return f"It began at {told} then.", dates.format_time(dt.time(hour, minute), "short", locale=locale)


def score(draw, locale):
    one, other = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    return f"They won {one}-{other}.", f"{one}{draw(st.sampled_from([':', '-', '–', ' : ']))}{other}"


KINDS = (number, decimal, percentage, money, date, clock, score)


@settings(max_examples=150)
@given(quantities())
def test_a_quantity_in_a_locales_own_way_is_never_told_and_a_wrong_digit_always(made):
    locale, source, right, wrong = made
    assert told(source, right, locale) == []
    assert told(source, wrong, locale) != []


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("sign", "power"), [("m", 6), ("bn", 9)])
def test_another_magnitude_is_told_in_every_locale(locale, sign, power):
    length = "long" if "long" in Locale.parse(locale).compact_decimal_formats else "short"

    def written(more):
        return numbers.format_compact_decimal(
            2.7 * 10 ** (power + more), format_type=length, locale=locale, fraction_digits=1
        )

    assert told(f"It cost £2.7{sign} then.", written(0), locale) == []
    for more in (-3, 3):
        assert told(f"It cost £2.7{sign} then.", written(more), locale) != []


def test_a_language_may_add_words_of_its_own():
    own = OwnWords((("12", ("tosin",)),), ((6, ("mln",)),), (("length-kilometer", ("virst",)),))
    words = notation("vot", own)
    assert words.spell("12") == ()  # CLDR does not know it.
    words = notation("et", own)
    assert words.spell("12")[0] == "tosin"
    assert words.magnitudes.at("5 mln", 2).meant == {6}
    assert words.units.at("5 virsta", 2).meant == {"length-kilometer"}


def test_of_a_word_that_may_be_two_things_both_are_known():
    english = load_language("en").notation()
    assert english.units.at("5 pounds", 2).meant >= {"mass-pound", "currency-GBP"}
    assert english.magnitudes.at("millions", 0).meant == {6}
    assert english.magnitudes.at("milk", 0) is None

"""A date may be written in any way, but it stays in its month."""

import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.quantities import check_quantities
from translate.core.quantities.dates import dates, months
from translate.core.quantities.reading import quantities
from translate.languages.loading import load_language


def told(source, target, locale):
    return said(check_quantities, source, target, locale=locale)


@pytest.mark.parametrize(
    ("locale", "source", "right", "wrong", "shown"),
    [
        ("et", "It was on April 12.", "See oli 12. aprillil.", "See oli 12. mail.", "12. mail"),
        ("ru", "It was on April 12.", "Это было 12 апреля.", "Это было 12 мая.", "12 мая"),
        ("ru", "It was on April 12.", "Это было 12-го апреля.", "Это было 12-го мая.", "12-го мая"),
        ("es", "It was on April 12.", "Fue el 12 de abril.", "Fue el 12 de mayo.", "12 de mayo"),
        ("fr", "On the 1st of May.", "Le 1er mai.", "Le 1er mars.", "1er mars"),
        ("de", "On Sept. 11, 2001.", "Am 11. September 2001.", "Am 11. Oktober 2001.", "11. Oktober"),
        ("hu", "On Sept. 11, 2001.", "2001. szeptember 11-én.", "2001. október 11-én.", "október 11"),
        ("es", "In April 2019.", "En abril de 2019.", "En mayo de 2019.", "mayo de 2019"),
        ("cs", "In July 2017.", "V červenci 2017.", "V červnu 2017.", "červnu 2017"),
    ],
)
def test_a_day_or_a_year_stays_in_its_month(locale, source, right, wrong, shown):
    assert told(source, right, locale) == []
    assert told(source, wrong, locale) == [("number", shown)]


@pytest.mark.parametrize(
    ("locale", "source", "right", "wrong"),
    [
        ("es", "April 12 to May 3.", "Del 12 de abril al 3 de mayo.", "Del 12 de mayo al 3 de abril."),
        ("et", "12 April and 3 May 2019.", "12. aprill ja 3. mai 2019.", "12. mai ja 3. aprill 2019."),
        ("et", "April 12, 2019 to May 3.", "12. aprillist 3. maini 2019.", "12. maist 3. aprillini 2019."),
    ],
)
def test_two_dates_do_not_change_their_months(locale, source, right, wrong):
    assert told(source, right, locale) == []
    assert {rule for rule, _ in told(source, wrong, locale)} == {"number"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("On April 12 and 13.", "12. ja 13. aprillil."),
        ("From April 12 to 14, and on May 3.", "12.–14. aprillil ja 3. mail."),
        ("On April 12.", "12.04."),
        ("On 12 April 2019 and 3 May.", "12. aprillil ja 3. mail 2019."),
        ("Mrs. May, 12 years later.", "May 12 aastat hiljem."),
        ("On April 12.", "Aprilli 12. päeval, mitte mais."),
    ],
)
def test_days_that_share_a_month_and_other_ways_to_write_a_date_are_no_fault(source, target):
    assert told(source, target, "et") == []


def test_the_message_shows_both_dates():
    assert sentences(check_quantities, "On April 12.", "Fue el 12 de mayo.", locale="es") == [
        "“April 12” of the source is “12 de mayo” here; put the month right"
    ]


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("en", "In May and on 3 June", ["May", "June"]),
        ("en", "It may, and June may", ["June"]),
        ("en", "5 may", ["may"]),
        ("es", "el 3 de mayo y en junio", ["mayo"]),
        ("cs", "v červenci 2017", ["červenci"]),
    ],
)
def test_a_month_in_small_letters_needs_a_number(locale, text, found):
    assert [month.text for month in months(text, load_language(locale).notation())] == found


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("en", "April 12th, 2019", {("4", "12")}),
        ("en", "12th of April 2019", {("4", "12"), ("4", "2019")}),
        ("es", "12 de abril de 2019", {("4", "12"), ("4", "2019")}),
        ("en", "12 and April", set()),
        ("en", "$5m April", set()),
        ("en", "April, and 12", set()),
    ],
)
def test_a_date_is_a_month_with_the_number_beside_it(locale, text, found):
    notation = load_language(locale).notation()
    assert {pair for date in dates(text, quantities(text, notation), notation) for pair in date.pairs} == found

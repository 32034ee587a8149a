"""What a language tells by other numbers is right in that language, and in no other."""

import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.quantities import check_quantities


def told(source, target, locale):
    return {rule for rule, _ in said(check_quantities, source, target, locale=locale)}


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("et", "Kell pool 6 õhtul.", "Kell 6 õhtul."),
        ("de", "Um halb 6 am Abend.", "Um 6 am Abend."),
        ("pl", "O wpół do 6 wieczorem.", "O 6 wieczorem."),
        ("es", "A las 5 y media de la tarde.", "A las 6 y media de la tarde."),
        ("ja", "午後5時半。", "午後6時半。"),
    ],
)
def test_half_past_five_is_told_by_the_hour_that_the_language_tells_it_by(locale, right, wrong):
    assert told("At 5:30 p.m.", right, locale) == set()
    assert told("At 5:30 p.m.", wrong, locale) == {"number"}


@pytest.mark.parametrize(
    ("locale", "source", "target", "right"),
    [
        ("sv", "In the 19th century.", "På 1800-talet.", True),
        ("es", "In the 19th century.", "En el 1800.", False),
        ("is", "In the 1980s.", "Á 9. áratugnum.", True),
        ("et", "In the 1980s.", "9. kümnendil.", False),
        ("et", "In the 1800s.", "19. sajandil.", True),
        ("et", "In the 1800s.", "18. sajandil.", False),
    ],
)
def test_centuries_and_decades_are_told_by_other_numbers_where_the_language_does_so(locale, source, target, right):
    assert told(source, target, locale) == (set() if right else {"number"})


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("es", "Costó 18,4 millones de {}."),
        ("fr", "Cela a coûté 18,4 millions d’{}."),
        ("it", "È costato 18,4 milioni di {}."),
        ("ro", "A costat 18,4 de milioane de {}."),
        ("pt", "Custou 18,4 milhões de {}."),
        ("ca", "Va costar 18,4 milions d'{}."),
    ],
)
def test_what_links_a_number_with_what_it_counts_hides_no_unit(locale, target):
    euros = {"fr": "euros", "it": "euro", "ro": "euro"}.get(locale, "euros")
    dollars = {"fr": "dollars", "it": "dollari", "ro": "dolari", "ca": "dòlars", "pt": "dólares"}.get(locale, "dólares")
    assert told("It cost €18.4 million.", target.format(euros), locale) == set()
    assert told("It cost €18.4 million.", target.format(dollars), locale) == {"unit"}


def test_a_sign_that_is_a_word_of_one_language_is_a_unit_in_another():
    assert told("It was 5 in 10.", "Oli 5 10-st.", "et") == set()
    assert told("В 2018 г. было тепло.", "It was warm in 2018.", "en") == set()
    assert sentences(check_quantities, "It was 50 kg.", "Було 50 г.", locale="uk") == [
        "“50 kg” of the source is “50 г” here; correct the unit"
    ]


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("et", ["104 kraadi Fahrenheiti järgi", "104 °F", "40 kraadi"], ["104 kraadi", "104 °C", "104°"]),
        ("ru", ["104 градуса по Фаренгейту", "40 градусов"], ["104 градуса", "104 °C"]),
        ("es", ["104 grados Fahrenheit", "40 grados"], ["104 grados", "104 °C"]),
        ("es_US", ["104 grados", "40 grados"], ["104 °C"]),
        ("fi", ["104 fahrenheitastetta", "104 Fahrenheitia"], ["104 astetta"]),
        ("zh_CN", ["华氏104度"], ["104度", "摄氏104度"]),
    ],
)
def test_degrees_fahrenheit_are_none_of_celsius(locale, right, wrong):
    for degrees in right:
        assert told("It was 104 degrees Fahrenheit.", f"({degrees})", locale) == set()
    for degrees in wrong:
        assert told("It was 104 degrees Fahrenheit.", f"({degrees})", locale) == {"unit"}


def test_the_letter_of_a_degree_is_enough_and_minus_forty_is_the_same():
    assert told("It was 5 F.", "Oli 5 C.", "et") == {"unit"}
    assert told("It was -40 F.", "Külma oli 40 kraadi.", "et") == set()


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("et", ["kell 14", "kell 2 päeval", "kell kaks", "kl 2 p.l."], ["kell 2"]),
        ("ru", ["в 14:00", "в 2 часа дня"], ["в 2 часа"]),
        ("es", ["a las 14", "a las 2 de la tarde", "a las 2 p. m."], ["a las 2"]),
        ("de", ["um 14 Uhr", "am Samstagnachmittag um 2"], ["um 2 Uhr"]),
        ("vi", ["lúc 2 giờ"], []),
    ],
)
def test_a_time_after_noon_is_told_as_one_where_the_languages_words_are_known(locale, right, wrong):
    for time in right:
        assert told("It opens at 2 p.m.", f"({time})", locale) == set()
    for time in wrong:
        assert told("It opens at 2 p.m.", f"({time})", locale) == {"number"}


@pytest.mark.parametrize("source", ["At 2 a.m.", "At 2 o’clock.", "At 12 p.m."])
def test_other_times_need_no_part_of_the_day(source):
    assert told(source, f"Kell {source.split()[1]}.", "et") == set()


def test_a_number_that_is_no_time_is_not_taken_for_one():
    assert told("At 2pm 2 vans came.", "Kell 14 tuli 2 autot.", "et") == set()


def test_a_time_that_has_become_one_before_noon_is_told():
    assert sentences(check_quantities, "It opens at 2:30 p.m.", "See avatakse kell 2.30.") == [
        "“2:30 p.m.” of the source is “2.30” here; say that it is after noon"
    ]


@pytest.mark.parametrize("target", ["İKİ kişi vardı.", "iki kişi vardı."])
def test_turkish_has_a_capital_with_a_dot(target):
    assert told("There were 2 of 20 people.", f"20, {target}", "tr") == set()


def test_forty_with_and_without_a_dot_is_one_word():
    assert told("There were 40 then.", "KIRK kişi vardı.", "tr") == set()
    assert told("There were 20 then.", "YİRMİ kişi vardı.", "tr") == set()


def test_a_million_in_urdu_is_one():
    assert told("It cost 5 million.", "اس کی قیمت 5 ملین تھی۔", "ur") == set()
    assert told("It cost 5 million.", "اس کی قیمت 5 بلین تھی۔", "ur") == {"number"}


@pytest.mark.parametrize("amount", ["2,8 δισ. ευρώ", "2,8 δις ευρώ", "2,8 δισεκατομμυρίων ευρώ"])
def test_thousand_millions_in_greek_have_cases_and_abbreviations(amount):
    assert told("It cost €2.8bn.", f"Κόστισε {amount}.", "el") == set()
    assert told("It cost €2.8 million.", f"Κόστισε {amount}.", "el") == {"number"}

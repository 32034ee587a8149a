"""Times of day, dates, degrees and heights, as languages tell them in their own way."""

import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.quantities import check_quantities


def told(source, target, locale):
    return {rule for rule, _ in said(check_quantities, source, target, locale=locale)}


@pytest.mark.parametrize(
    ("locale", "source", "right", "wrong"),
    [
        ("et", "It starts at 5:30.", "See algab pool kuus.", "See algab pool seitse."),
        ("et", "It starts at 5:30.", "See algab pool kuus.", "See algab pool viis."),
        ("es", "It starts at 5:30.", "Empieza a las cinco y media.", "Empieza a las seis y media."),
        ("et", "It starts at 7:15.", "See algab veerand kaheksa.", "See algab veerand kümme."),
        ("et", "It starts at 12:30.", "See algab pool üks.", "See algab pool kaks."),
        ("ru", "It starts at 17:30.", "Начало в половине шестого.", "Начало в половине седьмого."),
        ("ru", "It starts at 7:45.", "Начало без четверти восемь.", "Начало без четверти девять."),
        ("fi", "It starts at 5:30.", "Se alkaa puoli kuusi.", "Se alkaa puoli yhdeksän."),
        ("es", "It starts at 5:45.", "Empieza a las seis menos cuarto.", "Empieza a las ocho menos cuarto."),
        ("de", "It starts at 7:15.", "Es beginnt um Viertel nach sieben.", "Es beginnt um Viertel nach neun."),
        ("et", "It struck at 0305 GMT.", "See juhtus kell 03.05.", "See juhtus kell 03.06."),
        ("et", "At 6 o’clock this evening.", "Täna kell 18.", "Täna kell 19."),
        ("et", "It was on 09/11/2001.", "See oli 11. septembril 2001.", "See oli 12. septembril 2001."),
        ("es", "The 2018/19 season.", "La temporada 2018-2019.", "La temporada 2018-2018."),
    ],
)
def test_a_time_or_a_date_may_be_told_as_the_language_does_and_another_one_is_wrong(locale, source, right, wrong):
    assert told(source, right, locale) == set()
    assert told(source, wrong, locale) == {"number"}


@pytest.mark.parametrize(
    ("locale", "target"),
    [
        ("et", "Pood on avatud ööpäev läbi."),
        ("et", "Pood on avatud 24/7."),
        ("ru", "Магазин работает круглосуточно."),
        ("es", "La tienda abre las 24 horas, los 7 días de la semana."),
        ("es", "La tienda abre las 24 horas."),
    ],
)
def test_around_the_clock_may_be_told_without_numbers(locale, target):
    assert told("The shop is open 24/7.", target, locale) == set()


@pytest.mark.parametrize("wrong", ["24/6", "25/7", "23 tundi"])
def test_other_numbers_are_not_around_the_clock(wrong):
    assert told("The shop is open 24/7.", f"Pood on avatud {wrong}.", "et") == {"number"}


@pytest.mark.parametrize(
    ("source", "target", "right", "wrong"),
    [
        ("It rose by 2.7°F (1.5°C).", "See tõusis {} °C.", "1,5", "1,6"),
        ("It rose by 2.7°F.", "See tõusis {} °C.", "1,5", "1,8"),
        ("It was 5°F.", "Külma oli {} kraadi.", "15", "25"),
        ("It was minus 22 F.", "Külma oli {} kraadi.", "30", "31"),
        ("It was -40 F.", "Külma oli {} kraadi.", "40", "48"),
        ("It was −22°F.", "Oli −{} °C.", "30", "20"),
    ],
)
def test_degrees_are_converted_below_zero_and_as_a_difference(source, target, right, wrong):
    assert told(source, target.format(right), "et") == set()
    assert told(source, target.format(wrong), "et") == {"number"}


def test_degrees_below_zero_are_told_with_their_sign():
    assert sentences(check_quantities, "It was -40 F.", "Oli −50 °C.", locale="et") == [
        "“40 F” of the source would be about -40 °C, and “50 °C” stands here; see which is right"
    ]


@pytest.mark.parametrize(
    ("locale", "source", "target", "right", "wrong"),
    [
        ("et", "He weighs 11st 4lb.", "Ta kaalub {} kg.", "72", "62"),
        ("fr", "He is 6ft 4in tall.", "Il mesure {}.", "1m93", "1m83"),
        ("ja", "It was 80%.", "{}割だった。", "8", "7"),
        ("ru", "She won the 100m.", "Она выиграла {}.", "стометровку", "200 метров"),
        ("et", "Winds of 80 mph.", "Tuul kuni {} m/s.", "36", "26"),
    ],
)
def test_what_is_measured_in_two_units_or_named_in_one_word_is_one_quantity(locale, source, target, right, wrong):
    assert told(source, target.format(right), locale) == set()
    assert told(source, target.format(wrong), locale) == {"number"}


def test_what_a_speed_would_be_is_told_as_a_speed():
    assert sentences(check_quantities, "Winds of 80 mph.", "Tuul kuni 26 m/s.", locale="et") == [
        "“80 mph” of the source would be about 35.8 m/s, and “26 m/s” stands here; see which is right"
    ]
    assert sentences(check_quantities, "Winds of 80 mph.", "Tuul kuni 26 meetrit.", locale="et") == [
        "“80” of the source is not here; “26” may stand in its place; put the number right"
    ]

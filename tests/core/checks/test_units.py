import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.units import check_units

SIGNS = [
    *("%", "‰", "€", "$", "£", "¥", "₽", "₴", "°C", "°F", "km/h", "mph", "km", "cm", "mm", "kg", "mg"),
    *("kWh", "MWh", "GWh", "kW", "MW", "GW", "kB", "MB", "GB", "TB", "kHz", "MHz", "GHz"),
]


@pytest.mark.parametrize("sign", SIGNS)
def test_another_sign_behind_the_same_number_is_found(sign):
    for other in SIGNS:
        found = said(check_units, f"It was 5 {sign} then.", f"Oli 5 {other} siis.")
        assert found == [("unit", f"5 {other}")] * (sign != other)


@pytest.mark.parametrize("sign", ["€", "$", "£", "¥"])
def test_a_sign_of_money_stands_before_or_behind(sign):
    assert said(check_units, f"It was {sign}5 then.", f"Oli 5 {sign} siis.") == []
    assert said(check_units, f"It was {sign} 5 then.", f"Oli 5{sign} siis.") == []
    assert said(check_units, f"It was {sign}5 then.", "Oli 5 ₽ siis.") == [("unit", "5 ₽")]
    assert said(check_units, "It was 5 ₽ then.", f"Oli {sign}\u00a05 siis.") == [("unit", f"{sign}\u00a05")]


@pytest.mark.parametrize("mark", [".", ",", "\u00a0", "\u202f", "'"])
def test_the_number_is_the_same_however_its_digits_are_parted(mark):
    assert said(check_units, "It was 1050300 km.", f"Oli 1{mark}050{mark}300 kg.") == [
        ("unit", f"1{mark}050{mark}300 kg")
    ]
    assert said(check_units, f"It was €1{mark}050.", "Oli $1050.") == [("unit", "$1050")]


@pytest.mark.parametrize("between", ["", " ", "\u00a0", "-"])
def test_between_number_and_sign_there_may_be_a_space_or_a_hyphen(between):
    assert said(check_units, "It was 5 km.", f"Oli 5{between}kg.") == [("unit", f"5{between}kg")]


@pytest.mark.parametrize("no_amount", ["A5 kg", "v.5 kg", "v,5 kg", "5 kgx", "5  kg", "5 KG", "5 kilo", "kg 5", "€  5"])
def test_what_is_no_amount_has_no_sign(no_amount):
    assert said(check_units, "It was 5 km.", f"Oli {no_amount} siis.") == []


def test_a_sign_that_stands_there_as_well_or_not_beside_the_number_is_no_finding():
    assert said(check_units, "It was 5 km.", "Oli 5 kg ja 5 km.") == []
    assert said(check_units, "It was 5 km.", "Oli 5 ja 6 kg.") == []
    assert said(check_units, "It was 5 km and 6 kg.", "Oli 6 kg ja 5 km.") == []


def test_the_first_amounts_are_told():
    assert sentences(check_units, "It was 5 km, 5-km.", "Oli 5 kg, 5kg, 5 mg.") == [
        "“5 km” of the source is “5 kg” here; correct the unit"
    ]
    assert said(check_units, "It was 5 km, 6 km.", "Oli 5kg, 5 kg, 6 mg.") == [("unit", "5kg"), ("unit", "6 mg")]

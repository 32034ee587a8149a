import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.numbers import check_numbers


@pytest.mark.parametrize("mark", [" ", "\u00a0", "\u2009", "\u202f", "'", "’"])
def test_thousands_stand_apart_in_many_ways(mark):
    assert said(check_numbers, "It was 1,234,567.5 then.", f"Oli 1{mark}234{mark}567,5 siis.") == []
    for source, target in (("1234", f"1{mark}234"), ("123456", f"123{mark}456"), ("12345678", f"12{mark}345{mark}678")):
        assert said(check_numbers, f"It was {source} then.", f"Oli {target} siis.") == []
        assert said(check_numbers, f"It was {source}.5 then.", f"Oli {target},5 siis.") == []
        assert said(check_numbers, f"It was {source},5 then.", f"Oli {target}.5 siis.") == []
        assert said(check_numbers, f"It was {source},5 then.", f"Oli {target}.6 siis.") == [("number", f"{target}.6")]
    assert said(check_numbers, "It was 98,765 then.", f"Oli 98{mark}765 siis.") == []
    assert said(check_numbers, "It was 98765 then.", f"Oli 987{mark}65 siis.") == [("number", "987")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was 123456.", "Oli 123,456."),
        ("It was 1234567.", "Oli 1,234,567."),
        ("It was 1,050.5.", "Oli 1050,5."),
        ("It was 1,050.50.", "Oli 1.050,5."),
        ("It was 1,050.00.", "Oli 1050."),
        ("It was 1234.5.", "Oli 1234,50."),
        ("Agent 0017.", "Agent 17."),
        ("It was 0.5.", "Oli 0,5."),
    ],
)
def test_the_same_value_is_the_same_number(source, target):
    assert said(check_numbers, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "instead"),
    [
        ("It was 1234567.", "Oli 1234,567.", "1234,567"),
        ("It was 10500.", "Oli 1,0500.", "1,0500"),
        ("It was 10500.", "Oli 1 0500.", "0500"),
        ("It was 1050.", "Oli 150.", "150"),
        ("It was 170.", "Oli 17.", "17"),
        ("It was 13.25.", "Oli 13 ja 25.", "13"),
        ("It was 13:25.", "Oli 1325.", "1325"),
        ("It was 19:30.", "Kell oli 20:30.", "20:30"),
        ("It was 45.", "Oli 3 ja 5.", "3"),
        ("On 10.5.2025.", "Oli 10.6.2025.", "10.6.2025"),
        ("On 15.5.2025.", "Oli 155,2025.", "155,2025"),
        ("On 13.5.2025.", "Mais 2025.", "2025"),
        ("On 10.5.2025.", "10. mail.", "10"),
    ],
)
def test_another_value_is_another_number(source, target, instead):
    assert said(check_numbers, source, target) == [("number", instead)]


@pytest.mark.parametrize(
    ("number", "asked"), [("0", False), ("1", False), ("07", False), ("12", False), ("13", True), ("20", True)]
)
def test_numbers_up_to_twelve_may_be_words(number, asked):
    assert said(check_numbers, f"There were {number} then.", "Neid oli nii palju.") == [("number", None)] * asked
    assert said(check_numbers, f"There were {number} then.", "Neid oli 99.") == [("number", "99")]


@pytest.mark.parametrize(
    "time",
    [
        "7:45 p.m.",
        "7:45 a.m.",
        "7:45 pm",
        "7.45 PM",
        "11:45am",
        "13 a.m.",
        "13.45 p.m.",
        "13:45 p.m.",
        "13 am",
        "13pm",
        "13\u00a0p.m.",
    ],
)
def test_a_time_of_the_twelve_hour_clock_is_not_asked_for(time):
    assert said(check_numbers, f"It was {time} then.", "Oli õhtu.") == []


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("Of 113 p.m. was said.", "113"),
        ("It took 13 amperes.", "13"),
        ("It took 13 pamphlets.", "13"),
        ("It took 13 cm.", "13"),
        ("At 13:45 it came.", "13:45"),
    ],
)
def test_what_only_looks_like_such_a_time_is_asked_for(source, number):
    assert sentences(check_numbers, source, "Nii see oli.") == [
        f"“{number}” of the source is not here; put the number right"
    ]


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("A 25D film.", False),
        ("The G20 met.", False),
        ("H25 is here.", False),
        ("25 met.", True),
        ("The 25th came.", True),
        ("The 25 Ds.", True),
        ("G 25 met.", True),
        ("(25) met.", True),
    ],
)
def test_digits_in_a_name_are_no_numbers(source, asked):
    assert bool(said(check_numbers, source, "Nii see oli.")) == asked


def test_a_number_that_is_lost_twice_is_told_once():
    assert said(check_numbers, "In 2025 and in 2025.", "Siis ja siis.") == [("number", None)]
    assert len(said(check_numbers, "In 2025 and in 2026.", "Siis ja siis.")) == 2


def test_a_number_that_the_source_has_in_whatever_way_stands_for_no_other():
    assert said(check_numbers, "Seven came, and 3 left.", "7 tuli, kolm läks.") == []
    assert said(check_numbers, "Seven came, and 3 left.", "6 tuli, kolm läks.") == [("number", "6")]
    assert said(check_numbers, "Zero came, and 3 left.", "0 tuli, kolm läks.") == []
    assert said(check_numbers, "At 5 p.m. 3 left.", "Kell 5 läks kolm.") == []
    assert sentences(check_numbers, "In 2025 and 1999.", "Aastal 1999.") == [
        "“2025” of the source is not here; put the number right"
    ]
    assert sentences(check_numbers, "In 2025 and 1999.", "Aastal 1999 ja 2026.") == [
        "“2025” of the source is not here; “2026” may stand in its place; put the number right"
    ]


def test_a_list_of_numbers_may_be_taken_apart_or_put_together():
    assert said(check_numbers, "On May 15, 2025.", "15.05.2025.") == []
    assert said(check_numbers, "On 15/05/2025.", "15.05.2025.") == []
    assert said(check_numbers, "On 15.05.2025.", "15. mail 2025.") == []
    assert said(check_numbers, "On 15.05.2025.", "15 05 2025.") == []
    assert said(check_numbers, "In 25 300 came.", "25. kuupäeval tuli 300.") == []
    assert said(check_numbers, "On May 16, 2025.", "15.05.2025.") == [("number", "15.05.2025")]

import pytest

from tests.core.checks.saying import said, sentences, unit
from translate.core.checks.findings import Level
from translate.core.checks.names import check_names
from translate.core.checks.quantities import check_quantities
from translate.core.terms.glossary import Term


@pytest.mark.parametrize("name", ["NATO", "iPhone", "LibreOffice", "G7", "McDonald", "A4", "ÄÖ", "COVID19", "qQ"])
def test_a_word_with_a_capital_or_a_digit_inside_is_a_name(name):
    assert sentences(check_names, f"It was {name} then", "Nii see oli") == [
        f"“{name}” of the source is not here; see whether it has another name in this language"
    ]
    assert said(check_names, f"{name} was it", "Nii see oli") == [("name", None)]
    assert said(check_names, f"It was {name}, so", "Nii see oli") == [("name", None)]
    assert said(check_names, f"It was {name} then", f"Nii oli {name}i ajal") == []
    assert said(check_names, f"It was {name} then", f"Nii oli {name.lower()} ajal") == []
    assert said(check_names, f"It was {name} then", f"Nii oli {name.upper()} ajal") == []
    assert [f.level for f in check_names(unit(f"It was {name} then", "Nii"))] == [Level.INFO]


@pytest.mark.parametrize(
    "word",
    ["Monday", "3D", "20GB", "covid19", "a1", "U.S.", "NATO.", "example.COM", "COM.example", "MY_NAME", "A", "I"],
)
def test_other_words_are_no_names(word):
    assert said(check_names, f"It was {word} then", "Nii see oli") == []
    assert said(check_names, f"It was {word}", "Nii see oli") == []


@pytest.mark.parametrize(
    ("source", "target", "names"),
    [
        ("HER2 was found", "Leiti HER3", 0),
        ("HER2 was found", "Leiti HER3ga mehi", 0),
        ("The G7 met", "G20 kohtus", 0),
        ("The G7 met", "Kohtuti", 1),
        ("HER2 was found", "Leiti FOXP3", 1),
        ("NATO met", "NAT0 kohtus", 1),
    ],
)
def test_a_name_with_other_digits_is_told_by_the_check_of_numbers_alone(source, target, names):
    assert len(said(check_names, source, target)) == names
    assert names or [rule for rule, _ in said(check_quantities, source, target)] == ["number"]


def test_a_text_in_capitals_has_no_names():
    assert said(check_names, "IT WAS NATO 7", "Nii see oli") == []
    assert said(check_names, "IT WAS NATO so", "Nii see oli") == [("name", None)] * 3


def test_what_the_glossary_knows_is_its_business():
    house = Term("NATO HQ", "peakorter")
    assert said(check_names, "NATO HQ spoke", "Nii see oli", house) == []
    assert said(check_names, "HQ of NATO HQ spoke", "Nii see oli", house) == [("name", None)]
    assert said(check_names, "NATO HQ of NATO spoke", "Nii see oli", house) == [("name", None)]
    assert said(check_names, "NATO HQ SHAPE spoke", "Nii see oli", house) == [("name", None)]

"""A gender is read in the spellings that people know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.terms.gender import fault_of_gender, read_gender
from translate.core.terms.labels import GENDERS, read

OWN = [*GENDERS, *(f"{gender} pl" for gender in GENDERS)]


@pytest.mark.parametrize("gender", OWN)
def test_newsdesks_own_genders_stay_as_they_are_and_are_labels_too(gender):
    assert read_gender(gender) == gender
    label = read(gender)
    assert (label.gender, label.number) == (gender.partition(" ")[0], "pl" if " pl" in gender else "")


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("f", "fem"),
        ("Feminine", "fem"),
        ("f.pl.", "fem pl"),
        ("pl m", "masc pl"),
        ("masc, fem", "common"),
        ("m/f pl", "common pl"),
        ("mf", "common"),
        ("com", "common"),
        ("n", "neut"),
        ("f sg", "fem"),
        ("Gender=Fem|Number=Plur", "fem pl"),
        ("pl", None),
        ("f n", None),
        ("f sg pl", None),
        ("yes", None),
        ("1", None),
        ("", None),
    ],
)
def test_other_spellings_are_understood(text, gender):
    assert read_gender(text) == gender


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("femenino", "is unknown; did you mean “fem”?"),
        ("masc plurl", "is unknown; did you mean “masc pl”?"),
        ("yes", "is unknown; there is: masc, fem, neut, common, and pl behind them for a plural"),
    ],
)
def test_a_wrong_one_is_told_with_what_to_write(text, told):
    assert fault_of_gender(text) == told


@given(st.text())
def test_any_text_is_a_gender_or_told(text):
    assert (read_gender(text) in OWN) or fault_of_gender(text).startswith("is unknown; ")

"""A gender is read in the spellings that people know, or told by an ending."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.terms.gender import fault_of_gender, gender_by_ending, read_gender
from translate.core.terms.labels import GENDERS, read
from translate.core.terms.language import Language
from translate.core.text.locales import Locale
from translate.languages.loading import load_language

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


ENDINGS = Language(
    Locale("es"),
    genders=(("masc", ("o",)), ("fem", ("a", "ción")), ("fem pl", ("as",)), ("common", ("ista",))),
)


@pytest.mark.parametrize(
    ("base", "gender"),
    [
        ("ferroviaria", "fem"),
        ("Electrónica", "fem"),
        ("cicloturista", "common"),
        ("semillas digitales", "fem pl"),
        ("bitcóin", ""),
        ("óblast de Kursk", ""),
        ("la OTAN", ""),
        ("ONCA", ""),
        ("", ""),
        ("5 o", ""),
    ],
)
def test_the_longest_ending_of_the_first_word_tells_a_gender(base, gender):
    assert gender_by_ending(ENDINGS, base) == gender


@pytest.mark.parametrize(
    ("locale", "base", "gender"),
    [
        ("es", "dronización", "fem"),
        ("ca", "dronatge", "masc"),
        ("gl", "dronistas", "common pl"),
        ("pt", "dronagem", "fem"),
        ("fr", "droneau", "masc"),
        ("it", "dronazioni", "fem pl"),
        ("et", "droon", ""),
    ],
)
def test_languages_know_their_own_endings(locale, base, gender):
    assert gender_by_ending(load_language(locale), base) == gender

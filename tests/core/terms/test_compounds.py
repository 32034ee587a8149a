"""A word of several tells of each of them, and a word that only looks like one does not."""

import pytest

from translate.core.terms.compounds import Compounding, endings, first_parts, may_be_a_word, within_compound

ESTONIAN = Compounding(("desse",))


@pytest.mark.parametrize("letters", ["sõi", "maa", "teksti", "ühe", "yks", "øre", "été"])
def test_three_letters_with_a_vowel_may_be_a_word(letters):
    assert may_be_a_word(letters)


@pytest.mark.parametrize("letters", ["", "ma", "pdf", "5ga", "ma5", "a-b", "файл"])
def test_fewer_letters_no_vowel_or_anything_but_letters_are_no_word(letters):
    assert not may_be_a_word(letters)


@pytest.mark.parametrize(
    ("form", "source", "joined"),
    [
        ("dokumenti", "document", "dokumenti"),
        ("Datei", "file", "datei"),
        ("turvalisuse tase", "security level", "turvalisuse tase"),
        ("Kallas", "Kallas", ""),
        ("NATO", "NATO", ""),
        ("EKG", "cardiogram", ""),
        ("iPhone", "iPhone", "iPhone"),
        ("5G-võrk", "network", ""),
        ("öö", "night", ""),
        ("", "night", ""),
        ("(maa)", "land", ""),
    ],
)
def test_names_acronyms_and_digits_keep_a_hyphen_and_a_noun_loses_its_capital(form, source, joined):
    assert within_compound(form, source) == joined


def test_endings_are_what_a_form_has_more_than_another_one():
    assert endings([["fail", "faili", "failidesse", "failide"], ["Maa", "maast", "muu"]]) == (
        "desse",
        "ide",
        "idesse",
        "sse",
    )


def parts(text, *accepted, source="file", compounding=ESTONIAN):
    return [(text[slice(*word)], text[slice(*part)]) for word, part in first_parts(accepted, source, compounding, text)]


def test_a_word_that_another_one_goes_on_behind_is_found():
    assert parts("muuda failinime ja failitüüpi", "fail", "faili") == [
        ("failinime", "faili"),
        ("failinime", "fail"),
        ("failitüüpi", "faili"),
        ("failitüüpi", "fail"),
    ]


def test_it_may_be_in_the_middle_of_a_word():
    assert parts("tekstifailinimi", "faili") == [("tekstifailinimi", "faili")]
    assert parts("pdfailinimi", "faili") == []


@pytest.mark.parametrize("text", ["fail", "faili", "failidesse", "failike", "failid5abc", "profaili", "failpdf", ""])
def test_a_form_with_an_ending_or_with_too_little_behind_it_is_no_compound(text):
    assert parts(text, "fail", "faili", "failike") == []


def test_a_name_is_not_looked_for_within_words():
    assert parts("kallasele", "Kallas", source="Kallas") == []

"""What a term is found by and rendered with, and how its cells are read."""

import pytest

from translate.core.terms.glossary import Action, Form, Match, Require, Term, parse_form, parse_list


def test_every_spelling_of_a_term_is_looked_for_once_and_an_empty_one_never():
    assert Term("ferry", "praam", variants=("ferries", "ferry", "boat")).sources == ("ferry", "ferries", "boat")
    assert Term("", "laev", Action.FORBID).sources == ()


def test_every_form_of_a_term_is_accepted_once_its_base_form_first():
    forms = (Form("praami", "gen"), Form("praam", "nom"), Form("praami", "part"))
    assert Term("ferry", "praam", forms=forms).accepted == ("praam", "praami")


def test_a_term_that_says_no_more_is_translated_everywhere_with_its_capitals():
    plain = Term("ferry", "praam")
    assert plain == Term("ferry", "praam", Action.TRANSLATE, "", Match.SMART, require=Require.ALL, note="", reviewed="")


def test_terms_that_differ_in_anything_are_different_terms():
    assert Term("ferry", "praam", note="a") != Term("ferry", "praam")
    assert len({Term("ferry", "praam"), Term("ferry", "praam", Action.KEEP), Term("ferry", "laev")}) == 3


def test_a_cell_of_several_names_has_each_once_without_the_space_around_it():
    assert parse_list(" a; b c ;;a ; ") == ("a", "b c")
    assert parse_list(" ; ") == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Esimese stuudio", Form("Esimese stuudio")),
        (" gen = Esimese stuudio ", Form("Esimese stuudio", "gen")),
        ("pl gen=praamide", Form("praamide", "pl gen")),
        ("sg.gen-2=praami", Form("praami", "gen")),
        ("Case=Gen|Number=Plur=praamide", Form("praamide", "pl gen")),
        ("whose=praami", Form("praami", "whose")),
    ],
)
def test_a_form_may_have_a_label(text, form):
    assert parse_form(text) == form


@pytest.mark.parametrize(
    "text", ["gen=", "=praami", " = praami", "-=praami", "gen, part=praami", "a=b=c", "gen:=praami", "="]
)
def test_what_is_no_label_or_has_nothing_behind_it_is_refused(text):
    with pytest.raises(ValueError, match=f"^form “{text}” is not of the kind gen=Esimese stuudio$"):
        parse_form(text)

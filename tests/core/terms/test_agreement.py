"""Which form of a term agrees with its surroundings, and whether an article goes before it."""

import pytest

from translate.core.terms.agreement import (
    agreeing_form,
    gender_of,
    has_both_genders,
    has_number,
    is_name,
    is_plural,
    takes_article,
)
from translate.core.terms.glossary import NAMES, Form, Term


def term(target, source="x", **forms):
    """A row with forms by their labels; ``_`` stands for the space in one, and alone for no label."""
    labelled = ((label.strip("0123456789_").replace("_", " "), text) for label, text in forms.items())
    return Term(source, target, forms=tuple(Form(text, label) for label, text in labelled))


EXPERT = term("experto", pl="expertos", fem="experta", fem_pl="expertas")


@pytest.mark.parametrize(
    ("own", "plural", "gender", "form"),
    [
        ("masc", False, "", "experto"),
        ("masc", False, "masc", "experto"),
        ("masc", False, "fem", "experta"),
        ("masc", True, "", "expertos"),
        ("masc", True, "masc", "expertos"),
        ("masc", True, "fem", "expertas"),
        ("", False, "fem", "experta"),
        ("", True, "", "expertos"),
        ("masc", True, "common", "expertos"),
    ],
)
def test_a_form_is_chosen_by_number_and_gender(own, plural, gender, form):
    assert agreeing_form(EXPERT, own, plural=plural, gender=gender) == form


def test_a_plural_without_a_gender_is_of_the_base_form():
    standard = term("norma", pl="normas")
    assert agreeing_form(standard, "fem", plural=True, gender="fem") == "normas"
    assert agreeing_form(standard, "fem", plural=True, gender="") == "normas"


@pytest.mark.parametrize("own", ["masc", ""])
def test_a_plural_without_a_gender_is_of_the_base_form_wherever_it_stands(own):
    expert = term("experto", fem_pl="expertas", pl="expertos")
    assert agreeing_form(expert, own, plural=True, gender="masc") == "expertos"
    assert agreeing_form(expert, own, plural=True, gender="") == "expertos"


def test_where_no_form_has_both_the_number_goes_first():
    assert agreeing_form(term("experto", pl="expertos", fem="experta"), "masc", plural=True, gender="fem") == "expertos"
    assert agreeing_form(term("experto", fem="experta"), "masc", plural=True, gender="fem") == "experto"
    assert agreeing_form(term("norma"), "fem", plural=True, gender="fem") == "norma"


def test_an_unlabelled_form_in_s_is_the_plural_of_a_base_form_without_one():
    assert agreeing_form(term("norma", _1="la norma", _2="normas"), "fem", plural=True, gender="fem") == "normas"
    assert agreeing_form(term("crisis", _1="las crisis"), "fem", plural=True, gender="fem") == "crisis"


def test_a_label_that_nobody_knows_tells_nothing():
    assert agreeing_form(term("norma", whatever="normas"), "fem", plural=True, gender="fem") == "norma"


def test_forms_of_other_cases_do_not_agree():
    assert agreeing_form(term("norm", pl_gen="normide", pl="normid"), "", plural=True, gender="") == "normid"
    assert agreeing_form(term("norm", gen="normi"), "", plural=False, gender="") == "norm"


def test_a_base_form_may_be_a_plural():
    elections = term("elecciones", sg="elección")
    assert agreeing_form(elections, "fem pl", plural=True, gender="fem") == "elecciones"
    assert agreeing_form(elections, "fem pl", plural=False, gender="fem") == "elección"
    assert agreeing_form(term("elecciones"), "fem pl", plural=False, gender="fem") == "elecciones"


def test_a_base_form_may_be_feminine_with_a_masculine_beside_it():
    nurse = term("enfermera", masc="enfermero", pl="enfermeras", masc_pl="enfermeros")
    assert agreeing_form(nurse, "fem", plural=False, gender="") == "enfermera"
    assert agreeing_form(nurse, "fem", plural=False, gender="masc") == "enfermero"
    assert agreeing_form(nurse, "fem", plural=True, gender="masc") == "enfermeros"
    assert agreeing_form(nurse, "fem", plural=True, gender="fem") == "enfermeras"


def test_a_number_is_there_where_a_form_or_the_base_form_has_it():
    assert has_number(EXPERT, "masc", plural=True)
    assert has_number(term("norma"), "fem", plural=False)
    assert not has_number(term("norma"), "fem", plural=True)
    assert has_number(term("elecciones"), "fem pl", plural=True)
    assert not has_number(term("elecciones"), "fem pl", plural=False)
    assert not has_number(term("norm", pl_gen="normide"), "", plural=True)


@pytest.mark.parametrize(
    ("own", "forms", "both"),
    [
        ("masc", {"fem": "experta"}, True),
        ("", {"fem_pl": "expertas"}, True),
        ("masc", {"pl": "expertos"}, False),
        ("fem", {"masc": "enfermero", "fem_pl": "enfermeras"}, False),
        ("common", {"fem": "experta"}, False),
    ],
)
def test_a_masculine_base_form_with_a_feminine_beside_it_has_the_gender_of_who_is_meant(own, forms, both):
    assert has_both_genders(term("experto", **forms), own) == both


@pytest.mark.parametrize(
    ("label", "gender", "plural"),
    [("fem", "fem", False), ("masc pl", "masc", True), ("f pl", "fem", True), ("pl", "", True), ("", "", False)],
)
def test_a_label_tells_gender_and_number(label, gender, plural):
    assert (gender_of(label), is_plural(label)) == (gender, plural)


def test_a_label_without_meaning_tells_neither():
    assert (gender_of("whatever"), is_plural("whatever")) == ("", False)


@pytest.mark.parametrize("kind", NAMES)
def test_a_row_of_a_names_kind_is_a_name(kind):
    assert is_name(Term("european parliament", "parlamento", kind=kind))


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("Riigikogu", "Riigikogu", True),
        ("standard", "Norma", False),
        ("", "Norma", True),
        ("", "norma", False),
        ("eU", "UE", True),
    ],
)
def test_a_row_without_a_kind_is_a_name_where_its_source_has_a_capital(source, target, name):
    assert is_name(Term(source, target)) == name
    assert not is_name(Term(source, target, kind="common"))


@pytest.mark.parametrize(
    ("kind", "source", "target", "without", "behind_the"),
    [
        ("acronym", "NATO", "OTAN", True, True),
        ("org", "Centre Party", "Partido del Centro", True, True),
        ("org", "Riigikogu", "Riigikogu", False, True),
        ("place", "Lake Peipus", "lago Peipus", True, True),
        ("place", "London", "Londres", False, False),
        ("person", "Pope", "papa", False, False),
        ("title", "News", "noticias", False, False),
        ("common", "standard", "norma", False, False),
        ("", "Estonia", "estonia", False, False),
    ],
)
def test_each_kind_of_name_takes_the_article_or_does_not(kind, source, target, without, behind_the):
    row = Term(source, target, kind=kind)
    assert takes_article(row, definite=False) == without
    assert takes_article(row, definite=True) == behind_the


@pytest.mark.parametrize("article", [True, False])
@pytest.mark.parametrize("kind", ["acronym", "org", "place", "person", "common", ""])
@pytest.mark.parametrize("definite", [True, False])
def test_what_a_row_says_of_the_article_goes_before_its_kind(article, kind, definite):
    assert takes_article(Term("x", "y", kind=kind, article=article), definite=definite) == article

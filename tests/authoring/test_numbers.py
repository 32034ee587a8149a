"""A name stays in the number that it has; what there may be several of has a plural too."""

import pytest

from translate.authoring.interface import Proposal
from translate.authoring.numbers import in_its_numbers, lacks_plural
from translate.core.terms.glossary import Form, Term

SINGULAR = (Form("lehe", "gen"),)
PLURAL = (Form("lehed", "pl nom"), Form("lehtede", "pl gen"))
BOTH = Proposal((*SINGULAR, *PLURAL))


@pytest.mark.parametrize(
    ("term", "kept"),
    [
        (Term("sheet", "leht", kind="common"), BOTH),
        (Term("sheet", "leht"), BOTH),
        (Term("Postimees", "Leht"), Proposal(SINGULAR)),
        (Term("postimees", "leht", kind="org"), Proposal(SINGULAR)),
        (Term("the Leht", "Leht", kind="title"), Proposal(SINGULAR)),
        (Term("leaf", "Leht"), BOTH),
        (Term("", "leht"), BOTH),
        (Term("sheet 5", "leht 5"), Proposal(SINGULAR)),
        (Term("", "Leht"), Proposal(SINGULAR)),
    ],
)
def test_a_common_noun_has_a_plural_and_a_name_has_none(term, kept):
    assert in_its_numbers(term, BOTH) == kept


@pytest.mark.parametrize(
    ("source", "variant"), [("Baltic state", "Baltic states"), ("Ministry", "Ministries"), ("Box", "Boxes")]
)
def test_a_plural_of_the_source_needs_one_of_the_target_be_it_a_name_or_not(source, variant):
    assert in_its_numbers(Term(source, "Leht", kind="org", variants=(variant,)), BOTH) == BOTH


@pytest.mark.parametrize("variant", ["Leht’s", "Lehtse", "The Leht", "Leht Ltds"])
def test_another_spelling_is_no_plural(variant):
    assert in_its_numbers(Term("Leht", "Leht", kind="org", variants=(variant,)), BOTH) == Proposal(SINGULAR)


def test_a_person_is_one_whatever_the_source_is_called():
    assert in_its_numbers(Term("Leht", "Leht", kind="person", variants=("Lehts",)), BOTH) == Proposal(SINGULAR)


def test_a_plural_that_is_a_name_stays_one():
    assert in_its_numbers(Term("Sheets", "Lehed", kind="org"), Proposal(PLURAL)) == Proposal(PLURAL)


@pytest.mark.parametrize(("kind", "kept"), [("common", (Form("normas", "pl"),)), ("title", ())])
def test_a_plural_may_be_the_only_form_of_a_singular(kind, kept):
    only = Proposal((Form("normas", "pl"),), gender="fem")
    assert in_its_numbers(Term("rule", "norma", kind=kind), only) == Proposal(kept, gender="fem")


@pytest.mark.parametrize(
    ("term", "lacking"),
    [
        (Term("rule", "norma"), True),
        (Term("rule", "norma", forms=(Form("regla", "fem"),)), True),
        (Term("rule", "norma", forms=(Form("normas", "pl"),)), False),
        (Term("rule", "norma", forms=(Form("normas"),)), False),
        (Term("elections", "elecciones", gender="fem pl"), False),
        (Term("NATO", "OTAN"), False),
        (Term("council", "consejo", kind="org"), False),
        (Term("table 5", "tabla 5"), False),
    ],
)
def test_a_common_noun_in_the_singular_lacks_a_plural_that_its_row_does_not_list(term, lacking):
    assert lacks_plural(term) == lacking


def test_forms_without_the_plural_that_the_source_has_are_doubted():
    doubt = "the source has a plural (“sheets”), and these forms have none; add it by hand"
    assert in_its_numbers(Term("sheet", "leht", variants=("sheets",)), Proposal(SINGULAR, ("a",))) == Proposal(
        SINGULAR, ("a", doubt)
    )


def test_a_form_without_a_label_may_be_that_plural():
    proposal = Proposal((*SINGULAR, Form("lehed")))
    assert in_its_numbers(Term("sheet", "leht", variants=("sheets",)), proposal) == proposal

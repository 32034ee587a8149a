from dataclasses import replace

import pytest

from tests.core.checks.saying import said, sentences, unit
from translate.core.checks.government import check_government
from translate.core.terms.glossary import Action, Form, Term

KALLAS = Term("Kallas", "Kallas", Action.INFLECT, kind="person", forms=(Form("Kallase", "gen"),))


@pytest.mark.parametrize(
    ("target", "locale", "word"),
    [
        ("Tuleb Kallas sõnul see.", "et", "sõnul"),
        ("Kallas\u00a0Hinnangul", "et", "Hinnangul"),
        ("Tuleb благодаря Kallas", "ru", "благодаря"),
        ("\u00a0из-за\u00a0Kallas", "ru", "из-за"),
        ("(У Kallas)", "ru", "У"),
        ("Потом у Kallas", "ru", "у"),
        ("завдяки Kallas", "uk", "завдяки"),
    ],
)
def test_a_base_form_beside_such_a_word_is_told_with_it(target, locale, word):
    assert sentences(check_government, "Kallas spoke.", target, KALLAS, locale=locale) == [
        f"“Kallas” is the base form, which cannot stand beside “{word}”; write the case that it asks for"
    ]


@pytest.mark.parametrize(
    ("target", "locale"),
    [
        ("Sõnul Kallas.", "et"),
        ("Kallase sõnul", "et"),
        ("Kallas  sõnul", "et"),
        ("Kallas-sõnul", "et"),
        ("Kallas sõnulik", "et"),
        ("Kallas ja sõnul", "et"),
        ("Tema sõnul", "et"),
        ("Kallas от", "ru"),
        ("из-от Kallas", "ru"),
        ("-от Kallas", "ru"),
        ("кто --от Kallas", "ru"),
        ("вблагодаря Kallas", "ru"),
        ("от  Kallas", "ru"),
        ("от него Kallas", "ru"),
        ("от", "ru"),
    ],
)
def test_anywhere_else_the_base_form_may_stand(target, locale):
    assert said(check_government, "Kallas", target, KALLAS, locale=locale) == []


@pytest.mark.parametrize(
    ("kind", "forms", "told"),
    [
        ("person", (Form("Kallase", "gen"),), True),
        ("", (Form("Kallase", "sg gen"),), True),
        ("title", (Form("Kallase", "gen"),), False),
        ("org", (Form("Kallase", "gen"),), False),
        ("person", (Form("Kallast", "part"),), False),
        ("person", (Form("Kallase"),), False),
        ("person", (), False),
        ("person", (Form("peaminister", "nom"), Form("peaministri", "gen")), False),
        ("person", (Form("Kallas", "nom"), Form("Kallase", "gen")), True),
        ("person", (Form("Kallas", "sg nom"), Form("Kallase", "sg gen")), True),
        ("person", (Form("Kallas", "pl nom"), Form("Kallase", "gen")), True),
        ("person", (Form("Kallas", "part"), Form("Kallase", "gen")), False),
        ("person", (Form("Kallas", "nom acc"), Form("Kallase", "gen")), False),
        ("person", (Form("Kallas", "omastav"), Form("Kallase", "gen")), False),
    ],
)
def test_the_glossary_has_to_tell_that_the_base_form_is_no_other_case(kind, forms, told):
    term = Term("Kallas", "Kallas", kind=kind, forms=forms)
    assert said(check_government, "Kallas", "Nii on Kallas sõnul.", term) == [("term-case", "Kallas")] * told


def test_an_abbreviation_stays_as_it_is():
    assert said(check_government, "EU", "EL jaoks", Term("EU", "EL", forms=(Form("ELi", "gen"),))) == []
    assert said(check_government, "EU", "El jaoks", Term("EU", "El", forms=(Form("Eli", "gen"),))) == [
        ("term-case", "El")
    ]


def test_a_governing_word_has_up_to_eleven_letters():
    one = unit("Kallas spoke.", "Tuleb vastavalteh Kallas", KALLAS)
    spoken = replace(one.language, governing_before=("vastavalteh",))
    assert [finding.rule for finding in check_government(replace(one, language=spoken))] == ["term-case"]
    assert list(check_government(one)) == []

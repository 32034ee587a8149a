import pytest

from translate.core.enforcing.capitals import capitalised, dressed_alike, in_place
from translate.core.enforcing.pool import Place


def dressed(form, source, surface, draft, was):
    start = draft.index(was)
    return in_place(form, Place(start, start + len(was)), draft, surface, source)


def test_only_the_first_letter_becomes_a_capital():
    assert [capitalised(word) for word in ("praam", "NATO", "õu", "", "ÕU ja")] == ["Praam", "NATO", "Õu", "", "ÕU ja"]


def test_a_word_with_a_capital_as_its_second_letter_stays_as_it_is():
    assert [capitalised(word) for word in ("iPhone", "eBay", "abC", "a")] == ["iPhone", "eBay", "AbC", "A"]


@pytest.mark.parametrize(("surface", "word"), [("BUS", "Cell"), ("BOAT", "CELL"), ("Bus", "Cell"), ("bus", "cell")])
def test_four_capitals_shout_and_three_are_an_acronym(surface, word):
    assert dressed_alike("cell", surface) == word


@pytest.mark.parametrize("opening", ["", " ", '"', "“", "„", "'", "‘", "(", "«", "¿", "¡", "„ ¿("])
def test_behind_nothing_but_opening_marks_a_form_has_a_capital(opening):
    assert dressed("praam", "ferry", "ferry", f"{opening}Laev läks", "Laev") == "Praam"


@pytest.mark.parametrize("before", ["Siis ", "1. ", "– ", "…", "a"])
def test_behind_anything_else_it_has_none(before):
    assert dressed("praam", "ferry", "ferry", f"{before}Laev läks", "Laev") == "praam"


def test_a_name_keeps_its_own_capitals():
    assert dressed("Каллас", "Kallas", "Kallas", "Siis tema läks", "tema") == "Каллас"
    assert dressed("iPhone", "phone", "phone", "Telefon helises", "Telefon") == "iPhone"


@pytest.mark.parametrize(("draft", "form"), [("Vali Stiilid", "Kujundid"), ("Vali stiilid", "kujundid")])
def test_a_word_in_title_case_gives_way_to_one_in_title_case(draft, form):
    assert dressed("kujundid", "styles", "Styles", draft, draft.split()[1]) == form


@pytest.mark.parametrize(
    ("source", "surface", "draft", "was", "form"),
    [
        ("ferry", "FERRY", "SUUR LAEV LAHKUS", "LAEV", "LEIGER"),
        ("ferry", "ferry", "SUUR LAEV LAHKUS", "LAEV", "LEIGER"),
        ("data ferry", "DATA FERRY", "Siis ANDMETE LAEV läks", "ANDMETE LAEV", "LEIGER"),
        ("ferry", "FERRY", "Siis LAEV läks", "LAEV", "LEIGER"),
        ("ferry", "FERRY", "Siis laev läks", "laev", "leiger"),
        ("ferry", "FERRY", "Siis Laev läks", "Laev", "Leiger"),
        ("ferry", "ferry", "Siis LAEV läks", "LAEV", "leiger"),
        ("NATO", "NATO", "Nüüd NATO läks", "NATO", "leiger"),
        ("data ferry", "DATA FERRY", "Siis andmete laev läks", "andmete laev", "LEIGER"),
        ("ferry", "ferry", "LAEV", "LAEV", "Leiger"),  # A single word in capitals may be an acronym.
    ],
)
def test_a_form_shouts_where_all_does_or_where_both_the_term_and_what_gives_way_do(source, surface, draft, was, form):
    assert dressed("leiger", source, surface, draft, was) == form

"""Rows are found by what people know of them."""

import pytest

from translate.core.terms.glossary import Action, Form, Term
from translate.core.terms.searching import called, having

FERRY = Term("ferry", "praam", variants=("Ferries",), forms=(Form("praami", "gen"),), forbid=("laev",), note="by Mari")
SHIP = Term("ship", "laev")
BAN = Term("", "kurat", Action.FORBID)
SHOW = Term("Esimene  stuudio", "Esimene stuudio", kind="title")
TERMS = (FERRY, SHIP, BAN, SHOW)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("ferry", (FERRY,)),
        ("FERRIES", (FERRY,)),
        ("praami", (FERRY,)),
        ("laev", (FERRY, SHIP)),
        ("Kurat", (BAN,)),
        ("esimene stuudio", (SHOW,)),
        ("ferr", ()),
    ],
)
def test_a_name_is_one_of_its_row_whole_and_in_any_capitals(name, rows):
    assert called(TERMS, name) == rows


def test_whose_source_it_is_comes_before_whose_target_it_is():
    port = Term("praam", "sadam")
    assert called((FERRY, port), "praam") == (port,)


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ((), TERMS),
        (("err",), (FERRY,)),
        (("STUUDIO", "esi"), (SHOW,)),
        (("mari",), (FERRY,)),
        (("title",), (SHOW,)),
        (("laev", "ship"), (SHIP,)),
        (("laev", "nothing"), ()),
        (("ferry ferries",), ()),
    ],
)
def test_pieces_of_words_find_the_rows_that_have_all_of_them(words, rows):
    assert having(TERMS, words) == rows

import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.typography import check_typography


@pytest.mark.parametrize(("closing", "opening"), [("?", "¿"), ("!", "¡")])
def test_what_ends_in_a_mark_begins_with_its_sign_in_spanish(closing, opening):
    assert sentences(check_typography, f"Is it late{closing}", f"Es tarde{closing}", locale="es") == [
        f"this ends in “{closing}” and begins with no “{opening}”; write it where the sentence begins"
    ]
    for right in (f"{opening}Es tarde{closing}", f"No. {opening}Es tarde{closing} No."):
        assert said(check_typography, f"Is it late{closing}", right, locale="es") == []
    assert said(check_typography, f"Is it late{closing}", f"On hilja{closing}", locale="et") == []


def test_a_name_that_ends_in_a_mark_and_an_address_ask_nothing():
    assert said(check_typography, "Yahoo! is late.", "Yahoo! llega tarde.", locale="es") == []
    assert said(check_typography, "See news.example/a?b=1.", "Véase news.example/a?b=1.", locale="es") == []


def test_a_date_has_the_order_of_the_language():
    source = "It sails on March 31, 2027."
    assert said(check_typography, source, "See väljub märts 31, 2027.") == [("typography", "märts 31, 2027")]
    assert said(check_typography, source, "Zarpa marcha 31, 2027.", locale="es") == [("typography", "marcha 31, 2027")]
    assert said(check_typography, source, "See väljub 31. märtsil 2027.") == []
    assert said(check_typography, "Take road 31, 2027 is late.", "Tee 31, 2027 on hilja.") == []
    assert said(check_typography, source, "It sails on March 31, 2027.", locale="en_GB") == []

import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.length import check_length


@pytest.mark.parametrize(("source", "target", "told"), [(40, 10, False), (41, 10, True), (21, 0, True), (20, 0, False)])
def test_more_than_twice_as_long_and_twenty_characters_is_too_much(source, target, told):
    long, short = "a" * source, "õ" * target
    missing = f"the translation has {target} characters for {source} of the source; see whether something is missing"
    twice = (
        f"the translation has {source} characters for {target} of the source; see whether something stands here twice"
    )
    assert sentences(check_length, long, short) == [missing] * told
    assert sentences(check_length, short, long) == [twice] * told


def test_white_space_around_a_text_makes_it_no_longer():
    assert said(check_length, "a" * 40 + "   ", "õ" * 10) == []
    assert said(check_length, "a" * 41, "õ" * 10 + "   ") == [("length", None)]


def test_a_dense_language_says_nothing_about_length_on_either_side():
    assert said(check_length, "a" * 99, "渡", locale="zh") == []
    assert said(check_length, "渡", "õ" * 99, source_locale="zh") == []
    assert said(check_length, "a" * 99, "õ", locale="fi") == [("length", None)]

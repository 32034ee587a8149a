"""What makes a text harmless where it is shown."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.showing import JOINERS, as_json, as_json_in_pieces, blotted, in_a_line, is_visible, on_a_page

ANY = st.text(st.characters())
UNKNOWN = ("\ud7a4", "\ue000")
UNSEEN = ("", " \t\n", "\u00a0\u3000", "\u200b\ufeff", "\u00ad", "\u200e\u202b\u2069", "\U000e0041\U000e007f", "\ufe0f")


def test_in_a_line_what_does_not_print_is_its_code():
    assert in_a_line("a\nb\x1b[31m \u202e\ud800 õ “jah”") == r"a\nb\x1b[31m \u202e\ud800 õ “jah”"


def test_what_is_spared_stays():
    name = "می\u200cشود\u202e"
    assert in_a_line(name, spare=JOINERS) == "می\u200cشود\\u202e"
    assert in_a_line(name) == "می\\u200cشود\\u202e"


def test_a_blot_stands_for_each_character_that_does_not_print():
    assert blotted("a\n\x1bõ") == "a\ufffd\ufffdõ"


def test_on_a_page_what_is_not_seen_is_shown():
    assert on_a_page("a\0b\x1b[31m\x7f\x85\ud800\u202e\u2067\n\tõ 👩‍👩‍👧 \u200f") == (
        "a␀b␛[31m␡[U+0085][U+D800][U+202E][U+2067]\n\tõ 👩‍👩‍👧 \u200f"
    )
    assert on_a_page("a\u2060\ufeff\U000e0041 \U0001f3f4\U000e0067\U000e0062\U000e007f") == (
        "a[U+2060][U+FEFF][U+E0041] \U0001f3f4\U000e0067\U000e0062\U000e007f"
    )


HIDDEN = "\u202a\u202e\u2066\u2069\u200e\u200f\u061c\u2028\u2029\x85\x9b\x1b\u200b\u200d\ufeff\U000e0041"


def test_in_json_whatever_does_not_print_is_escaped_and_read_as_the_same():
    told = as_json({f"a{HIDDEN}": [f"õ “jah”{HIDDEN}"]}, indent=1)
    assert all(character.isprintable() or character == "\n" for character in told)
    assert "õ “jah”\\u202a\\u202e" in told
    assert "\\udb40\\udc41" in told
    assert json.loads(told) == {f"a{HIDDEN}": [f"õ “jah”{HIDDEN}"]}


@given(st.recursive(ANY, lambda values: st.lists(values) | st.dictionaries(ANY, values)))
def test_json_is_read_as_what_it_was_made_of_but_for_halves_of_characters(value):
    told = as_json(value)
    assert told.isprintable()
    assert as_json(json.loads(told)) == told


@given(st.recursive(ANY | st.integers(), lambda values: st.lists(values) | st.dictionaries(st.text(), values)))
def test_json_in_pieces_is_the_same(value):
    assert "".join(as_json_in_pieces(value)) == as_json(value)


@given(ANY)
def test_a_text_that_is_shown_can_be_written_and_is_not_changed_again(text):
    for show in (in_a_line, blotted, on_a_page):
        shown = show(text)
        shown.encode("utf-8")
        assert show(shown) == shown


@given(ANY)
def test_a_line_is_one_line(text):
    assert in_a_line(text).isprintable()
    assert blotted(text).isprintable()
    assert len(blotted(text)) == len(text)


@pytest.mark.parametrize("text", [*UNSEEN, "\u0301", "\u3164\u115f", "\u2800", "\x07", "\ud800"])
def test_of_blanks_marks_and_fillers_nothing_is_seen(text):
    assert not is_visible(text)
    assert not is_visible("".join((text, *UNSEEN)))


@pytest.mark.parametrize("text", ["a", "…", "—", "5", "№", "島", "👍", "o\u0301", "\u200e.\u200e", "₂", *UNKNOWN])
def test_of_whatever_has_a_shape_something_is_seen(text):
    assert is_visible(text)


@given(ANY, ANY)
def test_a_text_is_seen_where_a_part_of_it_is(one, other):
    assert is_visible(one + other) is (is_visible(one) or is_visible(other))

"""What spans cover of a text is known of each character."""

from translate.core.text.covering import covered


def test_a_character_is_covered_where_any_span_has_it():
    assert covered("abcdef", [(1, 3), (2, 4), (5, 6)]) == bytes([0, 1, 1, 1, 0, 1])


def test_a_text_without_spans_is_bare_and_an_empty_span_covers_nothing():
    assert covered("abc", []) == covered("abc", [(1, 1)]) == bytes(3)

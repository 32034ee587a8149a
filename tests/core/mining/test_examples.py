"""A name is shown where it stands, in a line."""

from hypothesis import given
from hypothesis import strategies as st

from translate.core.mining.candidates import Mention, Passage
from translate.core.mining.examples import excerpt

WORDS = "one two three four five six seven eight nine ten Laidur one two three four five six seven eight nine ten"


def shown(text, width, name="Laidur"):
    start = text.index(name)
    return excerpt(Mention(Passage(text, "a.txt", 1), start, start + len(name)), width)


def test_a_short_text_is_shown_as_a_whole():
    assert shown("We saw Laidur there.", 80) == "We saw Laidur there."


def test_a_long_text_is_cut_between_words_on_both_sides():
    assert shown(WORDS, 40) == "…eight nine ten Laidur one two three…"


def test_a_name_at_an_end_takes_the_room_of_both_sides():
    assert shown(f"Laidur {WORDS[:60]}", 40) == "Laidur one two three four five six…"
    assert shown(f"{WORDS[:49]}Laidur", 40) == "…five six seven eight nine ten Laidur"


def test_line_ends_are_spaces():
    assert shown("We\nsaw  Laidur\tthere.", 80) == "We saw Laidur there."


def test_a_name_that_is_too_long_is_not_cut():
    assert shown(f"one {'L' * 50} two", 20, "L" * 50) == f"…{'L' * 50}…"


@given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 80))
def test_an_excerpt_has_the_name_and_is_no_wider_than_asked_for(before, behind, width):
    text = f"{before}Laidur{behind}"
    line = excerpt(Mention(Passage(text, "a.txt", 1), len(before), len(before) + 6), width)
    assert "Laidur" in line
    assert len(line) <= max(width, len("…Laidur…"))
    assert "\n" not in line

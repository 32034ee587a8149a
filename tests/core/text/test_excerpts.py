"""Of a long text what stands around a place is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.excerpts import excerpt

TEXT = "The first ferry sailed on Monday, and the captain was late again."


@pytest.mark.parametrize(
    ("word", "room", "shown"),
    [
        ("ferry", 100, TEXT),
        ("ferry", 30, "The first ferry sailed on…"),
        ("late", 30, "…the captain was late again."),
        ("Monday", 30, "…sailed on Monday, and the…"),
        ("The", 12, "The first…"),
        ("again.", 14, "…late again."),
        ("Monday", 6, "…Monday…"),
    ],
)
def test_it_is_cut_where_words_part_and_the_place_stays(word, room, shown):
    start = TEXT.index(word)
    assert excerpt(TEXT, (start, start + len(word)), room) == shown


def test_it_is_one_line():
    assert excerpt("One\n two\tthree", (0, 3), 50) == "One two three"


@given(st.text(alphabet="ab .\n", min_size=1, max_size=60), st.data())
def test_the_place_is_shown_whole_within_its_room(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    room = data.draw(st.integers(1, 70))
    shown = excerpt(text, (start, end), room)
    assert " ".join(text[start:end].split()) in shown
    assert len(shown) <= max(room, end - start + 2)

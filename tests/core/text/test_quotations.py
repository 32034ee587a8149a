"""Quotation marks without their other half."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.quotations import WHOLE, ends_together, halves, singles, without_first


def lone(text, **how):
    """What closes and what opens without its other half, in the likeliest reading."""
    found = halves(text, **how)[0]
    return [text[slice(*place)] for place in found.closing], [text[slice(*place)] for place in found.opening]


@pytest.mark.parametrize(
    "text",
    [
        "“Late,” she said.", "„Hilja,“ ütles ta.", "«Поздно», — сказала она.", "»Sent,« sagde hun.",
        "”Myöhässä”, hän sanoi.",
        "« Trop tard », dit-elle.", '"Late," she said, "again."', "''Late,'' she said.", ",,Hilja,'' ütles ta.",
        "他说“太晚了”。", "彼女は「遅い」と言った。", '그는 "늦었다"고 말했다.', "„Sie sagte «spät»“",
        '"He said "late""',
    ],
)  # fmt: skip
def test_the_marks_of_every_language_pair(text):
    assert halves(text)[0] == WHOLE


@pytest.mark.parametrize(
    ("text", "closing", "opening"),
    [
        ("Late,” she said.", ["”"], []), ("„Hilja, ütles ta.", [], ["„"]), ("««Поздно», — сказала она.", [], ["«"]),
        ("Hilja,“ ütles ta.", ["“"], []), ("“Late, she said.", [], ["“"]), ("「遅いと言った。", [], ["「"]),
        ("遅い」と言った。", ["」"], []),
    ],
)  # fmt: skip
def test_a_mark_tells_which_half_it_is_of(text, closing, opening):
    assert lone(text) == (closing, opening)


@pytest.mark.parametrize(
    "text", ['נשיא ארה"ב הגיע', "נשיא ארה״ב הגיע", "נשיא ארה“ב הגיע", 'דו"ח חדש', 'המו"מ נמשך', 'מנכ"לית החברה']
)
def test_hebrew_gershayim_are_letters(text):
    assert halves(text) == (WHOLE,)


def test_a_hebrew_quotation_may_begin_behind_a_prefix():
    assert halves('קראתי ב"שערים" אתמול', prefixes=("ב", "כש"))[0] == WHOLE
    assert halves('קראתי ב"שערים" אתמול')[0] != WHOLE


def test_feet_and_inches_are_no_quotation():
    assert halves("He is 6'2\" tall")[0] == WHOLE
    assert halves('A 27" screen')[0] != WHOLE
    assert halves('A 27" screen', inches=True)[0] == WHOLE


def test_one_mark_may_close_two_quotations_where_the_language_has_it_so():
    text = "«Мы читали «Маяк», — сказал он."
    assert halves(text)[0] != WHOLE
    assert halves(text, merging=True)[0] == WHOLE
    assert halves("«Маяк, — сказал он.", merging=True)[0] != WHOLE


def test_a_straight_mark_with_its_space_on_the_wrong_side_pairs_in_a_loose_reading():
    assert halves('He said" late" again')[0] != WHOLE
    assert halves('He said" late" again', loose=True)[0] == WHOLE


def test_single_marks_are_told_from_apostrophes():
    assert singles("He said: 'We are late.").count == (0, 1)
    assert singles("We were late.'").count == (1, 0)
    assert singles("He said: 'We are late.'").count == (0, 0)
    assert singles("The workers' rights, and it's the '90s").count == (0, 0)


def test_two_quotations_that_end_together_are_seen():
    assert ends_together('"He called it "late,"" she said.')
    assert ends_together("\"He called it 'late',\" she said.")
    assert not ends_together('"Late," she said, "again."')


def test_the_mark_that_a_paragraph_begins_with_is_left_out():
    assert without_first(" “And late.”") == " And late.”"
    assert without_first("And “late”") == "And “late”"


@given(st.text(alphabet="ab ,.'\"“”„«»「」6א", max_size=60), st.booleans())
def test_every_mark_is_in_a_place_of_its_own(text, loose):
    for reading in halves(text, inches=True, merging=True, loose=loose):
        places = [*reading.closing, *reading.opening]
        assert len(set(places)) == len(places)
        assert all(text[slice(*place)] for place in places)


@given(st.lists(st.sampled_from(["„", "“", "«", "»", '"', "”", "hea", "laps", "."]), max_size=30))
def test_an_odd_number_of_marks_never_pairs(words):
    text = " ".join(words)
    marks = sum(map(text.count, '„“«»"”'))
    assert marks % 2 == 0 or WHOLE not in halves(text, loose=True)


def test_of_marks_in_a_row_at_an_end_all_close():
    assert lone('She called it "Snow White."" ') == (['"'], [])
    assert lone('"He called it "late,"" she said.') == ([], [])

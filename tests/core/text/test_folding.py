from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.folding import fold


def test_a_sentence_goes_on_in_the_next_line_at_a_space():
    assert fold("The ferry sails at noon.", 12) == ["The ferry", "sails at", "noon."]


def test_a_line_after_the_first_may_be_set_in():
    assert fold("The ferry sails at noon.", 12, hang="  ") == ["The ferry", "  sails at", "  noon."]


def test_a_first_line_that_is_taken_in_part_holds_less_or_nothing():
    assert fold("The ferry sails at noon.", 12, taken=6) == ["The", "ferry sails", "at noon."]
    assert fold("articles/my first ferry.txt: is late", 30, taken=9) == ["", "articles/my first ferry.txt:", "is late"]


def test_what_stands_in_brackets_stays_in_one_piece():
    assert fold("late [number, in review]", 22) == ["late", "[number, in review]"]


def test_a_path_that_is_wider_than_the_line_stays_in_one_piece():
    path = "locales/et/LC_MESSAGES/2026-11-19-ringvaade-library.po"
    assert fold(f"see {path} again", 20) == ["see", path, "again"]


def test_a_path_with_spaces_ahead_of_its_sentence_stays_in_one_piece():
    sentence = "articles/my first ferry.txt line 3: is not UTF-8"
    assert fold(sentence, 30) == ["articles/my first ferry.txt line 3:", "is not UTF-8"]


def test_a_command_in_quotation_marks_stays_in_one_piece():
    assert fold("none; try “newsdesk models install en lv”, or Debian's", 40) == [
        "none; try",
        "“newsdesk models install en lv”, or",
        "Debian's",
    ]


def test_a_command_stays_in_one_piece_even_where_it_fits_no_line():
    assert fold("as with “iconv -f CP1252 OLD > NEW”", 12) == ["as with", "“iconv -f CP1252 OLD > NEW”"]


def test_a_headline_in_quotation_marks_that_fits_no_line_is_folded_as_prose_is():
    assert fold("“Russia wants to play a game”", 15) == ["“Russia wants", "to play a game”"]


def test_an_option_is_not_broken_at_its_hyphens():
    assert fold("give --max-changes", 12) == ["give", "--max-changes"]


def columns(text):
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in text)


def test_japanese_goes_on_at_any_letter_but_a_path_in_japanese_does_not():
    assert fold("島の図書館が戻ってきた", 10, measure=columns) == ["島の図書館", "が戻ってき", "た"]
    assert fold("articles/島の図書館が戻ってきた.txt", 10, measure=columns) == ["articles/島の図書館が戻ってきた.txt"]


@given(st.text(alphabet="ab “”/:-"), st.integers(1, 30))
def test_nothing_is_lost_but_spaces(text, width):
    assert "".join(fold(text, width)).replace(" ", "") == text.replace(" ", "")

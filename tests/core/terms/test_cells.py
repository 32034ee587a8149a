"""What an editor's spreadsheet leaves in a cell is judged in a sentence that says what to do."""

import pytest

from translate.core.terms.cells import (
    LONGEST_CELL,
    LONGEST_NAME,
    fault_of_cell,
    fault_of_name,
    fault_of_target,
    tidy,
)


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        (" Esimene  stuudio ", "Esimene stuudio"),
        ("a\u00a0b\tc", "a b c"),
        ("\u00a0a\u2009", "a"),
        ("O\u0303", "Õ"),
        (" a \n b", "a \n b"),
        ("a\r\n", "a"),
    ],
)
def test_a_cell_is_tidied(text, tidied):
    assert tidy(text) == tidied


def test_a_cell_that_is_too_long_stays_as_it_is():
    assert tidy(" " + "x" * LONGEST_CELL) == " " + "x" * LONGEST_CELL
    assert tidy(" " + "x" * (LONGEST_CELL - 1)) == "x" * (LONGEST_CELL - 1)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("x" * LONGEST_CELL, None),
        ("x" * (LONGEST_CELL + 1), "has 10001 characters and may have 10000; is a quotation mark missing?"),
        ("#REF!", "holds a spreadsheet's error #REF!; write the text itself"),
        ("#REF! or so", None),
        ("=A1", "begins with “=”, which spreadsheets take for a formula; write the text without it"),
        ("+1", "begins with “+”, which spreadsheets take for a formula; write the text without it"),
        ("-i", "begins with “-”, which spreadsheets take for a formula; write the text without it"),
        ("@home", "begins with “@”, which spreadsheets take for a formula; write the text without it"),
        ("a=b", None),
        ("praa\ufffd", "holds “\ufffd”, where a letter was lost when the file was saved; write the letter again"),
        ("a\x07", "holds an invisible character, U+0007 (control character); type the text again"),
        ("X\u200b", "holds an invisible character, U+200B (zero width space); type the text again"),
        ("a\ue000", "holds an invisible character, U+E000 (control character); type the text again"),
        ("می\u200cشود", None),
        ("a\u3000b", None),
        ("", None),
    ],
)
def test_a_fault_of_a_cell_is_told(text, fault):
    assert fault_of_cell(text, prose=False) == fault


def test_only_a_note_may_have_several_lines():
    broken = "has a line break in it; is a quotation mark missing?"
    assert [fault_of_cell(text, prose=False) for text in ("a\nb", "a\rb")] == [broken, broken]
    assert [fault_of_cell(text, prose=True) for text in ("a\nb", "a\r\nb")] == [None, None]
    assert fault_of_cell("a\n\u200b", prose=True) == fault_of_cell("\u200b", prose=True) is not None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("x" * LONGEST_NAME, None),
        ("x" * (LONGEST_NAME + 1), "has 301 characters and may have 300"),
        ("…", "has no letter or digit"),
        ("", "has no letter or digit"),
        ("7", None),
        ("Reisijate Laeva-AS", None),
        ("Нарва Narva", None),
        ("Нaрва", "mixes alphabets in one word: “Н” is Cyrillic and “a” is Latin; type the word again"),
        ("covid-19", None),
        ("Νarva", "mixes alphabets in one word: “Ν” is Greek and “a” is Latin; type the word again"),
        ("日本NHK", None),
        ("NHK日本 Нарва", None),
    ],
)
def test_a_fault_of_a_name_is_told(name, fault):
    assert fault_of_name(name) == fault


@pytest.mark.parametrize("held", ["%s", "%(name)s", "%(name)", "{}", "{name}", "__x__", "⟦", "⟧", "<b>"])
def test_a_target_with_a_placeholder_is_refused(held):
    told = f"holds “{held}”, which looks like a placeholder; write what readers shall see"
    assert fault_of_target(f"praam {held} sadam") == told


@pytest.mark.parametrize("target", ["100 %", "5%suurem", "a < b", "snake_case", "praam"])
def test_a_target_with_the_like_of_one_is_fine(target):
    assert fault_of_target(target) is None


def test_a_target_is_a_name_too():
    assert fault_of_target("…") == fault_of_name("…") == "has no letter or digit"

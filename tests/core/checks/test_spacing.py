import pytest

from tests.core.checks.saying import said, sentences, unit
from translate.core.checks.findings import Level
from translate.core.checks.spacing import check_spacing


def told(source, target):
    return [(f.rule, f.level, f.span) for f in check_spacing(unit(source, target))]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\n\n"])
def test_a_line_ends_nowhere_in_a_text(end):
    assert told("It is cold", f"On{end}külm") == [("line-break", Level.ERROR, (2, 2 + len(end)))]
    assert told("It\nis", f"On{end}külm") == []
    assert sentences(check_spacing, "It", f"On{end}külm") == ["a line ends within the text; make it one line"]


@pytest.mark.parametrize("space", [" ", "\t", "\u00a0", "   "])
def test_white_space_around_a_text_is_told_with_its_side(space):
    before, behind = (f"there is a space {where} the text; delete it" for where in ("before", "behind"))
    assert sentences(check_spacing, "Cold", f"{space}külm") == [before]
    assert sentences(check_spacing, "Cold", f"külm{space}") == [behind]
    assert sentences(check_spacing, "Cold ", f"{space}külm") == [before]
    assert sentences(check_spacing, " Cold", f"külm{space}") == [behind]
    assert sentences(check_spacing, " Cold", f"{space}külm") == []
    assert sentences(check_spacing, "Cold ", f"külm{space}") == []
    assert told("Cold", f"{space}külm") == [("space-around", Level.WARNING, None)]


@pytest.mark.parametrize("space", ["  ", "   ", "\t", "\t\t"])
def test_a_second_space_is_told_with_all_of_them(space):
    assert told("It is cold", f"On{space}külm  ju") == [("double-space", Level.WARNING, (2, 2 + len(space)))]
    assert told("It  is", f"On{space}külm") == []
    assert sentences(check_spacing, "It", f"On{space}külm") == ["there is more than one space here; delete the others"]


@pytest.mark.parametrize("space", [" ", "\u00a0", " \u00a0"])
def test_one_space_or_a_wide_one_is_none_too_many(space):
    assert told("It is cold", f"On{space}külm") == []


@pytest.mark.parametrize("char", ["\u200b", "\u2060", "\ufeff"])
def test_an_invisible_character_is_told_by_its_number(char):
    assert told("Cold", f"Kü{char}lm") == [("invisible", Level.WARNING, (2, 3))]
    assert sentences(check_spacing, "Cold", f"Kü{char}lm") == [
        f"the invisible character U+{ord(char):04X} stands here; delete it"
    ]
    assert told(f"Co{char}ld", f"Kü{char}lm") == []
    assert told("Co\u00adld", f"Kü{char}lm") == [("invisible", Level.WARNING, (2, 3))]


def test_two_spaces_part_sentences_in_thai():
    assert said(check_spacing, "Cold. Late.", "หนาว  สาย", locale="th") == []
    assert said(check_spacing, "Cold. Late.", "หนาว   สาย", locale="th") == [("double-space", "   ")]
    assert said(check_spacing, "Cold. Late.", "Külm.  Hilja.") == [("double-space", "  ")]


def test_a_space_without_a_width_tells_where_a_word_ends_in_writing_without_spaces():
    assert said(check_spacing, "Cold", "หนาว\u200bมาก", locale="th") == []
    assert said(check_spacing, "Cold", "หนาว\u2060มาก", locale="th") == [("invisible", "\u2060")]
    assert said(check_spacing, "Cold", "väga\u200bkülm") == [("invisible", "\u200b")]

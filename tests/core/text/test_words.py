"""What a word is, by what it is wanted for."""

import ast
import re
from pathlib import Path

import pytest

import translate
from translate.core.text.words import LETTERS, NUMBER, PARTED_WORD, READING_WORD, TIED_WORD, TOKEN, UNSPACED, WORD

PACKAGE = Path(translate.__file__).resolve().parent
TEXT = "Don’t covid-19 my_name 7"


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (LETTERS, ["Don", "t", "covid", "my", "name"]),
        (READING_WORD, ["Don’t", "covid", "my", "name"]),
        (TOKEN, ["Don", "t", "covid", "19", "my", "name", "7"]),
        (WORD, ["Don", "t", "covid", "19", "my_name", "7"]),
        (TIED_WORD, ["Don’t", "covid-19", "my_name", "7"]),
        (PARTED_WORD, ["Don’t", "covid-19", "my_name", "7"]),
    ],
)
def test_the_kinds_of_words(kind, found):
    assert kind.findall(TEXT) == found
    assert kind.findall("") == []


def test_what_ties_words_ties_nothing_at_their_ends():
    assert READING_WORD.findall("‘it’s so-’ -and") == ["it’s", "so", "and"]


def test_letters_of_every_script_are_letters_and_marks_of_speech_are_none():
    assert LETTERS.findall("Õhtu—Ночь, “日本”!") == ["Õhtu", "Ночь", "日本"]
    assert re.findall(UNSPACED, "a日ก𠀀ж") == ["日", "ก", "𠀀"]


def test_a_word_is_parted_from_letters_that_need_no_spaces():
    assert PARTED_WORD.findall("遅well-known日 ко-ro-日") == ["well-known", "ко-ro"]


def test_a_number_is_one_word():
    assert re.findall(NUMBER, "1,050 at 19.30, 2:1.") == ["1,050", "19.30", "2:1"]


def test_no_other_module_has_a_word_of_its_own():
    own = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and re.match(r"(\[\^\\W[\\d_]*\]|\\w)[+*{]", node.value)
    }  # fmt: skip
    assert own == {"core/text/words.py"}

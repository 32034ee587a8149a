"""The names that human translations share are found by rule, and the figures of the proposals are what they were."""

import csv
import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks/mining"


@pytest.fixture
def script(monkeypatch):
    """Loads a script, which lies in no package and finds the other beside it."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(FOLDER)
    yield importlib.import_module
    for path in FOLDER.glob("*.py"):
        if path.stem not in before:
            sys.modules.pop(path.stem, None)


def names_of(gold, *sentences):
    """The names of some sentences, by the rule."""
    each = [gold.Sentence("a", *sentence) for sentence in sentences]
    return [[mention.text for mention in name] for name in gold.names(each)]


def test_a_name_is_what_all_three_translations_have(script):
    gold = script("gold")
    shared = ("So Anu Tamm said.", "Anu Tamme sõnul.", "Сказала Ану Тамм.", "Dijo Anu Tamm.")
    assert names_of(gold, shared) == [["Anu Tamm"]]
    assert names_of(gold, (*shared[:3], "Dijo ella.")) == []
    assert names_of(gold, (shared[0], "Ütles ta.", *shared[2:])) == []
    assert names_of(gold, (*shared[:2], "Все молчали.", shared[3])) == []


def test_a_name_that_a_language_has_another_word_for_is_none(script):
    london = ("They saw London.", "Nad nägid Londonit.", "Они видели Лондон.", "Vieron Londres.")
    assert names_of(script("gold"), london) == []


def test_only_a_part_of_what_has_capitals_may_be_shared(script):
    karis = (
        "So President Karis said.",
        "President Karise sõnul.",
        "Президент Карис сказал.",
        "Dijo el presidente Karis.",
    )
    assert names_of(script("gold"), karis) == [["Karis"]]


def test_what_is_shared_in_few_of_its_sentences_is_none(script):
    said = ("So Karis said.", "Karise sõnul.", "Сказал Карис.", "Dijo Karis.")
    left = ("So Karis said.", "Presidendi sõnul.", "Сказал он.", "Dijo.")
    assert names_of(script("gold"), said, left) == [["Karis"]]
    assert names_of(script("gold"), said, left, left) == []


def test_the_gold_list_has_numbers_and_no_text():
    with (FOLDER / "gold.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["name", "sentence", "first", "words"]
    assert all(cell.isdigit() for row in rows for cell in row)


def test_the_gold_list_is_what_the_rule_makes(script):
    gold = script("gold")
    if not gold.NEWS.is_file():
        pytest.skip("the news are not here")
    with (FOLDER / "gold.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    assert [[*map(str, row)] for row in gold.rows(gold.names(gold.read()))] == rows


@pytest.mark.parametrize("half", ["odd", "even", "all"])
def test_most_names_are_among_the_first(script, half):
    evaluate = script("evaluate")
    if not evaluate.NEWS.is_file():
        pytest.skip("the news are not here")
    sentences = evaluate.read()
    numbers = evaluate.of_half(sentences, half)
    gold, found = evaluate.gold_in(sentences, numbers), evaluate.suggested(sentences, numbers)
    told = evaluate.that_counts(evaluate.each(found, gold))
    assert told.recall >= 0.9
    assert told.precision >= 0.5


def test_a_half_has_every_second_document(script):
    evaluate, sentence = script("evaluate"), script("gold").Sentence
    sentences = [sentence(name, "", "", "", "") for name in "aabbc"]
    assert [evaluate.of_half(sentences, half) for half in evaluate.HALVES] == [{1, 2, 5}, {3, 4}, {1, 2, 3, 4, 5}]

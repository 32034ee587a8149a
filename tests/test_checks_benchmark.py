"""The measure of the checks still measures: it plants what it says, and counts what a command tells."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks/checks"
ROWS = (
    ("a", "The ferry sailed in 1996", "Praam väljus 1996. aastal"),
    ("a", "“It was late”, he said to the people of the town.", "„Oli hilja,“ ütles ta linna rahvale."),
    (
        "a",
        "It cost 1,250 euros, which is 3.5% of the sum that the people of the town got with the harbour.",
        "See maksis 1 250 eurot, mis on 3,5% summast, mille linna rahvas sai ministeeriumilt koos kogu suure sadamaga.",
    ),
    ("b", "Who asked?", "Kes küsis?"),
    ("b", "Nobody  knows.", "Keegi  ei  tea."),
    ("b", "The people of the town got 20 million euros.", "Linna rahvas sai 20 miljonit eurot."),
)


@pytest.fixture
def script(monkeypatch):
    """Loads one of the scripts, which lie in no package."""
    names = {path.stem for path in FOLDER.glob("*.py")}
    before = {name: sys.modules.pop(name) for name in names & sys.modules.keys()}
    monkeypatch.syspath_prepend(FOLDER)
    yield importlib.import_module
    for name in names:
        sys.modules.pop(name, None)
    sys.modules.update(before)


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "small.tsv"
    path.write_text("\n".join("\t".join(row) for row in (("document", "en", "et"), *ROWS)), "utf-8")
    return path


def printed(*given):
    command = [sys.executable, FOLDER / "table.py", *given]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_each_kind_of_fault_spoils_a_translation_and_nothing_else_alike_each_time(script, news):
    faults, texts = script("faults"), script("sets").read_set(str(news))["et"]
    spared = set()
    for fault in faults.FAULTS:
        good, spoilt, numbers = faults.plant(fault, "et", texts, faults.chances("et", fault), 2)
        assert (good, spoilt, numbers) == faults.plant(fault, "et", texts, faults.chances("et", fault), 2)
        assert len(numbers) <= 2
        changed = [(one, other) for one, other in zip(good, spoilt, strict=True) if one != other]
        assert {other.number for _, other in changed} == set(numbers)
        assert all(one.source == other.source and one.target != other.target for one, other in changed)
        assert all(abs(one - other) > 1 for one in numbers for other in numbers if one != other)
        spared |= set() if numbers else {fault.name}
    assert spared == {"no sign that opens"}  # Estonian has none.


def test_a_wrong_digit_is_one_digit_and_no_number_begins_with_a_nought_for_it(script):
    faults = script("faults")
    for seed in range(200):
        wrong = faults._another_digit("10 ja 205", faults.random.Random(seed))
        assert sum(one != other for one, other in zip("10 ja 205", wrong, strict=True)) == 1
        assert re.fullmatch(r"[1-9]\d ja [1-9]\d\d", wrong)


def test_an_interval_holds_the_share_and_is_wider_where_less_was_seen(script):
    wilson = script("table").wilson
    assert [round(end, 4) for end in wilson(5, 1000)] == [0.0021, 0.0117]
    assert [round(end, 4) for end in wilson(0, 10)] == [0.0, 0.2775]
    assert wilson(0, 0) == (0.0, 1.0)


def test_false_alarms_are_what_the_command_tells_of_translations(news, tmp_path):
    spoilt = tmp_path / "spoilt.tsv"
    spoilt.write_text(news.read_text("utf-8").replace("Kes küsis?", "Kes küsis!  "), "utf-8")
    told = printed(spoilt, "--alarms").splitlines()
    assert told[0] == "False alarms on 6 human translations (spoilt), in per cent of the texts with 95 % intervals:"
    assert told[2:] == [
        *("| check | et |", "| --- | --- |"),
        "| any of them | 16.7% (3.0%–56.4%) |",
        "| ending | 16.7% (3.0%–56.4%) |",
    ]


def test_what_was_read_and_found_right_is_counted_apart(script):
    table = script("table")
    assert table.Alarms(200, 3, 2).cell() == "0.5% (0.1%–2.8%, right 2)"
    assert table.Alarms(200, 0, 0).cell() == "–"
    known = table.verdicts()
    assert all(verdict.number > 0 and verdict.set == "news" for verdict in known)


def test_a_set_that_is_not_there_is_skipped_with_a_word(tmp_path):
    assert printed(tmp_path / "no.tsv") == f"skipped: there is no {tmp_path / 'no.tsv'}\n"

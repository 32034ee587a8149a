"""Glossaries as editors write them, each with what the newsroom is told.

A case is two files in tests/cases/glossaries: `<name>.csv`, and `<name>.txt` with a line for each error, word for word,
and behind them a line ``source = target`` for each term that can be used.
"""

from pathlib import Path

import pytest

from translate.errors import GlossaryError
from translate.termbases.csvfile import read_glossary

CASES = Path(__file__).parents[1] / "cases" / "glossaries"


def told(path: Path) -> list[str]:
    try:
        terms, errors = read_glossary(path.read_bytes(), path.name)
    except GlossaryError as error:
        return [str(error)]
    return [*map(str, errors), *(f"{term.source} = {term.target}" for term in terms)]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.csv")), ids=lambda path: path.stem)
def test_the_newsroom_is_told_exactly_this(path):
    assert told(path) == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


def test_every_case_has_both_files():
    stems = {suffix: {path.stem for path in CASES.glob(f"*{suffix}")} for suffix in (".csv", ".txt")}
    assert stems[".csv"] == stems[".txt"]
    assert len(stems[".csv"]) > 40
